import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A record of the work register being entered or changed: its fields as the policy file declares them, and below
/// whether it can be saved.
struct RegisterForm: FieldsLayer {
  private static let district = "district"

  let kind: RecordKind
  /// The record that is being changed, and how many had a hand in it when it was looked at; nil for a new one.
  let amended: RegisterRecord?
  var fields: FieldSet
  var pane = LinesPane()

  /// - Parameter district: the county that is proposed for a new one; else the office's.
  init(
    _ kind: RecordKind, amending record: RegisterRecord? = nil, of district: String? = nil,
    _ desk: Surroundings
  ) {
    self.kind = kind
    amended = record
    let districts = desk.state.districts
    let own = record?.entry.district ?? district ?? desk.state.office?.district ?? ""
    var all = [
      Field(
        id: Self.district, label: "县区 *", hint: "按 F4 选择", kind: .choice(of: districts),
        text: districts.named(by: own)?.name ?? "")
    ]
    all += kind.fields.map { field in
      var rule = field.rule
      if !field.isOptional { rule.label += " *" }
      var made = Field(rule)
      if let raw = record?.entry[rule.id] { made.show(raw) }
      return made
    }
    fields = FieldSet(all)
    if record == nil, let day = kind.fields.indices.contains(kind.day) ? kind.fields[kind.day] : nil,
      day.rule.kind == .year, let place = fields.fields.firstIndex(where: { $0.id == day.rule.id })
    {
      fields.fields[place].editor = LineEditor(String(desk.year))
    }
    focus = record == nil ? 0 : 1
    renew(desk)
  }

  var heading: String { amended == nil ? "登记台账" : "修改台账" }
  var action: String? { "保存" }
  var help: [String] { ["带 * 的必须填写；日期、金额、号码怎么写都可以，离开一栏时写成统一的样子。"] }

  func title(_ desk: Surroundings) -> String {
    let name = "\(Labels.articleName(kind.article)) \(kind.label)"
    return amended.map { "\(name)  \($0.id)" } ?? name
  }

  /// The record as typed so far.
  func entry(today: CivilDate) -> RegisterEntry {
    RegisterEntry(
      id: amended?.id ?? "", kind: kind.id, district: fields.choice(Self.district) ?? "",
      values: fields.fields.dropFirst().compactMap { field in
        field.raw(today: today).map { Filing.Input(field.id, $0) }
      })
  }

  private func command(today: CivilDate) -> Command {
    let entry = entry(today: today)
    return amended.map { .changeRecord(entry, hands: $0.hands.count) } ?? .enterRecords([entry])
  }

  /// Why it can't be saved as it stands, and in which field the reason lies.
  private func refusal(_ desk: Surroundings) -> (sentence: String, field: String?)? {
    guard fields.choice(Self.district) != nil else { return ("请选择县区。", Self.district) }
    switch desk.state.changes(for: command(today: desk.today), by: desk.operatorName, at: desk.moment) {
    case .success: return nil
    case .failure(.register(let refusal)):
      let field: String? =
        switch refusal {
        case .missing(let all), .unreadable(let all): all.first
        default: nil
        }
      return (RegisterWording.sentence(refusal, kind: kind), field)
    case .failure(let refusal): return (StoreWording.sentence(refusal, in: desk.state), nil)
    }
  }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    let entry = entry(today: desk.today)
    var lines =
      refusal(desk).map { DecisionLines.wrapped($0.sentence, width, .warning) } ?? [
        .init(text: "可以保存。", style: .good)
      ]
    lines += RecordLines.stages(of: entry, kind, width: width, today: desk.today)
    if let record = desk.state.policy.articles.first(where: { $0.number == kind.article })?.record {
      lines += DecisionLines.wrapped(record, width, .dim)
    }
    if let year = entry.year(in: kind), fields.choice(Self.district) != nil {
      let count = desk.state.records(
        RegisterFilter(kind: kind.id, year: year, district: entry.district)
      ).count { $0.id != entry.id }
      lines += DecisionLines.wrapped(
        "\(Labels.district(entry.district, among: desk.state.districts)) \(year) 年度"
          + (count == 0 ? "还没有这一类记录。" : "\(amended == nil ? "已有" : "另有") \(count) 项。"), width)
    }
    return lines
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    fields.settle(today: desk.today)
    if let refusal = refusal(desk) {
      if let field = refusal.field { fields.show(field) }
      renew(desk)
      return .fails("没有保存：" + refusal.sentence)
    }
    return .asks(.save(command(today: desk.today)))
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    switch changes.first {
    case .recordEntered(let entry)?: Notice(.good, "已登记 \(entry.id)。")
    case .recordChanged(let entry)?: Notice(.good, "已修改 \(entry.id)。")
    default: Notice(.good, "没有变化。")
    }
  }
}
