import CaseModel
import JSONText
import SubsidyRules

extension PolicyReader {
  func cap(_ node: Node, items: [ReadItem]) -> Cap? {
    guard
      let object = object(
        node,
        required: ["id", "article", "label", "items", "holder", "window", "limit", "order", "remainder"])
    else { return nil }
    // Today's caps all serve by day of receipt and pay the last one what is left; a file must say so.
    _ = word(object["order"], among: ["received"])
    _ = word(object["remainder"], among: ["reduce"])
    let named = words(object["items"], among: items.map(\.item.id))
    let covered = items.filter { named.contains($0.item.id) }
    let window = word(object["window"], among: Cap.Window.allCases.map(\.rawValue))
      .flatMap(Cap.Window.init(rawValue:))
    guard let id = text(object["id"]), let article = text(object["article"]),
      let label = text(object["label"]), let window, let limit = object["limit"]
    else { return nil }
    var limits: [String: Figure<Money>] = [:]
    for item in covered {
      limits[item.item.id] = item.reader.money(limit, name: id + ".limit")
      // A mistake in the limit is one mistake, not one for each item.
      if limits[item.item.id] == nil { break }
    }
    return Cap(
      id: id, article: article, label: label, items: named, holder: holder(object["holder"], covered),
      window: window, limit: limits)
  }

  private func holder(_ node: Node?, _ items: [ReadItem]) -> [Cap.Holder] {
    array(node, mayBeEmpty: true).compactMap { element in
      guard case .object = element.tree.value else {
        switch word(element, among: ["applicant", "family"]) {
        case "applicant": return .applicant
        case "family": return .family
        default: return nil
        }
      }
      var expressions: [String: Expression] = [:]
      for item in items {
        guard let expression = item.reader.expression(element, .text) else { return nil }
        expressions[item.item.id] = expression
      }
      return .each(expressions)
    }
  }
}
