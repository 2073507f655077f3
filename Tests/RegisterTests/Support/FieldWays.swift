import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

@testable import Desk

/// The ways in which somebody brings a value or a row.
enum FieldWay: String, CaseIterable, Sendable {
  case form = "表单"
  case paste = "清单粘贴"
  case csv
  case xlsx
  case file = "交换文件"

  static let tables: [FieldWay] = [.csv, .xlsx]
}

/// What came of a value: what is kept, and what is said of it.
struct FieldSaid {
  var kept: RawInput?
  var remark = ""

  var text: String? { if case .text(let text)? = kept { text } else { nil } }
  /// An application number as it is read.
  var number: String? {
    if let text, case .number(let number) = ApplicationNumber.read(text) { number.description } else { nil }
  }
}

/// Brings values and rows in by each way.
struct FieldReader {
  let office: RegisterOffice
  var policy: Policy { office.state.policy }

  init() throws { office = try RegisterOffice() }

  init(office: RegisterOffice) { self.office = office }

  // MARK: - Tables

  /// A table's bytes, as separated values or as a workbook.
  static func bytes(_ rows: [[String]], _ way: FieldWay) -> [UInt8] {
    way == .xlsx
      ? MadeWorkbook(rows).bytes : Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }

  struct Taken {
    var plan: OldLedgerPlan
    var reasons: [String]
    var kinds: [OldLedgerOutcome.Kind]
    var sheet: OldLedgerSheet
  }

  func ledger(_ rows: [[String]], _ way: FieldWay, fillingDown: Bool = false) throws -> Taken {
    let sheet = try OldLedgerSheet(Self.bytes(rows, way), policy: policy, fillingDown: fillingDown)
    let intake = OldLedgerIntake(sheet, policy: policy, today: office.today)
    let plan = office.state.plan(oldLedger: intake.rows, repeats: false, today: office.today)
    let outcomes = intake.outcomes(plan)
    let words = OldLedgerWording(office.state)
    return Taken(
      plan: plan, reasons: outcomes.map { words.answer($0, isTaken: false).reason },
      kinds: outcomes.map(\.kind),
      sheet: sheet)
  }

  /// The rows of a ledger of one filing: its headings with what stands under each.
  static func rows(_ cells: [(heading: String, text: String)]) -> [[String]] {
    [cells.map(\.heading), cells.map(\.text)]
  }

  /// A grant of a utility model, with its number and day.
  static func grant(
    _ number: String = "201820100001.7", on day: String = "2019-03-01", code: String = "91441881MA4QYTX10J"
  ) -> [(heading: String, text: String)] {
    [
      ("收件日期", "2019-05-06"), ("项目", "实用新型授权"), ("申请人", "英德市样例茶业有限公司"), ("统一社会信用代码", code),
      ("申请人类型", code.hasPrefix("9") ? "企业" : "个人"), ("县区", "英德市"), ("专利号", number), ("授权日", day),
      ("拨付金额", "1000"),
    ]
  }

  // MARK: - Values

  /// An input of an item by one way; in a table it stands under the heading.
  func read(
    _ text: String, for id: String, of itemID: String, under heading: String, by way: FieldWay
  ) throws -> FieldSaid {
    let item = try #require(policy.item(itemID))
    let rule = try #require(item.input(id))
    switch way {
    case .form: return said(text, rule)
    case .paste:
      let table = PastedTable("\(heading)\n\(text)\n", item: item, policy: policy)
      #expect(table.columns.map(\.input) == [id])
      return said(try #require(table.rows.first?.first), rule)
    case .csv, .xlsx:
      var cells = Self.grant()
      if itemID == "insurance" {
        cells[6] = ("保单号", "P0011")
        cells[7] = ("发票号", "F0001")
        cells[8] = ("保费", "40000")
        cells += [("付款日期", "2019-04-01"), ("拨付金额", "1000")]
        cells[1].text = "专利保险"
      }
      let place = try #require(cells.firstIndex { $0.heading == heading })
      cells[place].text = text
      let taken = try ledger(Self.rows(cells), way)
      return FieldSaid(kept: taken.plan.filings.first?.input(id), remark: taken.reasons.first ?? "")
    case .file:
      let filing = try CaseFile.readFiling(
        Array(
          #"{"item": "\#(itemID)", "applicant": "E", "received": "2019-05-06", "inputs": {"\#(id)": "\#(text)"}}"#
            .utf8),
        policy: policy)
      let who = Applicant(id: "E", name: "甲", kind: .enterprise, district: "441881")
      let assessed = Assessment(policy: policy, applicants: [who], filings: [filing])
      let isInvalid = assessed.rows[0].decision.reasons.contains(.invalid(id))
      return FieldSaid(kept: isInvalid ? nil : filing.input(id), remark: isInvalid ? "invalid" : "")
    }
  }

  private func said(_ text: String, _ rule: InputRule) -> FieldSaid {
    let kind: Field.Kind =
      switch rule.kind {
      case .date: .date
      case .money: .money
      case .applicationNumber: .applicationNumber
      default: .text
      }
    let field = Field(id: rule.id, label: rule.id, kind: kind, text: text)
    let problem = field.problem(today: office.today)
    return FieldSaid(kept: problem == nil ? field.raw(today: office.today) : nil, remark: problem ?? "")
  }
}
