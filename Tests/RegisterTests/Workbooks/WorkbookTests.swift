import CaseModel
import Casework
import FoundationEssentials
import Interchange
import Seeded
import SubsidyRules
import Testing
import Wording
import Workbooks

/// Workbooks as spreadsheet programs write them. `ledger.xlsx` is made by openpyxl: a title over merged cells, the unit
/// 万元 above the headings, days as numbers, cells of two rows made one, a hidden row, a sum by formula.
@Suite("Workbooks")
struct WorkbookTests {
  private func ledger() throws -> [UInt8] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "ledger.xlsx")
    return Array(try Data(contentsOf: place))
  }

  @Test("Cells are read as they are shown")
  func cells() throws {
    let book = try Workbook(try ledger())
    #expect(book.sheets == ["发放表"])
    let sheet = try book.sheet("发放表")
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(sheet.rows[3].cells[0] == "2019-05-06" && sheet.rows[3].cells[7] == "2019-03-01")
    #expect(sheet.rows[3].cells[6] == "201820100021.4" && sheet.rows[3].cells[8] == "0.1")
    #expect(sheet.rows[4].cells[7] == "2019-03-01 08:30")
    #expect(sheet.hiddenRows == 1 && sheet.merges.count == 7)
    #expect(throws: WorkbookError.unknownSheet("无")) { try book.sheet("无") }
  }

  @Test("An old ledger in a workbook goes in with its unit and the cells that were made one")
  func taken() throws {
    let office = try RegisterOffice()
    let sheet = try OldLedgerSheet(try ledger(), policy: office.state.policy)
    #expect(sheet.encoding == .workbook && sheet.sheet == "发放表" && sheet.unit == .tenThousands)
    #expect(sheet.headingLine == 3 && sheet.hiddenRows == 1)
    let intake = OldLedgerIntake(sheet, policy: office.state.policy, today: office.today)
    let plan = office.state.plan(oldLedger: intake.rows, repeats: false, today: office.today)
    #expect(plan.filings.map(\.decided) == [Money(yuan: 1000), Money(yuan: 1000)])
    #expect(plan.applicants.count == 1)
    #expect(intake.outcomes(plan).map(\.kind) == [.taken, .taken, .noFiling])
  }

  @Test(
    "What is no workbook is named with what to do",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "旧版 Excel（.xls）或 WPS（.et）"),
      (Array("<html><table><tr><td>甲</td></tr></table></html>".utf8), "网页格式"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00], "不完整或已损坏"),
    ] as [([UInt8], String)])
  func others(_ bytes: [UInt8], _ words: String) throws {
    let policy = try RegisterOffice.policy()
    do throws(OldLedgerSheet.Mistake) {
      _ = try OldLedgerSheet(bytes, policy: policy)
      Issue.record("It was read.")
    } catch {
      #expect(OldLedgerWording.sentence(error).contains(words))
    }
    // A table of records is told of in the same words.
    let kind = try #require(policy.register.first)
    let told = #expect(throws: RegisterTable.Mistake.self) {
      _ = try RegisterTable(bytes, kind: kind, district: "441802", today: .first)
    }
    #expect(told.map { RegisterWording.sentence($0, kind: kind).contains(words) } == true)
  }

  /// A row with one cell in the last column takes the memory of two hundred.
  @Test("A sheet of more cells than memory should hold is refused before it takes it")
  func tooManyCells() throws {
    let row = #"<row><c r="GR1" t="inlineStr"><is><t>一</t></is></c></row>"#
    let many = MadeWorkbook(data: String(repeating: row, count: 80_001)).bytes
    #expect(throws: WorkbookError.tooLarge(.cells)) { try Workbook(many).sheet("表一") }
    let fewer = MadeWorkbook(data: String(repeating: row, count: 1000)).bytes
    #expect(try Workbook(fewer).sheet("表一").rows.count == 1000)
  }

  @Test("A file that is cut off anywhere is refused")
  func cutOff() throws {
    let whole = try ledger()
    for count in stride(from: 4, to: whole.count - 1, by: 61) {
      #expect(throws: WorkbookError.self) { try Workbook(Array(whole[..<count])) }
    }
  }

  /// Bytes changed at random: read or refused, never a trap. `ZIZHU_WORKBOOK_FUZZ` says how many files, `ZIZHU_SEED`
  /// which.
  @Test("Spoiled files are read or refused")
  func spoiled() throws {
    let settings = ProcessInfo.processInfo.environment
    let whole = try ledger()
    var random = SeededNumbers(seed: settings["ZIZHU_SEED"].flatMap { UInt64($0) } ?? 20_190_301)
    var refused = 0
    for _ in 0..<(settings["ZIZHU_WORKBOOK_FUZZ"].flatMap { Int($0) } ?? 2000) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(WorkbookError) {
        let book = try Workbook(bytes)
        for name in book.sheets { _ = try book.sheet(name) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }
}
