import Synchronization

/// How far work on another thread has come.
final class Progress: Sendable {
  private let counted = Atomic(0)

  var count: Int { counted.load(ordering: .relaxed) }

  func add() { counted.add(1, ordering: .relaxed) }
}
