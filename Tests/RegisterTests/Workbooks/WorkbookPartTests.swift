import Testing
import Wording
import Workbooks

/// The parts of a workbook as other programs lay them out (ECMA-376, part 2 for relations, part 1, 18.2 for sheets).
@Suite("Parts of a workbook")
struct WorkbookPartTests {
  private let made = MadeWorkbook([["甲", "乙"]])
  private let sheet = #"<worksheet><sheetData><row><c><v>43525</v></c></row></sheetData></worksheet>"#

  private func book(_ sheets: String, settings: String = "<workbookPr/>") -> String {
    #"<workbook xmlns:r="r">\#(settings)<sheets>\#(sheets)</sheets></workbook>"#
  }

  private func relations(_ targets: [String]) -> String {
    let each = targets.enumerated().map { #"<Relationship Id="r\#($0 + 1)" Target="\#($1)"/>"# }
    return "<Relationships>\(each.joined())</Relationships>"
  }

  private func error(_ book: MadeWorkbook) -> WorkbookError? {
    do throws(WorkbookError) {
      let read = try Workbook(book.bytes)
      for name in read.sheets { _ = try read.sheet(name) }
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Where a sheet's part is",
    arguments: ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "worksheets/SHEET1.XML"])
  func targets(target: String) throws {
    let read = try Workbook(made.with("xl/_rels/workbook.xml.rels", relations([target])).bytes)
    #expect(try read.sheet("表一").rows.first?.cells == ["甲", "乙"])
  }

  @Test("A workbook that lies in another folder is found by the archive's own relations")
  func elsewhere() throws {
    var moved = MadeWorkbook(data: "")
    moved.parts = []
    moved = moved.with(
      "_rels/.rels", #"<Relationships><Relationship Id="r1" Target="/book/workbook.xml"/></Relationships>"#
    )
    .with("book/workbook.xml", book(#"<sheet name="甲" r:id="r1"/>"#))
    .with("book/_rels/workbook.xml.rels", relations(["worksheets/one.xml"]))
    .with("book/worksheets/one.xml", sheet)
    #expect(try Workbook(moved.bytes).sheet("甲").rows.map(\.cells) == [["43525"]])
  }

  @Test("Hidden sheets are not offered, and can be asked for; charts have no cells; sheets keep their order")
  func sheets() throws {
    let several = made.with(
      "xl/workbook.xml",
      book(
        #"<sheet name="乙" r:id="r2"/><sheet name="图" r:id="r3"/><sheet name="藏" state="hidden" r:id="r1"/>"#
          + #"<sheet name="深藏" state="veryHidden" r:id="r1"/><sheet name="甲" state="visible" r:id="r1"/>"#
          + #"<sheet name="没有" r:id="r9"/>"#)
    ).with(
      "xl/_rels/workbook.xml.rels",
      relations(["worksheets/sheet1.xml", "worksheets/sheet2.xml", "chartsheets/c.xml"])
    )
    .with("xl/worksheets/sheet2.xml", sheet).with("xl/chartsheets/c.xml", "<chartsheet/>")
    let read = try Workbook(several.bytes)
    #expect(read.sheets == ["乙", "甲"])
    #expect(try read.sheet("藏").rows.count == 1)
    for name in ["图", "没有", ""] { #expect(throws: WorkbookError.unknownSheet(name)) { try read.sheet(name) } }
  }

  @Test("Styles by the workbook's own formats, those of cells alone; days since 1904")
  func styles() throws {
    let formats =
      #"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>"#
      + #"<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>"#
    let day = #"<worksheet><sheetData><row><c s="0"><v>42063</v></c></row></sheetData></worksheet>"#
    let styled = made.with("xl/styles.xml", formats).with("xl/worksheets/sheet1.xml", day)
    #expect(try Workbook(styled.bytes).sheet("表一").rows.first?.cells == ["2015-02-28"])
    for word in ["1", "true"] {
      let old = styled.with(
        "xl/workbook.xml",
        book(#"<sheet name="表一" r:id="r1"/>"#, settings: #"<workbookPr date1904="\#(word)"/>"#))
      #expect(try Workbook(old.bytes).sheet("表一").rows.first?.cells == ["2019-03-01"])
    }
  }

  @Test("A workbook without styles or shared texts is read")
  func bare() throws {
    let bare = made.without("xl/styles.xml").without("xl/sharedStrings.xml")
    #expect(try Workbook(bare.bytes).sheet("表一").rows.first?.cells == ["甲", "乙"])
  }

  @Test("What is not whole is refused by the name of the part")
  func broken() {
    let part = "xl/worksheets/sheet1.xml"
    #expect(error(made) == nil)
    for text in [
      "<worksheet>", "<worksheet></sheetData>", "", "<a/><b/>", "<worksheet>&nbsp;</worksheet>", "甲",
    ] {
      #expect(error(made.with(part, text)) == .broken(part: part), "\(text)")
    }
    #expect(error(made.with("xl/workbook.xml", "<workbook>")) == .broken(part: "xl/workbook.xml"))
    #expect(error(made.with("xl/styles.xml", "<a")) == .broken(part: "xl/styles.xml"))
    // Another text under the sum of the first.
    var bytes = made.bytes
    if let place = bytes.firstRange(of: Array("甲".utf8))?.lowerBound { bytes[place] += 1 }
    #expect(throws: WorkbookError.broken(part: part)) { try Workbook(bytes).sheet("表一") }
  }

  @Test("Definitions of its own are refused in every part")
  func hostile() {
    let lol = #"<!DOCTYPE w [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>"#
    for name in made.parts.map(\.name) {
      #expect(error(made.with(name, lol)) == .hostile(part: name), "\(name)")
    }
  }

  @Test("Archives that are no workbook, and what is said of each")
  func others() {
    func said(_ book: MadeWorkbook) -> String { error(book).map { WorkbookWording.sentence($0) } ?? "" }
    #expect(error(made.without("xl/workbook.xml")) == .noWorkbook)
    #expect(error(made.without("xl/workbook.xml").with("content.xml", "<a/>")) == .openDocument)
    #expect(said(made.without("xl/workbook.xml").with("content.xml", "<a/>")).contains("另存为 .xlsx"))
    let many = (1...65).map { #"<sheet name="\#($0)" r:id="r1"/>"# }
    #expect(error(made.with("xl/workbook.xml", book(many.joined()))) == .tooLarge(.sheets))
    #expect(error(made.with("xl/workbook.xml", book(many.dropLast().joined()))) == nil)
    #expect(throws: WorkbookError.broken(part: "")) { try Workbook([]) }
    #expect(
      Workbook.isArchive(made.bytes) && !Workbook.isArchive([0x50, 0x4B])
        && !Workbook.isArchive(Array("甲".utf8)))
  }
}
