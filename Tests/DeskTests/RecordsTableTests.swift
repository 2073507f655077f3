import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// Reading a table of records into the work register at the desk: looked at first, entered once.
@Suite struct RecordsTableTests {
  /// Article 2 and 6 count applications: what 国家知识产权局 lists of one enterprise.
  private static let list = """
    英德市2019年专利申请清单
    序号,申请号,申请日,申请人名称
    1,2019100000019,2019-03-05,英德市某某厂
    2,2019200000029,2019-04-30,英德市某某厂
    """

  @Test func aListIsLookedAtAndThenEnteredOnce() throws {
    var desk = try DeskSession(DemoOffice.empty())
    desk.recordsTable = Self.list
    try desk.press("6")
    let place = try #require(desk.state.recordKinds.firstIndex { $0.id == OfficeKinds.application })
    try desk.press(String(repeating: "<Down>", count: place))
    try desk.press("<C-p>从表格<Enter>")
    #expect(desk.screen.contains("把表格里的专利申请清单读进工作台账"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.message.contains("请写文件名"), "\(desk.screen)")
    try desk.press("清单.csv<F8>")
    #expect(desk.screen.contains("要登记 2 条，已有 0 条；没有读的栏：序号"), "\(desk.screen)")
    #expect(desk.state.books.register.records.isEmpty, "nothing is entered before it was looked at")
    try desk.press("<Down><F8>")
    if desk.message.contains("请按 Enter") { try desk.press("<Enter>") }
    #expect(desk.message.contains("已登记 2 条"), "\(desk.screen)")
    #expect(desk.state.books.register.records.map(\.entry.kind) == ["application", "application"])
    // The same table again comes to nothing.
    try desk.press("<C-p>从表格<Enter>清单.csv<F8>")
    #expect(desk.screen.contains("要登记 0 条，已有 2 条"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.state.books.register.records.count == 2)
  }

  @Test func whatATableLacksIsSaidAndWhatWasTypedStays() throws {
    var desk = try DeskSession(DemoOffice.empty())
    desk.recordsTable = "申请号,申请人\n2019100000019,英德市某某厂\n"
    let place = try #require(desk.state.recordKinds.firstIndex { $0.id == OfficeKinds.application })
    try desk.press("6" + String(repeating: "<Down>", count: place) + "<C-p>从表格<Enter>清单.csv<F8>")
    #expect(desk.message.contains("没有读入：表格里找不到这些栏：申请日"), "\(desk.screen)")
    #expect(desk.screen.contains("清单.csv"), "\(desk.screen)")
  }
}
