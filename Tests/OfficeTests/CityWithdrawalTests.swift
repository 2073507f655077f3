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

  private func award(_ office: OpenOffice) -> MoneyTotal? { office.state.totalsByYear[2019]?.award }

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
