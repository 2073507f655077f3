/// Which items can move one another's awards, and which readings therefore matter to a filing.
extension Policy {
  /// An item with all that are tied to it under one of some policies: they share a cap or a once-only key, or one needs
  /// the other's award; and so on from each of those.
  public static func tied(to item: String, under policies: [Policy]) -> Set<String> {
    let ties = policies.flatMap(\.ties)
    var items: Set<String> = [item]
    var count = 0
    while count < items.count {
      count = items.count
      for tie in ties where !tie.isDisjoint(with: items) { items.formUnion(tie) }
    }
    return items
  }

  private var ties: [Set<String>] {
    var ties = caps.map { Set($0.items) }
    let keys = Dictionary(grouping: items, by: \.keyName).values.map { Set($0.map(\.id)) }
    ties += keys.filter { $0.count > 1 }
    for item in items {
      guard let needs = item.needs,
        let needed = document(of: item).items.first(where: { $0.name == needs.item })
      else { continue }
      ties.append([item.id, needed.id])
    }
    return ties
  }

  /// The readings by whose options the rules of one of some items differ, in the order of the policy.
  public func readings(of items: Set<String>) -> [ReadingRule] {
    var read: Set<String> = []
    for id in items {
      guard let item = item(id) else { continue }
      let home = document(of: item)
      var indices = item.readings.union(item.inputs.compactMap { $0.neededUnder?.reading })
      for cap in home.caps where cap.items.contains(item.id) {
        for expression in cap.expressions(of: item.id) { indices.formUnion(expression.readings) }
      }
      for index in indices where home.readings.indices.contains(index) {
        read.insert(home.readings[index].id)
      }
    }
    return readings.filter { read.contains($0.id) }
  }
}

extension Cap {
  /// What tells holders, limits and turns of an item's filings.
  fileprivate func expressions(of item: String) -> [Expression] {
    var all = [closes[item]].compactMap(\.self)
    for case .each(let parts) in holder { all += [parts[item]].compactMap(\.self) }
    if case .cases(let by, _)? = limit[item] { all.append(by) }
    switch order {
    case .received: break
    case .earliest(let values), .highest(let values): all += [values[item]].compactMap(\.self)
    }
    return all
  }
}
