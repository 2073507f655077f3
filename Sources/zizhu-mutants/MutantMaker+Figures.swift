import CaseModel
import JSONText

extension MutantMaker {
  /// Every figure, day and comparison in a value, moved.
  mutating func moves(in path: TreePath) {
    guard let tree = self[path] else { return }
    switch tree.value {
    case .string(let text): moves(of: text, path)
    case .number(let text):
      guard let number = Int(text) else { return }
      for other in [number - 1, number + 1] { add(.figure, replacing: path, by: .number(other)) }
    case .bool(let flag): add(.figure, replacing: path, by: .flag(!flag))
    case .array(let elements):
      for place in elements.indices { moves(in: path + place) }
    case .object(let members):
      if members.contains(where: { $0.key == "amount" }) { strictness(path) }
      operations(path)
      for member in members where member.key != "reason" { moves(in: path + member.key) }
    case .null: break
    }
  }

  private mutating func moves(of text: String, _ path: TreePath) {
    if let day = CivilDate(text) {
      for days in [-1, 1] {
        if let other = day.adding(days: days) { add(.day, replacing: path, by: .text(other.description)) }
      }
    } else if let day = CivilDate("2001-" + text) {
      for days in [-1, 1] {
        if let other = day.adding(days: days) {
          add(.day, replacing: path, by: .text(String(other.description.dropFirst(5))))
        }
      }
    } else if let unit = ["个月", "年", "天"].first(where: text.hasSuffix),
      let count = Int(text.dropLast(unit.count))
    {
      for other in [count - 1, count + 1] { add(.day, replacing: path, by: .text("\(other)\(unit)")) }
    } else if text.hasSuffix("件"), let count = Int(text.dropLast()) {
      for other in [count - 1, count + 1] { add(.figure, replacing: path, by: .text("\(other)件")) }
    } else if let comparison = Self.otherComparison[text] {
      add(.comparison, replacing: path, by: .text(comparison))
    } else if text.hasSuffix("元"), let money = Money(String(text.dropLast())) {
      for fen in [-100, 100] as [Int64] { add(.figure, replacing: path, by: .text(yuan(money.fen + fen))) }
      for fen in [-1, 1] as [Int64] { add(.leastUnit, replacing: path, by: .text(yuan(money.fen + fen))) }
    } else if text.hasSuffix("%"), let rate = Int(text.dropLast()) {
      for other in [rate - 1, rate + 1] { add(.figure, replacing: path, by: .text("\(other)%")) }
      for other in ["\(rate - 1).99%", "\(rate).01%"] { add(.leastUnit, replacing: path, by: .text(other)) }
    }
  }

  /// What a comparison is when its bound is in where it was out, or out where it was in.
  private static let otherComparison = [
    ">=": ">", ">": ">=", "<=": "<", "<": "<=", "=": "!=", "!=": "=",
  ]

  private func yuan(_ fen: Int64) -> String { Money(fen: fen).description + "元" }

  /// The other of two operations that are read alike, the operands the other way round, and each of several left out.
  private mutating func operations(_ path: TreePath) {
    for (key, other) in [("least", "most"), ("most", "least"), ("add", "least")] {
      guard let operands = self[path + key]?.elements, !operands.isEmpty else { continue }
      add(.event, path, "\(key) -> \(other)") { $0.renaming(key, other) }
      if operands.count > 2 { drops(of: path + key, .event) }
    }
    if self[path + "subtract"] != nil {
      add(.event, path + "subtract", "operands the other way round") { .list($0.elements.reversed()) }
    }
    if let rows = self[path + "tiers" + "rows"]?.elements, rows.count > 1 {
      drops(of: path + "tiers" + "rows", .figure)
    }
    if self[path + "any"] != nil { drops(of: path + "any", .condition) }
  }

  /// A tier that begins above its threshold instead of at it, or at it instead of above it.
  private mutating func strictness(_ path: TreePath) {
    for (key, other) in [("atLeast", "over"), ("over", "atLeast")] where self[path + key] != nil {
      add(.comparison, path, "\(key) -> \(other)") { $0.renaming(key, other) }
    }
  }
}
