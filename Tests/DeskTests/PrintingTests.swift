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
    try desk.press("<Up><Up><Enter>")
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
