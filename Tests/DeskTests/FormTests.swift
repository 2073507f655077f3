import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// Filling in the two forms.
@Suite struct FormTests {
  // MARK: - Applicant

  @Test func anApplicantIsEnteredAndShown() throws {
    let session = try DeskSession.demo(
      "<F3>清远市试验陶瓷有限公司<Tab>1<Tab>英德<Tab>91441802MAK82HHF96<Tab>王主任<Tab>13800000000<Tab>农行<Tab>6222<F8>")
    #expect(session.message.contains("已保存申请人 441800-A00001。"))
    #expect(session.title.contains("2 申请人"))
    let saved = try #require(session.state.applicant("441800-A00001"))
    #expect(saved.name == "清远市试验陶瓷有限公司")
    #expect(saved.kind == .enterprise && saved.district == "441881" && saved.parent == nil)
    #expect(saved.contact == "王主任" && saved.phone == "13800000000")
    #expect(session.screen.contains("还没有申报。按 F2 为其申报。"))
  }

  /// The first gap gets the cursor, and the message says what is missing.
  @Test(arguments: [
    ("", 0, "请填写名称"), ("  ", 0, "请填写名称"), ("甲", 1, "请选择类型"), ("甲<Tab>1", 2, "请选择所在地区"),
    ("甲<Tab>6<Tab>1", 8, "请选择总部"), ("甲<Tab>9<Tab>1", 1, "请选择类型"),
  ])
  func aGapIsNamed(_ typed: String, _ focus: Int, _ words: String) throws {
    let session = try DeskSession.demo("<F3>\(typed)<F8>")
    #expect(session.message.contains(words))
    #expect(session.model.applicantForm?.focus == focus)
    #expect(session.state.people.applicants.count == 77)
  }

  @Test func onlyABranchNamesAHeadOffice() throws {
    #expect(!(try DeskSession.demo("<F3>甲<Tab>1").screen.contains("总部")))
    let session = try DeskSession.demo(
      "<F3>湟川英德分所<Tab>6<Tab>8<Tab><Tab><Tab><Tab><Tab><Tab>湟川<Tab><F8>")
    #expect(session.state.applicant("441800-A00001")?.parent == "A006")
    // A head office that was named and then made no branch has none.
    let changed = try DeskSession.demo(
      "<F3>甲<Tab>6<Tab>8<Tab><Tab><Tab><Tab><Tab><Tab>湟川<Tab>"
        + String(repeating: "<S-Tab>", count: 7)
        + "<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>1<F8>")
    #expect(changed.state.applicant("441800-A00001")?.kind == .enterprise)
    #expect(changed.state.applicant("441800-A00001")?.parent == nil)
  }

  /// A code that fails its check is asked about, never refused: such papers exist.
  @Test func aDoubtfulCodeIsAskedAbout() throws {
    #expect(try DeskSession.demo("<F3>甲<Tab>1<Tab>1<Tab>91441802MAK82HHF96").screen.contains("代码校验不符：第"))
    #expect(!(try DeskSession.demo("<F3>甲<Tab>1<Tab>1<Tab>91441802MAK82HHF95").screen.contains("代码校验不符：第")))
    #expect(try DeskSession.demo("<F3>甲<Tab>7<Tab>1<Tab>123").screen.contains("身份证号应为 18 位，现有 3 位"))
    #expect(try DeskSession.demo("<F3>甲<Tab>1<Tab>1<Tab>123").screen.contains("统一社会信用代码应为 18 位，现有 3 位"))
  }

  /// So is an account: nothing is paid to what is none, but the form can be saved without the right one.
  @Test(arguments: [
    ("1", "无", "银行账号不像账号"), ("1", "6.22848E18", "银行账号不像账号"), ("7", "6228480012345670000", "银行卡号校验位不符"),
    // A unit's account has no such digit.
    ("1", "6228480012345670000", ""), ("7", "6228480402564890018", ""),
  ])
  func aDoubtfulAccountIsAskedAbout(_ kind: String, _ account: String, _ words: String) throws {
    let screen = try DeskSession.demo(
      "<F3>甲<Tab>\(kind)<Tab>1<Tab><Tab><Tab><Tab><Tab><Paste \"\(account)\">"
    ).screen
    #expect(screen.contains("银行账号不像账号") == words.hasPrefix("银行账号"))
    #expect(screen.contains("银行卡号校验位不符") == words.hasPrefix("银行卡号"))
  }

  /// The other doubts are those of an import, in the same words.
  @Test(arguments: [
    ("7", "441881199003073000<Tab><Tab><Tab><Tab>", "身份证号像是被表格软件截断"),
    ("1", "<Tab><Tab><Tab><Tab>6228480012345670000", "银行账号像是被表格软件截断"),
    ("1", "<Tab><Tab>7633361234<Tab><Tab>", "电话像是丢了区号开头的 0"),
    ("1", "<Tab>锟斤拷<Tab><Tab><Tab>", "一栏有乱码"),
    ("1", "<Tab><Tab><Tab><Tab>44398133881288804", "这个银行账号登记在 A001"),
  ])
  func whatAnImportDoubtsTheFormDoubtsToo(_ kind: String, _ typed: String, _ words: String) throws {
    let session = try DeskSession.demo("<F3>甲<Tab>\(kind)<Tab>1<Tab>\(typed)")
    // Long sentences go on below, beside the line between the panes.
    let shown = session.screen.filter { !$0.isWhitespace && $0 != "|" }
    #expect(shown.contains(words.filter { !$0.isWhitespace }), "\(session.screen)")
  }

  @Test func aNewApplicantGoesStraightIntoTheFiling() throws {
    let session = try DeskSession.demo(
      "<F2>syxx<Tab>新来的人<F3><Tab>7<Tab>1<F8>201820123456.0<Tab>")
    #expect(session.title.contains("新申报"))
    #expect(session.model.filing?.applicant.chosen?.label == "新来的人")
    // The cursor went on to the day of receipt, where the number is no date.
    #expect(session.model.filing?.focus == 3)
    #expect(session.screen.contains("日期看不懂") || session.screen.contains("收件日期"))
  }

  @Test func letterTypedToSearchAreNoName() throws {
    #expect(
      try DeskSession.demo("<F2>syxx<Tab>qwzx<F3>").model.applicantForm?.fields.fields[0].editor.text == "")
  }

  @Test func aPasteFillsSeveralFields() throws {
    let session = try DeskSession.demo("<F3><Paste \"甲公司\\t企业\\t英德市\\n\"><F8>")
    #expect(session.state.applicant("441800-A00001")?.name == "甲公司")
  }

  // MARK: - Filing

  @Test func everyItemHasItsFieldsFromThePolicyFile() throws {
    let state = try DemoOffice.full()
    for item in state.policy.items {
      var session = try DeskSession.demo("<F2><F4>")
      try session.press(item.label + "<Tab>")
      let form = try #require(session.model.filing)
      #expect(form.item.chosen?.id == item.id)
      // What the office fills in at review is not asked for at the counter.
      #expect(form.inputs.map(\.id) == item.inputs.filter { $0.source == .applicant }.map(\.id))
    }
  }

  @Test func anotherItemKeepsWhatFitsIt() throws {
    var session = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Tab>201820123456.0<Tab>20190615")
    try session.press("<S-Tab><S-Tab><S-Tab><S-Tab>wgsj<Tab>")
    let form = try #require(session.model.filing)
    #expect(form.item.chosen?.id == "design-grant")
    #expect(form.inputs.map(\.editor.text) == ["201820123456.0", "2019-06-15"])
    #expect(session.screen.contains("不符合条件"))
  }

  @Test func theDecisionFollowsEveryKey() throws {
    // Article 18: 1 000 for a utility model.
    var session = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Tab>201820123456.0<Tab>2019061")
    #expect(session.screen.contains("材料不全  0.00 元"))
    try session.press("5")
    #expect(session.screen.contains("全额资助  1,000.00 元"))
    try session.press("<Backspace>")
    #expect(session.screen.contains("材料不全  0.00 元"))
    try session.press("<Left><Left><Delete><End><Home>")
    #expect(session.screen.contains("材料不全  0.00 元"))
  }

  @Test func theYearsSumMovesByTheAward() throws {
    // 231 312.45 and 1 000 for a utility model granted in 2020.
    let session = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Tab>201920123456.5<Tab>20200115")
    #expect(session.screen.contains("-> 232,312.45") || session.screen.contains("232,312.45"))
    let saved = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Tab>201920123456.5<Tab>20200115<F8>")
    #expect(saved.screen.contains("资助合计 232,312.45 元"))
  }

  @Test func aDayThatIsNoneCanNotBeSaved() throws {
    let session = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Backspace><Backspace>99<F8>")
    #expect(session.message.contains("还没有保存"))
    #expect(session.model.filing?.focus == 2)
  }

  @Test func theWorkingScrollsToItsEndAndBack() throws {
    var session = try DeskSession.demo(Scene.cutGrant)
    let first = session.screen
    #expect(first.contains("下面还有"))
    try session.press("<PageDown>")
    #expect(session.screen.contains("资助额 100.00 元"))
    try session.press("<PageDown><PageDown><PageDown><PageDown>")
    #expect(session.screen.contains("到底了") && session.screen.contains("+ 所在地"))
    // The conclusion stays above.
    #expect(session.screen.contains("核减  100.00 元"))
    try session.press("<PageUp>")
    #expect(!session.screen.contains("到底了"))
    try session.press("<PageUp><PageUp>")
    #expect(session.screen == first)
  }

  @Test func aListIsClosedByEscWithoutLeavingTheForm() throws {
    let session = try DeskSession.demo("<F2>ysqy<Tab><Tab><Tab><F4>9<Down><Esc>")
    #expect(session.title.contains("新申报") && session.keyBar.contains("F10 返回"))
    #expect(session.model.filing?.inputs.first?.editor.text == "")
  }
}
