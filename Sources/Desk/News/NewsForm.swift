import CaseModel
import Casework
import Cells
import Wording

/// Bad news (不利情形) being entered: below it every filing that rests on the patent or contract, with the difference,
/// before anything is changed.
struct NewsForm: FieldsLayer {
  var fields: FieldSet
  var pane = LinesPane()
  private var consequences: NewsConsequences?

  init(_ desk: Surroundings) {
    fields = FieldSet([
      Field(
        id: "kind", label: "情形", hint: "按 F4 选择", kind: .choice(of: News.Kind.self) { NewsWording.label($0) }),
      Field(id: "number", label: "号码", hint: "专利申请号，或保险单号", kind: .text),
      Field(id: "paper", label: "文书", hint: "通报、决定书的名称或文号", kind: .text),
      Field(id: "day", label: "文书日期", kind: .date, text: desk.today.description),
      Field(
        id: "applicant", label: "计入其申请量", hint: "申报里没有写明这件申请的，填申请人编号，几个用空格分开", kind: .text),
      Field(id: "note", label: "说明", hint: "可不填", kind: .text),
    ])
    renew(desk)
  }

  var heading: String { "不利情形" }
  var action: String? { "登记并办理" }
  /// Every filing is asked whether it rests on the number.
  var isCostly: Bool { true }
  var help: [String] {
    ["先列出涉及的每一件申报和差额，按 F8 才登记并办理：未拨付的改按新的核算，已拨付的提出变更，由另一人确认。"]
  }

  // MARK: - What is asked for

  private func news(_ desk: Surroundings) -> News? {
    guard let kind = fields.choice("kind").flatMap(News.Kind.init(rawValue:)),
      !TextFolding.isBlank(fields.text("number")),
      let day = try? CivilDate.typed(fields.text("day"), today: desk.today).get()
    else { return nil }
    return News(
      kind: kind, number: fields.text("number"), day: day, paper: fields.text("paper"),
      note: fields.text("note"),
      applicants: fields.words("applicant"))
  }

  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    consequences = news(desk).map { desk.state.consequences(of: $0) }
    guard let consequences else { return DecisionLines.wrapped("选好情形、写好号码，这里就列出涉及的申报和差额。", width, .dim) }
    return NewsWording.lines(consequences, desk.state).flatMap { DecisionLines.wrapped($0, width) }
  }

  // MARK: - Saving

  mutating func save(_ desk: Surroundings) -> Answer {
    fields.settle(today: desk.today)
    let seen = consequences
    renew(desk)
    guard let news = news(desk), let now = consequences else { return refuse(desk.today) }
    guard TextFolding.isPaper(news.paper) else { return fields.fails("没有登记：请写明文书。", at: "paper") }
    if let unknown = fields.words("applicant").first(where: { desk.state.applicant($0) == nil }) {
      return fields.fails("没有登记：没有编号为“\(unknown)”的申请人。", at: "applicant")
    }
    guard seen == now else { return .warns("涉及的申报有了变动，请看过下面所列的再按 F8。") }
    return .asks(.save(.enterNews(news, seen: now)))
  }

  /// Says which field can't be done without, and of what was typed there and can't be read what is wrong with it.
  private mutating func refuse(_ today: CivilDate) -> Answer {
    let gap =
      fields.choice("kind") == nil ? "kind" : TextFolding.isBlank(fields.text("number")) ? "number" : "day"
    let field = fields.field(gap)
    let name = field?.label ?? ""
    return fields.fails(
      "没有登记：" + (field?.problem(today: today).map { "\(name)：\($0)。" } ?? "请填好\(name)。"), at: gap)
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    let steps = changes.filter { $0.record != nil }.count
    return Notice(.good, "已登记 \(desk.state.lastOwnNews?.id ?? "")，办理了 \(steps) 项。")
  }

  func title(_ desk: Surroundings) -> String { "登记不利情形" }
}
