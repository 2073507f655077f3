import SubsidyRules

/// A state's ledger, settled when it is first needed.
///
/// A state that was read back knows every award and every cap before it has a ledger; who only looks at them
/// needs none.
struct LedgerHolder: Sendable {
  private var settled: Ledger
  private var source: Deferred<Ledger>?

  init(_ ledger: Ledger = Ledger()) { settled = ledger }

  init(settling make: @escaping @Sendable () -> Ledger) {
    settled = Ledger()
    source = Deferred(make)
  }

  /// Whether it is there without waiting for it.
  var isSettled: Bool { source?.isReady ?? true }

  var value: Ledger {
    _read {
      // Looked at in place: a copy counts a reference for each of its lists.
      if let source { yield source.value } else { yield settled }
    }
    _modify {
      if let source {
        settled = source.value
        self.source = nil
      }
      yield &settled
    }
  }
}
