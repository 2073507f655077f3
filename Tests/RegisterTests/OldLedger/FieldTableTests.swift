import FoundationEssentials
import Testing

/// Which test holds each kind of the field cases by each way in, and where there is none, why.
@Suite("The table of kinds and ways")
struct FieldTableTests {
  /// The ways in, in the order of each row's cells.
  private static let ways = ["表单", "清单", "粘贴", "CSV", "xlsx", "交换文件"]

  private static let typed = "不会：一格一格填，没有栏目"
  private static let keyed = "不会：各值有自己的键"
  private static let spreadsheet = "不会：只有表格里才有"
  private static let noParty = "不会：清单只有一个申请人，不填其代码、账号"

  private static let table: [(kind: String, cells: [String])] = [
    (
      "01 序号列",
      [
        typed, typed, "ListPasteTests.moreCellsThanColumnsAreAskedFor", "FieldWayTests.columnsByHeadings",
        "FieldWayTests.columnsByHeadings", keyed,
      ]
    ),
    (
      "02 申请日在授权日前",
      [
        typed, typed, "ListPasteTests.headingsSayWhatColumnsAre", "FieldWayTests.columnsByHeadings",
        "FieldWayTests.columnsByHeadings", keyed,
      ]
    ),
    (
      "03 没有数字的行",
      [
        "不会：一次一件", "ListPasteTests.aTableThatIsTypedBecomesRows", "ListPasteTests.aRowWithoutDigitsStays",
        "FieldWayTests.columnsByHeadings", "FieldWayTests.columnsByHeadings", keyed,
      ]
    ),
    (
      "04 单位写在表头",
      [
        "不会：栏旁写明元", "不会：栏旁写明元", "FieldWayTests.pastedUnit", "FieldWayTests.unit", "FieldWayTests.unit",
        "不会：金额只有元",
      ]
    ),
    (
      "05 号码在第二栏",
      [
        typed, typed, "ListPasteTests.twoColumnsThatSayTwoThingsAreAskedFor", "FieldWayTests.secondColumn",
        "FieldWayTests.secondColumn", keyed,
      ]
    ),
    (
      "06 同名再录",
      [
        "ListPasteTests.aSecondOfAUnitsNameNeedsAReason", noParty, noParty, "FieldWayTests.oneUnit",
        "FieldWayTests.oneUnit", "FieldWayTests.oneCap",
      ]
    ),
    (
      "07 看不见的字符",
      [
        "FieldCaseTests.secondOfName", noParty, noParty, "FieldWayTests.oneUnit", "FieldWayTests.oneUnit",
        "FieldWayTests.oneCap",
      ]
    ),
    ("08 号码里看不见的字符", Array(repeating: "FieldWayTests.invisible", count: 6)),
    (
      "09 账号被改",
      [
        "FormTests.aDoubtfulAccountIsAskedAbout", noParty, noParty, "FieldWayTests.account",
        "FieldWayTests.account", "DoubtTests.accounts",
      ]
    ),
    (
      "10 工作簿",
      [
        "不会：文件才有", "不会：文件才有", "不会：文件才有", "WorkbookTests.others", "WorkbookTests.taken",
        "WorkbookTests.others",
      ]
    ),
    (
      "11 合并的单元格",
      [
        spreadsheet, spreadsheet, "不会：各行相同的填在“通用”一行", "FieldWayTests.merged", "FieldWayTests.merged",
        spreadsheet,
      ]
    ),
    (
      "12 合计、落款",
      [
        spreadsheet, spreadsheet, "FieldWayTests.feet", "FieldWayTests.feet", "FieldWayTests.feet",
        spreadsheet,
      ]
    ),
    ("13 带时刻的日期", Array(repeating: "FieldWayTests.days", count: 6)),
    ("14 日期序号", Array(repeating: "FieldWayTests.serial", count: 6)),
    (
      "15 卡号、户名",
      [
        "FormTests.whatAnImportDoubtsTheFormDoubtsToo", noParty, noParty, "DoubtTests.shared",
        "DoubtTests.shared",
        "DoubtTests.shared",
      ]
    ),
    ("16 数据库里的杂文件", Array(repeating: "StrayFileTests.aStrayFileIsAHintWhereverItLies", count: 6)),
    (
      "17 逐键送来的表",
      [
        "不会：一次一件", "ListPasteTests.aTableThatIsTypedBecomesRows", "KeyDecoderTests", "不会：文件不经键盘", "不会：文件不经键盘",
        "不会：文件不经键盘",
      ]
    ),
    (
      "18 证件号末三位 000",
      [
        "FormTests.whatAnImportDoubtsTheFormDoubtsToo", noParty, noParty, "FieldWayTests.cutIdentity",
        "FieldWayTests.cutIdentity", "DoubtTests.identities",
      ]
    ),
    ("19 日志的第一行", Array(repeating: "DamagedJournalTests.damageAtTheBeginningIsNamed", count: 6)),
    ("20 丢了开头的 0", Array(repeating: "FieldWayTests.lostZero", count: 5) + ["DoubtTests.numbers"]),
  ]

  /// Every Swift file of the tests, by name.
  private static func sources() throws -> [String: String] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var sources: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: tests.path)
    where path.hasSuffix("Tests.swift") {
      let text = String(decoding: try Data(contentsOf: tests.appending(path: path)), as: UTF8.self)
      let name = path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
      sources[name, default: ""] += text
    }
    return sources
  }

  @Test("Every kind has a test or a reason for every way")
  func noCellIsEmpty() throws {
    let sources = try Self.sources()
    // The cases that were handed over are numbered.
    let numbers: [String] = (1...20).map { $0 < 10 ? "0\($0)" : "\($0)" }
    #expect(Self.table.map { String($0.kind.prefix(2)) } == numbers)
    for (kind, cells) in Self.table {
      #expect(cells.count == Self.ways.count, "\(kind)")
      for (way, cell) in zip(Self.ways, cells) {
        if cell.hasPrefix("不会：") {
          #expect(cell.count > 5, "\(kind) \(way)")
          continue
        }
        let parts = cell.split(separator: ".")
        let source = sources[String(parts[0])] ?? ""
        #expect(!source.isEmpty, "\(kind) \(way): \(cell)")
        if parts.count == 2 { #expect(source.contains("func \(parts[1])("), "\(kind) \(way): \(cell)") }
      }
    }
  }
}
