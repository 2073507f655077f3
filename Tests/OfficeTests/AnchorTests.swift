import CaseModel
import Casework
import Foundation
import Journal
import Testing

@testable import Office

/// The program's own lines are nobody's saves.
@Suite struct AnchorTests {
  /// A year that is sealed right behind the line that names a snapshot.
  @Test func aSealGoesByTheLastSave() throws {
    try Offices.withScratch { folder in
      let office = try Offices.make(folder + "/s")
      try Offices.takeInAPaidYear(office)
      let saved = office.journal.head
      office.leave()
      #expect(office.journal.head.sequence == saved.sequence + 1, "the anchor")
      _ = try office.save(
        .sealYear(2018, note: "", seen: office.state.yearSums(of: 2018)), by: Offices.supervisor)
      #expect(office.state.seal(of: 2018)?.head == saved.description)
      #expect(try OpenOffice.verify(folder + "/s", head: saved).isWhole)
      #expect(try office.past(.head(saved)).state.files.count == 1)
    }
  }

  @Test func theyMoveNothingAndStandInNoStory() throws {
    try Offices.withScratch { folder in
      let (office, filing) = try Offices.makeWithFiling(folder + "/s")
      let desk = try Offices.open(folder + "/s")
      let version = desk.state.version
      let story = try desk.history(of: filing.id)?.count
      office.leave()
      #expect(try !desk.follow() && desk.state.version == version)
      #expect(desk.journal.head == office.journal.head)
      #expect(try desk.history(of: filing.id)?.count == story)
      let saves = try desk.saves(before: nil, count: 50) { $0.isAnchor }
      #expect(saves.saves.map(\.by) == ["zizhu"])
      // Whoever leaves without a change makes none.
      let again = try Offices.open(folder + "/s")
      _ = try Offices.tend(again)
      again.leave()
      #expect(again.journal.head == office.journal.head)
    }
  }

  @Test func aDayIsNotMovedByThem() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      office.leave()
      let past = try office.past(.head(office.journal.head))
      #expect(past.state.files.count == 1)
      let differing = past.state.differing(from: office.state)
      #expect(differing.isEmpty)
    }
  }

  @Test func aStoreOfTheFirstFormIsRaisedByItsFirstAnchor() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "KeptStores/1")
      try FileManager.default.copyItem(atPath: kept.path, toPath: path)
      // Nobody has set a day, which would need the form too.
      let clock = Clock()
      let office = try Offices.open(path, clock: clock)
      var applicant = try #require(office.state.applicant("E1"))
      applicant.account = "6002"
      _ = try office.save(.changeApplicant(applicant), by: Offices.clerk)
      #expect(office.journal.identity.version == 1)
      office.leave()
      let raised = String(decoding: try StoreFolder(path).read("store.json"), as: UTF8.self)
      #expect(raised.contains("\"version\": 2") && raised.contains("\"readableFrom\": 2"))
      #expect(try !Offices.open(path, clock: clock).isChecked, "it is used")
    }
  }

  /// Who passes over from when on a parent counts would give room that is used: the form is raised before the line.
  @Test func aStoreOfTheFirstFormIsRaisedByAParentsDay() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "KeptStores/1")
      try FileManager.default.copyItem(atPath: kept.path, toPath: path)
      let office = try Offices.open(path, clock: Clock())
      let head = Applicant(id: "HEAD", name: "总所", kind: .agency, district: "441802")
      _ = try office.save(.enterApplicant(head), by: Offices.clerk)
      #expect(office.journal.identity.version == 1)
      var branch = try #require(office.state.applicant("E1"))
      branch.parent = head.id
      _ = try office.save(.changeApplicant(branch), by: Offices.clerk)
      let raised = String(decoding: try StoreFolder(path).read("store.json"), as: UTF8.self)
      #expect(raised.contains("\"version\": 3") && raised.contains("\"readableFrom\": 2"))
      #expect(try Offices.open(path, clock: Clock()).state.applicant("E1")?.parent == "HEAD")
    }
  }

  /// Two desks that have both seen two thousand changes: the second gives its snapshot up.
  @Test func oneSnapshotForTwoDesks() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      let desk = try Offices.open(folder + "/s")
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      _ = try desk.follow()
      office.leave()
      let head = office.journal.head
      desk.leave()
      office.leave()
      #expect(try Offices.open(folder + "/s").journal.head == head, "nobody has changed anything since")
      _ = try desk.save(.receiveFiling(Offices.grant(3)), by: Offices.clerk)
      desk.leave()
      #expect(desk.journal.head.sequence == head.sequence + 2)
    }
  }

  /// A desk that dies between the line and the new name: the old snapshot is used, and the next to leave mends it.
  @Test func theNextDeskMakesUpForOneThatDied() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let snapshot = try StoreFolder(path).read(StoreLayout.snapshotFile)
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      office.leave()
      try Offices.tamper(path + "/" + StoreLayout.snapshotFile) { $0 = snapshot }
      let next = try Offices.open(path)
      #expect(next.state.agrees(with: office.state) && !next.isChecked && next.journal.findings.isEmpty)
      _ = try Offices.tend(next)
      next.leave()
      #expect(next.journal.head.sequence == office.journal.head.sequence + 1)
      #expect(try StoreFolder(path).read(StoreLayout.snapshotFile) != snapshot)
    }
  }

  /// Two thousand changes, and not one less, make a snapshot while the desk goes on.
  @Test func twoThousandChangesMakeOne() throws {
    try Offices.withScratch { folder in
      let office = try Offices.make(folder + "/s")
      _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
      let filings = (1...1995).map { Offices.grant($0) }
      _ = try office.save(.importCases(applicants: [], filings: filings), by: Offices.supervisor)
      _ = try Offices.tend(office)
      let head = office.journal.head
      #expect(office.chores.uncovered.changes == 2000 - 1)
      office.finish()
      #expect(office.journal.head == head)
      _ = try office.save(.receiveFiling(Offices.grant(1996)), by: Offices.clerk)
      office.finish()
      #expect(office.journal.head.sequence == head.sequence + 2 && office.chores.uncovered.changes == 0)
    }
  }
}
