import CaseModel
import Casework
import Cells
import Wording

/// Two records of applicants said to be one, or not: below it what that moves, before anything is changed.
struct MergeForm: FieldsLayer {
  var fields: FieldSet
  var pane = LinesPane()
  private var moved: PersonConsequences?

  init(_ desk: Surroundings, first: String?) {
    fields = FieldSet([
      Field(
        id: "verdict", label: "认定 *", hint: "按 F4 选择",
        kind: .choice(of: PersonWord.Verdict.self) { PersonWording.label($0) },
        text: PersonWording.label(.link)),
      Field(id: "first", label: "申请人 *", hint: "编号、代码或全名", kind: .text, text: first ?? ""),
      Field(id: "others", label: "另一户 *", hint: "编号、代码或全名，几户用空格分开", kind: .text),
      Field(id: "note", label: "理由 *", hint: "如营业执照、局务会纪要", kind: .text),
    ])
    renew(desk)
  }

  var heading: String { "并户" }
  var action: String? { "认定" }
  /// Everything is settled anew to tell what would move.
  var isCostly: Bool { true }
  var help: [String] {
    [
      "并户：限额、一次性资助和欠款合并计算，记在先录入的一户名下；各户的记录和已核定的金额不变。",
      "先列出限额、一次性资助和金额的变动，按 F8 才记入。由主管办理；同名而各自独立的，由没有录入过它们的主管认定。",
    ]
  }

  func title(_ desk: Surroundings) -> String { "是否同一申请人" }

  /// What was typed for records, one after another.
  private var typed: [String] { fields.words("first") + fields.words("others") }

  /// The records that are meant by something: its id, else those with that code or name.
  private func records(_ typed: String, _ desk: Surroundings) -> [Applicant] {
    if let record = desk.state.applicant(typed) { return [record] }
    let folded = TextFolding.search(typed)
    return desk.state.people.applicants.filter {
      TextFolding.search($0.name) == folded || $0.code.map(TextFolding.search) == folded
    }
  }

  private func word(_ desk: Surroundings) -> PersonWord? {
    let found = typed.map { records($0, desk) }
    guard let verdict = fields.choice("verdict").flatMap(PersonWord.Verdict.init(rawValue:)),
      found.count > 1, found.allSatisfy({ $0.count == 1 })
    else { return nil }
    return PersonWord(verdict, found.flatMap { $0.map(\.id) }, note: fields.text("note"))
  }

  /// What is wrong with the first record that is not one; nil where each is.
  private func problem(_ desk: Surroundings) -> String? {
    typed.lazy.compactMap { PersonWording.problem($0, self.records($0, desk)) }.first
  }

  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    moved = word(desk).map { desk.state.consequences(of: $0) }
    if let moved {
      return PersonWording.lines(moved, desk.state).flatMap { DecisionLines.wrapped($0, width) }
    }
    // What is there already, and what is still to be put right.
    let found = typed.map { records($0, desk) }.filter { $0.count == 1 }.flatMap(\.self)
    let lines = found.flatMap { DecisionLines.wrapped("\($0.id)  \($0.name)", width) }
    if let problem = problem(desk) { return lines + DecisionLines.wrapped(problem, width, .warning) }
    let like = found.count == 1 ? desk.state.applicants(like: found[0]) : []
    return lines
      + like.flatMap { DecisionLines.wrapped("可能的另一户：\(PersonWording.line($0))", width) }
      + DecisionLines.wrapped("选好认定、写好两户，这里就列出哪些限额和申报会变。", width, .dim)
  }

  // MARK: - Saving

  mutating func save(_ desk: Surroundings) -> Answer {
    fields.settle(today: desk.today)
    let seen = moved
    renew(desk)
    guard let word = word(desk), let now = moved else {
      let why = problem(desk) ?? "请写明认定和两户的编号。"
      return .fails("没有记入：" + why)
    }
    guard seen == now else { return .warns("变动与所列的不同，请看过下面所列的再按 F8。") }
    return desk.saving(.tellPersons(word, seen: now), orSay: "没有记入：")
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    guard case .personsTold(let word)? = changes.first else { return Notice(.good, "已经如此认定，没有变化。") }
    return Notice(.good, "已\(PersonWording.label(word.verdict))。")
  }
}
