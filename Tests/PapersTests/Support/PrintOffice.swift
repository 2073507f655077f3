import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

@testable import Papers

/// A small office under the shipped policy, with the shipped templates; invented people, codes with right check
/// digits.
enum PrintOffice {
  static func state() throws -> OfficeState {
    var state = OfficeState(policy: try policy())
    state.replay([
      Transaction(by: "李静", at: "2019-04-01T01:00:00Z", policy: "", changes: try founding() + filings()),
      Transaction(by: "钱芳", at: "2019-08-02T01:00:00Z", policy: "", changes: try steps()),
    ])
    return state
  }

  /// A paper as text, printed on 2020-03-27.
  static func text(_ paper: PrintedPaper, _ ids: String...) throws -> String {
    try printout(paper, ids).text(try templates())
  }

  static func printout(_ paper: PrintedPaper, _ ids: [String]) throws -> Printout {
    try state().printout(paper, of: ids, year: 2019, today: try day("2020-03-27"))
  }

  /// Why a paper is not printed.
  static func refusal(_ paper: PrintedPaper, _ ids: String...) throws -> PrintRefusal? {
    let (state, today) = (try state(), try day("2020-03-27"))
    do throws(PrintRefusal) {
      _ = try state.printout(paper, of: ids, year: 2019, today: today)
      return nil
    } catch {
      return error
    }
  }

  // MARK: - Files

  private static let data = URL(filePath: #filePath).appending(path: "../../../../data").standardized

  static func templates() throws -> Templates {
    let folder = data.appending(path: "templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Templates(
      try names.map { name in
        TemplateFile(
          name: name, path: "templates/" + name,
          bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
      })
  }

  private static let shipped = Result {
    let bytes = [UInt8](try Data(contentsOf: data.appending(path: "policies/qingyuan-2018-27.json")))
    return try PolicyFile.read(bytes).get()
  }

  private static func policy() throws -> Policy { try shipped.get() }

  /// The shipped policy with another text in its file.
  static func policy(_ text: String, insteadOf old: String) throws -> Policy {
    let file = try String(contentsOf: data.appending(path: "policies/qingyuan-2018-27.json"), encoding: .utf8)
    try #require(file.contains(old))
    return try PolicyFile.read(Array(file.replacing(old, with: text).utf8)).get()
  }

  // MARK: - People and filings

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func founding() throws -> [Change] {
    [
      .founded(.init(name: "清远市知识产权局", district: "441800", policy: "qingyuan-2018-27")),
      .operatorAdded(.init(name: "李静", role: .supervisor, login: nil)),
      .applicantEntered(
        Applicant(
          id: "G1", name: "清远市北江专利代理事务所", kind: .agency, district: "441802", code: "91441802MAFARM019H",
          contact: "邓主任", phone: "0763-3300001", bank: "中国农业银行清城支行", account: "44398133881288804")),
      .applicantEntered(
        Applicant(
          id: "G2", name: "清远市北江专利代理事务所英德分所", kind: .agencyBranch, district: "441881", parent: "G1",
          contact: "梁会计")),
      .applicantEntered(
        Applicant(
          id: "E1", name: "英德市红茶机械有限公司", kind: .enterprise, district: "441881", code: "91441881MA4QYTE1X7",
          contact: "曾会计", phone: "0763-2200002", bank: "中国建设银行英德支行", account: "44764349773188437")),
      .applicantEntered(
        Applicant(
          id: "P1", name: "曾令禾", kind: .individual, district: "441802", code: "441802199003070013",
          bank: "清远农商银行", account: "6228485636049280981")),
    ]
  }

  private static func filings() throws -> [Change] {
    try [
      // 第2条: decided amounts leave 100.00 of the 50 000.00 of 2019 to the branch.
      filing("F1", "agency-grant", "G1", "2019-03-01", .paid, grant("201820285658.5"), decided: 49_900),
      filing("F2", "agency-grant", "G2", "2019-04-02", .reviewed, grant("201821123291.3")),
      // 第18条: a person's utility model, approved.
      filing(
        "F3", "utility-grant", "P1", "2019-05-06", .approved,
        [.init("applicationNumber", .text("201920000018.X")), .init("grantedOn", .text("2019-05-03"))],
        decided: 1_000),
      // 第5条: the fee of 4 250.00 lies under the ceiling of 5 000.00 for an invention.
      filing(
        "F4", "first-filing", "E1", "2019-07-04", .published,
        [
          .init("applicationNumber", .text("201910526055.9")), .init("filedOn", .text("2019-05-12")),
          .init("agencyFee", .text("4250.00")), .init("priorFilings", .count(0)),
        ], decided: 4_250),
      filing(
        "F5", "utility-grant", "E1", "2019-08-01", .received,
        [.init("applicationNumber", .text("201920000018.1"))]),
      filing(
        "F6", "utility-grant", "P1", "2018-08-14", .rejected,
        [.init("applicationNumber", .text("201720039603.1")), .init("grantedOn", .text("2017-12-19"))]),
      // 第7条: 80 000.00 paid, of which 30 000.00 came back.
      filing(
        "F7", "recognition", "E1", "2018-09-10", .reclaimed,
        [
          .init("title", .text("city-advantage")), .init("documentNumber", .text("清知〔2018〕21号")),
          .init("listedOn", .text("2018-08-30")),
        ], decided: 80_000, reclaimed: 30_000),
    ]
  }

  private static func grant(_ number: String) -> [Filing.Input] {
    [
      .init("applicationNumber", .text(number)), .init("grantedOn", .text("2019-02-12")),
      .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
    ]
  }

  private static func filing(
    _ id: String, _ item: String, _ applicant: String, _ received: String, _ stage: Stage,
    _ inputs: [Filing.Input], decided: Int64? = nil, reclaimed: Int64? = nil
  ) throws -> Change {
    let kinds: [String: ApplicantKind] = [
      "G1": .agency, "G2": .agencyBranch, "E1": .enterprise, "P1": .individual,
    ]
    let facts = FactsAtReceipt(
      kind: try #require(kinds[applicant]), district: ["G2", "E1"].contains(applicant) ? "441881" : "441802",
      family: applicant == "G2" ? "G1" : applicant)
    let filing = Filing(
      id: id, item: item, applicant: applicant, received: try day(received), stage: stage, inputs: inputs,
      decided: decided.map { Money(yuan: $0) }, reclaimed: reclaimed.map { Money(yuan: $0) })
    return stage == .received ? .filingReceived(filing, facts) : .filingTakenOver(filing, facts)
  }

  // MARK: - Steps

  /// What was done with filings of the enterprise after they came.
  private static func steps() throws -> [Change] {
    try [
      // Papers of F5 looked through, and one notice for all that is missing.
      .papersTicked(
        filing: "F5",
        [
          PaperTick(paper: "application-form", copies: 1, hasOriginal: true, pages: 2),
          PaperTick(paper: "identity", verdict: .missing),
        ]),
      step(
        "F5", .correct, "2019-08-02",
        .notice(
          CorrectionNotice(
            due: day("2019-08-16"),
            points: [
              .paper("identity", .missing), .invalidInput("applicationNumber"), .missingInput("grantedOn"),
            ]))),
      // 第18条: 300 for a design, approved before an earlier one; sent back by the bank.
      filing(
        "F8", "design-grant", "E1", "2019-08-01", .received,
        [.init("applicationNumber", .text("201930104492.2")), .init("grantedOn", .text("2019-07-30"))]),
      step(
        "F8", .approve, "2019-08-05", .approval(Approval(amount: Money(yuan: 300), overtakes: ["F2"])),
        note: "急需"),
      step("F8", .publish, "2019-08-06"),
      step("F8", .pay, "2019-08-20", .payment(Payment(amount: Money(yuan: 300), payee: old))),
      // 第7条: 80 000.00 paid by the old office, 50 000.00 after an audit.
      filing(
        "F9", "recognition", "E1", "2018-10-10", .paid,
        [
          .init("title", .text("city-advantage")), .init("documentNumber", .text("清知〔2018〕22号")),
          .init("listedOn", .text("2018-08-30")),
        ], decided: 80_000),
      step(
        "F9", .revise, "2019-08-07", .whole(Money(yuan: 50_000)), note: "经审计，应按五万元资助。", grounds: ["audit"]),
      step("F9", .confirm, "2019-08-08", .whole(Money(yuan: 50_000))),
      // 第18条: refused at the counter, for what the program finds and for what it can't.
      filing(
        "F10", "utility-grant", "P1", "2018-08-15", .received,
        [.init("applicationNumber", .text("201720039603.1")), .init("grantedOn", .text("2017-12-19"))]),
      step("F10", .reject, "2018-08-20", note: "证书系伪造。", grounds: ["outside-validity", "false-papers"]),
    ]
  }

  private static let old = Payment.Payee(name: "英德市红茶机械有限公司", bank: "英德农商银行", account: "44760001")

  private static func step(
    _ filing: String, _ step: Step, _ on: String, _ detail: StepTaken.Detail = .none, note: String = "",
    grounds: [String] = []
  ) throws -> Change {
    .stepped(
      filing: filing, StepTaken(step, day: try day(on), note: note, grounds: grounds, detail: detail))
  }
}
