import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// Records of the work register out of a table of the office's: trainings (article 3) by their headings.
struct RegisterTableTests {
  private static let headings = ["培训日期", "主题", "地点", "培训人数", "学时"]
  private static let row = ["2019-05-20", "专利检索", "英德", "86", "8"]

  private func table(_ rows: [[String]], of kind: String = "training") throws -> Result<
    RegisterTable, RegisterTable.Mistake
  > {
    let text = rows.map(SpreadsheetText.line).joined()
    let kind = try #require(RegisterOffice.policy().recordKind(kind))
    let today = try #require(CivilDate("2020-03-27"))
    return Result { () throws(RegisterTable.Mistake) in
      try RegisterTable(Array(text.utf8), kind: kind, district: "441881", today: today)
    }
  }

  private func mistake(_ rows: [[String]]) throws -> RegisterTable.Mistake? {
    if case .failure(let mistake) = try table(rows) { mistake } else { nil }
  }

  /// The good row with another text in one column.
  private func row(_ column: Int, _ text: String) -> [String] {
    var row = Self.row
    row[column] = text
    return row
  }

  @Test func `Columns are found by their headings, in any order and below a title; others are named`() throws
  {
    let read = try table([
      ["英德市知识产权局培训台账"], ["序号", "地点", "培训日期", "学时", "主题", "培训人数", "备注"],
      ["1", "英德", "2019.5.20", "8学时", "专利检索", "八十六人", "无"],
    ]).get()
    #expect(read.leftOut == ["序号", "备注"] && read.lines == [3])
    let entry = try #require(read.entries.first)
    #expect(entry.kind == "training" && entry.district == "441881" && entry.id == "")
    #expect(entry["heldOn"] == .text("2019-05-20") && entry["people"] == .count(86))
    #expect(entry["place"] == .text("英德") && entry["topic"] == .text("专利检索"))
  }

  @Test func `Blank lines, repeated ones and the table's foot`() throws {
    let read = try table([
      Self.headings, Self.row, ["", "", "", "", ""], Self.row, ["合计", "172"], ["制表：王甲"], ["审核：", ""],
    ]).get()
    #expect(read.entries.count == 2 && read.lines == [2, 4])
  }

  @Test func `A column that each record needs is named where it is missing`() throws {
    #expect(
      try mistake([["培训日期", "主题", "地点"], ["2019-05-20", "a", "b"]]) == .columnsMissing(["培训人数", "学时"]))
    // Without two headings that are known nobody can say what the columns are.
    #expect(try mistake([["日期", "内容"], ["2019-05-20", "a"]]) == .columnsMissing(Self.headings))
    #expect(try mistake([["主题"], ["a"]]) == .columnsMissing(Self.headings))
  }

  @Test(arguments: [
    (0, "2019-02-30", "培训日期", OldLedgerMistake.Reason.date(.noSuchDay(year: 2019, month: 2, day: 30))),
    (0, "19.5.20", "培训日期", .date(.shortYear)), (3, "很多", "培训人数", .count(.unreadable)),
    (3, "-1", "培训人数", .count(.negative)), (4, "1.5", "学时", .count(.notWhole)),
    (3, "1,00", "培训人数", .count(.badGrouping)),
  ])
  func `A cell that is wrong is named by line and column`(
    column: Int, text: String, label: String, reason: OldLedgerMistake.Reason
  ) throws {
    #expect(
      try mistake([Self.headings, Self.row, row(column, text)]) == .cell(line: 3, label: label, reason))
  }

  @Test(arguments: 0..<5) func `A cell that each record needs is not blank`(column: Int) throws {
    let blank = try mistake([Self.headings, row(column, "\u{3000}")])
    #expect(blank == .blank(line: 2, label: Self.headings[column]))
  }

  @Test func `A file that is no table is refused as one`() throws {
    let kind = try #require(RegisterOffice.policy().recordKind("training"))
    let today = try #require(CivilDate("2020-03-27"))
    func mistake(_ bytes: [UInt8]) -> RegisterTable.Mistake? {
      do throws(RegisterTable.Mistake) {
        _ = try RegisterTable(bytes, kind: kind, district: "441881", today: today)
        return nil
      } catch { return error }
    }
    #expect(mistake([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .file(.oldWorkbook))
    #expect(mistake(Array("<html><body><table>".utf8)) == .file(.webPage))
    #expect(mistake(Array(#" {"format": "zizhu-cases/1"}"#.utf8)) == .file(.interchangeFile))
    #expect(mistake([]) == .columnsMissing(Self.headings))
  }

  // MARK: - What is there already

  private func budgets(_ rows: [[String]], in office: RegisterOffice) throws -> Result<
    RegisterIntake, RegisterTable.Mistake
  > {
    let kind = try #require(RegisterOffice.policy().recordKind("fund-budget"))
    let read = try table([["年度", "预算", "下达文号"]] + rows, of: "fund-budget").get()
    return Result { () throws(RegisterTable.Mistake) in try RegisterIntake(read, kind: kind, in: office.state)
    }
  }

  /// One budget for a county and year (article 19).
  @Test func `What is there already is known, and another sum for the same year is refused`() throws {
    var office = try RegisterOffice()
    let first = try budgets([["2019", "300000", "清财1号"], ["2020", "400000", ""]], in: office).get()
    #expect(first.fresh.count == 2 && first.known == 0)
    try office.act(.enterRecords(first.fresh))
    let again = try budgets([["2019年", "300,000.00元", "清财1号"], ["2021", "500000", ""]], in: office).get()
    #expect(again.fresh.map { $0["year"] } == [.count(2021)] && again.known == 1)
    guard case .failure(let other) = try budgets([["2019", "300001", "清财1号"]], in: office) else {
      Issue.record("another budget of one year was taken")
      return
    }
    #expect(other == .differs(line: 2, from: "441881-R00001"))
  }

  @Test func `Two lines of one year in the table are one, or a mistake`() throws {
    let office = try RegisterOffice()
    let same = try budgets([["2019", "300000", ""], ["2019", "300000.00", ""]], in: office).get()
    #expect(same.fresh.count == 1 && same.known == 1)
    guard case .failure(let other) = try budgets([["2019", "300000", ""], ["2019", "1", ""]], in: office)
    else {
      Issue.record("two budgets of one year were taken")
      return
    }
    #expect(other == .differsAbove(line: 3, from: 2))
  }

  @Test func `Of what there may be many, one that is the same in every cell is the same`() throws {
    var office = try RegisterOffice()
    let kind = try #require(RegisterOffice.policy().recordKind("training"))
    let read = try table([Self.headings, Self.row, row(1, "专利导航")]).get()
    try office.act(.enterRecords(try RegisterIntake(read, kind: kind, in: office.state).fresh))
    let more = try table([Self.headings, Self.row, row(3, "87")]).get()
    let intake = try RegisterIntake(more, kind: kind, in: office.state)
    #expect(intake.known == 1 && intake.fresh.map { $0["people"] } == [.count(87)])
  }
}
