import Casework
import Journal

extension Change {
  /// Whether it says which of two continuations of a journal counts.
  var choosesTail: Bool {
    if case .offices(.ruled(let ruling)) = self { ruling.isOfFork } else { false }
  }

  var isSeal: Bool { if case .yearSealed = self { true } else { false } }

  /// A seal with the journal's head that it stands upon; every other change as it is.
  func sealed(at head: JournalHead) -> Change {
    guard case .yearSealed(var seal) = self else { return self }
    seal.head = head.description
    return .yearSealed(seal)
  }
}
