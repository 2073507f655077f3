import CaseModel
import Casework
import SubsidyRules
import Testing

/// The same patent, insurance or standard claimed twice: once-only keys over the spellings that clerks type (items.md:
/// texts are compared in half width, upper case, with single spaces; numbers without ZL, CN, spaces, hyphens, dots).
struct SamePatentTests {
  private func filing(
    _ id: String, _ item: String, of applicant: String = "E1", _ inputs: [(String, RawInput)]
  ) throws
    -> Filing
  {
    Filing(
      id: id, item: item, applicant: applicant, received: try #require(CivilDate("2019-06-10")),
      inputs: inputs.map { .init($0.0, $0.1) })
  }

  /// The reasons of the second of two.
  private func second(_ first: Filing, _ second: Filing) throws -> [String] {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "佛冈县茶业有限公司", kind: .enterprise, district: "441821")),
      by: "李经办")
    try office.act(.receiveFiling(first), by: "李经办")
    try office.act(.receiveFiling(second), by: "李经办")
    #expect(try office.file(first.id).decision.reasons.isEmpty)
    return try office.file(second.id).decision.reasons.map(\.code)
  }

  private func utility(_ id: String, _ number: String, of applicant: String = "E1") throws -> Filing {
    try filing(
      id, "utility-grant", of: applicant,
      [("applicationNumber", .text(number)), ("grantedOn", .text("2019-05-10"))])
  }

  /// 201920000018.X, the check of identifiers.md.
  @Test(arguments: [
    "201920000018.X", "201920000018.x", "201920000018", "ZL201920000018.X", "zl 2019 2 0000018.x",
    "CN201920000018X",
    "２０１９２０００００１８．Ｘ", "ＺＬ２０１９２０００００１８", "2019-2-0000018-X", "2019—2—0000018。X", "201920000018·X",
    " 201920000018.X\u{3000}", "2019\u{200B}20000018.X",
  ])
  func `A utility model pays once in the whole city, in whatever dress`(number: String) throws {
    #expect(try second(utility("F1", "201920000018.X"), utility("F2", number)) == ["duplicate:F1"])
    #expect(try second(utility("F1", number), utility("F2", "201920000018.X", of: "E2")) == ["duplicate:F1"])
  }

  @Test(arguments: ["201920000019.1", "201820000018.5"])
  func `Another number is another patent`(number: String) throws {
    guard case .number(let read) = ApplicationNumber.read(String(number.dropLast(2))) else { return }
    #expect(try second(utility("F1", "201920000018.X"), utility("F2", read.description)).isEmpty)
  }

  private func premium(_ id: String, _ policy: String, _ invoice: String, of applicant: String = "E1") throws
    -> Filing
  {
    try filing(
      id, "insurance", of: applicant,
      [
        ("policyNumber", .text(policy)), ("invoiceNumber", .text(invoice)), ("premiumPaid", .text("100.00")),
        ("paidOn", .text("2019-05-10")),
      ])
  }

  @Test(arguments: [
    ("PZIP 0001", "044001900111", true), ("ｐｚｉｐ　０００１", "０４４００１９００１１１", true),
    (" pzip  0001 ", "044001900111", true),
    ("PZIP\t0001", "044001900111 ", true), ("PZIP\u{200B} 0001", "044001900111", true),
    // Where spaces are is part of the text; where none are, another text.
    ("PZIP0001", "044001900111", false), ("PZIP 0001", "044 001900111", false),
    ("PZIP 0001", "044001900112", false),
    ("PZIP 0002", "044001900111", false),
  ])
  func `A premium pays once for policy and invoice together`(policy: String, invoice: String, isSame: Bool)
    throws
  {
    let first = try premium("F1", "PZIP 0001", "044001900111")
    #expect(try second(first, premium("F2", policy, invoice, of: "E2")) == (isSame ? ["duplicate:F1"] : []))
  }

  private func recognition(
    _ id: String, _ title: String, of applicant: String = "E1", document: String = "国知发〔2019〕57号"
  )
    throws -> Filing
  {
    try filing(
      id, "recognition", of: applicant,
      [("title", .text(title)), ("documentNumber", .text(document)), ("listedOn", .text("2019-05-10"))])
  }

  /// Article 7: once for an enterprise and title; a higher title later is paid in full.
  @Test func `A title pays once for each enterprise`() throws {
    let first = try recognition("F1", "city-advantage")
    #expect(try second(first, recognition("F2", "city-advantage", document: "另一文号")) == ["duplicate:F1"])
    #expect(try second(first, recognition("F2", "provincial-advantage")).isEmpty)
    #expect(try second(first, recognition("F2", "city-advantage", of: "E2")).isEmpty)
  }

  private func annuity(_ id: String, _ number: String, _ annuity: Int, paid: String) throws -> Filing {
    try filing(
      id, "annual-fee",
      [
        ("applicationNumber", .text(number)), ("filedOn", .text("2017-06-01")),
        ("grantedOn", .text("2018-07-10")),
        ("annuity", .count(annuity)), ("amountPaid", .text("900.00")), ("paidOn", .text(paid)),
      ])
  }

  /// Filed 2017-06-01 and granted 2018-07-10: the second annuity year, so the second to the fourth are paid, each once.
  @Test func `A year's fee pays once for each annuity`() throws {
    let number = try TestFilings.application(2017, 1, 9)
    let first = try annuity("F1", number.description, 2, paid: "2018-07-20")
    #expect(
      try second(first, annuity("F2", "ZL" + number.bareText, 2, paid: "2018-08-01")) == ["duplicate:F1"])
    #expect(try second(first, annuity("F2", number.description, 3, paid: "2019-05-20")).isEmpty)
    #expect(try second(first, annuity("F2", number.description, 5, paid: "2019-05-20")) == ["window"])
  }
}
