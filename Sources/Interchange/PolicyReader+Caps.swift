import CaseModel
import JSONText
import SubsidyRules

extension PolicyReader {
  func caps(_ node: Node?, items: [ReadItem]) -> [Cap] {
    let read = array(node, mayBeEmpty: true).compactMap { node in cap(node, items: items).map { ($0, node) } }
    checkUnique(read.map { ($0.0.id, $0.1) })
    return read.map(\.0)
  }

  private func cap(_ node: Node, items: [ReadItem]) -> Cap? {
    guard let object = object(node, PolicyWords.cap) else { return nil }
    let id = id(object["id"])
    let article = article(object["article"])
    let label = text(object["label"])
    // Today's caps all serve by day of receipt and pay the last one what is left; a file must say so.
    _ = word(object["order"], among: ["received"])
    _ = word(object["remainder"], among: ["reduce"])
    let named = words(object["items"], among: items.map(\.item.id))
    let covered = items.filter { named.contains($0.item.id) }
    let window = word(object["window"], among: Cap.Window.allCases.map(\.rawValue))
      .flatMap(Cap.Window.init(rawValue:))
    let holder = holder(object["holder"], covered)
    var limits: [String: Figure<Money>] = [:]
    var piece: Money?
    if let limit = object["limit"] {
      for item in covered {
        limits[item.item.id] = item.reader.part(limit) { node in
          item.reader.figure(node, name: (id ?? "") + ".limit", mayLeaveOut: true) {
            self.limit($0, of: item.item, &piece)
          }
        }
        // A mistake in the limit is one mistake, not one for each item.
        guard let figure = limits[item.item.id] else { break }
        guard let window, isShared(figure, by: holder, window, item) else {
          if window != nil { note(.limitVariesWithinHolder, limit) }
          break
        }
      }
    }
    guard let id, let article, let label, let window else { return nil }
    return Cap(
      id: id, article: article, label: label, items: named, holder: holder, window: window, limit: limits,
      piece: piece, continues: continued(object["continues"]))
  }

  /// A limit in money, or in pieces that are each paid the same.
  private func limit(_ node: Node, of item: Item, _ piece: inout Money?) -> Money? {
    guard case .string(let text) = node.tree.value, text.hasSuffix("件") else {
      guard piece == nil else {
        note(.piecesNeedOnePrice, node)
        return nil
      }
      return money(node)
    }
    guard let count = Int(text.dropLast()), (1...1_000_000).contains(count) else {
      note(.outOfRange(1...1_000_000), node)
      return nil
    }
    guard case .fixed(.one(_, let price)) = item.amount.basis, item.amount.ceiling == nil,
      piece ?? price == price
    else {
      note(.piecesNeedOnePrice, node)
      return nil
    }
    piece = price
    return Money(fen: price.fen * Int64(count))
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
      reader.note(.wrongType(expected: .choice), node)
      return nil
    }
    return typed.expression
  }
}
