import Casework

/// What an open city holds of its offices beside its own journal.
struct GatheredOffices {
  /// As far as their journals were gathered; none while `awaited` shows what they come to.
  var offices: [OtherOffice] = [] { didSet { joint = nil } }
  /// What all offices together come to by their last snapshot, while they are still to be read.
  var awaited: Boxed<OfficeState>?
  /// Whether the offices that a snapshot shows could not be read.
  var isAwaitingInVain = false
  /// Offices whose journals are damaged here, by writer: nothing of them counts, and the city can be read only.
  var damaged: Set<String> = []
  /// Files of others that lie in the store and are no part of what counts.
  var waiting: [WaitingFile] = [] {
    didSet {
      joint = nil
      if waiting != oldValue { jointAt = nil }
    }
  }
  /// The names of the files that lie there, as they were last looked at.
  var inbox: [String] = []
  /// All offices together, made when somebody first looks.
  var joint: Boxed<JointOffice>?
  /// The last move of the city's own that the snapshot of all offices together is known to show; nil where none is.
  var jointAt: Int?

  /// Changes what is shown until the offices are read.
  mutating func changeAwaited(_ change: (inout OfficeState) -> Void) {
    guard var shown = awaited?.value else { return }
    change(&shown)
    awaited = Boxed(shown)
  }
}
