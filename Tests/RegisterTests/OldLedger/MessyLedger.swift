import CaseModel
import Seeded
import Testing

/// A ledger of 500 rows as an office might bring it along, made from a seed: every row's true content and every
/// defect are known, because they were put there.
struct MessyLedger {
  enum Expected: Equatable {
    case good(Truth)
    /// Can't be taken in; the result file says this of it.
    case bad(String)
    /// The same thing as an earlier row.
    case repeated
    case sum
  }

  /// What a good row says, whatever its dress.
  struct Truth: Equatable {
    var name: String
    var item: String
    var number: String
    var granted: CivilDate
    var received: CivilDate
    var decided: Money
  }

  static let title = "英德市2019年专利资助台账（单位：元）,,,,,,,,,\r\n"
  static let headings = "序号,申请人,统一社会信用代码,资助项目,申请号/专利号,授权公告日,收件日期,资助金额（元）,办理状态,备注\r\n"

  /// Where 0x1A stands, a byte that is in no encoding is to be put.
  private(set) var text = ""
  private(set) var expected: [Expected] = []
  private var numbers = SeededNumbers(seed: 2018_27)
  private var serial: UInt64 = 0
  /// Good rows so far, as they were written.
  private var written: [(row: [String], truth: Truth)] = []

  init(rows: Int = 500) throws {
    let defects = Defect.allCases
    for place in 0..<rows {
      // Every defect comes five times, spread over the file, behind rows that it can repeat.
      let turn = place % 4
      if turn == 3, place / 4 < defects.count * 5 {
        try addBad(defects[place / 4 % defects.count], place: place)
      } else {
        try addGood(place: place)
      }
    }
  }

  // MARK: - Rows

  private mutating func addGood(place: Int) throws {
    let truth = try truth()
    let row = [
      String(place + 1), dressed(name: truth.name), Cast.code(of: truth.name) ?? "",
      dressed(item: truth.item),
      dressed(number: truth.number), dressed(day: truth.granted), dressed(day: truth.received),
      dressed(money: truth.decided), pick(["拨付", "已拨付", " 已拨付 ", "已支付"]), pick(["", "经办人已核", "含\"附件\"两份"]),
    ]
    written.append((row, truth))
    expected.append(.good(truth))
    add(row)
  }

  private mutating func addBad(_ defect: Defect, place: Int) throws {
    let truth = try truth()
    var row = [
      String(place + 1), truth.name, "", truth.item == "utility-grant" ? "实用新型授权" : "外观设计授权", truth.number,
      truth.granted.description, truth.received.description, truth.decided.description, "拨付", "见原件",
    ]
    switch defect {
    case .sameRow:
      row = written[Int.random(in: 0..<written.count, using: &numbers)].row
      row[0] = String(place + 1)
      expected.append(.repeated)
    case .samePatent:
      let other = written[Int.random(in: 0..<written.count, using: &numbers)]
      row[3] = other.row[3]
      row[4] = other.truth.number
      row[5] = other.truth.granted.description
      row[6] = "2019-12-30"
      expected.append(.repeated)
    case .sum:
      row = ["", "合计", "", "", "", "", "", "123456.00", "", ""]
      expected.append(.sum)
    default:
      let reason = try defect.spoil(&row)
      expected.append(.bad(reason))
    }
    add(row, quoting: defect != .unquotedComma && defect != .openQuote)
  }

  private mutating func add(_ cells: [String], quoting: Bool = true) {
    let fields = cells.map { cell in
      let needs = cell.contains { ",\"\n\r".contains($0) }
      return needs && quoting ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
    text += fields.joined(separator: ",") + "\r\n"
  }

  // MARK: - What is true

  private mutating func truth() throws -> Truth {
    serial += 1
    let isUtility = Bool.random(using: &numbers)
    let number = try #require(
      ApplicationNumber(digits: (isUtility ? 2018_2 : 2018_3) * 10_000_000 + 200_000 + serial, count: 12))
    return Truth(
      name: pick(Cast.names), item: isUtility ? "utility-grant" : "design-grant", number: number.description,
      granted: try #require(CivilDate(year: 2019, month: Int.random(in: 1...6, using: &numbers), day: day())),
      received: try #require(
        CivilDate(year: 2019, month: Int.random(in: 7...12, using: &numbers), day: day())),
      decided: Money(yuan: isUtility ? 1000 : 300))
  }

  private mutating func day() -> Int { Int.random(in: 1...28, using: &numbers) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }

  // MARK: - Dresses

  private mutating func dressed(name: String) -> String {
    let half = name.replacing("（", with: "(").replacing("）", with: ")")
    return pick([name, half, "  \(name) ", "\(name.prefix(4))\n\(name.dropFirst(4))", "　\(name)　"])
  }

  private mutating func dressed(item: String) -> String {
    item == "utility-grant"
      ? pick(["实用新型授权", "实用新型", "实用新型专利授权资助", "utility-grant"]) : pick(["外观设计授权", "外观设计", "外观设计专利授权"])
  }

  private mutating func dressed(number: String) -> String {
    let bare = number.replacing(".", with: "")
    let spaced = "\(number.prefix(4)) \(number.dropFirst(4).prefix(1)) \(number.dropFirst(5))"
    return pick([
      number, "ZL\(number)", "ZL \(spaced)", wide("ZL\(number)"), "（ZL\(number)）", bare, "CN\(bare)",
      String(number.prefix(12)), "=\"\(number)\"", "\t\(number)",
      "ZL\(number.prefix(12))．\(number.suffix(1))",
    ])
  }

  private mutating func dressed(day: CivilDate) -> String {
    let (y, m, d) = (day.year, day.month, day.day)
    return pick([
      day.description, "\(y).\(m).\(d)", "\(y)年\(m)月\(d)日", "\(y)/\(m)/\(d)", wide("\(y).\(m).\(d)"),
      day.description.replacing("-", with: ""), "\(y)/\(m)/\(d) 0:00", "\(day) 00:00:00", "（\(y)-\(m)-\(d)）",
      "\(y)。\(m)。\(d)",
    ])
  }

  private mutating func dressed(money: Money) -> String {
    money == Money(yuan: 1000)
      ? pick(["1000", "1,000", "1,000元", "１，０００．００", "¥1000.00", "1 000 元", "0.1万元", "人民币1000元整", "1000(元)"])
      : pick(["300", "300.00", "３００元", "￥300", " 300 ", "0.03万", "300（元）"])
  }

  private func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }
}
