import CaseModel

/// What this desk saves and has saved.
struct Saving: Sendable {
  /// Whether what is worked on waits for its save to come back.
  var isUnderWay = false
  /// The key that has just saved something, until another comes; and whether the one that is being worked on is the
  /// same again: it may still be held down, and nothing more is saved by it without a question.
  var key: Request?
  var isRepeated = false
  /// What a save that succeeded said, until the next key: whatever else is told meanwhile stands behind it.
  var said: Notice?
  /// What was saved at this desk, the latest last.
  var changes: [OwnChange] = []
  /// The filing saved last on this desk, whose values can be copied.
  var lastFiling: Filing?
}
