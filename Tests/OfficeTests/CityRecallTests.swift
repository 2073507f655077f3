import CaseModel
import Casework
import Glibc
import Journal
import Testing

@testable import Office

/// A city restored from a backup of before its last verdicts gets them back from its counties, which have them in the
/// lines by which they took the replies: offices.md, Files. Figures from 清府办〔2018〕27号, article 2: 500 yuan for each
/// invention granted.
@Suite struct CityRecallTests {
  /// A city that committed the first two of three and sent them back, and was then restored from before.
  private func restored(_ work: (Town, OpenOffice, [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<3, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      try town.take([.commit], Array(ids[..<2]), at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      _ = try Journal.restore(backup, to: folder + "/restored", replaying: { _ in })
      let city = try Offices.open(folder + "/restored", clock: Town.clock)
      try town.giveKeys(of: town.city, to: city)
      let plan = try city.rehearse([.bundle(name: "报送件", bytes: try town.bundle("441881"))])
      _ = try city.gather(plan, by: town.mayor)
      try work(town, city, ids)
    }
  }

  /// Before it has them it commits nothing, so that nothing is decided twice or over a cap.
  @Test func nothingIsCommittedBeforeTheyAreBack() throws {
    try restored { town, city, ids in
      #expect(ids.map { city.state.file($0)?.standing } == [.handedUp, .handedUp, .handedUp])
      let why = refusal { try town.take([.commit], [ids[2]], at: city, by: town.mayor) }
      #expect(why == .offices(.verdictsLost(1, offices: ["县局441881"])))
      let sums = city.state.yearSums(of: 2018)
      let seal = refusal { _ = try city.save(.sealYear(2018, note: "年终", seen: sums), by: town.mayor) }
      #expect(seal == .offices(.verdictsLost(1, offices: ["县局441881"])))
      // A clerk does not say what was decided.
      let lost = try city.lostVerdicts()
      _ = try city.save(.addOperator(Operator(name: "小李", role: .clerk, login: nil)), by: town.mayor)
      #expect(refusal { _ = try city.save(.offices(.recall(lost)), by: SignedIn(name: "小李")) } != nil)
    }
  }

  /// They come back whole: with amount, author, day and the decision that each was given on, and stay told.
  @Test func theyComeBackWholeByOneAct() throws {
    try restored { town, city, ids in
      let lost = try city.lostVerdicts()
      #expect(lost.map(\.filing.id) == Array(ids[..<2]))
      #expect(lost.allSatisfy { $0.by == town.mayor.name && $0.step.step == .commit })
      _ = try city.save(.offices(.recall(lost)), by: town.mayor)
      #expect(ids.map { city.state.file($0)?.standing } == [.approved, .approved, .handedUp])
      #expect(city.state.file(ids[0])?.filing.decided == Money(yuan: 500))
      #expect(try city.approved(ids[0])?.isRemade == false)
      #expect(try city.lostVerdicts().isEmpty)
      #expect(try city.save(.offices(.recall(lost)), by: town.mayor) == nil)
      // The county has them: they are not taken back in silence.
      let undo = refusal { try town.take([.undo], [ids[0]], at: city, by: town.mayor) }
      #expect(undo == .step(.alreadyReplied(.commit)))
      try town.take([.commit], [ids[2]], at: city, by: town.mayor)
      #expect(city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1500)))
      // The next reply brings what is new alone.
      let county = try town.county("441881")
      let reply = try county.reply(city.reply(to: "441881", by: town.mayor).bytes)
      #expect(reply.reply.steps.map(\.filing.id) == [ids[2]])
      _ = try county.take(reply, by: town.head("441881"))
      #expect(ids.map { county.own.file($0)?.standing } == [.approved, .approved, .approved])
      // It is so when the city is opened again, from its journal or a snapshot.
      let again = try Offices.open(town.folder + "/restored", clock: Town.clock)
      #expect(again.state.differing(from: city.state).isEmpty)
      #expect(again.own.offices.recalledSteps == city.own.offices.recalledSteps)
    }
  }

  /// A county that lost its own last lines gets the verdicts once more, whole.
  @Test func theCityTellsThemAgainToWhoLostThem() throws {
    try restored { town, city, ids in
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      let steps = city.own.offices.steps
      #expect(
        steps.map { city.own.offices.line(of: $0) } == [
          city.journal.head.sequence, city.journal.head.sequence,
        ])
      let whole = try city.whole(steps)
      for (step, id) in zip(whole, ids) {
        guard case .approval(let approval) = step.step.detail else {
          Issue.record("\(id) has lost what it was committed on")
          continue
        }
        #expect(approval.amount == Money(yuan: 500) && approval.kept != nil)
      }
    }
  }

  private func restore(_ town: Town, from backup: String, as name: String) throws -> OpenOffice {
    _ = try Journal.restore(backup, to: town.folder + "/" + name, replaying: { _ in })
    let city = try Offices.open(town.folder + "/" + name, clock: Town.clock)
    try town.giveKeys(of: town.city, to: city)
    return city
  }

  private func gather(_ codes: [String], into city: OpenOffice, _ town: Town) throws {
    let files = try codes.map { OpenOffice.GatherInput.bundle(name: $0, bytes: try town.bundle($0)) }
    _ = try city.gather(city.rehearse(files), by: town.mayor)
  }

  /// One save of the city's is about filings of two counties; their files come one after the other.
  @Test func whatOneSaveSaysOfTwoCountiesComesBackOfBoth() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      let first = try town.review("441881", 0..<1, of: Town.agency("441881"))
      let second = try town.review("441882", 5..<6, of: Town.agency("441882"))
      for (code, ids) in [("441881", first), ("441882", second)] {
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      _ = try town.city.journal.backup(to: folder + "/city.backup")
      try town.take([.commit, .publish, .pay], first + second, at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      try town.take(reply: "441882")
      let city = try restore(town, from: folder + "/city.backup", as: "restored")
      try gather(["441881"], into: city, town)
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(city.state.file(first[0])?.standing == .paid)
      try gather(["441882"], into: city, town)
      #expect(try city.lostVerdicts().map(\.filing.id) == [second[0], second[0], second[0]])
      #expect(throws: OfficeError.self) { try town.take([.commit], second, at: city, by: town.mayor) }
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(city.state.file(second[0])?.standing == .paid)
      #expect(city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
    }
  }

  /// Two that were restored from one backup number their saves alike; what one has decided the other still lacks.
  @Test func whatAnotherRestoredCityDecidedIsLostToo() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      let gone = try restore(town, from: backup, as: "gone")
      try town.take([.commit], [ids[0]], at: gone, by: town.mayor)
      let county = try town.county("441881")
      let reply = try county.reply(gone.reply(to: "441881", by: town.mayor).bytes)
      _ = try county.take(reply, by: town.head("441881"))
      // A second later, so that the moments differ as they do in life.
      usleep(1_100_000)
      let city = try restore(town, from: backup, as: "second")
      try town.take([.sendBack], [ids[1]], at: city, by: town.mayor)
      let (mine, other) = (
        try #require(city.own.offices.steps.last), try #require(gone.own.offices.steps.last)
      )
      #expect((mine.epoch, mine.sequence) == (other.epoch, other.sequence) && mine.save != other.save)
      try gather(["441881"], into: city, town)
      #expect(try city.lostVerdicts().map(\.filing.id) == [ids[0]])
      // What it has done unknowing is told, although both are of one epoch.
      #expect(city.state.joint.lostVerdicts.offices.flatMap(\.untold).map(\.filing.id) == [ids[1]])
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(ids.map { city.state.file($0)?.standing } == [.approved, .sentBack])
      // The first reply of this city has the number that the other's had.
      _ = try city.reply(to: "441881", by: town.mayor)
      let next = try county.reply(city.reply(to: "441881", by: town.mayor).bytes)
      _ = try county.take(next, by: town.head("441881"))
      #expect(ids.map { county.own.file($0)?.standing } == [.approved, .sentBack])
    }
  }

  /// What was paid was paid, whatever the restored city did before it knew.
  @Test func moneyThatWentOutStandsBehindWhatWasDoneUnknowing() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<1, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      _ = try town.city.journal.backup(to: folder + "/city.backup")
      try town.take([.commit, .publish, .pay], ids, at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      let city = try restore(town, from: folder + "/city.backup", as: "restored")
      try town.take([.sendBack], ids, at: city, by: town.mayor)
      try gather(["441881"], into: city, town)
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(city.state.file(ids[0])?.standing == .paid)
      #expect(city.state.file(ids[0])?.balance.kept == Money(yuan: 500))
      #expect(city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
    }
  }

  /// A verdict on a hand-up that was sent back takes no effect at the county once it has handed up again, whatever a
  /// restored city says of it: offices.md, Basis and verdict.
  @Test func whatWasDecidedOnAnEarlierHandUpTakesNoEffect() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      let ids = try town.review("441881", 0..<1, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      _ = try town.city.journal.backup(to: folder + "/city.backup")
      try town.take([.sendBack], ids, at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      try town.take([.review, .handUp], ids, at: county, by: town.head("441881"))
      let city = try restore(town, from: folder + "/city.backup", as: "restored")
      try town.take([.commit], ids, at: city, by: town.mayor)
      try gather(["441881"], into: city, town)
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(city.state.file(ids[0])?.standing == .handedUp)
      // The reply bears a number that the county has not taken yet.
      _ = try city.reply(to: "441881", by: town.mayor)
      let reply = try county.reply(city.reply(to: "441881", by: town.mayor).bytes)
      _ = try county.take(reply, by: town.head("441881"))
      #expect(county.own.file(ids[0])?.standing == .handedUp)
      #expect(county.own.file(ids[0])?.filing.decided == nil)
      // On the hand-up that stands it does.
      try town.take([.commit], ids, at: city, by: town.mayor)
      _ = try county.take(
        county.reply(city.reply(to: "441881", by: town.mayor).bytes), by: town.head("441881"))
      #expect(county.own.file(ids[0])?.standing == .approved)
      #expect(city.state.file(ids[0])?.standing == .approved)
    }
  }
}
