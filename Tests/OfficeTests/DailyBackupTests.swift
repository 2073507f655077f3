import CaseModel
import Casework
import Journal
import Office
import Testing

/// The desk's own backup: one a day, fourteen kept, and each can be restored.
@Suite struct DailyBackupTests {
  private func desk(_ path: String, on day: CivilDate) throws -> OpenOffice {
    try Offices.open(path, clock: Clock(today: day))
  }

  @Test func oneADayAndSaysWhere() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      let news = try Offices.tend(office, backsUp: true)
      guard case .backedUp(let file)? = news.first else {
        Issue.record("\(news)")
        return
      }
      #expect(file == path + "/backup/zizhu-2019-06-03.backup")
      #expect(try Journal.verify(file, head: office.journal.head).isWhole)
      _ = try Journal.restore(file, to: folder + "/r") { _ in }
      #expect(try Offices.open(folder + "/r").state.file(filing.id) != nil)

      // Another desk on the same day makes none.
      let other = try Offices.open(path)
      for _ in 0..<20 { #expect(try other.tend(backsUp: true).isEmpty) }
      #expect(try StoreFolder(path).list("backup").count == 1)
    }
  }

  @Test func fourteenAreKeptAndNothingElseIsTouched() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      try office.journal.backup(to: path + "/backup/before-the-move.backup")
      var day = Offices.day("2019-06-03")
      for number in 0..<17 {
        let office = try desk(path, on: day)
        _ = try office.save(.receiveFiling(Offices.grant(number + 2)), by: Offices.clerk)
        _ = try Offices.tend(office, backsUp: true)
        day = day.adding(days: 1) ?? day
      }
      let kept = try StoreFolder(path).list("backup")
      #expect(kept.count == 15 && kept.first == "before-the-move.backup")
      #expect(kept[1] == "zizhu-2019-06-06.backup" && kept.last == "zizhu-2019-06-19.backup")
    }
  }

  /// Fourteen backups with names of the next century, as starts on another day leave them, push nothing out: what
  /// counts is how far in the journal each reaches.
  @Test func namesOfLaterDaysPushNothingOut() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      for number in 1...14 {
        _ = try office.save(.receiveFiling(Offices.grant(number + 1)), by: Offices.clerk)
        let day = Offices.day(number < 10 ? "2099-01-0\(number)" : "2099-01-\(number)")
        _ = try Offices.tend(try desk(path, on: day), backsUp: true)
      }
      _ = try office.save(.receiveFiling(Offices.grant(40)), by: Offices.clerk)
      let news = try Offices.tend(try desk(path, on: Offices.day("2019-06-03")), backsUp: true)
      guard case .backedUp(let file)? = news.first else {
        Issue.record("\(news)")
        return
      }
      let kept = try StoreFolder(path).list("backup")
      #expect(
        kept.count == 14 && kept.first == "zizhu-2019-06-03.backup" && kept[1] == "zizhu-2099-01-02.backup")
      #expect(try Journal.verify(file, head: office.journal.head).isWhole)
    }
  }

  /// Starts on many days without a save between them make one backup.
  @Test func whatIsThereAlreadyIsNotMadeAgain() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      _ = try Offices.makeWithFiling(path)
      for day in ["2019-06-03", "2019-06-04", "2031-01-01"] {
        _ = try Offices.tend(try desk(path, on: Offices.day(day)), backsUp: true)
      }
      #expect(try StoreFolder(path).list("backup") == ["zizhu-2019-06-03.backup"])
    }
  }

  /// Files that only look like backups, and one that says it reaches further than the journal, are never counted.
  @Test func whatIsNoBackupIsNeitherCountedNorTouched() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      _ = try Offices.tend(try desk(path, on: Offices.day("2019-06-03")), backsUp: true)
      let store = StoreFolder(path)
      let head = office.journal.head
      let later = JournalHead(writer: head.writer, epoch: 9, sequence: 999, link: head.link)
      for day in 10...24 {
        try store.replace("backup/zizhu-2019-05-\(day).backup", with: Array("not a backup".utf8))
        let line = "{\"zizhu-backup\":1,\"head\":\"\(later)\",\"files\":1}\n"
        try store.replace("backup/zizhu-2098-01-\(day).backup", with: Array(line.utf8))
      }
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      _ = try Offices.tend(try desk(path, on: Offices.day("2019-06-04")), backsUp: true)
      #expect(try store.list("backup").count == 32)
    }
  }

  @Test func theDemoMakesNone() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      for _ in 0..<10 { _ = try office.tend(backsUp: false) }
      #expect(try StoreFolder(folder + "/s").list("backup").isEmpty)
    }
  }
}
