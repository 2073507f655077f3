import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

@testable import Desk

/// The desk of an office with two policies: 清府办〔2018〕27号 to 2020 and an invented successor from 2021 on.
@Suite struct JoinedPolicyDeskTests {
  /// An office on a day of 2021 with one enterprise; the successor asks for the certificate's number too.
  private func desk() throws -> DeskSession {
    var desk = try DeskSession.office(on: "2021-12-01")
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Policies/qingyuan-2021-3.json")
    let text = try String(contentsOf: path, encoding: .utf8)
    let grant = try #require(text.range(of: #""id": "utility-grant""#))
    let inputs = try #require(text.range(of: #""inputs": ["#, range: grant.upperBound..<text.endIndex))
    let asking = text.replacingCharacters(
      in: inputs, with: #""inputs": [{"id": "certificate", "label": "证书编号", "kind": "text", "record": true},"#
    )
    desk.state.given.policies["successor"] = try PolicyFile.read(Array(asking.utf8)).get()
    let maker = Applicant(id: "E1", name: "英德市第一陶瓷厂", kind: .enterprise, district: "441881")
    desk.state.fold(
      Transaction(
        by: "赵主管", at: "2021-11-30T02:00:00Z", policy: "",
        changes: [
          .policyJoined(id: "qingyuan-2021-3", hash: "successor", note: "新办法施行"), .applicantEntered(maker),
        ]))
    desk.model.stateChanged(desk.state)
    try desk.turn("李经办")
    return desk
  }

  private func labels(_ desk: DeskSession) -> [String] { desk.model.filing?.inputs.map(\.label) ?? [] }

  @Test("A new form asks what the newest policy asks, and turns to the one that holds the day that is typed")
  func theFormFollowsTheEvent() throws {
    var desk = try desk()
    try desk.press("<F2>实用新型<Tab>英德<Tab><Tab>")
    #expect(labels(desk) == ["证书编号", "专利申请号", "授权公告日"])
    try desk.press("ZS1<Tab>201920000001<Tab>2021-03-04<Tab>")
    #expect(labels(desk) == ["证书编号", "专利申请号", "授权公告日"])
    #expect(desk.screen.contains("800.00 元") && desk.screen.contains("〔2021〕3号"))
    // The day was another: while it is typed the decision follows, the fields once it is left.
    try desk.press("<S-Tab><C-u>2020-03-04")
    #expect(desk.screen.contains("1,000.00 元"), "\(desk.screen)")
    #expect(labels(desk) == ["证书编号", "专利申请号", "授权公告日"])
    try desk.press("<Tab>")
    #expect(labels(desk) == ["专利申请号", "授权公告日"])
    #expect(desk.screen.contains("1,000.00 元") && desk.screen.contains("〔2018〕27号"))
    // And back again: what was typed for the newer one is still there.
    try desk.press("<S-Tab><C-u>2021-03-04<Tab>")
    #expect(labels(desk) == ["证书编号", "专利申请号", "授权公告日"])
    #expect(desk.model.filing?.inputs.first?.editor.text == "ZS1")
    try desk.press("<F8>")
    let saved = try #require(desk.state.files.first)
    #expect(saved.filing.item == "qingyuan-2021-3/utility-grant")
    #expect(saved.decision.award == Money(yuan: 800))
  }

  @Test("Screen 7 shows each policy with its articles, and opens the filings of that one alone")
  func theArticlesByPolicy() throws {
    var desk = try desk()
    for (serial, day) in [("201920000001", "2021-03-04"), ("201920000002", "2020-03-04")] {
      try desk.press("<F2>实用新型<Tab>英德<Tab><Tab>")
      try desk.press("ZS<Tab>\(serial)<Tab>\(day)<F8><Esc>")
    }
    #expect(desk.state.files.map(\.decision.award.description).sorted() == ["1000.00", "800.00"])
    try desk.press("7<Home>")
    #expect(desk.screen.contains("《清远市专利资助办法（虚构）》清府办〔2021〕3号"))
    #expect(desk.screen.contains("代替：《清远市推进专利工作实施办法》（清府办〔2018〕27号）"), "\(desk.screen)")
    // Under 第18条 of either stands its own filing alone: the older one's of 2020, the newer one's of 2021.
    for (year, key, award) in [(2020, "<End>", "1000.00"), (2021, "<Home>", "800.00")] {
      desk.model.year = year
      try desk.press("7<F7><C-u>第18条<Enter>\(key)<Enter>")
      let shown = desk.model.lists.filings.map { desk.state.files[$0].decision.award.description }
      #expect(desk.model.screen == .filings && shown == [award], "\(desk.screen)")
    }
  }
}
