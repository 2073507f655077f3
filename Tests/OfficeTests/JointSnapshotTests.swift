import CaseModel
import Interchange
import Journal
import SubsidyRules
import Testing

@testable import Casework
@testable import Office

/// The snapshot of all offices together: a city's desk shows it at once, and believes the journals.
@Suite struct JointSnapshotTests {
  /// A city with two counties gathered, one filing committed, and left when all was checked.
  private func inTown(_ work: (Town, StoreFolder) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, [place, place + 10], of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      let first = try #require(town.city.state.files.first?.filing.id)
      try town.take([.commit], [first], at: town.city, by: town.mayor)
      try leave(town.city)
      try work(town, town.city.journal.folder)
    }
  }

  private func leave(_ city: OpenOffice) throws {
    _ = try tendUntilChecked(city)
    city.leave()
  }

  private func open(_ town: Town, usingSnapshot: Bool = true) throws -> OpenOffice {
    try OpenOffice.open(
      town.folder + "/city", pinyin: PinyinTable(), clock: Town.clock, usingSnapshot: usingSnapshot)
  }

  private func tendUntilChecked(_ city: OpenOffice) throws -> [OfficeNews] {
    var news: [OfficeNews] = []
    while !city.isChecked, city.journal.readOnly == nil { news += try city.tend(backsUp: false) }
    return news
  }

  @Test func aCityIsShownByItAndThenByItsJournals() throws {
    try inTown { town, _ in
      let city = try open(town)
      let truth = try open(town, usingSnapshot: false)
      #expect(city.gathered.awaited != nil && truth.gathered.awaited == nil)
      #expect(truth.state.differing(from: city.state) == [])
      #expect(Array(city.state.files) == Array(truth.state.files))
      #expect(try tendUntilChecked(city).isEmpty && city.gathered.awaited == nil)
      #expect(truth.state.differing(from: city.state) == [])
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
    }
  }

  /// Whoever acts before the offices were read acts on what their journals say, and is shown the same as anybody.
  @Test func whoActsOnItActsOnTheJournals() throws {
    try inTown { town, _ in
      let city = try open(town)
      #expect(city.gathered.awaited != nil)
      let open = city.state.files.filter { $0.standing == .handedUp }.map(\.filing.id)
      #expect(open.count == 3)
      try town.take([.commit], Array(open.prefix(1)), at: city, by: town.mayor)
      #expect(city.gathered.awaited == nil)
      let truth = try self.open(town, usingSnapshot: false)
      #expect(truth.state.differing(from: city.state) == [])
      #expect(city.state.files.filter { $0.standing == .handedUp }.count == 2)
      // It shows what was before that save: the next desk does not take it.
      let next = try self.open(town)
      #expect(next.gathered.awaited == nil && truth.state.differing(from: next.state) == [])
      try leave(next)
      #expect(try self.open(town).gathered.awaited != nil)
    }
  }

  /// Replies and people behind it move nothing that all offices come to: it is shown with who works there now.
  @Test func repliesAndPeopleBehindItMoveNothing() throws {
    try inTown { town, _ in
      try town.take(reply: "441881")
      let clerk = Operator(name: "新经办", role: .clerk, login: nil)
      _ = try town.city.save(.addOperator(clerk), by: town.mayor)
      let city = try open(town)
      let truth = try open(town, usingSnapshot: false)
      #expect(city.gathered.awaited != nil && truth.state.differing(from: city.state) == [])
      #expect(city.state.house.operators.map(\.name).contains("新经办"))
      #expect(try tendUntilChecked(city).isEmpty)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
    }
  }

  /// Another desk's save while it is shown.
  @Test func aColleaguesSaveIsFollowed() throws {
    try inTown { town, _ in
      let (city, other) = (try open(town), try open(town))
      let open = city.state.files.filter { $0.standing == .handedUp }.map(\.filing.id)
      try town.take([.commit], Array(open.prefix(1)), at: other, by: town.mayor)
      #expect(try city.follow() && city.gathered.awaited == nil)
      let truth = try self.open(town, usingSnapshot: false)
      #expect(truth.state.differing(from: city.state) == [])
    }
  }

  /// One that was changed, or that no line names, is not used; checking says that it is not.
  @Test func onlyTheOneThatTheChainNamesIsUsed() throws {
    try inTown { town, folder in
      let name = "snapshot/\(JointOffice.writer)"
      let kept = try folder.read(name)
      var flipped = kept
      flipped[kept.count / 2] ^= 1
      try folder.replace(name, with: flipped)
      #expect(try open(town).gathered.awaited == nil)
      let finding = Finding(file: name, reason: .snapshotUnusable)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings == [finding])
      let city = try open(town)
      let keeper = try #require(city.journal.snapshotKeeper(as: JointOffice.writer))
      #expect(keeper.write(city.state) != nil)
      try folder.replace(name, with: try folder.read(name + ".new"))
      #expect(try open(town).gathered.awaited == nil)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings == [finding])
    }
  }

  /// What a program with a mistake would keep: the desk finds it behind the first screen, and so does a check.
  @Test func oneThatShowsSomethingElseIsPutRight() throws {
    try inTown { town, _ in
      let city = try open(town, usingSnapshot: false)
      var wrong = city.state
      wrong.people.applicants[0].contact = "别人"
      let keeper = try #require(city.journal.snapshotKeeper(as: JointOffice.writer))
      let written = try #require(keeper.write(wrong))
      #expect(city.keep(written))
      let desk = try open(town)
      #expect(desk.gathered.awaited != nil && desk.state.people.applicants[0].contact == "别人")
      let version = desk.state.version
      let news = try tendUntilChecked(desk)
      guard case .rebuilt? = news.first else {
        Issue.record("it was not told: \(news)")
        return
      }
      #expect(desk.state.version > version && desk.state.people.applicants[0].contact != "别人")
      let report = try OpenOffice.verify(town.folder + "/city", head: nil)
      #expect(report.findings.map(\.reason) == [.snapshotDiffers] && !report.hasDamage)
    }
  }

  /// What waits in the folder is in no journal: one of other files is not used.
  @Test func whereOtherFilesWaitItIsNotUsed() throws {
    try inTown { town, _ in
      let city = try open(town, usingSnapshot: false)
      var other = city.state
      other.joint.waitingFiles = [
        WaitingFile(writer: "w", office: "441881", bundle: 3, reason: .missing(from: 17))
      ]
      let keeper = try #require(city.journal.snapshotKeeper(as: JointOffice.writer))
      let written = try #require(keeper.write(other))
      #expect(city.keep(written))
      let desk = try open(town)
      #expect(desk.gathered.awaited == nil && desk.state.joint.waitingFiles.isEmpty)
    }
  }

  /// One that was lost or can't be used is made anew when the desk is left, though nobody has saved anything.
  @Test func oneThatWasLostIsMadeAnew() throws {
    try inTown { town, folder in
      let name = "snapshot/\(JointOffice.writer)"
      for harm in [{ try folder.remove(name) }, { try folder.replace(name, with: [1, 2, 3]) }]
        as [() throws -> Void]
      {
        try harm()
        let city = try open(town)
        #expect(city.gathered.awaited == nil)
        try leave(city)
        #expect(try open(town).gathered.awaited != nil)
        #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
      }
      // One that stands is not written again.
      let head = try open(town).journal.head
      try leave(try open(town))
      #expect(try open(town).journal.head == head)
    }
  }

  /// A county whose journal is gone leaves the lists that were made with it: they are told to be old.
  @Test(arguments: [true, false]) func whatIsLeftOutMovesTheVersion(_ isGone: Bool) throws {
    try inTown { town, folder in
      let writer = try #require(town.city.own.offices.office("441882")?.writer?.writer)
      let segment = "journal/\(writer)/000001-000001.jsonl"
      if isGone {
        try folder.remove(segment)
      } else {
        var bytes = try folder.read(segment)
        bytes[bytes.count / 2] ^= 1
        try folder.replace(segment, with: bytes)
      }
      let city = try open(town)
      let shown = (city.state.version, city.state.files.count)
      let news = try tendUntilChecked(city)
      guard case .damage? = news.last else {
        Issue.record("the damage was not told")
        return
      }
      #expect(shown.1 == 4 && city.state.files.count == 2 && city.state.version > shown.0)
    }
  }

  /// A county's journal that was damaged meanwhile: the desk says so behind the first screen and takes nothing more.
  @Test func damageOfACountyIsFoundBehindTheFirstScreen() throws {
    try inTown { town, folder in
      let writer = try #require(town.city.own.offices.office("441881")?.writer?.writer)
      let segment = "journal/\(writer)/000001-000001.jsonl"
      var bytes = try folder.read(segment)
      bytes[bytes.count / 2] ^= 1
      try folder.replace(segment, with: bytes)
      let city = try open(town)
      #expect(city.gathered.awaited != nil && city.state.files.count == 4 && city.journal.readOnly == nil)
      #expect(throws: OfficeError.self) { try city.requireWhole() }
      #expect(city.journal.readOnly == .damage && city.gathered.awaited == nil)
      let beside = try open(town)
      let news = try tendUntilChecked(beside)
      guard case .damage(let findings)? = news.first else {
        Issue.record("the damage was not told")
        return
      }
      #expect(findings.allSatisfy { $0.file == segment })
    }
  }
}
