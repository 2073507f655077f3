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
      #expect(town.city.state.conflicts.allSatisfy { $0.kind != .fork })
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
}
