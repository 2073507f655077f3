import CaseModel
import Testing

/// What an applicant's and a filing's record has, field by field, as files and forms put it in.
struct RecordFieldTests {
  private let agency = Applicant(
    id: "G1", name: "清远市北江专利代理事务所", kind: .agency, district: "441802", code: "91441802MAFARM019H",
    contact: "王甲", phone: "0763-1", bank: "清远农商行", account: "440123")

  private func filing() throws -> Filing {
    Filing(
      id: "F1", item: "utility-grant", applicant: "E1", received: try #require(CivilDate("2019-06-10")),
      stage: .paid, decided: Money(yuan: 1_000), reclaimed: Money(fen: 50))
  }

  /// interchange.md: an applicant without id, kind or district refuses the file.
  @Test func `An applicant's needed fields are its id, kind and district`() {
    #expect(Applicant.fields.filter(\.isNeeded) == [.id, .kind, .district])
    #expect(
      Applicant.optionalFields == [.parent, .code, .contact, .phone, .bank, .account, .note])
    #expect(Applicant.fields.filter(\.isPersonal) == [.code, .phone, .account])
    #expect(Applicant.fields.filter(\.isPayee) == [.name, .bank, .account])
  }

  @Test func `Each field says what stands in it, in the words of files`() {
    let stands: [Applicant.Field: String] = [
      .id: "G1", .name: "清远市北江专利代理事务所", .kind: "agency", .district: "441802",
      .code: "91441802MAFARM019H", .contact: "王甲", .phone: "0763-1", .bank: "清远农商行", .account: "440123",
    ]
    for field in Applicant.fields { #expect(agency[field] == stands[field], "\(field)") }
  }

  @Test(arguments: Applicant.fields)
  func `What is put into one field of an applicant moves no other`(field: Applicant.Field) throws {
    var changed = agency
    let text = field == .kind ? "agency-branch" : "新"
    try changed.put(text, in: field)
    #expect(changed[field] == text)
    #expect(changed.differences(from: agency) == [field])
    guard !field.isNeeded else { return }
    try changed.put(nil, in: field)
    #expect(changed[field] == (field == .name ? "" : nil))
  }

  @Test func `What no record is without is not taken away, and a kind is one of seven`() {
    var changed = agency
    for field in [Applicant.Field.id, .kind, .district] {
      #expect(throws: FieldMistake.missing, "\(field)") { try changed.put(nil, in: field) }
    }
    for blank in ["", " ", "\u{3000}"] {
      #expect(throws: FieldMistake.missing) { try changed.put(blank, in: .id) }
      #expect(throws: FieldMistake.missing) { try changed.put(blank, in: .district) }
    }
    let kinds = [
      "enterprise", "sole-trader", "institution", "association", "agency", "agency-branch", "individual",
    ]
    for word in ["Agency", "agency ", "agency_branch", ""] {
      #expect(throws: FieldMistake.unknownWord(word, known: kinds)) { try changed.put(word, in: .kind) }
    }
    #expect(changed == agency)
  }

  @Test func `Only an individual is no unit`() {
    #expect(ApplicantKind.allCases.filter { !$0.isUnit } == [.individual])
  }

  /// identifiers.md: on every list an identity number shows its ends; a sole trader may bear one as well.
  @Test(arguments: [
    ("91441802MAFARM019H", ApplicantKind.enterprise, "91441802MAFARM019H"),
    ("441802199003070013", .individual, "4418**********0013"),
    ("441802199003070013", .soleTrader, "4418**********0013"),
    // What is typed in another width is hidden all the same.
    ("４４１８０２１９９００３０７００１３", .soleTrader, "４４１８**********００１３"),
    // An individual's code is hidden whatever it is, and one of eight signs altogether.
    ("91441802MAFARM019H", .individual, "9144**********019H"), ("12345678", .individual, "********"),
    // A wrong check is no person's number in a unit's field: it is shown, so that it can be put right.
    ("91441802MAFARM018H", .enterprise, "91441802MAFARM018H"),
  ])
  func `A code is shown whole for a unit and masked for a person`(
    code: String, kind: ApplicantKind, shown: String
  ) {
    #expect(Applicant(id: "A", name: "甲", kind: kind, district: "441802", code: code).shownCode == shown)
  }

  @Test func `Where no code is known, none is shown`() {
    #expect(Applicant(id: "A", name: "甲", kind: .individual, district: "441802").shownCode == "")
  }

  @Test func `A filing's needed fields are id, item, applicant and day of receipt`() {
    #expect(Filing.fields.filter(\.isNeeded) == [.id, .item, .applicant, .received])
  }

  @Test func `A filing's fields are put and read in the words of files`() throws {
    var filing = try filing()
    let texts: [(Filing.Field, String)] = [
      (.id, "F2"), (.item, "design-grant"), (.applicant, "E2"), (.received, "2020-02-29"),
      (.status, "withdrawn"),
      (.decided, "300.00"), (.reclaimed, "0.05"),
    ]
    for (field, text) in texts {
      try filing.put(text, in: field)
      #expect(filing[field] == text, "\(field)")
    }
    #expect(
      filing.stage == .withdrawn && filing.decided == Money(yuan: 300) && filing.reclaimed == Money(fen: 5))
    try filing.put(nil, in: .decided)
    try filing.put(nil, in: .reclaimed)
    #expect(filing.decided == nil && filing.reclaimed == nil && filing[.decided] == nil)
    for field in [Filing.Field.inputs, .overrides, .asReceived] { #expect(filing[field] == nil) }
  }

  @Test(arguments: [
    (Filing.Field.received, "2019-02-29", FieldMistake.badDate), (.received, "2019-6-10", .badDate),
    (.received, "", .badDate), (.decided, "1,000", .badMoney), (.decided, "-1", .badMoney),
    (.reclaimed, "0.001", .badMoney), (.reclaimed, "", .badMoney), (.id, "\u{3000}", .missing),
  ])
  func `A filing takes no day, sum or id that is none`(
    field: Filing.Field, text: String, mistake: FieldMistake
  )
    throws
  {
    var filing = try filing()
    #expect(throws: mistake) { try filing.put(text, in: field) }
    #expect(try filing == self.filing())
  }

  @Test func `A filing's stage is one of ten, and none is no stage`() throws {
    var filing = try filing()
    let known = [
      "received", "correction", "accepted", "reviewed", "approved", "published", "paid", "reclaimed",
      "rejected",
      "withdrawn",
    ]
    #expect(throws: FieldMistake.unknownWord("returned", known: known)) {
      try filing.put("returned", in: .status)
    }
    #expect(throws: FieldMistake.missing) { try filing.put(nil, in: .status) }
  }
}
