import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A year being sealed, or a sealed one opened again: what it comes to, item by item, and what stands in the way.
struct SealForm: FieldsLayer {
  let year: Int
  /// Whether the year is sealed, so that it can only be opened again.
  let isSealed: Bool
  /// What the year came to when it was looked at.
  private var seen: YearSums
  var fields: FieldSet
  var pane = LinesPane()

  init(_ desk: Surroundings) {
    year = desk.year
    isSealed = desk.state.seal(of: desk.year) != nil
    seen = desk.state.yearSums(of: desk.year)
    fields = FieldSet([
      Field(
        id: "note", label: isSealed ? "解封理由 *" : "说明", hint: isSealed ? "为什么要改封存的年度" : "可不填", kind: .text)
    ])
    renew(desk)
  }

  var heading: String { isSealed ? "解封年度" : "封存年度" }
  var action: String? { isSealed ? "解封" : "封存" }
  /// The sums go through every filing of the year.
  var isCostly: Bool { true }
  var help: [String] {
    ["封存以后，这个年度的申报和预算不再改动；确需改动，由主管写明理由解封，改后可打印更正表。封存表、更正表按 F9 打印。"]
  }

  func title(_ desk: Surroundings) -> String { "\(year) 年度" + (isSealed ? "（已封存）" : "") }

  private func command(_ seen: YearSums) -> Command {
    let note = fields.text("note")
    return isSealed ? .unsealYear(year, note: note) : .sealYear(year, note: note, seen: seen)
  }

  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    seen = desk.state.yearSums(of: year)
    var lines: [DecisionLines.Line] = []
    // What is only missing is asked for when it is saved.
    if !isSealed, let refusal = desk.refusal(of: command(seen)) {
      lines += DecisionLines.wrapped(refusal, width, .warning)
    } else if !isSealed {
      lines.append(.init(text: "可以封存。", style: .good))
    }
    for line in seen.lines {
      let item = desk.state.policy.item(line.item)
      lines.append(
        .init(
          text: "\(Labels.articleName(item?.article ?? "")) \(item?.label ?? line.item)  \(line.filings) 件",
          mark: MoneyWording.grouped(line.award) + " 元"))
    }
    let award = seen.lines.reduce(MoneyTotal.zero) { $0 + $1.award }
    lines.append(
      .init(text: "合计  \(seen.filings) 件", style: .strong, mark: MoneyWording.grouped(award) + " 元"))
    return lines
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    let before = seen
    renew(desk)
    return desk.saving(command(before), orSay: isSealed ? "没有解封：" : "")
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    Notice(.good, isSealed ? "已解封 \(year) 年度；改完请再封存，按 F9 打印更正表。" : "已封存 \(year) 年度，按 F9 打印封存表签字。")
  }
}
