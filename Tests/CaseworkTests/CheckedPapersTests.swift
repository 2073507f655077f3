import CaseModel
import Casework
import SubsidyRules
import Testing

/// Papers that the policy lets a stage wait for: a utility model's certificate and the four that are always asked for,
/// while the letter of authority may be missing.
struct CheckedPapersTests {
  private static let five = ["application-form", "identity", "account-proof", "declaration", "certificate"]

  /// The policy with the condition, and a filing received.
  private func office(_ stage: String) throws -> TestOffice {
    let text = String(decoding: try #require(TestOffice.policyFile), as: UTF8.self)
    let parts = text.split(separator: "\n  \"papers\": [", maxSplits: 1)
    try #require(parts.count == 2)
    let tail = parts[1].split(separator: "\n  ],\n\n  \"items\"", maxSplits: 1)
    try #require(tail.count == 2)
    let changed =
      parts[0] + "\n  \"papers\": {\"checked-before\": \"\(stage)\", \"list\": [" + tail[0]
      + "\n  ]},\n\n  \"items\"" + tail[1]
    var office = try TestOffice(policy: Array(changed.utf8))
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    return office
  }

  private func tick(_ office: inout TestOffice, _ papers: [String]) throws {
    let ticks = papers.map { PaperTick(paper: $0, copies: 1, hasOriginal: true) }
    try office.act(.tickPapers(filing: "F1", ticks, seen: #require(office.state.seen("F1"))), by: "李经办")
  }

  @Test
  func `Acceptance waits until somebody has looked at each of them`() throws {
    var office = try office("accept")
    let refusal = office.refusal(of: .accept, "F1", by: "李经办")
    #expect(refusal == .step(.papersUnchecked(Self.five)))
    #expect(
      try office.sentence(refusal, filing: "F1")
        == "材料 5 项还未核对：“申请表（盖章或签名）”、“营业执照或身份证”、“银行账户证明”、“材料真实性声明”、“专利证书（核对原件）”。按政策，核对后才能办理；请先核对（列表里按 F4，或用 zizhu papers）。"
    )
    try tick(&office, Self.five.dropLast())
    #expect(office.refusal(of: .accept, "F1", by: "李经办") == .step(.papersUnchecked(["certificate"])))
    try tick(&office, ["certificate"])
    try office.step(.accept, "F1", by: "李经办")
    #expect(try office.file("F1").standing == .accepted)
  }

  /// Whatever does not wait for papers goes on: a notice, a withdrawal.
  @Test
  func `What the applicant needs is not held up`() throws {
    let office = try office("accept")
    #expect(office.refusal(of: .withdraw, "F1", by: "李经办") == nil)
    #expect(office.refusal(of: .correct, "F1", by: "李经办") { $0.note = "请补盖公章" } == nil)
  }

  @Test
  func `A later stage waits, the earlier ones do not`() throws {
    var office = try office("approve")
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "钱复核")
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.papersUnchecked(Self.five)))
    try tick(&office, Self.five)
    try office.step(.approve, "F1", by: "孙复核")
    #expect(try office.file("F1").standing == .approved)
  }

  /// Accepted before the policy asked for it: the next of the stages waits.
  @Test
  func `A policy adopted in between holds up what was accepted under the one before`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .accepted)
    let later = try self.office("accept").state.policy
    office.state.given.policies["later"] = later
    try office.act(.adoptPolicy(hash: "later", note: "材料须先核对"), by: "赵主管")
    #expect(office.refusal(of: .review, "F1", by: "钱复核") == .step(.papersUnchecked(Self.five)))
    try tick(&office, Self.five)
    #expect(office.refusal(of: .review, "F1", by: "钱复核") == nil)
  }

  /// One tick list for a list of filings: each has it in its own history.
  @Test
  func `What was found of a list's papers holds for each filing of it`() throws {
    var office = try office("accept")
    let list = try [2, 3].map { try TestFilings.utilityGrant("", TestFilings.application(2018, 2, $0)) }
    let ticks = Self.five.map { PaperTick(paper: $0, copies: 1, hasOriginal: true) }
    try office.act(.receiveFilings(list, ticks: ticks), by: "李经办")
    let ids = office.state.files.map(\.filing.id).filter { $0 != "F1" }
    #expect(ids.count == 2)
    for id in ids {
      #expect(office.state.openPapers(of: try office.file(id)).isEmpty)
      #expect(office.refusal(of: .accept, id, by: "李经办") == nil)
    }
    let strange = Command.receiveFilings(list, ticks: [PaperTick(paper: "licence")])
    #expect(office.refusal(of: strange, by: "李经办") == .unknownPaper("licence"))
  }
}
