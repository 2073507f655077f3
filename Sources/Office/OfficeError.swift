public import CaseModel
public import Casework
public import Interchange
public import Journal

/// Why a store can't be opened or a save was not made.
public enum OfficeError: Error, Sendable {
  case journal(JournalError)
  /// A line that is whole but says something this program can't read.
  case unreadableLine(sequence: Int, TransactionError)
  /// The state may be incomplete, so nothing is paid, printed or exported by it.
  case unread(Unread)
  /// The journal or a policy file is damaged, so nothing is decided, paid, sealed, printed or exported by it.
  case damaged([Finding])
  /// The journal's beginning is damaged so that nothing behind it can be read.
  case nothingReadable([Finding])
  /// The store's own policy file is missing.
  case policyMissing(file: String)
  case badPolicy(file: String, PolicyMistakes)
  /// The command is not carried out, as the office stands now.
  case refused(Refusal)
  /// Another's save came first and made the command another thing than what was seen.
  case overtaken(Overtaken)
  /// There is nothing of this id whose last change could be undone.
  case nothingToUndo(String)
  /// The office can't be shown as it was known then.
  case past(PastRefusal)
  /// A day was set to which the device's clock has not come, and the store is no trial.
  case dayAhead(CivilDate, clock: CivilDate)
  /// The time of day was given, and the store is no trial.
  case clockPlayed
  /// A file between two offices is not made or not taken.
  case exchange(ExchangeError)
  /// A failure of a kind that nothing here is known to end in; its type's name, and nothing of what it is about.
  case unforeseen(String)
  /// Somebody is not let in under a name.
  case notSignedIn(SignInRefusal)
}
