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
      for _ in 0..<17 {
        _ = try Offices.tend(try desk(path, on: day), backsUp: true)
        day = day.adding(days: 1) ?? day
      }
      let kept = try StoreFolder(path).list("backup")
      #expect(kept.count == 15 && kept.first == "before-the-move.backup")
      #expect(kept[1] == "zizhu-2019-06-06.backup" && kept.last == "zizhu-2019-06-19.backup")
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
