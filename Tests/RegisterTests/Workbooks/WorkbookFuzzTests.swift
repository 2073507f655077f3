import FoundationEssentials
import Seeded
import Testing
import Workbooks

/// Workbooks whose parts are spoiled before they are put into the archive, so that its sums are right and every
/// reader behind them is reached. `ZIZHU_WORKBOOK_FUZZ` says how many, `ZIZHU_SEED` which.
@Suite("Spoiled workbooks")
struct WorkbookFuzzTests {
  /// A sheet with a cell of every kind.
  private static let whole = MadeWorkbook(
    data: #"<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>"#
      + #"<row r="2"><c r="A2" s="1"><v>43525.93</v></c><c r="B2" s="2"><v>0.125</v></c><c r="C2"><v>6.22848E+18</v></c>"#
      + #"<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2" t="inlineStr"><is><r><t>甲_x000D_</t></r>"#
      + #"<rPh sb="0" eb="1"><t>jia</t></rPh></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#
      + "<sheetData>", shared: ["名称", "金额"])

  /// What stands in place of figures and words.
  private static let words = [
    "-1", "0", "1", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e308", "-1e308",
    "NaN",
    "inf", "0x1p1", "ZZZZ1", "A0", "A1048577", "A99999999999", "IV1:A1", "B2:A1", "A1:XFD1048576", "", "&#0;",
    "\u{0}",
    "_x0000_", "_xFFFF_", "_xD800_", "]]>", "<!DOCTYPE a>", "</row>", "<row>", "<c>", "锟斤拷", "2958466",
    "0.9999999",
  ]

  private func spoil(_ text: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...4, using: &random) where !text.isEmpty {
      let place = Int.random(in: text.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text[place] = UInt8.random(in: 0...255, using: &random)
      case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...40, using: &random)))
      case 2:
        let piece = text[place..<min(text.count, place + Int.random(in: 1...60, using: &random))]
        text.insert(contentsOf: Array(piece), at: Int.random(in: text.indices, using: &random))
      default:
        // A figure or a name in quotation marks or between marks becomes another.
        let ends: Set<UInt8> = [0x22, 0x3C, 0x3E]
        guard let start = text[place...].firstIndex(where: ends.contains),
          let end = text[(start + 1)...].firstIndex(where: ends.contains)
        else { continue }
        let word = Self.words[Int.random(in: Self.words.indices, using: &random)]
        text.replaceSubrange((start + 1)..<end, with: Array(word.utf8))
      }
    }
    return text
  }

  @Test("Spoiled parts are read or refused, and nothing grows beyond what was sent")
  func spoiled() throws {
    let settings = ProcessInfo.processInfo.environment
    var random = SeededNumbers(seed: settings["ZIZHU_SEED"].flatMap { UInt64($0) } ?? 20_190_501)
    var (read, refused) = (0, 0)
    for _ in 0..<(settings["ZIZHU_WORKBOOK_FUZZ"].flatMap { Int($0) } ?? 1000) {
      var made = Self.whole
      let place = Int.random(in: made.parts.indices, using: &random)
      made.parts[place].text = spoil(made.parts[place].text, &random)
      do throws(WorkbookError) {
        let book = try Workbook(made.bytes)
        for name in book.sheets {
          let sheet = try book.sheet(name)
          #expect(
            sheet.rows.allSatisfy { $0.cells.count <= 200 && $0.cells.allSatisfy { $0.utf8.count < 10_000 } })
        }
        read += 1
      } catch {
        refused += 1
      }
    }
    #expect(read > 0 && refused > 0, "\(read) read, \(refused) refused")
  }

  @Test("The sheet that is spoiled reads as it should while it is whole")
  func whole() throws {
    let sheet = try Workbook(Self.whole.bytes).sheet("表一")
    #expect(
      sheet.rows.map(\.cells) == [
        ["名称", "", "金额"], ["2019-03-01 22:19", "12.5%", "6.22848E+18", "是", "#REF!", "甲\r"],
      ])
    #expect(sheet.hiddenRows == 1 && sheet.merges.map(\.rows) == [1...2])
  }
}
