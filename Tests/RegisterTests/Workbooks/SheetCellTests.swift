import Testing

@testable import Workbooks

/// Cells of every kind that spreadsheet programs write (ECMA-376, part 1, 18.3.1.4, 18.4), read as they are shown.
@Suite("Cells of a sheet")
struct SheetCellTests {
  private func rows(_ data: String, shared: [String] = []) throws -> [Worksheet.Row] {
    try Workbook(MadeWorkbook(data: data, shared: shared).bytes).sheet("表一").rows
  }

  private func cells(_ cells: String, shared: [String] = []) throws -> [String] {
    try rows("<row r=\"1\">\(cells)</row>", shared: shared).first?.cells ?? []
  }

  @Test(
    "One cell",
    arguments: [
      (#"<c r="A1"><v>12</v></c>"#, "12"), (#"<c r="A1" t="n"><v>12.0</v></c>"#, "12"),
      (#"<c r="A1" t="s"><v>1</v></c>"#, "乙"), (#"<c r="A1" t="b"><v>1</v></c>"#, "是"),
      (#"<c r="A1" t="b"><v>0</v></c>"#, "否"), (#"<c r="A1" t="str"><f>A2</f><v>甲公司</v></c>"#, "甲公司"),
      (#"<c r="A1" t="e"><v>#N/A</v></c>"#, "#N/A"), (#"<c r="A1"><f>1+2</f><v>3</v></c>"#, "3"),
      (#"<c r="A1" s="1"><v>43525</v></c>"#, "2019-03-01"), (#"<c r="A1" s="2"><v>0.3</v></c>"#, "30%"),
      // A style that the workbook has not is none.
      (#"<c r="A1" s="9"><v>43525</v></c>"#, "43525"), (#"<c r="A1" s="-1"><v>7</v></c>"#, "7"),
      // A number that was typed as text stays one, whatever its style.
      (#"<c r="A1" s="1" t="inlineStr"><is><t>43525</t></is></c>"#, "43525"),
      (#"<c r="A1" t="inlineStr"><is><t>a&amp;b&lt;c&#20013;</t></is></c>"#, "a&b<c中"),
      (#"<c r="A1" t="inlineStr"><is><t>第一行_x000A_第二行</t></is></c>"#, "第一行\n第二行"),
      (#"<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>"#, " 甲 "),
      // Parts of a text in fonts of their own, and the reading that stands over it.
      (#"<c r="A1" t="inlineStr"><is><r><t>清</t></r><r><rPr><b/></rPr><t>远</t></r></is></c>"#, "清远"),
      (#"<c r="A1" t="inlineStr"><is><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>"#, "东京"),
      // Prefixes, as some programs put before every name.
      (#"<x:c r="A1" xmlns:x="m"><x:v>5</x:v></x:c>"#, "5"),
    ])
  func cell(source: String, text: String) throws {
    #expect(try cells(source, shared: ["甲", "乙"]) == [text])
  }

  @Test(
    "A cell that holds nothing is none",
    arguments: [
      #"<c r="A1"/>"#, #"<c r="A1"><v></v></c>"#, #"<c r="A1" t="s"><v>7</v></c>"#,
      #"<c r="A1" t="s"><v>甲</v></c>"#,
      #"<c r="A1" t="s"><v>-1</v></c>"#, #"<c r="A1" t="inlineStr"><is><t></t></is></c>"#, "",
    ])
  func empty(source: String) throws { #expect(try rows("<row r=\"1\">\(source)</row>").isEmpty) }

  @Test("Cells without a place stand behind the one before; those left out are empty")
  func places() throws {
    #expect(try cells("<c><v>1</v></c><c><v>2</v></c>") == ["1", "2"])
    #expect(try cells(#"<c r="C1"><v>3</v></c><c><v>4</v></c>"#) == ["", "", "3", "4"])
    #expect(try cells(#"<c r="B1"/><c><v>3</v></c>"#) == ["", "", "3"])
    // A place that is none is as good as left out.
    #expect(try cells(#"<c r="A1"><v>1</v></c><c r="?"><v>2</v></c>"#) == ["1", "2"])
    // Cells that come in another order stand where they say.
    #expect(try cells(#"<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>"#) == ["1", "", "3"])
  }

  @Test("Rows have their own numbers, or the one behind the row before; empty ones are left out")
  func numbers() throws {
    let cell = "<c><v>1</v></c>"
    let found = try rows(
      "<row>\(cell)</row><row/><row r=\"7\">\(cell)</row><row>\(cell)</row><row r=\"2\" hidden=\"1\">\(cell)</row>"
        + "<row hidden=\"true\">\(cell)</row><row hidden=\"0\">\(cell)</row>")
    #expect(found.map(\.number) == [1, 7, 8, 2, 3, 4])
    #expect(found.map(\.isHidden) == [false, false, false, true, true, false])
  }

  @Test("Cells made one, from the first to the last; what is no range is left out")
  func merges() throws {
    let data = ["A1:C1", "B2:B9", "A5", "C3:A1", "A1:C1:D1", "A:C"].map { #"<mergeCell ref="\#($0)"/>"# }
      .joined()
    let sheet = try Workbook(MadeWorkbook(data: data).bytes).sheet("表一")
    #expect(sheet.merges == [.init(rows: 1...1, columns: 0...2), .init(rows: 2...9, columns: 1...1)])
  }

  /// Column GR is the two hundredth.
  @Test("The last column and row that are read, and the first beyond")
  func limits() throws {
    #expect(try cells(#"<c r="GR1"><v>1</v></c>"#).count == 200)
    #expect(throws: WorkbookError.tooLarge(.columns)) { try cells(#"<c r="GS1"><v>1</v></c>"#) }
    #expect(throws: WorkbookError.tooLarge(.columns)) { try cells(#"<c r="GR1"/><c/>"#) }
    #expect(try rows("<row r=\"1048576\"><c><v>1</v></c></row>").map(\.number) == [1_048_576])
    #expect(throws: WorkbookError.tooLarge(.rows)) { try rows("<row r=\"1048577\"><c><v>1</v></c></row>") }
  }
}
