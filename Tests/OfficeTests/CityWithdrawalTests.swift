import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Office

/// What a county takes back behind its city's verdict. Figures from 清府办〔2018〕27号, article 2: 500 yuan for each invention
/// granted.
@Suite struct CityWithdrawalTests {
  private func inTown(_ codes: [String], _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes)) }
  }

  private func award(_ office: OpenOffice) -> MoneyTotal? { office.state.sums.byYear[2019]?.award }

  /// What was committed and paid stays in the books, whatever the county does with the filing afterwards.
  @Test func whatTheCountyTakesBackAfterwardsMovesNoMoney() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      try town.take([.publish, .pay], ids, at: town.city, by: town.mayor)
      try town.withdraw(ids, at: "441881")
      let conflict = try #require(town.open(.void).first)
      #expect(town.city.state.file(ids[0])?.standing == .paid)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 500)))
      #expect(town.city.state.file(ids[0])?.balance.kept == Money(yuan: 500))
      // Money that is out is not ruled away.
      #expect(throws: OfficeError.self) { try town.rule(conflict, .void) }
      try town.rule(conflict, .confirm)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 500)))
    }
  }

  /// Before money has gone out the city may rule that the withdrawal holds.
  @Test func aWithdrawalIsTakenByTheCitysWord() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      try town.withdraw(ids, at: "441881")
      #expect(award(town.city) == MoneyTotal(Money(yuan: 500)))
      try town.rule(#require(town.open(.void).first), .void)
      #expect(town.city.state.file(ids[0])?.standing == .withdrawn)
      #expect((award(town.city) ?? .zero) == .zero)
    }
  }

  /// The county learns what the city says of the filing that it took back, by whichever reply, and of a later word too.
  @Test(arguments: [false, true])
  func theCountyLearnsWhatBecameOfWhatItTookBack(_ isToldBefore: Bool) throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let ids = try town.committed([1], "441881")
      try town.withdraw(ids, at: "441881")
      if isToldBefore { try town.take(reply: "441881") }
      let conflict = try #require(town.open(.void).first)
      try town.rule(conflict, .void)
      try town.take(reply: "441881")
      #expect(county.own.file(ids[0])?.standing == .withdrawn)
      #expect((award(county) ?? .zero) == .zero)
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.file(ids[0])?.standing == .withdrawn)
      try town.rule(conflict, .confirm)
      #expect(town.city.state.file(ids[0])?.standing == .approved)
      try town.take(reply: "441881")
      #expect(county.own.file(ids[0])?.standing == .approved)
      #expect(award(county) == award(town.city) && award(county) == MoneyTotal(Money(yuan: 500)))
      try town.gather(town.bundle("441881"))
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(again.state.file(ids[0])?.standing == .approved)
    }
  }

  /// What was taken back and is committed all the same comes to one sum at the county, on its covers and at the city, after
  /// whatever words and replies: no cover differs where nobody touched one.
  @Test(arguments: [
    [Ruling.Verdict.confirm], [.void], [.void, .confirm], [.confirm, .void], [.confirm, .void, .confirm],
  ])
  func noCoverDiffersBehindAWordOnAWithdrawal(_ words: [Ruling.Verdict]) throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let ids = try town.committed([1, 2], "441881")
      try town.withdraw([ids[0]], at: "441881")
      let conflict = try #require(town.open(.void).first)
      for word in words {
        try town.rule(conflict, word)
        try town.take(reply: "441881")
        try town.gather(town.bundle("441881"))
        #expect(town.open(.cover).isEmpty)
        let sum = Money(yuan: word == .void ? 500 : 1000)
        #expect(award(county) == MoneyTotal(sum) && award(town.city) == MoneyTotal(sum))
        #expect(county.own.coverLines.map(\.award) == [sum])
      }
      // What comes next is committed and goes on.
      let more = try town.committed([3], "441881")
      #expect(town.open(.cover).isEmpty && town.city.state.file(more[0])?.standing == .approved)
    }
  }

  /// What an applicant takes back while the city, unknowing, takes steps on it: in the county as in the city, once all is told.
  private func takeBack(
    during steps: [Step], _ standing: Standing, _ work: (Town, String) throws -> Void = { _, _ in }
  ) throws {
    try inTown(["441881"]) { town in
      let (county, head) = (try town.county("441881"), town.head("441881"))
      let ids = try town.review("441881", 1...2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: county, by: head)
      try town.gather(town.bundle("441881"))
      var withdrawal = StepRequest(.withdraw, [county.state.row(ids[0])])
      withdrawal.paper = "撤回申请书"
      _ = try county.save(.step(withdrawal), by: head)
      for step in steps {
        var request = StepRequest(step, [town.city.state.row(ids[0])])
        request.note = "请核对"
        _ = try town.city.save(.step(request), by: town.mayor)
      }
      try town.take(reply: "441881")
      #expect(county.own.file(ids[0])?.standing == standing)
      try town.gather(town.bundle("441881"))
      for office in [county, town.city] {
        let again = try Offices.open(office.path, clock: Town.clock)
        for state in [office.state, again.state] {
          #expect(state.file(ids[0])?.standing == standing && state.file(ids[1])?.standing == .handedUp)
          #expect(state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
        }
      }
      #expect(town.open(.void).isEmpty && town.open(.moved).isEmpty && town.open(.cover).isEmpty)
      try work(town, ids[0])
    }
  }

  /// What was given back or rejected meanwhile is not open again: nothing was committed that the city would have to rule on.
  @Test(arguments: [
    [Step.sendBack], [.reject], [.commit, .sendBack], [.sendBack, .undo], [.sendBack, .undo, .reject],
  ])
  func whatIsTakenBackIsNotOpenedAgain(_ steps: [Step]) throws {
    try takeBack(during: steps, .withdrawn) { town, id in
      let county = try town.county("441881")
      // Whoever entered it in error may take that back, and it is as the city left it.
      try town.take([.undo], [id], at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let left = town.city.state.file(id)?.standing
      #expect(left == county.own.file(id)?.standing && left != .withdrawn)
      #expect(town.open(.cover).isEmpty)
    }
  }

  /// What the city had committed a county's withdrawal does not move; rejected behind that, it is rejected in both.
  @Test func whatIsRejectedBehindACommitIsRejected() throws {
    try takeBack(during: [.commit, .reject], .rejected)
  }

  /// Of two words on one withdrawal the later one holds.
  @Test func aLaterWordOnAWithdrawalHolds() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      try town.withdraw(ids, at: "441881")
      let conflict = try #require(town.open(.void).first)
      try town.rule(conflict, .void)
      #expect(town.city.state.file(ids[0])?.standing == .withdrawn)
      try town.rule(conflict, .confirm)
      #expect(town.city.state.file(ids[0])?.standing == .approved)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 500)))
    }
  }
}
