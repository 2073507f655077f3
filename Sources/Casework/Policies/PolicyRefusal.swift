/// Why a policy is not put in force or taken back.
public enum PolicyRefusal: Hashable, Sendable {
  /// It continues what no policy of the office has, or has in another way; `policy/name`.
  case continuesNothing([String])
  /// It comes in the place of one of its id by which filings are decided, and would move their keys, caps or years.
  case movesDecided([String])
  /// It has the id of another document, by which filings are decided.
  case otherDocument(String)
  /// Kinds of records of the register, by their labels, would lose what was entered, or there would be two budgets.
  case registerDiffers([String])
  /// No policy of this id is in force.
  case notInForce(String)
  /// The policy that the office began with stays.
  case isFounding(String)
  /// Filings that are decided or closed rest on it.
  case isUsed(String, filings: Int)
  /// Undecided filings are of items that no other policy has.
  case leavesHomeless(String, filings: [String])
  /// Another policy continues it.
  case isContinued(String, by: String)
}
