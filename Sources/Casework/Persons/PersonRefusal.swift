/// Why a word on who is who is not taken.
public enum PersonRefusal: Hashable, Sendable {
  /// It takes two records.
  case needsTwo
  /// The records are of different kinds.
  case kindsDiffer
  /// The records have different head offices.
  case headsDiffer
  /// Another word says that these two are one, or that they are not.
  case contradicts(String, String)
  /// There is no word on just these records that could be taken back.
  case nothingSaid
  /// Whoever entered a record, or last named it, does not say that it is not another; who may instead.
  case ownRecord(String, at: String, mayAct: [String])
  /// A city says who is who by its verdicts.
  case cityRules
}
