import Casework
import Testing

@testable import Desk

/// F9: papers and reports looked at on the desk and kept as files.
@Suite struct PrintingTests {
  @Test func whatCanBePrintedStandsFirstAndTheRestSaysWhyNot() throws {
    var desk = try DeskSession.demo("<F9>")
    for paper in ["收件回执", "审批表", "汇总表", "年度限额表"] { #expect(desk.screen.contains(paper)) }
    try desk.press("<End><Enter>")
    #expect(desk.message.contains("没有解封过，没有更正，没有打印"))
    try desk.press("<Up><Up><Up><Up><Enter>")
    #expect(desk.message.contains("没有追回的金额，没有打印"))
  }

  /// 30 % of 9 100.01 under article 12: 2 730.00.
  @Test func aReceiptIsReadAndKept() throws {
    var desk = try DeskSession.demo("<F9><Enter>")
    #expect(desk.title.contains("收件回执"))
    #expect(desk.screen.contains("收件编号：GXQ-2020-000014"))
    try desk.press("<PageDown><F8>")
    #expect(desk.title.contains("存成文件"))
    try desk.press("<F8>")
    #expect(desk.files == ["收件回执-GXQ-2020-000014.html"])
    #expect(desk.message.contains("已存成 收件回执-GXQ-2020-000014.html"))
    // A second time the name is taken: nothing is written over, and what was typed stays.
    try desk.press("<F9><Enter><F8><F8>")
    #expect(desk.message.contains("没有覆盖"))
    try desk.press("<Tab><End>-2<F8>")
    #expect(desk.files.last == "收件回执-GXQ-2020-000014-2.html")
  }

  @Test func aTableIsKeptForASpreadsheet() throws {
    var desk = try DeskSession.demo("<F9><Down><Down><Enter><F8>3<F8>")
    #expect(desk.files == ["汇总表-2020.csv"])
    // A letter is no table.
    try desk.press("<F9><Enter><F8>3<F8>")
    #expect(desk.message.contains("请选择格式"))
  }

  /// Marked rows go into one list: 135.00 and 2 730.00.
  @Test func markedRowsAreOneBatch() throws {
    let desk = try DeskSession.demo("  <F9><Down><Down><Enter>")
    #expect(desk.screen.contains("GXQ-2020-000013") && desk.screen.contains("GXQ-2020-000014"))
    #expect(desk.screen.contains("2,865.00"))
  }

  /// The folder is asked for, and stands there the next time; a name with a path of its own goes there.
  @Test func theFolderIsAskedForAndRemembered() throws {
    var desk = try DeskSession.demo("<F9><Enter><F8><Tab><Tab>/tmp/文书/ <F8>")
    #expect(desk.files == ["/tmp/文书/收件回执-GXQ-2020-000014.html"])
    try desk.press("<Down><F9><Enter><F8>")
    #expect(desk.screen.contains("文件夹           /tmp/文书"))
    try desk.press("<Tab>/home/甲/回执<F8>")
    #expect(desk.files.last == "/home/甲/回执.html")
  }

  /// A printer and a PDF are offered where the device has them.
  @Test func whatTheDeviceHasIsOffered() throws {
    var desk = try DeskSession.demo("<F9><Enter><F8><F4>")
    #expect(!desk.screen.contains("PDF") && !desk.screen.contains("打印机"))
    try desk.press("<Esc><Esc><Esc>")
    desk.model.device.outlets = [.pdf, .printer]
    try desk.press("<F9><Enter><F8><F4>")
    #expect(desk.screen.contains("3  PDF（A4）"))
    try desk.press("4<Enter><F8>")
    #expect(desk.message == "已送打印机：收件回执。" && desk.files.isEmpty, "\(desk.screen)")
  }

  /// Number, amount and row of the chosen filing go to the clipboard of the terminal.
  @Test func whatIsChosenIsCopied() throws {
    let desk = try DeskSession.demo("<C-p>复制编号<Enter><C-p>复制金额<Enter><C-p>复制这一行<Enter>")
    #expect(
      desk.copies == ["GXQ-2020-000014", "2730.00", "GXQ-2020-000014\t2020-03-27\t收件\t2730.00"])
  }

  @Test func aWidePageIsReadByGoingSideways() throws {
    var desk = try DeskSession.demo("<F9><Down><Down><Enter>")
    #expect(desk.keyNames.contains("左右"))
    let before = desk.screen
    try desk.press("<Right>")
    #expect(desk.screen != before)
    try desk.press("<Left>")
    #expect(desk.screen == before)
  }
}
