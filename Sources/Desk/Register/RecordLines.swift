import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A record of the work register in lines: what it states, how its matter went on, and who had a hand in it.
struct RecordLines {
  var record: RegisterRecord
  /// Nil where the policy in force no longer has it.
  var kind: RecordKind?
  /// The office's districts.
  var districts: [District]
  /// The name of another office that keeps it; nil of one's own.
  var keeper: String?

  func all(width: Int, today: CivilDate) -> [DecisionLines.Line] {
    var lines = DecisionLines.wrapped(
      "\(record.id)  \(kind?.label ?? record.entry.kind)  \(Labels.district(record.entry.district, among: districts))",
      width,
      .strong)
    if let keeper { lines.append(.init(text: "由\(keeper)登记，只能看", style: .dim)) }
    if let reason = record.struckOut { lines += DecisionLines.wrapped("已作废：\(reason)", width, .bad) }
    for field in kind?.fields ?? [] {
      let text = RegisterWording.shown(field, of: record.entry)
      guard !text.isEmpty else { continue }
      lines += DecisionLines.wrapped("\(field.rule.label)  \(text)\(unit(of: field))", width)
    }
    if let kind { lines += Self.stages(of: record.entry, kind, width: width, today: today) }
    for (place, hand) in record.hands.enumerated() {
      let isStrike = record.struckOut != nil && place == record.hands.count - 1
      let deed = place == 0 ? "登记" : isStrike ? "作废" : "修改"
      lines.append(.init(text: "\(MomentWording.local(hand.at))  \(deed)  \(hand.by)", style: .dim))
    }
    return lines
  }

  /// How long the matter took from stage to stage, and how long it has waited at the last one.
  static func stages(
    of entry: RegisterEntry, _ kind: RecordKind, width: Int, today: CivilDate
  ) -> [DecisionLines.Line] {
    let reached = kind.reached(entry)
    guard let first = reached.first, let last = reached.last else { return [] }
    var text = reached.dropFirst().map { "\($0.stage.label) 第 \(first.day.days(to: $0.day)) 天" }
    if !reached.contains(where: { $0.stage.endsMatter }) {
      text.append("\(last.stage.label)后已 \(last.day.days(to: today)) 天")
    }
    return DecisionLines.wrapped("办理进度：" + text.joined(separator: "，"), width)
  }

  private func unit(of field: RecordKind.Field) -> String { field.rule.unit.map { " \($0)" } ?? "" }
}
