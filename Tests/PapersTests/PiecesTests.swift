import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing
import Workbooks

@testable import Papers

/// A limit in pieces on everything that is printed (`Tests/GeneralityTests/Policies/quota.json`, article 2: two pieces a
/// year for each applicant, whatever each is paid): pieces stand there as pieces, and no sum of yuan takes them in.
@Suite("Limits in pieces on paper, figures by hand")
struct PiecesTests {
  /// A fee of 1 500 is paid up to 1 000, a work 300; the third, 700, comes too late. Decided or not.
  private func state(decided: [Int64?] = [nil, nil, nil]) throws -> OfficeState {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/quota.json")
    let policy = try PolicyFile.read([UInt8](try Data(contentsOf: path))).get()
    let inputs: [(item: String, inputs: [Filing.Input])] = [
      ("software", [.init("number", .text("R1")), .init("fee", .text("1500"))]),
      ("copyright", [.init("number", .text("W1")), .init("isOriginal", .flag(true))]),
      ("software", [.init("number", .text("R3")), .init("fee", .text("700"))]),
    ]
    let filings = try inputs.enumerated().map { place, one in
      let filing = Filing(
        id: "F\(place + 1)", item: one.item, applicant: "A",
        received: try PrintOffice.day("2021-05-0\(place + 1)"),
        stage: decided[place] == nil ? .reviewed : .paid,
        inputs: one.inputs + [.init("certifiedOn", .text("2021-04-01"))],
        decided: decided[place].map { Money(yuan: $0) })
      return Change.filingTakenOver(
        filing, FactsAtReceipt(kind: .enterprise, district: "441802", family: "A"))
    }
    var state = OfficeState(policy: policy)
    state.replay([
      Transaction(
        by: "李静", at: "2021-05-10T01:00:00Z", policy: "",
        changes: [
          .founded(.init(name: "清城区知识产权局", district: "441802", policy: "quota")),
          .operatorAdded(.init(name: "李静", role: .supervisor, login: nil)),
          .applicantEntered(Applicant(id: "A", name: "甲乙科技有限公司", kind: .enterprise, district: "441802")),
        ] + filings)
    ])
    return state
  }

  private func table(_ name: String, _ state: OfficeState) throws -> ReportTable {
    try #require(YearReport.named(name)).table(
      of: state, year: 2021, today: try PrintOffice.day("2021-05-10"))
  }

  @Test("caps: two of two, nothing left; what was asked for is money")
  func caps() throws {
    let table = try table("caps", state())
    let row = try #require(table.rows.first)
    #expect(
      row.cells.dropLast().map(\.shown) == [
        "每人每年两件", "A", "甲乙科技有限公司", "2 件", "2,000.00", "1,300.00", "0.00", "0.00", "0.00", "2 件", "0 件", "0 件",
      ])
    #expect(row.cells.last?.shown.hasPrefix("100.0%") == true)
    #expect(table.notes.last?.hasPrefix("按件数计的限额") == true)
    // A sheet adds sums up, and takes pieces for words; a program reads a whole number, where sums are text.
    let csv = String(decoding: table.csv, as: UTF8.self)
    #expect(
      csv.contains(#""2 件","2000.00","1300.00","0.00","0.00","0.00","2 件","0 件","0 件","100.0%""#), "\(csv)")
    let json = String(decoding: table.json(name: "caps", year: 2021), as: UTF8.self)
    for member in [#""limit": 2,"#, #""used": 2,"#, #""remaining": 0,"#, #""requested": "2000.00""#] {
      #expect(json.contains(member), "\(member)\n\(json)")
    }
    #expect(row.cells[3].forWorkbook == .text("2 件") && row.cells[4].forWorkbook == .money(2000))
  }

  @Test("cap-order: each takes one, the third finds nothing")
  func order() throws {
    #expect(
      try table("cap-order", state()).rows.map { $0.cells.dropFirst(3).map(\.shown) } == [
        ["F1", "甲乙科技有限公司", "2021-05-01", "1", "2 件", "1 件", "1 件", "未审定", ""],
        ["F2", "甲乙科技有限公司", "2021-05-02", "2", "1 件", "1 件", "0 件", "未审定", ""],
        ["F3", "甲乙科技有限公司", "2021-05-03", "3", "0 件", "0 件", "0 件", "未审定", ""],
      ])
  }

  @Test("A report of a past day differs by a piece, and says so")
  func since() throws {
    let now = try table("caps", state())
    let over = try table("caps", state(decided: [1000, 300, 700]))
    let more = ReportTable.since(over, now).rows.map { $0.cells.dropFirst().map(\.shown) }
    #expect(more.contains(["已用", "3 件", "2 件", "-1 件"]), "\(more)")
    #expect(more.contains(["超出", "1 件", "0 件", "-1 件"]), "\(more)")
  }

  @Test("年度限额表, and what is over where an old office has decided three")
  func sheet() throws {
    func text(_ state: OfficeState) throws -> String {
      try state.printout(.capSheet, of: ["A"], year: 2021, today: PrintOffice.day("2021-05-10"))
        .text(PrintOffice.templates())
    }
    let plain = try text(state())
    #expect(plain.contains("甲乙科技有限公司：每人每年两件（第2条）逐件使用情况"), "\(plain)")
    #expect(
      plain.contains("   1  F1        甲乙科技有限公司  2021-05-01  未审定      2 件  1,000.00      1 件"), "\(plain)")
    #expect(
      plain.contains("   3  F3        甲乙科技有限公司  2021-05-03  未审定      0 件      0.00      0 件"), "\(plain)")
    #expect(!plain.contains("超出上限"))
    let over = try text(state(decided: [1000, 300, 700]))
    #expect(over.contains("已审定的超出上限 1 件。"), "\(over)")
    #expect(!over.contains("1.00"), "\(over)")
  }

  @Test("Three decided of two: the tie-out counts pieces")
  func tieOut() throws {
    let rows = try table("tieout", state(decided: [1000, 300, 700])).rows.map { $0.cells.map(\.shown) }
    #expect(rows.contains(["已审定的超出限额", "2021 年度 每人每年两件 甲乙科技有限公司", "2 件", "3 件", "1 件"]), "\(rows)")
    #expect(try table("tieout", state()).rows.isEmpty)
  }
}
