import CaseModel
import JSONText
import SubsidyRules

extension PolicyReader {
  func caps(_ node: Node?, items: [ReadItem]) -> [Cap] {
    let read = array(node, mayBeEmpty: true).compactMap { node in cap(node, items: items).map { ($0, node) } }
    checkUnique(read.map { ($0.0.id, $0.1) })
    checkOrders(read, items.map(\.item))
    return read.map(\.0)
  }

  /// What shares a cap or a key is served in one order.
  private func checkOrders(_ caps: [(Cap, Node)], _ items: [Item]) {
    var (orders, sameDays): ([String: Cap.Order], [String: Cap.SameDay]) = ([:], [:])
    let needing = items.filter { $0.needs != nil }
    let inNeed = Set(needing.map(\.id) + needing.compactMap(\.needs?.item))
    for (cap, node) in caps {
      if cap.order != .received, cap.items.contains(where: inNeed.contains) { note(.neededInOrder, node) }
      let isServedOtherwise = cap.items.contains { item in
        orders[item].map { !$0.isSame(as: cap.order, of: item) || sameDays[item] != cap.sameDay } ?? false
      }
      if isServedOtherwise { note(.twoOrders, node) }
      for item in cap.items where orders[item] == nil {
        (orders[item], sameDays[item]) = (cap.order, cap.sameDay)
      }
    }
  }

  private func cap(_ node: Node, items: [ReadItem]) -> Cap? {
    guard let object = object(node, PolicyWords.cap) else { return nil }
    let id = id(object["id"])
    let article = article(object["article"])
    let label = text(object["label"])
    let isDifference = word(object["remainder"], among: PolicyWords.remainders) == "difference"
    let named = words(object["items"], among: items.map(\.item.id))
    let covered = items.filter { named.contains($0.item.id) }
    let window = word(object["window"], among: Cap.Window.allCases.map(\.rawValue))
      .flatMap(Cap.Window.init(rawValue:))
    let holder = holder(object["holder"], covered)
    let order = object["order"].flatMap { self.order($0, covered) } ?? .received
    let sameDay = word(object["same-day"], among: PolicyWords.sameDays).flatMap(Cap.SameDay.init(rawValue:))
    let closes = object["closes"].map { self.closes($0, covered) } ?? [:]
    if let at = object["order"], order != .received, object["closes"] == nil { note(.orderNeedsClosing, at) }
    if let at = object["closes"], order == .received { note(.closingNeedsOrder, at) }
    var limits = CapLimits(id: id ?? "", items: covered)
    if let limit = object["limit"] {
      limits.read(limit, self) { figure, item in
        isDifference || window.map { isShared(figure, by: holder, $0, item) } ?? true
      }
    }
    guard let id, let article, let label, let window else { return nil }
    return Cap(
      id: id, article: article, label: label, items: named, holder: holder, window: window,
      limit: limits.figures, piece: limits.piece, isInPieces: limits.isInPieces, isDifference: isDifference,
      order: order, sameDay: sameDay ?? .id, closes: closes, continues: continued(object["continues"]))
  }

  // MARK: - Who is served first

  /// By receipt, or by a value of the filing's.
  private func order(_ node: Node, _ items: [ReadItem]) -> Cap.Order? {
    guard case .object = node.tree.value else {
      guard case .string(let text) = node.tree.value, PolicyWords.orders.dropFirst().contains(text) else {
        _ = word(node, among: PolicyWords.orders)
        return .received
      }
      note(.wrongType(expected: .order), node)
      return nil
    }
    let words = Array(PolicyWords.orders.dropFirst())
    guard let object = object(node, optional: words) else { return nil }
    guard object.members.count == 1, let (word, value) = object.members.first else {
      if object.strays.isEmpty { note(.oneOf(words), node) }
      return nil
    }
    let isByDay = word == "earliest"
    let values = each(items, value) { reader, node -> Expression? in
      guard let typed = reader.typed(node) else { return nil }
      guard isByDay ? typed.kind.type == .date : typed.kind.type == .number || typed.kind.type == .money
      else {
        self.note(.wrongType(expected: isByDay ? .date : .number), node)
        return nil
      }
      return typed.expression
    }
    return isByDay ? .earliest(values) : .highest(values)
  }

  /// The last day on which somebody may come who is served first.
  private func closes(_ node: Node, _ items: [ReadItem]) -> [String: Expression] {
    each(items, node) { reader, node in reader.typed(node, .date)?.expression }
  }

  /// What a node means to each item; nothing more is read where it means nothing to one.
  private func each(
    _ items: [ReadItem], _ node: Node, _ read: (ItemReader, Node) -> Expression?
  ) -> [String: Expression] {
    var values: [String: Expression] = [:]
    for item in items {
      guard let value = item.reader.part(node, { read(item.reader, $0) }) else { break }
      values[item.item.id] = value
    }
    return values
  }

  /// Whether all who share a cap have the same limit: what it is told by must tell the holders or windows apart.
  private func isShared(
    _ limit: Figure<Money>, by holder: [Cap.Holder], _ window: Cap.Window, _ item: ReadItem
  ) -> Bool {
    guard case .cases(let by, _) = limit else { return true }
    if by == .kind, holder.contains(.applicant) { return true }
    if window == .year, item.reader.isEventYear(by) { return true }
    return holder.contains { part in
      guard case .each(let expressions) = part, let expression = expressions[item.item.id] else {
        return false
      }
      return item.reader.resolved(expression) == item.reader.resolved(by)
    }
  }

  private func holder(_ node: Node?, _ items: [ReadItem]) -> [Cap.Holder] {
    var holder: [Cap.Holder] = []
    for element in array(node, mayBeEmpty: true) {
      guard let part = holderPart(element, items) else { continue }
      if holder.contains(part) { note(.repeatedPart, element) }
      holder.append(part)
    }
    return holder
  }

  private func holderPart(_ node: Node, _ items: [ReadItem]) -> Cap.Holder? {
    if case .string("applicant") = node.tree.value { return .applicant }
    if case .string("family") = node.tree.value { return .family }
    if case .string(let name) = node.tree.value, let item = items.first, !item.reader.knows(name) {
      noteUnknown(name, node, among: ["applicant", "family"] + item.reader.names)
      return nil
    }
    var expressions: [String: Expression] = [:]
    for item in items {
      guard let expression = item.reader.part(node, item.reader.word) else { return nil }
      expressions[item.item.id] = expression
    }
    return items.isEmpty ? nil : .each(expressions)
  }
}

extension ItemReader {
  /// A value by which a cap tells its holders apart: one of a few words, a text, a number, a patent, a day.
  fileprivate func word(_ node: PolicyReader.Node) -> Expression? {
    guard let typed = typed(node) else { return nil }
    guard typed.kind.type != .money, typed.kind.type != .percentage else {
      return reader.refuse(.wrongType(expected: .choice), node)
    }
    return typed.expression
  }
}

extension Cap.Order {
  /// Whether two orders serve the filings of an item alike.
  fileprivate func isSame(as other: Cap.Order, of item: String) -> Bool {
    switch (self, other) {
    case (.received, .received): true
    case (.earliest(let a), .earliest(let b)), (.highest(let a), .highest(let b)): a[item] == b[item]
    default: false
    }
  }
}
