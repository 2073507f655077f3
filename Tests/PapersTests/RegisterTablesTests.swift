import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Papers

/// The work register as tables: articles 3 and 13, which pay nothing by themselves, and what their records add up to.
@Suite("Tables of the work register")
struct RegisterTablesTests {
  /// Two trainings in 清城区, one in 英德市, a loan, and a training that was struck out.
  private func state() throws -> OfficeState {
    var state = try PrintOffice.state()
    func training(_ id: String, _ district: String, _ day: String, _ people: Int, _ hours: Int) -> Change {
      .recordEntered(
        RegisterEntry(
          id: id, kind: "training", district: district,
          values: [
            .init("heldOn", .text(day)), .init("topic", .text("专利撰写")), .init("place", .text("会议室")),
            .init("people", .count(people)),
            .init("hours", .count(hours)),
          ]))
    }
    let loan = RegisterEntry(
      id: "R4", kind: "pledge-loan", district: "441881",
      values: [
        .init("grantedOn", .text("2019-06-01")), .init("enterprise", .text("红茶机械")),
        .init("amount", .text("1500000")),
      ])
    state.fold(
      Transaction(
        by: "李静", at: "2019-08-03T01:00:00Z", policy: "",
        changes: [
          training("R1", "441802", "2019-03-01", 30, 2), training("R2", "441802", "2019-04-01", 12, 3),
          training("R3", "441881", "2019-05-01", 1_000, 1),
          .recordEntered(loan), training("R5", "441802", "2019-05-02", 99, 9),
          .recordStruck(id: "R5", note: "重复登记"),
        ]))
    return state
  }

  private func rows(_ table: ReportTable) -> [[String]] { table.rows.map { $0.cells.map(\.shown) } }

  @Test("Of one kind each field has its column, with its unit; of several each record is one line")
  func list() throws {
    let state = try state()
    let kind = try #require(state.recordKind("training"))
    let table = RegisterTables.list(state.records(RegisterFilter(kind: "training")), of: kind, in: state)
    #expect(
      table.title == "培训"
        && table.columns.map(\.heading) == [
          "编号", "县区", "培训日期", "主题", "地点", "培训人数（人）", "学时（学时）", "登记", "作废理由",
        ])
    #expect(table.columns.filter(\.isNumber).map(\.key) == ["people", "hours"])
    #expect(
      rows(table).sorted { $0[0] < $1[0] }.first == [
        "R1", "清城区", "2019-03-01", "专利撰写", "会议室", "30", "2", "李静", "",
      ])
    let all = RegisterTables.list(state.records(RegisterFilter(withStruckOut: true)), of: nil, in: state)
    #expect(
      all.columns.map(\.heading) == ["编号", "县区", "条款", "类别", "内容", "登记", "作废理由"] && all.rows.count == 5)
    let struck = try #require(rows(all).first { $0[0] == "R5" })
    #expect(
      struck == ["R5", "清城区", "第3条", "培训", "培训日期 2019-05-02，主题 专利撰写，地点 会议室，培训人数 99，学时 9", "李静", "重复登记"])
    #expect(RegisterTables.list([], of: kind, in: state).rows.isEmpty)
  }

  @Test("Beside one another, a record has its own fields and blanks for those of other kinds")
  func wide() throws {
    let state = try state()
    let table = RegisterTables.wide(state.records(RegisterFilter()), in: state)
    let headings = table.columns.map(\.heading)
    #expect(Set(headings).count == headings.count && headings.prefix(4) == ["编号", "县区", "条款", "类别"])
    func cell(_ id: String, _ heading: String) throws -> String {
      let row = try #require(rows(table).first { $0[0] == id })
      return row[try #require(headings.firstIndex(of: heading))]
    }
    #expect(
      try cell("R1", "培训人数（人）") == "30" && cell("R1", "企业").isEmpty && cell("R4", "企业") == "红茶机械"
        && cell("R4", "主题").isEmpty)
    for row in table.rows { #expect(row.cells.count == headings.count) }
    // Only kinds that have records bring columns.
    #expect(!headings.contains("基地名称"))
  }

  /// 30 + 12 people and 2 + 3 hours in 清城区; what was struck out is not counted.
  @Test("A year's counts by kind and county, with what adds up")
  func counts() throws {
    let state = try state()
    let counted = rows(RegisterTables.count(state, of: 2019))
    #expect(counted.contains(["第3条", "培训", "清城区", "2", "培训人数 42 人，学时 5 学时"]), "\(counted)")
    #expect(counted.contains(["第3条", "培训", "英德市", "1", "培训人数 1000 人，学时 1 学时"]), "\(counted)")
    #expect(
      counted.contains {
        $0[1] == "质押贷款" && $0[2] == "英德市" && $0[3] == "1" && $0[4].contains("1,500,000.00")
      }, "\(counted)")
    #expect(
      RegisterTables.count(state, of: 2018).rows.isEmpty
        && RegisterTables.count(state, of: 2019).title == "2019 年度工作台账")
  }
}
