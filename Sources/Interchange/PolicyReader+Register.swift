import JSONText
import SubsidyRules

extension PolicyReader {
  /// Names that mean something else where a record is written down.
  private static let reservedFields = ["id", "kind", "district"]

  func register(_ node: Node?) -> [RecordKind] {
    let read = array(node).compactMap { node in recordKind(node).map { ($0, node) } }
    checkUnique(read.map { ($0.0.id, $0.1) })
    checkUnique(read.map { ($0.0.label, $0.1) }) { .repeatedLabel($0) }
    return read.map(\.0)
  }

  private func recordKind(_ node: Node) -> RecordKind? {
    guard
      let object = object(
        node, required: ["id", "article", "label", "fields", "day"], optional: ["stages", "once", "budget"])
    else { return nil }
    let id = id(object["id"])
    let article = article(object["article"])
    let label = text(object["label"])
    let before = mistakes.count
    let fields = recordFields(object["fields"])
    // Names of fields that are wrong themselves make no further mistake.
    let areSound = mistakes.count == before
    let day = areSound ? dayField(object["day"], of: fields) : nil
    let stages = areSound ? recordStages(object["stages"], of: fields) : []
    let once = areSound ? words(object["once"], among: fields.map(\.rule.id)) : []
    let budget = areSound ? budgetField(object["budget"], of: fields) : nil
    guard let id, let article, let label, let day else { return nil }
    return RecordKind(
      id: id, article: article, label: label, fields: fields, day: day, stages: stages,
      once: once.compactMap { name in fields.firstIndex { $0.rule.id == name } }, budget: budget)
  }

  // MARK: - Fields

  private func recordFields(_ node: Node?) -> [RecordKind.Field] {
    let read = array(node).compactMap { node in recordField(node).map { ($0, node) } }
    checkUnique(read.map { ($0.0.rule.id, $0.1) })
    checkUnique(read.map { ($0.0.rule.label, $0.1) }) { .repeatedLabel($0) }
    return read.map(\.0)
  }

  private func recordField(_ node: Node) -> RecordKind.Field? {
    guard
      let object = object(
        node, required: ["id", "label", "kind"],
        optional: ["hint", "unit", "optional", "sum"] + Self.kindKeys)
    else { return nil }
    let id = id(object["id"])
    if let id, let at = object["id"], Self.reservedFields.contains(id) { note(.reservedID(id), at) }
    let label = text(object["label"])
    let hint = text(object["hint"])
    let unit = text(object["unit"])
    let kind = inputKind(object)
    let isOptional = flag(object["optional"]) ?? false
    let isSummed = flag(object["sum"]) ?? false
    if isSummed, let kind, let at = object["sum"] {
      switch kind {
      case .count, .money: break
      default: note(.wrongType(expected: .number), at)
      }
    }
    guard let id, let label, let kind else { return nil }
    return RecordKind.Field(
      rule: InputRule(id: id, label: label, hint: hint, unit: unit, kind: kind), isOptional: isOptional,
      isSummed: isSummed)
  }

  /// The field that gives the year: a date or a year that every record has.
  private func dayField(_ node: Node?, of fields: [RecordKind.Field]) -> Int? {
    guard let node, let index = field(node, of: fields) else { return nil }
    guard fields[index].rule.kind == .date || fields[index].rule.kind == .year else {
      return refuse(.wrongType(expected: .date), node)
    }
    if fields[index].isOptional { note(.mayBeMissing(fields[index].rule.id), node) }
    return index
  }

  /// The sum of money that is the county's budget of the fund.
  private func budgetField(_ node: Node?, of fields: [RecordKind.Field]) -> Int? {
    guard let node, let index = field(node, of: fields) else { return nil }
    guard fields[index].rule.kind == .money else { return refuse(.wrongType(expected: .money), node) }
    return index
  }

  private func field(_ node: Node, of fields: [RecordKind.Field]) -> Int? {
    guard let name = word(node, among: fields.map(\.rule.id)) else { return nil }
    return fields.firstIndex { $0.rule.id == name }
  }

  // MARK: - Stages

  private func recordStages(_ node: Node?, of fields: [RecordKind.Field]) -> [RecordKind.Stage] {
    guard let node else { return [] }
    var stages: [RecordKind.Stage] = []
    for element in array(node) {
      guard let object = object(element, required: ["label", "on"], optional: ["ends"]) else { continue }
      let label = text(object["label"])
      let ends = flag(object["ends"]) ?? false
      guard let on = object["on"], let index = field(on, of: fields) else { continue }
      guard fields[index].rule.kind == .date else {
        note(.wrongType(expected: .date), on)
        continue
      }
      if stages.isEmpty, fields[index].isOptional { note(.mayBeMissing(fields[index].rule.id), on) }
      if stages.contains(where: { $0.field == index }) { note(.repeatedWord(fields[index].rule.id), on) }
      if let label { stages.append(.init(label: label, field: index, endsMatter: ends)) }
    }
    if stages.count == 1 { note(.tooFewOptions, node) }
    return stages
  }
}
