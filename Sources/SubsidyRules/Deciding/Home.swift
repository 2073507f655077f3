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
  /// An event is what the document itself says it is: another document may count another day. Where the document that a
  /// filing stands under can't read its event, nobody can tell; where no document holds it and one can't read it, that one
  /// is to ask. With `staying` a filing that its own document holds is not looked at under the others.
  public func home(of filing: Filing, of facts: Facts, staying: Bool = false) -> Home {
    guard let item = item(filing.item) else { return .unknown }
    var unread: [Item] = []
    var holding: [(document: Policy, item: Item)] = []
    for version in versions(of: item) {
      let document = document(of: version)
      guard let first = document.periods.first?.from, let last = document.periods.last?.to else { continue }
      guard let event = document.event(of: filing, version, of: facts) else {
        unread.append(version)
        continue
      }
      if first <= event, event <= last { holding.append((document, version)) }
    }
    guard !unread.contains(where: { $0.id == item.id }) else { return .unknown }
    if staying, holding.contains(where: { $0.item.id == item.id }) { return .item(item.id) }
    if holding.isEmpty, let asking = unread.first { return .item(asking.id) }
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
