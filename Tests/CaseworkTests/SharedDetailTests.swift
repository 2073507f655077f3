import CaseModel
import Casework
import SubsidyRules
import Testing

/// One account or phone behind applicants that are not of one family, and one patent under several items.
struct SharedDetailTests {
  private func office(_ applicants: [Applicant]) throws -> TestOffice {
    var office = try TestOffice()
    for applicant in applicants { try office.act(.enterApplicant(applicant), by: "李经办") }
    return office
  }

  private func unit(_ id: String, phone: String? = nil, account: String? = nil, parent: String? = nil)
    -> Applicant
  {
    Applicant(
      id: id, name: "单位\(id)", kind: parent == nil ? .enterprise : .agencyBranch, district: "441881",
      parent: parent,
      phone: phone, account: account)
  }

  private func grant(_ id: String, of applicant: String, _ serial: UInt64) throws -> Filing {
    var filing = try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
    filing.applicant = applicant
    return filing
  }

  @Test(arguments: [
    ("0763-3300001", "0763 3300001"), ("０７６３３３００００１", "07633300001"), ("(0763)3300001", "0763—3300001"),
    ("0763-3300001", "0763\u{200B}3300001"), ("电话0763-3300001", "0763-3300001（办）"),
  ])
  func `A phone in another dress rings at the same desk`(a: String, b: String) throws {
    let found = try office([unit("A", phone: a), unit("B", phone: b)]).state.sharedDetails()
    #expect(
      found.map(\.kind) == [.phone] && found.map(\.applicants) == [["A", "B"]]
        && found.map(\.mark) == ["0001"])
  }

  @Test(arguments: [
    ("0763-3300001", "0763-3300002"), ("", ""), ("无", "无"), ("0763-3300001-8", "0763-3300001"),
  ])
  func `Another phone, or none, is nobody's`(a: String, b: String) throws {
    #expect(try office([unit("A", phone: a), unit("B", phone: b)]).state.sharedDetails().isEmpty)
  }

  @Test func `Head and branch may share, a third may not`() throws {
    var office = try office([unit("H", account: "6228480001"), unit("B", account: "6228480001", parent: "H")])
    #expect(office.state.sharedDetails().isEmpty)
    try office.act(.enterApplicant(unit("X", account: "6228 4800 01")), by: "李经办")
    #expect(office.state.sharedDetails().map(\.applicants) == [["H", "B", "X"]])
  }

  @Test func `The yuan behind them come first, whose account is told by its last four`() throws {
    var office = try office([
      unit("A", phone: "1"), unit("B", phone: "1"), unit("C", account: "6228480001234567"),
      unit("D", account: "6228480001234567"),
    ])
    for (serial, (id, applicant)) in [("F1", "C"), ("F2", "D"), ("F3", "A")].enumerated() {
      try office.act(.receiveFiling(grant(id, of: applicant, UInt64(serial + 1))), by: "李经办")
    }
    let found = office.state.sharedDetails()
    #expect(found.map(\.kind) == [.account, .phone] && found.map(\.mark) == ["4567", "1"])
    #expect(
      found.map(\.award.description) == ["2000.00", "1000.00"]
        && found.map(\.filings) == [["F1", "F2"], ["F3"]])
    // Of another year there is nothing behind them, and they are still two.
    #expect(office.state.sharedDetails(of: 2018).map(\.award) == [.zero, .zero])
  }

  // MARK: - Overlaps

  /// Articles 2 and 18 may both pay for one patent, but it is shown; a withdrawn one is none.
  @Test func `One patent under two items, however it is written`() throws {
    var office = try TestOffice()
    let number = try TestFilings.application(2018, 2, 7)
    var dressed = try TestFilings.utilityGrant("F1", number)
    dressed.inputs[0].value = .text("ZL 2018 2 0000007." + number.description.suffix(1))
    try office.act(.receiveFiling(dressed), by: "李经办")
    #expect(office.state.overlaps().isEmpty)
    try office.act(.receiveFiling(TestFilings.agencyGrant("F2", number)), by: "李经办")
    let overlap = try #require(office.state.overlaps().first)
    #expect(
      overlap.number == number && overlap.filings == ["F1", "F2"] && overlap.award.description == "1200.00")
    // In the order of the policy's articles: 2 before 18.
    #expect(overlap.items == ["agency-grant", "utility-grant"])
    #expect(office.state.overlaps(of: 2018).isEmpty && office.state.overlaps(of: 2019).count == 1)
    try office.step(.withdraw, "F1", by: "李经办")
    #expect(office.state.overlaps().isEmpty)
  }

  @Test func `A wrong check is the number only where somebody has said why`() throws {
    var office = try TestOffice()
    let number = try TestFilings.application(2018, 2, 7)
    var wrong = try TestFilings.utilityGrant("F1", number)
    let check = number.check == 0 ? "1" : "0"
    wrong.inputs[0].value = .text("201820000007." + check)
    try office.act(.receiveFiling(wrong), by: "李经办")
    try office.act(.receiveFiling(TestFilings.agencyGrant("F2", number)), by: "李经办")
    #expect(office.state.overlaps().isEmpty)
    wrong.overrides = [.init("applicationNumber", reason: "证书原件如此")]
    try office.act(.changeFiling(wrong), by: "李经办")
    #expect(office.state.overlaps().map(\.filings) == [["F1", "F2"]])
  }

  @Test func `Two of one item are a duplicate and no overlap`() throws {
    var office = try TestOffice()
    let number = try TestFilings.application(2018, 2, 7)
    for id in ["F1", "F2"] { try office.act(.receiveFiling(TestFilings.utilityGrant(id, number)), by: "李经办") }
    #expect(office.state.overlaps().isEmpty)
    #expect(try office.file("F2").decision.reasons.map(\.code) == ["duplicate:F1"])
  }
}
