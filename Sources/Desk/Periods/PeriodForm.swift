import CaseModel
import Casework
import Cells
import Wording

/// How long things take in the office, from a day on: what holds, what was set, and one more to be set.
struct PeriodForm: FieldsLayer {
  var fields: FieldSet
  var pane = LinesPane()

  init(_ desk: Surroundings) {
    fields = FieldSet([
      Field(
        id: "kind", label: "期限 *", hint: "按 F4 选择",
        kind: .choice(of: OfficePeriod.Kind.self) { PeriodWording.label($0) }),
      Field(id: "count", label: "天数 *", hint: "0 为不再设期限", kind: .count),
      Field(
        id: "unit", label: "按", hint: "不填：补正、退票为工作日，公示、退款为自然日",
        kind: .choice([
          .init(id: OfficePeriod.Unit.days.rawValue, label: "自然日"),
          .init(id: OfficePeriod.Unit.workingDays.rawValue, label: "工作日"),
        ])),
      Field(id: "from", label: "起算日期", kind: .date, text: desk.today.description),
      Field(id: "note", label: "依据 *", hint: "如局务会纪要", kind: .text),
    ])
    renew(desk)
  }

  var heading: String { "设定期限" }
  var action: String? { "设定" }
  var help: [String] {
    ["期限由主管设定，自所写日期起施行；已经开始的仍照原来的。设定了公示期的，公示期满以前不能列入批次或拨付。没有设定的不作要求。"]
  }

  func title(_ desk: Surroundings) -> String { "本局设定的期限" }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    PeriodWording.lines(desk.state, on: desk.today).flatMap { DecisionLines.wrapped($0, width) }
  }

  private func period(_ desk: Surroundings) -> OfficePeriod? {
    guard let kind = fields.choice("kind").flatMap(OfficePeriod.Kind.init(rawValue:)),
      case .success(let count) = Count.typed(fields.text("count")),
      case .success(let from) = CivilDate.typed(fields.text("from"), today: desk.today)
    else { return nil }
    let unit = fields.choice("unit").flatMap(OfficePeriod.Unit.init(rawValue:))
    return OfficePeriod(kind: kind, count: count, unit: unit, from: from, note: fields.text("note"))
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    fields.settle(today: desk.today)
    guard let period = period(desk) else { return .fails("没有设定：请写明期限、天数和起算日期。") }
    return desk.saving(.setPeriods([period]), orSay: "没有设定：")
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    guard case .periodSet(let period)? = changes.first else { return Notice(.good, "已设定。") }
    return Notice(.good, "已设定\(PeriodWording.line(period))。")
  }
}
