import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// What a step gave up is not taken back by undoing it once others were given it: caps are not overrun, nothing is paid
/// twice. Articles 5 (one patent once) and 12 (30 % of the premium, 10 000 a year).
struct UndoRoomTests {
  private func insurance(_ id: String, premium: Int) throws -> Filing {
    Filing(
      id: id, item: "insurance", applicant: "E1", received: try #require(CivilDate("2019-06-01")),
      inputs: [
        .init("policyNumber", .text("P\(id)")), .init("invoiceNumber", .text("I\(id)")),
        .init("premiumPaid", .text("\(premium)")), .init("paidOn", .text("2019-05-20")),
      ])
  }

  private func undo(_ office: TestOffice, _ id: String) -> Refusal? {
    office.refusal(of: .undo, id, by: "赵主管") { $0.note = "误办" }
  }

  /// 30 % of 20 000 is 6 000, waived; 30 % of 30 000 is 9 000, of which 4 000 alone had room while the first stood.
  @Test
  func `A waiver is not undone once its room was given to another`() throws {
    var office = try TestOffice()
    try office.bring(insurance("F1", premium: 20_000), to: .paid)
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    try office.step(.waive, "F1", by: "赵主管") { $0.paper = "放弃声明" }
    try office.act(.receiveFiling(insurance("F2", premium: 30_000)), by: "李经办")
    // Nobody was given anything yet: whoever is decided comes first.
    #expect(undo(office, "F1") == nil)
    for (step, name) in [(Step.accept, "李经办"), (.review, "钱复核"), (.approve, "孙复核")] {
      try office.step(step, "F2", by: name)
    }
    #expect(try office.file("F2").decision.award == Money(yuan: 9_000))
    #expect(undo(office, "F1") == .step(.roomGivenAway(cap: "insurance-year", left: Money(yuan: 1_000))))
    #expect(try office.sentence(undo(office, "F1")).contains("只剩 1,000.00 元，不能撤销"))
    // Once the other gives way it is.
    try office.step(.undo, "F2", by: "孙复核") { $0.note = "重办" }
    try office.step(.undo, "F1", by: "赵主管") { $0.note = "误办" }
    #expect(try office.file("F1").decision.award == Money(yuan: 6_000))
    #expect(try office.file("F2").decision.award == Money(yuan: 4_000))
  }

  @Test
  func `A refusal is not undone once another was approved on the same patent`() throws {
    var office = try TestOffice()
    let number = try TestFilings.application(2018, 2, 1)
    try office.bring(TestFilings.utilityGrant("F1", number), to: .approved)
    try office.step(.reject, "F1", by: "周主管") { $0.grounds = ["false-papers"] }
    try office.act(.receiveFiling(TestFilings.utilityGrant("F2", number)), by: "李经办")
    #expect(undo(office, "F1") == nil)
    for (step, name) in [(Step.accept, "李经办"), (.review, "钱复核"), (.approve, "孙复核")] {
      try office.step(step, "F2", by: name)
    }
    #expect(undo(office, "F1") == .step(.keyGivenAway("F2")))
    #expect(try office.sentence(undo(office, "F1")).contains("已由申报 F2 核定"))
    #expect(office.state.tieOut().isEmpty)
  }

  /// Of 6 000 paid 4 000 are said to have come back; 8 000 of a second are then approved. That the money never came is a
  /// fact: the books show 4 000 over, and say so before.
  @Test
  func `A recovery that did not happen is undone, and the cap is said to be over`() throws {
    var office = try TestOffice()
    try office.bring(insurance("F1", premium: 20_000), to: .paid)
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 4_000)
      $0.grounds = ["audit"]
    }
    try office.bring(insurance("F2", premium: 40_000), to: .approved)
    #expect(try office.file("F2").decision.award == Money(yuan: 8_000))
    let request = office.request(.undo, ["F1"]) { $0.note = "误记" }
    let verdict = try office.state.verdict(on: request, by: "赵主管", at: office.moment()).get()
    #expect(
      OwedWording.beyond(verdict, of: .undo, in: office.state)
        == ["撤销追回以后，E1 2019 年“保费补贴年度限额”已用 14,000.00 元，上限 10,000.00 元，超出 4,000.00 元。"])
    try office.act(.step(request), by: "赵主管")
    #expect(office.state.tieOut().map(\.found) == [MoneyTotal(Money(yuan: 14_000))])
  }

  /// The word that two records are one is taken back: the money of one settles no debt of the other.
  @Test
  func `A list with a set-off between two who were parted is not paid`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(
          id: "E2", name: "英德市旧名瓷厂", kind: .enterprise, district: "441881", bank: "英德农商行",
          account: "1238001321")), by: "李经办")
    func tell(_ verdict: PersonWord.Verdict) throws {
      let word = PersonWord(verdict, ["E1", "E2"], note: "核对营业执照")
      try office.act(.tellPersons(word, seen: office.state.consequences(of: word)), by: "周主管")
    }
    try tell(.link)
    var owing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
    owing.applicant = "E2"
    try office.bring(owing, to: .paid)
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 400)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    try office.bring(TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2)), to: .published)
    try office.step(.batch, "F2", by: "赵主管") {
      $0.setOff = "F1"
      $0.note = "抵扣"
    }
    let batch = try #require(try office.file("F2").openBatch?.batch)
    #expect(office.refusal(of: .pay, "F2", by: "赵主管") == nil)
    try tell(.withdraw)
    #expect(office.refusal(of: .pay, "F2", by: "赵主管") == .step(.batchDiffers(batch)))
  }
}
