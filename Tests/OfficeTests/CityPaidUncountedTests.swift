import CaseModel
import Casework
import Journal
import Papers
import SubsidyRules
import Testing

@testable import Office

/// Money that the city paid on a filing that only a tail has which does not count: it stays in what was spent, in caps and
/// in the fund, and stands in `tieout`; nothing of it falls upon the filing that the other machine gave the same number.
/// Source: offices.md, Conflicts, 3.
@Suite struct CityPaidUncountedTests {
  private static let code = "441881"
  private static let number = "441881-2019-000002"

  /// A second agency, which either machine enters under the number that it counts on with.
  private static func agency(_ name: String) -> Applicant {
    Applicant(
      id: "441881-A00002", name: name, kind: .agency, district: "441881", phone: "13807630002", bank: "清远农商行",
      account: "44001234567891")
  }

  /// 500 yuan (art. 2), handed up by a machine for an agency that it enters for it.
  private func handUp(_ patent: Int, of name: String, at office: OpenOffice, _ town: Town) throws -> [UInt8] {
    let head = town.head(Self.code)
    _ = try office.save(.enterApplicant(Self.agency(name)), by: head)
    _ = try office.save(.receiveFiling(Offices.grant(patent, of: "441881-A00002")), by: head)
    try town.take([.accept, .review, .handUp], [Self.number], at: office, by: head)
    return try office.bundle(all: false, isPlain: false, by: head).bytes
  }

  /// A county whose second filing was paid at the city, and a machine restored from before it, whose second filing is of
  /// another patent and another agency: gathered, the history parts.
  private func inTown(_ work: (Town, _ machine: OpenOffice) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      _ = try town.review(Self.code, [0], of: Town.agency(Self.code))
      let backup = folder + "/county.backup"
      _ = try county.journal.backup(to: backup)
      try town.gather(try handUp(1, of: "清远市第一专利代理事务所", at: county, town))
      try town.take([.commit, .publish, .pay], [Self.number], at: town.city, by: town.mayor)
      let machine = try town.restored(backup, as: "machine", keysOf: county)
      try town.gather(try handUp(2, of: "英德市第二专利代理事务所", at: machine, town))
      try work(town, machine)
    }
  }

  /// What the reports say was spent, and used of the one cap of agencies, of the year.
  private func sums(_ town: Town) -> (spent: MoneyTotal, used: MoneyTotal, inFund: MoneyTotal) {
    let state = town.city.state
    let spent = state.spending(of: 2019).months.reduce(MoneyTotal.zero) { $0 + $1.net }
    let used = state.sums.capUses.values.reduce(MoneyTotal.zero) { $0 + $1.decided }
    return (spent, used, FundLine.whole(state.fund(of: 2019)).paid)
  }

  private func keep(isInStore: Bool, _ town: Town) throws {
    guard case .fork(_, let known, let other)? = town.city.waiting.first(where: \.isFork)?.reason else {
      throw Offices.Missing()
    }
    let fork = try #require((town.city.joint?.conflicts ?? []).first { $0.kind == .fork })
    let word = Ruling(
      conflict: fork.id, verdict: .forkKeep(isInStore ? known : other), parties: [], note: "已核")
    _ = try town.city.save(.offices(.rule(word)), by: town.mayor)
  }

  private func stands(as id: String, _ town: Town) throws {
    let file = try #require(town.city.state.file(id))
    #expect(file.standing == .paid && file.balance.kept == Money(yuan: 500))
    #expect(town.city.state.applicant(file.filing.applicant)?.name == "清远市第一专利代理事务所")
    let sums = sums(town)
    let paid = MoneyTotal(Money(yuan: 500))
    #expect(sums.spent == paid && sums.used == paid && sums.inFund == paid)
    #expect(
      town.city.state.tieOut().map(\.kind) == [.paidUncounted(filing: Self.number, office: Self.code)])
    let again = try Offices.open(town.city.path, clock: Town.clock)
    #expect(CityOutcome(again) == CityOutcome(town.city))
    #expect(try OpenOffice.verify(town.city.path, head: nil).findings.allSatisfy(\.isOrdinary))
  }

  @Test func itCountsWhileTheForkIsOpenAndBehindIt() throws {
    try inTown { town, machine in
      #expect(town.city.state.files.count == 2)
      try stands(as: Self.number, town)
      try keep(isInStore: false, town)
      #expect(town.city.state.files.count == 3)
      let name = try #require(town.city.state.files.map(\.filing.id).first { $0.contains("@") })
      try stands(as: name, town)
      // The other machine's filing of that number is nobody's payment; that there are two is said.
      let twice = try #require(town.open(.sameNumber).first)
      #expect(Set(twice.filings) == [Self.number, name])
      try town.rule(twice, .noted)
      #expect(town.city.state.file(Self.number)?.standing == .handedUp)
      let reply = try town.city.reply(to: Self.code, by: town.mayor)
      #expect(reply.steps == 0 && reply.returned == 1)
      _ = try machine.take(machine.reply(reply.bytes), by: town.head(Self.code))
      #expect(machine.own.file(Self.number)?.standing == .handedUp)
      try town.take([.commit], [Self.number], at: town.city, by: town.mayor)
      #expect(sums(town).used == MoneyTotal(Money(yuan: 1000)))
      // What comes back of the other is taken off, and off it alone.
      var back = StepRequest(.reclaim, [town.city.state.row(name)])
      (back.amount, back.grounds) = (Money(yuan: 200), ["audit"])
      _ = try town.city.save(.step(back), by: town.mayor)
      #expect(town.city.state.file(name)?.balance.kept == Money(yuan: 300))
      #expect(town.city.state.file(Self.number)?.balance.kept == .zero)
      #expect(sums(town).used == MoneyTotal(Money(yuan: 800)))
      #expect(town.city.state.joint.paidUncounted.map(\.kept) == [Money(yuan: 300)])
      let next = try town.city.reply(to: Self.code, by: town.mayor)
      #expect(next.steps == 1)
      _ = try machine.take(machine.reply(next.bytes), by: town.head(Self.code))
      #expect(machine.own.file(Self.number)?.standing == .approved)
      #expect(machine.own.file(Self.number)?.filing.decided == Money(yuan: 500))
    }
  }

  /// The tail on which it was paid is kept: it is a filing like any other.
  @Test func onTheTailThatIsKeptItIsAnyFiling() throws {
    try inTown { town, _ in
      try keep(isInStore: true, town)
      #expect(town.city.state.files.map(\.filing.id) == ["441881-2019-000001", Self.number])
      #expect(town.city.state.tieOut().isEmpty && town.city.state.joint.paidUncounted.isEmpty)
      #expect(sums(town).spent == MoneyTotal(Money(yuan: 500)))
      // And after all it is not.
      try keep(isInStore: false, town)
      try keep(isInStore: false, town)
      #expect(town.city.state.tieOut().isEmpty && sums(town).used == MoneyTotal(Money(yuan: 500)))
    }
  }
}
