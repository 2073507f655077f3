import CaseModel
import Casework
import Journal
import Parcels
import Testing

@testable import Office

/// A county that has lost its disk gets from its city what it had handed over, and goes on behind it without a fork:
/// offices.md, Enrolment.
@Suite struct CityRecoveryTests {
  /// A county with three filings gathered, the first committed and told, and a fourth that it never handed over.
  private func inTown(_ work: (Town, _ ids: [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      let ids = try town.review("441881", 0..<3, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      try town.gather(town.bundle("441881"))
      _ = try town.review("441881", 7..<8, of: Town.agency("441881"))
      try work(town, ids)
    }
  }

  private func reason(_ work: () throws -> Void) -> ExchangeError? {
    do {
      try work()
      return nil
    } catch {
      if case .exchange(let found)? = error as? OfficeError { return found }
      return nil
    }
  }

  private func keys(_ office: OpenOffice) throws -> OfficeKeys { try office.keys() }

  @Test func theOfficeGoesOnBehindWhatTheCityHas() throws {
    try inTown { town, ids in
      let lost = try town.county("441881")
      let typed = try keys(lost)
      let made = try town.city.recovery(of: "441881", in: town.folder, by: town.mayor)
      // Nobody but the office reads it: it holds whole identity numbers.
      #expect(made.bytes.firstRange(of: Array("\"change\"".utf8)) == nil)
      let backup = town.folder + "/back.zb"
      let bytes = try OpenOffice.backup(in: made.bytes, with: typed, fingerprint: made.fingerprint)
      try StoreFolder(town.folder).replace("back.zb", with: bytes)
      #expect(try !OpenOffice.verify(backup, head: made.head).hasDamage)
      _ = try Journal.restore(backup, to: town.folder + "/again", replaying: { _ in })
      try OpenOffice.put(typed, into: town.folder + "/again")
      #expect(
        try OpenOffice.verify(town.folder + "/again", head: made.head).findings.allSatisfy(\.isOrdinary))
      let county = try Offices.open(town.folder + "/again", clock: Town.clock)
      #expect(
        county.journal.identity.writer == lost.journal.identity.writer && county.journal.head.epoch == 2)
      #expect(county.own.files.count == 3 && county.own.file(ids[0])?.standing == .approved)
      #expect(county.own.file(ids[0])?.filing.decided == Money(yuan: 500))
      // What was never handed over is entered again from paper, and comes without a fork.
      let again = try county.save(
        .receiveFiling(Offices.grant(7, of: Town.agency("441881").id)), by: town.head("441881"))
      let id = try #require(again?.changes.compactMap(\.record).first)
      try town.take([.accept, .review, .handUp], [id], at: county, by: town.head("441881"))
      let bundle = try county.bundle(all: false, isPlain: false, by: town.head("441881"))
      let plan = try town.gather(bundle.bytes)
      // Received, accepted, reviewed, handed up; and the line of the bundle.
      #expect(plan.refused.isEmpty && plan.rows.map(\.outcome) == [.new(records: 5)])
      #expect(town.city.state.file(id)?.standing == .handedUp)
      #expect(town.city.state.joint.conflicts.allSatisfy { $0.kind != .fork })
    }
  }

  private func fork(_ town: Town) -> OfficeConflict? {
    town.city.joint?.conflicts.first { $0.kind == .fork && $0.ruling == nil }
  }

  private func keep(_ tail: String?, _ found: OfficeConflict, _ town: Town) throws {
    let ruling = Ruling(
      conflict: found.id, verdict: .forkKeep(try #require(tail)), parties: [], note: "已核")
    _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
  }

  /// What the lost store had behind the recovery turns up on a stick before anything of the office's own: it waits, and
  /// the office that went on behind the recovery is kept.
  @Test func whatTheLostStoreHadWaitsForTheOffice() throws {
    try inTown { town, ids in
      let lost = try town.county("441881")
      let typed = try keys(lost)
      let made = try town.city.recovery(of: "441881", in: town.folder, by: town.mayor)
      let found = try town.bundle("441881")
      let plan = try town.gather(found)
      #expect(plan.rows.map(\.office) == ["441881"] && town.city.state.files.count == 3)
      let first = try #require(fork(town))
      #expect(plan.after.conflicts.contains { $0.id == first.id })
      let link = try lost.journal.records([made.head.sequence + 1]).first?.head.link.hex.prefix(12)
      #expect(first.keepable == link.map(String.init))
      let sheet = try #require(try town.city.sheet(of: first.id))
      #expect(sheet.tails.map(\.received) == [0, 1] && sheet.tails.map(\.isInStore) == [true, false])
      let again = try Offices.open(town.city.path, clock: Town.clock)
      #expect(again.state.files.count == 3 && again.joint?.conflicts.contains { $0.id == first.id } == true)
      // The office goes on from what the city gave it.
      let bytes = try OpenOffice.backup(in: made.bytes, with: typed, fingerprint: made.fingerprint)
      try StoreFolder(town.folder).replace("back.zb", with: bytes)
      _ = try Journal.restore(town.folder + "/back.zb", to: town.folder + "/again", replaying: { _ in })
      try OpenOffice.put(typed, into: town.folder + "/again")
      let county = try Offices.open(town.folder + "/again", clock: Town.clock)
      for patent in [8, 9] {
        _ = try county.save(
          .receiveFiling(Offices.grant(patent, of: "441881-A00001")), by: town.head("441881"))
      }
      try town.gather(county.bundle(all: false, isPlain: false, by: town.head("441881")).bytes)
      let parted = try #require(fork(town))
      #expect(parted.id == first.id && town.city.state.files.count == 3)
      try keep(parted.keepable, parted, town)
      #expect(town.city.state.files.count == 5 && fork(town) == nil)
      _ = try county.take(
        county.reply(town.city.reply(to: "441881", by: town.mayor).bytes), by: town.head("441881"))
      #expect(county.own.file(ids[0])?.standing == .approved)
    }
  }

  /// The disk was not dead at all, and nobody has used the recovery: the city says so, and takes its lines in.
  @Test func anUnusedRecoveryIsLeftBehindByTheCitysWord() throws {
    try inTown { town, _ in
      _ = try town.city.recovery(of: "441881", in: town.folder, by: town.mayor)
      try town.gather(town.bundle("441881"))
      let found = try #require(fork(town))
      try keep(found.keepable, found, town)
      try town.gather()
      #expect(town.city.state.files.count == 4 && fork(town) == nil && town.city.waiting.isEmpty)
      try town.gather(town.bundle("441881"))
      #expect(fork(town) == nil && town.city.state.joint.inConflict.isEmpty)
    }
  }

  @Test func itOpensForTheOfficeAloneAndFromItsCityAlone() throws {
    try inTown { town, _ in
      let made = try town.city.recovery(of: "441881", in: town.folder, by: town.mayor)
      let own = try keys(town.county("441881"))
      let other = try keys(town.county("441882"))
      let foreign = reason {
        _ = try OpenOffice.backup(in: made.bytes, with: other, fingerprint: made.fingerprint)
      }
      if case .parcel(.otherRecipient)? = foreign {} else { Issue.record("another office's keys opened it") }
      let wrong = reason {
        _ = try OpenOffice.backup(in: made.bytes, with: own, fingerprint: other.publicKeys.fingerprint)
      }
      if case .fingerprintDiffers? = wrong {} else { Issue.record("another city was believed") }
    }
  }

  @Test func onlyASupervisorGivesItAndOnlyOfWhatCame() throws {
    try inTown { town, _ in
      let nothing = reason { _ = try town.city.recovery(of: "441882", in: town.folder, by: town.mayor) }
      if case .nothingGathered("441882")? = nothing {} else { Issue.record("something was made of nothing") }
      _ = try town.city.save(.addOperator(Operator(name: "小李", role: .clerk, login: nil)), by: town.mayor)
      #expect(throws: OfficeError.self) {
        try town.city.recovery(of: "441881", in: town.folder, by: SignedIn(name: "小李"))
      }
    }
  }

  /// The disk is gone, and so is the paper in the safe: the office makes itself new keys, and the city knows it by these.
  @Test func whoHasLostThePaperTooGoesOnWithNewKeys() throws {
    try inTown { town, ids in
      let old = try keys(town.county("441881"))
      let new = try OpenOffice.newKeys()
      let other = try OpenOffice.newKeys()
      let wrong = reason {
        _ = try town.city.rekey("441881", new.bytes, fingerprint: other.fingerprint, by: town.mayor)
      }
      if case .fingerprintDiffers? = wrong {} else { Issue.record("keys of somebody else were taken") }
      // Nor are those of an office's answer to be admitted, or any for an office that there is nothing of to give back.
      let enrolment = try town.city.enrol(name: "县局441823", district: "441823", letter: nil, by: town.mayor)
      let second = try Town.make(
        town.folder + "/second", "县局441823", "441823", "主管441823", Town.clock)
      let answer = try second.join(OpenOffice.offer(enrolment.bytes), by: town.head("441823"))
      let foreign = reason {
        _ = try town.city.rekey("441881", answer.bytes, fingerprint: answer.fingerprint, by: town.mayor)
      }
      if case .content? = foreign {} else { Issue.record("another office's keys were taken") }
      _ = try town.city.admit(answer.bytes, fingerprint: answer.fingerprint, by: town.mayor)
      let nothing = reason {
        _ = try town.city.rekey("441823", new.bytes, fingerprint: new.fingerprint, by: town.mayor)
      }
      if case .nothingGathered? = nothing {} else { Issue.record("keys changed for nothing") }
      #expect(try town.city.rekey("441881", new.bytes, fingerprint: new.fingerprint, by: town.mayor) != nil)
      let made = try town.city.recovery(of: "441881", in: town.folder, by: town.mayor)
      let closed = reason {
        _ = try OpenOffice.backup(in: made.bytes, with: old, fingerprint: made.fingerprint)
      }
      if case .parcel(.otherRecipient)? = closed {} else { Issue.record("the old key opened it") }
      let bytes = try OpenOffice.backup(in: made.bytes, with: new.keys, fingerprint: made.fingerprint)
      try StoreFolder(town.folder).replace("back.zb", with: bytes)
      _ = try Journal.restore(town.folder + "/back.zb", to: town.folder + "/again", replaying: { _ in })
      try OpenOffice.put(new.keys, into: town.folder + "/again")
      let county = try Offices.open(town.folder + "/again", clock: Town.clock)
      try town.take([.review, .handUp], [try more(at: county, town)], at: county, by: town.head("441881"))
      // Whoever found the old ones signs in vain.
      let forged = try town.gather(town.bundle("441881"))
      if case .exchange(.otherKeys("441881"))? = forged.refused.first?.error {
      } else {
        Issue.record("a bundle that was signed with the old key was taken")
      }
      let plan = try town.gather(county.bundle(all: false, isPlain: false, by: town.head("441881")).bytes)
      #expect(plan.refused.isEmpty && town.city.state.files.count == 4)
      #expect(town.city.state.joint.conflicts.allSatisfy { $0.kind != .fork })
      // The next reply is sealed to the new key, and what was committed stands.
      _ = try county.take(
        county.reply(town.city.reply(to: "441881", by: town.mayor).bytes), by: town.head("441881"))
      #expect(county.own.file(ids[0])?.standing == .approved)
    }
  }

  /// A filing that was received and accepted.
  private func more(at county: OpenOffice, _ town: Town) throws -> String {
    let saved = try county.save(
      .receiveFiling(Offices.grant(7, of: Town.agency("441881").id)), by: town.head("441881"))
    let id = try #require(saved?.changes.compactMap(\.record).first)
    try town.take([.accept], [id], at: county, by: town.head("441881"))
    return id
  }

  /// A city restored from before it knew the office enrols it anew, and gets all of it with what was decided.
  @Test func anOfficeJoinsAgainTheCityThatWasRestoredFromBeforeIt() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"], joins: false)
      _ = try town.city.enrol(name: "县局441882", district: "441882", letter: nil, by: town.mayor)
      _ = try town.city.journal.backup(to: folder + "/city.backup")
      try town.join("441881")
      let county = try town.county("441881")
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      let joined = county.own.offices.joinedAt

      _ = try Journal.restore(folder + "/city.backup", to: folder + "/restored", replaying: { _ in })
      let city = try Offices.open(folder + "/restored", clock: Town.clock)
      try town.giveKeys(of: town.city, to: city)
      let enrolment = try city.enrol(name: "县局441881", district: "441881", letter: nil, by: town.mayor)
      let answer = try county.join(OpenOffice.offer(enrolment.bytes), by: town.head("441881"))
      _ = try city.admit(answer.bytes, fingerprint: answer.fingerprint, by: town.mayor)
      // The same once more says nothing new.
      let saves = county.journal.head.sequence
      _ = try county.join(OpenOffice.offer(enrolment.bytes), by: town.head("441881"))
      #expect(county.journal.head.sequence == saves)
      // What the office did since it joined first stays handed up, and the bundle holds everything.
      #expect(county.own.offices.joinedAt == joined)
      let bundle = try county.bundle(all: false, isPlain: false, by: town.head("441881"))
      #expect(bundle.head.from == nil)
      _ = try city.gather(
        city.rehearse([.bundle(name: "报送件", bytes: bundle.bytes)]), by: town.mayor)
      #expect(city.state.files.count == 2)
      _ = try city.save(.offices(.recall(city.lostVerdicts())), by: town.mayor)
      #expect(ids.map { city.state.file($0)?.standing } == [.approved, .handedUp])
      _ = try county.take(
        county.reply(city.reply(to: "441881", by: town.mayor).bytes), by: town.head("441881"))
      #expect(county.own.offices.taken?.acknowledged?.sequence == bundle.head.end.head.sequence)
      // Another city is another matter.
      let other = try Town(folder + "/other", counties: [])
      let foreign = try other.city.enrol(name: "县局441881", district: "441881", letter: nil, by: other.mayor)
      #expect(throws: OfficeError.self) {
        try county.join(OpenOffice.offer(foreign.bytes), by: town.head("441881"))
      }
    }
  }
}
