public import CaseModel

/// Which of several documents a filing belongs to.
extension Policy {
  /// Where a filing's event lies among the documents that know its item.
  public enum Home: Hashable, Sendable {
    /// The item of the document whose periods hold the event, by its id in the office.
    case item(String)
    /// The event can't be read: nobody can tell yet.
    case unknown
    /// No document holds the event.
    case none
  }

  /// The document whose periods hold the event of a filing; of two the one that names the other in `replaces`, else the
  /// newer one.
  ///
  /// An event is what the document itself says it is: another document may count another day.
  public func home(of filing: Filing, of facts: Facts) -> Home {
    guard let item = item(filing.item) else { return .unknown }
    var isRead = false
    var holding: [(document: Policy, item: Item)] = []
    for version in versions(of: item) {
      let document = document(of: version)
      guard let first = document.periods.first?.from, let last = document.periods.last?.to,
        let event = document.event(of: filing, version, of: facts)
      else { continue }
      isRead = true
      if first <= event, event <= last { holding.append((document, version)) }
    }
    guard isRead else { return .unknown }
    let replaced = Set(holding.compactMap(\.document.replaces))
    guard let home = holding.first(where: { !replaced.contains($0.document.id) }) ?? holding.first else {
      return .none
    }
    return .item(home.item.id)
  }

  /// The day that an award of an item attaches to; nil where what it rests on can't be read.
  private func event(of filing: Filing, _ item: Item, of facts: Facts) -> CivilDate? {
    var judge = Judge(self, item, plan(of: item), tracing: false)
    judge.take(filing)
    judge.facts = facts
    return judge.event()
  }
}
