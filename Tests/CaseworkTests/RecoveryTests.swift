import CaseModel
import Casework
import Seeded
import SubsidyRules
import Testing
import Wording

/// Recoveries as an account: each demand asks for its own part and no other, by hand.
struct RecoveryTests {
  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  private func paid() throws -> TestOffice {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    return office
  }

  private func reclaim(_ amount: Int64, _ office: inout TestOffice, for ground: String = "audit") throws {
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: amount)
      $0.grounds = [ground]
    }
  }

  private func lower(to amount: Int64, _ office: inout TestOffice, for ground: String = "audit") throws {
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: amount)
      $0.grounds = [ground]
    }
    try office.step(.confirm, "F1", by: "孙复核")
  }

  private func demands(_ office: TestOffice) throws -> [RecoveryAccount.Demand] {
    try office.file("F1").recoveries.demands
  }

  /// Article 18: 1 000 were paid; 400, then the other 600 come back. Nobody is asked for 1 400.
  @Test
  func `Each of two recoveries asks for its own part`() throws {
    var office = try paid()
    try reclaim(400, &office)
    try reclaim(600, &office, for: "false-papers")
    let demands = try demands(office)
    #expect(demands.map(\.amount) == [yuan(400), yuan(600)])
    #expect(demands.map(\.kept) == [yuan(600), .zero])
    #expect(demands.map(\.paid) == [yuan(1_000), yuan(1_000)])
    #expect(demands.map(\.reasons.grounds) == [["audit"], ["false-papers"]])
    #expect(try office.file("F1").recoveries.outstanding == .zero)
  }

  /// 1 000 become 700 and then 500: 300 and 200 are asked for. 450 that come back settle the first and 150 of the second.
  @Test
  func `What comes back settles the oldest demand first`() throws {
    var office = try paid()
    try lower(to: 700, &office)
    office.today = try #require(CivilDate("2019-06-12"))
    try lower(to: 500, &office, for: "patent-invalid")
    try reclaim(450, &office)
    let demands = try demands(office)
    #expect(demands.map(\.amount) == [yuan(300), yuan(200)])
    #expect(demands.map(\.kept) == [yuan(700), yuan(500)])
    #expect(demands.map(\.returned) == [yuan(300), yuan(150)])
    #expect(demands.map(\.outstanding) == [.zero, yuan(50)])
    #expect(demands.map(\.reasons.step) == [.revise, .revise])
    #expect(demands.map(\.reasons.grounds) == [["audit"], ["patent-invalid"]])
    #expect(demands[1].day == office.today)
  }

  /// 300 are asked for; 500 come back: 200 of them are a demand of their own.
  @Test
  func `More than was asked for is a demand of its own`() throws {
    var office = try paid()
    try lower(to: 700, &office)
    try reclaim(500, &office)
    let demands = try demands(office)
    #expect(demands.map(\.amount) == [yuan(300), yuan(200)])
    #expect(demands.map(\.returned) == [yuan(300), yuan(200)])
    #expect(demands.map(\.kept) == [yuan(700), yuan(500)])
  }

  /// 1 000 were paid and 700 are the applicant's: whoever pays the same unit again, under whichever record, is told.
  @Test
  func `Who is paid and owes is named, with the filing and the sum`() throws {
    var office = try paid()
    #expect(office.state.openRecoveries(of: "E1").isEmpty && OwedWording.sentence([]) == nil)
    try lower(to: 700, &office)
    let second = Applicant(id: "E2", name: "英德市碧落陶瓷（有限）公司", kind: .enterprise, district: "441881")
    var same = second
    (same.id, same.name, same.note) = ("E3", "英德市碧落陶瓷有限公司", "另一窗口登记")
    for applicant in [second, same] { try office.act(.enterApplicant(applicant), by: "李经办") }
    let open = [Payment.SetOff(filing: "F1", amount: yuan(300))]
    #expect(office.state.openRecoveries(of: "E1") == open && office.state.openRecoveries(of: "E3") == open)
    #expect(office.state.openRecoveries(of: "E2").isEmpty)
    #expect(
      OwedWording.sentence(open) == "该申请人还有待追回的 300.00 元（F1 300.00 元）；主管可写明理由，从拨付中抵扣。")
    try reclaim(300, &office)
    #expect(office.state.openRecoveries(of: "E1").isEmpty)
  }

  /// 300 or the whole 1 000 are owed; of two payments of 1 000 the first sets them off, so that neither row is told of them.
  @Test(arguments: [Int64(700), 0])
  func `What several payments set off is told of no more before they are saved`(_ kept: Int64) throws {
    var office = try paid()
    try lower(to: kept, &office)
    for (id, serial) in [("F2", UInt64(2)), ("F3", 3)] {
      try office.bring(TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial)), to: .published)
    }
    func told(_ fill: (inout StepRequest) -> Void) throws -> [Payment.SetOff] {
      let request = office.request(.pay, ["F2", "F3"], fill)
      let verdict = try office.state.verdict(on: request, by: "周主管", at: office.moment()).get()
      #expect(verdict.refused.isEmpty)
      return office.state.unclaimedRecoveries(of: "E1", after: verdict)
    }
    #expect(try told { _ in } == [.init(filing: "F1", amount: yuan(1_000 - kept))])
    #expect(
      try told {
        $0.setsOffWhatIsOwed = true
        $0.note = "同意抵扣"
      } == [])
    // On a list they are claimed already, which is not taken twice.
    try office.step(.batch, "F2", by: "周主管") {
      $0.setOff = "F1"
      $0.note = "同意抵扣"
    }
    let listed = office.request(.pay, ["F2"])
    let verdict = try office.state.verdict(on: listed, by: "周主管", at: office.moment()).get()
    #expect(
      office.state.unclaimedRecoveries(of: "E1", after: verdict) == office.state.unclaimedRecoveries(of: "E1")
    )
  }

  /// 600 were asked for, 100 of them came; then 800 are the applicant's after all: 100 more are asked for, not 500.
  @Test
  func `A confirmation that asks for less takes back what has not come`() throws {
    var office = try paid()
    try lower(to: 400, &office)
    try reclaim(100, &office)
    try lower(to: 800, &office, for: "audit")
    let demands = try demands(office)
    #expect(demands.map(\.amount) == [yuan(200)] && demands.map(\.outstanding) == [yuan(100)])
    #expect(demands.map(\.kept) == [yuan(800)])
  }

  @Test
  func `What is set off is no money to give back`() throws {
    var office = try paid()
    try lower(to: 700, &office)
    try office.bring(TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2)), to: .published)
    try office.step(.pay, "F2", by: "赵主管") {
      $0.setOff = "F1"
      $0.note = "局务会同意抵扣"
    }
    let demand = try #require(try demands(office).first)
    #expect(demand.amount == yuan(300) && demand.setOff == yuan(300) && demand.returned == .zero)
    #expect(demand.setOffs.map(\.filing) == ["F2"] && demand.reasons.grounds == ["audit"])
    #expect(demand.reasons.note != "局务会同意抵扣")
    try office.step(.undo, "F2", by: "赵主管") { $0.note = "误抵" }
    #expect(try demands(office).map(\.outstanding) == [yuan(300)])
  }

  /// Whatever happens to the money, the account says what the balance says, which knows of no demands.
  @Test(arguments: 0..<40)
  func `The account and the balance agree`(_ seed: Int) throws {
    var office = try paid()
    var random = SeededNumbers(seed)
    for _ in 0..<12 {
      let amount = Int64.random(in: 1...12, using: &random) * 100
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: try? lower(to: amount, &office)
      case 2, 3: try? reclaim(amount, &office)
      case 4:
        try? office.step(.pay, "F1", by: "赵主管")
        try? office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
      default: try? office.step(.undo, "F1", by: "赵主管") { $0.note = "误办" }
      }
      let file = try office.file("F1")
      let account = file.recoveries
      #expect(account.outstanding == file.balance.openRecovery, "seed \(seed)")
      let back = account.demands.reduce(Int64(0)) { $0 + $1.returned.fen + $1.setOff.fen }
      #expect(back == file.balance.recovered.fen, "seed \(seed)")
      #expect(account.demands.allSatisfy { $0.returned.fen + $0.setOff.fen <= $0.amount.fen }, "seed \(seed)")
    }
  }
}
