import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// The work register (工作台账) of the articles that pay nothing: each kind is entered, found, counted and printed.
@Suite struct RegisterScreenTests {
  static let kinds = (try? DemoOffice.empty().policy.register.map(\.id)) ?? []

  /// Something right to type into a field; a text is one that stands nowhere else.
  private func sample(_ rule: InputRule) -> String {
    switch rule.kind {
    case .text: "石坎\(rule.id)"
    case .date: "2020.3.2"
    case .money: "1,200.5"
    case .count: "３"
    case .year: "2020"
    case .flag: "y"
    case .applicationNumber: "ZL 2018 2 0123456.0"
    case .choice: "1"
    }
  }

  /// Opens the kind under its place in the list and types a record of it.
  private func typed(_ kind: RecordKind, _ desk: inout DeskSession) throws {
    let place = try #require(desk.state.policy.register.firstIndex { $0.id == kind.id })
    try desk.press("6" + String(repeating: "<Down>", count: place) + "<F2>英德<Tab>")
    for field in kind.fields {
      // The year stands there already.
      if field.rule.kind != .year { try desk.press(sample(field.rule)) }
      try desk.press("<Tab>")
    }
  }

  @Test func everyArticleThatRecordsHasAKind() {
    // Articles 1, 3, 4, 8, 10, 13 to 17, 19, 20 and 21 pay nothing by themselves or not only.
    #expect(!Self.kinds.isEmpty)
    let articles = Set((try? DemoOffice.empty().policy.register.map(\.article)) ?? [])
    #expect(articles == ["1", "3", "4", "8", "10", "13", "14", "15", "16", "17", "19", "20", "21"])
  }

  @Test(arguments: kinds) func aRecordOfEachKindIsEnteredFoundCountedAndPrinted(_ id: String) throws {
    var desk = try DeskSession(DemoOffice.empty())
    let kind = try #require(desk.state.policy.recordKind(id))
    try typed(kind, &desk)
    #expect(desk.screen.contains("可以保存"))
    try desk.press("<F8>")
    #expect(desk.message == "已登记 441800-R00001。")
    let record = try #require(desk.state.books.register["441800-R00001"])
    for field in kind.fields { #expect(record.entry.value(field) != nil, "\(field.rule.id)") }
    if let money = kind.fields.first(where: { $0.rule.kind == .money }) {
      #expect(record.entry.value(money) == .money(Money(fen: 120_050)))
    }
    // The kinds count it, in its county too.
    let counted = try #require(desk.screen.split(separator: "\n").first { $0.contains("\(kind.label)  ") })
    #expect(counted.contains(" 1"))
    #expect(desk.screen.contains("英德市  1 项"))
    // Its list has it, a search among all kinds finds it by pinyin, and the list can be printed.
    try desk.press("<Enter>")
    #expect(desk.screen.contains("441800-R00001"))
    try desk.press("<Backspace><F7>441800-r<Enter>")
    #expect(desk.screen.contains("\(kind.label)："))
    try desk.press("<F9><Enter>")
    #expect(desk.title.contains("报表") && desk.screen.contains("441800-R00001"))
  }

  @Test func textIsFoundByPinyin() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try typed(try #require(desk.state.policy.recordKind("training")), &desk)
    try desk.press("<F8><F7>shikan<Enter>")
    #expect(desk.screen.contains("培训："))
    try desk.press("<F7>没有的")
    #expect(desk.screen.contains("没有找到"))
    try desk.press("<Esc>")
    #expect(desk.screen.contains("类别"))
  }

  @Test func whatIsMissingIsNamedAndGetsTheCursor() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try desk.press("6<Down><F2>无此县<F8>")
    #expect(desk.message == "没有保存：请选择县区。")
    try desk.press("<Backspace><Backspace><Backspace>英德<F8>")
    #expect(desk.message == "没有保存：还没有填培训日期、主题、地点、培训人数、学时。")
    try desk.press("3月")
    #expect(desk.line(3).contains("3月"))
    try desk.press("<F8>")
    #expect(desk.message.hasPrefix("没有保存：还没有填主题"))
    try desk.press("专利<Tab>英德<Tab>5<Tab>2<F8>")
    #expect(desk.message == "没有保存：看不懂：培训日期。")
    try desk.press("<Backspace><Backspace>20210101<F8>")
    #expect(desk.message == "没有保存：2021-01-01 还没有到。")
    // Nothing was lost.
    #expect(desk.screen.contains("专利"))
  }

  /// Article 16: counted from the day on which a case is opened; a later stage is not before an earlier one.
  @Test func aCaseHasStagesWithDays() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try desk.press("6" + String(repeating: "<Down>", count: 9) + "<F2>英德<Tab>20200102<Tab>清知执字〔2020〕1号<Tab>")
    try desk.press("甲公司、乙公司<Tab>1<Tab>20200101")
    #expect(desk.screen.contains("审理日期早于立案日期"))
    try desk.press("<Backspace><Backspace>22<Tab>")
    // From 2 January to 22 January are 20 days, to 27 March another 65.
    #expect(desk.screen.contains("审理 第 20 天，审理后已 65 天"))
    try desk.press("<F8><Enter>")
    #expect(desk.screen.contains("审理 第 20 天"))
    // A county has one record of a case.
    try desk.press("<F2>英德<Tab>20200103<Tab>清知执字〔2020〕1号<Tab>丙<Tab>2")
    #expect(desk.screen.contains("已有一条：441800-R00001"))
  }

  @Test func aRecordIsChangedAndStruckOutWithItsReason() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try typed(try #require(desk.state.policy.recordKind("publicity")), &desk)
    try desk.press("<F8><Enter><Enter>")
    #expect(desk.title.contains("修改台账"))
    try desk.press("<F8>")
    #expect(desk.message == "没有变化。")
    try desk.press("<Enter><Tab>讲座<F8>")
    #expect(desk.message == "已修改 441800-R00001。")
    #expect(desk.screen.contains("讲座"))
    try desk.press("<F6><F8>")
    #expect(desk.message == "没有作废：请写明理由。")
    try desk.press("重复登记<F8>")
    #expect(desk.message == "已作废 441800-R00001。")
    #expect(desk.screen.contains("（作废）") && desk.screen.contains("已作废：重复登记"))
    #expect(desk.screen.contains("0 项"))
    try desk.press("<Enter>")
    #expect(desk.message.contains("已经作废，不能再改"))
    try desk.press("<F6>")
    #expect(desk.message.contains("已经作废"))
    try desk.press("<C-z>")
    #expect(desk.message.contains("最后一次是台账 441800-R00001"))
    try desk.press("<Backspace><F6>")
    #expect(desk.message.contains("请先按 Enter 打开类别"))
  }

  /// What another has changed since the form was opened is not written over.
  @Test func anothersChangeMeanwhileIsSaid() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try typed(try #require(desk.state.policy.recordKind("publicity")), &desk)
    try desk.press("<F8><Enter><Enter><Tab>讲座")
    var entry = try #require(desk.state.books.register["441800-R00001"]).entry
    entry.district = "441802"
    let moment = Moment(at: "2020-03-27T03:00:00Z", today: DemoOffice.day)
    let added = try desk.state.changes(
      for: .addOperator(.init(name: "李经办", role: .clerk, login: nil)), by: "演示", at: moment
    ).get()
    desk.state.fold(Transaction(by: "演示", at: "2020-03-27T02:00:00Z", policy: "", changes: added))
    let changes = try desk.state.changes(for: .changeRecord(entry), by: "李经办", at: moment).get()
    desk.state.fold(Transaction(by: "李经办", at: "2020-03-27T03:00:00Z", policy: "", changes: changes))
    desk.model.stateChanged(desk.state)
    #expect(desk.screen.contains("李经办 于 2020-03-27 11:00 又改过 441800-R00001"))
    try desk.press("<F8>")
    #expect(desk.message.contains("没有保存：李经办"))
    try desk.press("<F10><Enter><F6>")
    let other = try desk.state.changes(for: .strikeRecord("441800-R00001", note: "误"), by: "李经办", at: moment)
      .get()
    desk.state.fold(Transaction(by: "李经办", at: "2020-03-27T03:00:00Z", policy: "", changes: other))
    desk.model.stateChanged(desk.state)
    try desk.press("重复<F8>")
    #expect(desk.message.contains("刚才又有人改过"))
  }

  /// A policy file may declare more fields than a small screen has rows.
  @Test func theFieldInFocusIsInSight() throws {
    var desk = try DeskSession(DemoOffice.empty(), rows: 16, columns: 60)
    var fields = desk.state.policy.register[1].fields
    for number in 1...20 {
      fields.append(
        .init(rule: .init(id: "extra\(number)", label: "补充\(number)", hint: nil, unit: nil, kind: .text)))
    }
    let kind = RecordKind(id: "many", article: "3", label: "很多栏", fields: fields, day: 0)
    desk.model.overlay = RegisterForm(kind, desk.model.surroundings(desk.state))
    for place in kind.fields.indices {
      #expect(desk.screen.contains(" \(kind.fields[place].rule.label) *"))
      try desk.press("<Tab>")
    }
  }
}
