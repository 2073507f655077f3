import CaseModel
import Testing

/// The reasons that stand with a filing, its inputs, and what its stage says.
struct FilingReasonTests {
  private func filing(_ overrides: [(String, String)] = [], _ inputs: [(String, RawInput)] = []) throws
    -> Filing
  {
    Filing(
      id: "F1", item: "utility-grant", applicant: "E1", received: try #require(CivilDate("2019-06-10")),
      inputs: inputs.map { .init($0.0, $0.1) }, overrides: overrides.map { .init($0.0, reason: $0.1) })
  }

  /// interchange.md: an override without text counts for nothing; signs and digits alone tell nobody anything.
  @Test(arguments: [
    ("受理通知书原件如此", "受理通知书原件如此" as String?, "受理通知书原件如此" as String?), ("x", "x", "x"),
    // Kept from before signs alone were no reason: it stands there, and is no reason.
    ("？", nil, "？"), ("2019", nil, "2019"), ("——", nil, "——"), ("", nil, nil), (" \u{3000}", nil, nil),
    ("\u{200B}", nil, nil),
  ])
  func `A reason is words`(text: String, reason: String?, kept: String?) throws {
    let filing = try filing([("applicationNumber", text)])
    #expect(filing.reason(for: "applicationNumber") == reason)
    #expect(filing.override(of: "applicationNumber") == kept)
    #expect(filing.reason(for: "grantedOn") == nil)
  }

  @Test func `A blank reason does not hide one behind it, and of two the first counts`() throws {
    #expect(try filing([("fee", " "), ("fee", "发票为证")]).reason(for: "fee") == "发票为证")
    #expect(try filing([("fee", "发票为证"), ("fee", "收据为证")]).reason(for: "fee") == "发票为证")
  }

  @Test func `Reasons that are of no input go by their own names`() {
    #expect(Filing.otherOverrides == ["received", "ban"])
  }

  @Test func `An input that is stated as nothing is stated`() throws {
    let filing = try filing([], [("fee", .null), ("basis", .text("")), ("basis", .text("study"))])
    #expect(filing.input("fee") == .null)
    #expect(filing.input("basis") == .text(""))
    #expect(filing.input("passedOn") == nil)
  }

  /// casework.md: approval fixes the amount; rejected and withdrawn filings use nothing.
  @Test(arguments: [
    (Stage.received, true, true, false), (.correction, true, true, false), (.accepted, true, true, false),
    (.reviewed, true, true, false), (.approved, false, true, false), (.published, false, true, false),
    (.paid, false, false, false), (.reclaimed, false, false, false), (.rejected, false, false, true),
    (.withdrawn, false, false, true),
  ])
  func `Each stage says whether it is undecided, open or closed`(
    stage: Stage, isUndecided: Bool, isOpen: Bool, isClosed: Bool
  ) {
    #expect(stage.isUndecided == isUndecided && stage.isOpen == isOpen && stage.isClosed == isClosed)
  }

  @Test func `A filing counts in every family that it is kept in`() {
    let facts = FactsAtReceipt(kind: .agencyBranch, district: "441881", family: "G1", further: ["G7", "G3"])
    #expect(facts.heads == ["G1", "G7", "G3"])
  }
}
