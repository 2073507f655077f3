import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// What saves a clerk keys: the palette, the last filing's values, the next filing, a reason for a failed check.
@Suite struct FilingShortcutTests {
  // 第18条: 1 000 for a utility model.
  private static let grant = "<F2>syxx<Tab>英德市浈阳<Tab><Tab>201820777777<Tab>20190505"

  @Test(
    "The palette finds a command by Chinese, pinyin and initials",
    arguments: [("xsb", " 新申报"), ("tiaokuan", " 7 条款"), ("限", " 4 限额"), ("syn", " 1 待办"), ("F3", " 新申请人")])
  func palette(query: String, heading: String) throws {
    let session = try DeskSession.demo("<C-p>\(query)<Enter>")
    #expect(session.title.hasPrefix(heading))
    #expect(session.model.year == (query == "syn" ? 2019 : 2020))
  }

  /// Words that clerks say: each leads to its step, its paper, or the command that does it.
  @Test(
    "The palette knows the clerks' own words",
    arguments: [
      ("补正", "通知补正"), ("tzbz", "通知补正"), ("不予", "不予资助"), ("驳回", "不予资助"), ("撤回", "撤回"), ("退票", "退票"),
      ("追回", "追回"), ("拨付", "拨付"), ("付款", "拨付"), ("回执", "收件编号：GXQ-2020-000014"), ("审批表", "资助审批表"),
      ("备份", "zizhu backup"),
      ("期间", "设定期限"), ("期限", "设定期限"),
      ("操作员", "zizhu operator"), ("密码", "zizhu operator"), ("等候天数", "各阶段等候天数"),
    ])
  func clerksWords(word: String, shows: String) throws {
    let session = try DeskSession.demo("<C-p>\(word)<Enter>")
    #expect(!session.title.contains("命令"))
    #expect(session.screen.contains(shows), "\(session.screen)")
  }

  /// A step that can't be done now says why, and a suspension stands before what only has its letters within.
  @Test func aStepThatIsNotOfferedSaysWhy() throws {
    let session = try DeskSession.demo("<C-p>退票<Enter>")
    #expect(session.title.hasPrefix(" 登记退票") && session.screen.contains("不能登记退票："))
    let found = try DeskSession.demo("<C-p>zt")
    #expect(found.line(3).hasPrefix(" 暂停程序"), "\(found.screen)")
    // What is found only by name is not in the list of all.
    #expect(!(try DeskSession.demo("<C-p>").screen.contains("现在不能办")))
  }

  /// What is done on one screen is found on every other and in every form, and says where.
  @Test(
    arguments: [
      ("<C-p>从表格读入台账<Enter>", "请先按 6 到工作台账，选一个类别，再从表格读入。"),
      ("2<C-p>从表格<Enter>", "请先按 6 到工作台账"), ("2<C-p>作废<Enter>", "请先按 6 到工作台账，选一条没有作废的记录。"),
      ("6<C-p>材料核对<Enter>", "请先在待办或申报里选一件申报。"), ("7<C-p>换一栏<Enter>", "这一屏的次序是固定的"),
      ("<C-p>条款全文<Enter>", "请先按 7 到条款，选一条。"), ("2<C-p>各年<Enter>", "请先按 3 到申报"),
      ("3<C-p>取消筛选<Enter>", "申报没有在筛选。"), ("7<C-p>复制金额<Enter>", "请先选一件申报。"),
      ("<F2><C-p>导入旧台账<Enter>", #"按 F10 返回，再用"导入旧台账"。"#),
      ("<F3><C-p>拨付表<Enter>", #"按 F10 返回，再用"打印："#), ("<F5><C-p>bh<Enter>", #"按 F10 返回，再用"并户"#),
    ])
  func whatIsDoneElsewhereSaysWhere(_ keys: String, _ told: String) throws {
    let session = try DeskSession.demo(keys)
    #expect(session.message.contains(told), "\(session.screen)")
  }

  @Test("A palette in which nothing is found says so and does nothing")
  func nothingFound() throws {
    let session = try DeskSession.demo("<C-p>不存在<Enter>")
    #expect(session.screen.contains("没有这样的命令"))
    #expect(try DeskSession.demo("<C-p>不存在<Enter><Esc>").screen == DeskSession.demo().screen)
  }

  @Test("Ctrl-N saves and begins the next filing of the same item and applicant at its first input")
  func next() throws {
    var session = try DeskSession.demo(Self.grant + "<C-n>")
    #expect(session.state.file("441800-2020-000003") != nil)
    #expect(session.message.contains("已保存 441800-2020-000003"))
    #expect(session.screen.contains("实用新型授权"))
    #expect(session.screen.contains("英德市浈阳红茶机械有限公司"))
    try session.press("201820777778<Tab>20190506<F8>")
    let second = try #require(session.state.file("441800-2020-000004"))
    #expect(second.filing.applicant == "A036")
    #expect(second.filing.input("applicationNumber") == .text("201820777778"))
    #expect(second.decision.award == Money(yuan: 1000))
  }

  @Test("Ctrl-D copies the last filing's value for the field; on an empty form all of them")
  func copying() throws {
    var session = try DeskSession.demo(Self.grant + "<F8><F2><C-d>")
    #expect(session.screen.contains("201820777777"))
    #expect(session.screen.contains("2019-05-05"))
    // The same patent a second time is paid once only.
    #expect(session.screen.contains("不符合条件"))
    try session.press("<F10><Enter><F2>syxx<Tab><C-d><Tab><Tab>201820777779<Tab><C-d>")
    #expect(session.screen.contains("英德市浈阳红茶机械有限公司"))
    #expect(session.screen.contains("1,000.00 元"))
  }

  @Test("With nothing saved yet Ctrl-D says so")
  func nothingToCopy() throws {
    #expect(try DeskSession.demo("<F2><C-d>").message.contains("还没有可以照抄的上一件"))
  }

  @Test("A wrong check digit asks for a reason, and is taken with one")
  func overruling() throws {
    // The right check digit of 201820777777 is not X: a field for the reason comes, and goes with the mistake.
    var session = try DeskSession.demo("<F2>syxx<Tab>英德市浈阳<Tab><Tab>201820777777.X")
    #expect(session.screen.contains("照收理由"))
    #expect(session.screen.contains("材料不全"))
    try session.press("<Tab>证书原件如此<Tab>20190505")
    #expect(session.screen.contains("1,000.00 元"))
    try session.press("<F8>")
    let saved = try #require(session.state.file("441800-2020-000003"))
    #expect(saved.filing.override(of: "applicationNumber") == "证书原件如此")
    #expect(saved.decision.award == Money(yuan: 1000))
    let mended = try DeskSession.demo("<F2>syxx<Tab>英德市浈阳<Tab><Tab>201820777777.X<Backspace><Backspace>")
    #expect(!mended.screen.contains("照收理由"))
  }
}
