import Foundation
import Testing

/// The program as a clerk has it: in a terminal, on a store on disk.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct DeskSessionTests {
  /// A premium of 3 000.00 of a new applicant: 30 % are 900.00, of 10 000 then 9 100.00 are left (article 12).
  private func enterInsurance(_ desk: Terminal) throws {
    try desk.wait(for: "1 待办", "还没有申报")
    try desk.press("F2")
    try desk.wait(for: "新申报", "代理机构设立")
    try desk.type("zlbx")
    try desk.press("Tab")
    try desk.type("英德市试验陶瓷有限公司")
    try desk.wait(for: "没有找到")
    try desk.press("F3")
    try desk.wait(for: "新申请人", "名称 *           英德市试验陶瓷有限公司")
    try desk.press("Tab")
    try desk.type("1")
    try desk.press("Tab")
    try desk.type("英德市")
    try desk.press("Tab", "Tab")
    try desk.type("王主任")
    try desk.press("F8")
    try desk.wait(for: "已保存申请人 441881-A00001", "新申报")
    try desk.press("Tab")
    try desk.type("PZIP2020441800000001")
    try desk.press("Tab")
    try desk.type("12345678")
    try desk.press("Tab")
    try desk.type("3,000元")
    try desk.press("Tab")
    try desk.type("2020年2月27日")
    try desk.wait(for: "全额资助  900.00 元", "余额 10,000.00 -> 9,100.00", "年合计 0.00 -> 900.00")
  }

  /// An old ledger goes in by the desk: looked at, taken, explained row by row, and known the second time.
  @Test func anOldLedgerIsReadLookedAtAndTakenIn() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let table = scratch.store + "-旧账.csv"
    try Data(
      """
      申请人,申请人类型,所属县区,项目,专利号,授权日,收件日期,金额,状态
      清远市甲陶瓷有限公司,企业,英德,实用新型,ZL201820123456.0,2019.3.1,2019年7月2日,,收件
      清远市甲陶瓷有限公司,企业,英德,实用新型,申请中,2019.3.1,2019年7月2日,,收件

      """.utf8
    ).write(to: URL(filePath: table))
    defer {
      for ending in [".csv", "-结果.csv", "-栏目.json"] {
        try? FileManager.default.removeItem(atPath: scratch.store + "-旧账" + ending)
      }
    }
    let desk = try Terminal.desk(scratch.store)
    func look() throws {
      try desk.press("C-p")
      try desk.type("drjtz")
      try desk.press("Enter")
      try desk.wait(for: "导入旧台账", "表格文件")
      try desk.type(table)
      try desk.press("F8")
    }
    try desk.wait(for: "1 待办", "还没有申报")
    try look()
    try desk.wait(for: "可读入 1 行", "有误 1 行", "需要申请号")
    // The key that has read it may still be held down.
    try desk.press("F8")
    try desk.wait(for: "读入 1 件\"是另一项")
    try desk.press("Enter")
    try desk.wait(for: "已读入申报 1 件、新申请人 1 个")
    let result = try String(contentsOfFile: scratch.store + "-旧账-结果.csv", encoding: .utf8)
    #expect(result.contains("441881-2019-000001") && result.contains("需要申请号"))
    try look()
    try desk.wait(for: "可读入 0 行；已在库中 1 行")
    try desk.press("F8")
    try desk.wait(for: "没有新的内容，库里没有改动")
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }

  /// Ctrl-Z finds in the journal what stood before the last change, says it, and takes it back in a save of its own.
  @Test func aChangeIsTakenBackFromTheJournal() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try enterInsurance(desk)
    try desk.press("F8")
    try desk.wait(for: "已保存 441881-2020-000001")
    // The premium was 4 000.00 after all: 30 % are 1 200.00 (article 12).
    try desk.press("Enter")
    try desk.wait(for: "修改申报", "3000.00")
    try desk.press("Tab", "Tab", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace")
    try desk.type("4000")
    try desk.wait(for: "1,200.00 元")
    try desk.press("F8")
    try desk.wait(for: "已修改 441881-2020-000001：全额资助 1,200.00 元")
    try desk.press("C-z")
    try desk.wait(for: "撤销修改", "4,000.00", "3,000.00")
    try desk.press("F8")
    try desk.wait(for: "已撤销 441881-2020-000001 的最后一次修改", "900.00")
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }

  @Test func aFilingForANewApplicantIsEnteredKeptAndFoundAgain() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try enterInsurance(desk)
    try desk.press("F8")
    try desk.wait(for: "已保存 441881-2020-000001：全额资助 900.00 元", "资助合计 900.00 元")
    try desk.press("4")
    try desk.wait(for: "4 限额", "英德市试验陶瓷", "900.00", "9,100.00")
    try desk.press("F10")
    try desk.wait(for: "要离开吗")
    try desk.press("Enter")
    try desk.waitForEnd()

    let again = try Terminal.desk(scratch.store)
    try again.wait(for: "441881-2020-000001", "资助合计 900.00 元", "余 9,100.00")
    try again.press("F7")
    try again.type("ydssytc")
    try again.wait(for: "查找 ydssytc", "441881-2020-000001", "1/1")
    try again.press("Enter", "2", "F7")
    try again.type("ydssytc")
    try again.wait(for: "共 1 个", "英德市试验陶瓷有限公司", "441881-A00001", "900.00")

    // The commands see the same.
    let shown = try Program.run(["show", "441881-2020-000001", "--store", scratch.store])
    #expect(shown.status == 0 && shown.output.contains("900.00") && shown.output.contains("李经办"))
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }

  /// What the screen calls saved is on the disk, whatever happens to the program then.
  @Test func aDeskKilledRightAfterSavingHasSaved() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try enterInsurance(desk)
    let process = try #require(desk.process)
    try desk.press("F8")
    try desk.wait(for: "已保存 441881-2020-000001")
    kill(process, SIGKILL)
    try desk.waitForEnd()

    let export = try Program.run(["export", "--store", scratch.store])
    #expect(export.output.contains("441881-2020-000001"))
    #expect(export.output.contains("PZIP2020441800000001"))
    let verified = try Program.run(["verify", "--store", scratch.store])
    #expect(verified.status == 0 && verified.errors.isEmpty)
    let again = try Terminal.desk(scratch.store)
    try again.wait(for: "441881-2020-000001", "900.00")
  }

  @Test func whatOneDeskSavesTheOtherShows() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let other = try Terminal.desk(scratch.store, columns: 110, rows: 30)
    try other.wait(for: "还没有申报")
    let desk = try Terminal.desk(scratch.store)
    try enterInsurance(desk)
    try desk.press("C-s")
    try desk.wait(for: "已保存 441881-2020-000001")
    try other.wait(for: "英德市试验陶瓷有限公司", "资助合计 900.00 元", "余 9,100.00")
  }

  /// (g) Nobody acts as somebody else: a name bound to another login is not to be had, nor one whose PIN is unknown.
  @Test func aNameIsTakenByItsLoginOrItsPINAlone() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    for words in [["旁人", "--role", "reviewer", "--login", "somebody-else"], ["林复核", "--role", "reviewer"]] {
      let added = try Program.run(["operator", "add"] + words + ["--store", scratch.store])
      #expect(added.status == 0, "\(added.errors)")
    }
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "还没有申报")
    try desk.press("C-o", "2", "Enter")
    try desk.wait(for: "绑定了另一个系统登录名")
    try desk.press("Up", "Up", "3", "Enter")
    try desk.wait(for: "设定 PIN")
    try desk.type("24681357")
    try desk.press("Enter")
    try desk.type("24681357")
    try desk.press("Enter")
    try desk.wait(for: "现在由林复核办理")
    #expect(!desk.screen.contains("24681357"))
    try desk.press("C-k")
    try desk.wait(for: "已锁定")
    try desk.type("11112222")
    try desk.press("Enter")
    try desk.wait(for: "的 PIN 不对")
    try desk.type("24681357")
    try desk.press("Enter")
    // What the desk says then, news of the day's backup may have taken the place of.
    try desk.wait(for: "还没有申报", "资助合计 0.00")
  }

  @Test func theDemoOpensOnItsOwnDayAndThrowsEverythingAway() throws {
    let scratch = try Scratch()
    let desk = try Terminal(
      "'\(Program.path)' demo", environment: ["TMPDIR": scratch.path])
    try desk.wait(for: "演示", "2020-03-30", "2,730.00", "余 7,270.00", "F1 帮助")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 1)
    // One claim from the counter to the bank, by three people without a PIN.
    try desk.wait(for: "演示经办", "F5 受理")
    try desk.press("F5", "F8")
    try desk.wait(for: "已受理 GXQ-2020-000014")
    try desk.press("C-o", "2", "Enter", "F7")
    try desk.type("GXQ-2020-000014")
    try desk.press("Enter")
    for (key, done) in [("F5 初审", "已初审"), ("F5 审定", "已审定"), ("F5 公示", "已公示")] {
      try desk.wait(for: "演示复核", key)
      try desk.press("F5", "F8")
      try desk.wait(for: done + " GXQ-2020-000014")
    }
    try desk.press("C-o", "1", "Enter")
    try desk.wait(for: "演示主管", "F5 拨付")
    try desk.press("F5", "F8")
    try desk.wait(for: "已拨付 GXQ-2020-000014")
    // Out of the search, then out of the program.
    try desk.press("F10", "F10")
    try desk.wait(for: "要离开吗")
    try desk.press("Enter")
    try desk.waitForEnd()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }
}
