import Testing

@testable import Workbooks

/// Places of cells, and texts with signs in them that XML can't hold (ECMA-376, part 1, 18.18.62 and 22.4.2.4).
@Suite("Places and texts of cells")
struct CellPlaceTests {
  @Test(
    "A place by its letters and number",
    arguments: [
      ("A1", 1, 0), ("Z9", 9, 25), ("AA10", 10, 26), ("AZ1", 1, 51), ("BA1", 1, 52), ("ZZ1", 1, 701),
      ("AAA1", 1, 702), ("XFD1048576", 1_048_576, 16_383), ("gr7", 7, 199),
    ])
  func places(text: String, row: Int, column: Int) throws {
    let place = try #require(CellReference(text))
    #expect(place.row == row && place.column == column)
    #expect(CellReference.letters(of: column) == text.uppercased().filter(\.isLetter))
  }

  @Test(
    "What is no place",
    arguments: [
      "", "A", "1", "A0", "1A", "A1B", "$A$1", "A-1", "A1:B2", " A1", "甲1", "A１", "AAAAAAAA1", "A99999999999",
      "@1", "[1",
    ])
  func noPlaces(text: String) { #expect(CellReference(text) == nil) }

  @Test(
    "Signs written by their number",
    arguments: [
      ("第一行_x000D__x000A_第二行", "第一行\r\n第二行"), ("_x0041_", "A"), ("_x4E2D_文", "中文"),
      ("_x005F_x0041_", "_x0041_"),
      ("_x000d_", "\r"),
      // None of these is such a sign.
      ("_x00D_", "_x00D_"), ("_x0041", "_x0041"), ("x0041_", "x0041_"), ("_X0041_", "_X0041_"),
      ("_x00G1_", "_x00G1_"),
      ("_x+00D_", "_x+00D_"), ("_x-001_", "_x-001_"), ("_xD83D_", "_xD83D_"), ("a_b_c", "a_b_c"), ("_", "_"),
      ("", ""),
    ])
  func signs(kept: String, text: String) { #expect(EscapedText.plain(kept) == text) }

  @Test(
    "A text that only looks so comes back as it is",
    arguments: [
      "_x0041_", "_x005F_", "a_x000D_b", "__x0041__", "_x0041_x0041_", "_x00_x0041_", "型号_x1234_甲", "_x+00D_",
    ])
  func escaped(text: String) { #expect(EscapedText.plain(EscapedText.escaped(text)) == text) }

  @Test("A tab's name without what no tab can bear")
  func tabs() {
    func tab(_ name: String) -> String { WorkbookSheet(name: name, title: "", columns: []).name }
    #expect(
      tab("2019/2020 限额[一]") == "20192020 限额一" && tab("a\nb") == "ab" && tab("") == "表" && tab("：?") == "：")
    #expect(
      tab(String(repeating: "字", count: 31)).count == 31 && tab(String(repeating: "字", count: 32)).count == 31
    )
  }

  @Test("What a cell of each kind adds up to")
  func figures() {
    #expect(WorkbookCell.blank.number == nil && WorkbookCell.text("12").number == nil)
    #expect(WorkbookCell.count(3).number == 3 && WorkbookCell.day(43525).number == 43525)
    #expect(WorkbookCell.money(0.05).number == 0.05 && WorkbookCell.difference(-1.5).number == -1.5)
    #expect(WorkbookCell.sum(of: [2...3], .money(7)).number == 7 && WorkbookCell.share(0.5).number == 0.5)
    #expect(WorkbookCell.sum(of: [], .text("一")).number == nil)
  }
}
