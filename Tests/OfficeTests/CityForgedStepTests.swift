import CaseModel
import Casework
import Interchange
import Journal
import SubsidyRules
import Testing

@testable import Office

/// 8, a step by somebody who could not: only a program that breaks the rules writes one, so that it is written here behind
/// the office's back, chained like any line, bundled, signed and gathered. Figures from 清府办〔2018〕27号, article 2: 500
/// yuan for each invention granted. Source: offices.md, Who decides, and Conflicts, 8.
@Suite struct CityForgedStepTests {
  private static let code = "441881"

  /// A county whose program has approved the first of two filings by itself, behind the line by which it joined; the city
  /// has gathered that.
  private func inTown(handedUp: Bool = true, _ work: (Town, [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      var town = try Town(folder, counties: [Self.code])
      let (county, head) = (try town.county(Self.code), town.head(Self.code))
      let ids = try town.review(Self.code, 0..<2, of: Town.agency(Self.code))
      if handedUp { try town.take([.handUp], ids, at: county, by: head) }
      // As it is, the program refuses it.
      #expect(throws: OfficeError.self) { try town.take([.approve], [ids[0]], at: county, by: head) }
      let again = try forge(.approve, .approval(Approval(amount: Money(yuan: 500))), of: ids[0], in: &town)
      #expect(again.own.file(ids[0])?.standing == .approved && again.journal.readOnly == nil)
      // Its chain holds: it is taken in like any other.
      let plan = try town.gather(town.bundle(Self.code))
      #expect(plan.refused.isEmpty && plan.after.conflicts.contains { $0.kind == .noRight })
      try work(town, ids)
    }
  }

  /// Writes a step of the county's head behind the program's back, and opens the county anew.
  @discardableResult private func forge(
    _ step: Step, _ detail: StepTaken.Detail, of filing: String, in town: inout Town
  ) throws -> OpenOffice {
    let county = try town.county(Self.code)
    let line = Transaction(
      by: town.head(Self.code).name, at: "2019-12-20T02:00:00Z", policy: county.own.policyHash,
      changes: [
        .stepped(filing: filing, StepTaken(step, day: Offices.day("2019-12-20"), detail: detail))
      ])
    _ = try county.journal.transaction { _ in TransactionLine.write(line) }
    let again = try Offices.open(county.path, clock: Town.clock)
    town.goOn(Self.code, at: again)
    return again
  }

  private func found(_ town: Town) throws -> OfficeConflict {
    let found = town.open(.noRight)
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test(arguments: [true, false]) func itIsFoundAndStopsTheMoney(handedUp: Bool) throws {
    try inTown(handedUp: handedUp) { town, ids in
      let conflict = try found(town)
      #expect(conflict.filings == [ids[0]] && conflict.amount == MoneyTotal(Money(yuan: 500)))
      #expect(conflict.verdicts == ["void", "confirm"] && conflict.id.hasPrefix("K8-"))
      for step in [Step.commit, .publish, .pay] {
        #expect(throws: OfficeError.self) { try town.take([step], [ids[0]], at: town.city, by: town.mayor) }
      }
      // The other filing of that office goes on.
      if handedUp { try town.take([.commit], [ids[1]], at: town.city, by: town.mayor) }
      let again = try Offices.open(town.city.path, clock: Town.clock)
      #expect(CityOutcome(again) == CityOutcome(town.city) && again.journal.readOnly == nil)
      #expect(try OpenOffice.verify(town.city.path, head: nil).findings.allSatisfy(\.isOrdinary))
    }
  }

  /// That it is nothing: the filing stands as it was handed up, and the city decides it.
  @Test func ruledToBeNothingItIsTheCitysToDecide() throws {
    try inTown { town, ids in
      try town.rule(found(town), .void)
      #expect(town.open(.noRight).isEmpty && town.city.state.file(ids[0])?.standing == .handedUp)
      try town.take([.commit, .publish, .pay], [ids[0]], at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.balance.kept == Money(yuan: 500))
      try town.take(reply: Self.code)
      let county = try town.county(Self.code)
      #expect(county.own.file(ids[0])?.standing == .paid)
      #expect(county.own.file(ids[0])?.balance.kept == Money(yuan: 500))
      try town.gather(town.bundle(Self.code))
      #expect(town.city.state.file(ids[0])?.standing == .paid && town.open(.noRight).isEmpty)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
    }
  }

  /// That it stands: it is the county's to the end, who pays it too; the city commits it no second time.
  @Test func ruledToStandItIsTheCountysToPay() throws {
    try inTown { town, ids in
      try town.rule(found(town), .confirm)
      #expect(town.open(.noRight).isEmpty && town.city.state.file(ids[0])?.standing == .approved)
      #expect(throws: OfficeError.self) { try town.take([.commit], [ids[0]], at: town.city, by: town.mayor) }
      #expect(town.city.state.file(ids[0])?.filing.decided == Money(yuan: 500))
      try town.take(reply: Self.code)
      try town.take(
        [.publish, .pay], [ids[0]], at: town.county(Self.code), by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      #expect(town.city.state.file(ids[0])?.standing == .paid && town.open(.noRight).isEmpty)
      #expect(town.city.state.file(ids[0])?.balance.kept == Money(yuan: 500))
    }
  }

  /// A county pays what the city has published: nothing of it is paid a second time, and whoever reads sees it.
  @Test func aPaymentByTheCountyStopsTheCitys() throws {
    try Offices.withScratch { folder in
      var town = try Town(folder, counties: [Self.code])
      let ids = try town.review(Self.code, 0..<1, of: Town.agency(Self.code))
      try town.take([.handUp], ids, at: town.county(Self.code), by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      try town.take([.commit, .publish], ids, at: town.city, by: town.mayor)
      try town.take(reply: Self.code)
      let payee = Payment.Payee(name: "某事务所", bank: "某银行", account: "1")
      try forge(.pay, .payment(Payment(amount: Money(yuan: 500), payee: payee)), of: ids[0], in: &town)
      #expect(try town.gather(town.bundle(Self.code)).refused.isEmpty)
      let stopped = (town.city.joint?.conflicts ?? []).filter { $0.kind.stopsSteps && $0.ruling == nil }
      #expect(stopped.map(\.filings) == [ids] && [.moved, .noRight].contains(stopped.first?.kind))
      #expect(throws: OfficeError.self) { try town.take([.pay], ids, at: town.city, by: town.mayor) }
    }
  }
}
