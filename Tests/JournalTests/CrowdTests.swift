import Journal
import Seeded
import Synchronization
import Testing

/// Eight desks that save at once on the machine's own file system, some killed in the middle of it.
@Suite struct CrowdTests {
  private struct Told {
    var saved: [[UInt8]] = []
    var attempted: [[UInt8]] = []
    var deaths = 0
  }

  private static let segmentLimit = 4000

  @Test func everyAcknowledgedSaveStandsWhereItWasDecided() throws {
    try Stores.withScratch { folder in
      let path = folder + "/store"
      var options = JournalOptions()
      options.segmentLimit = Self.segmentLimit
      _ = try Journal.create(path, options: options, first: payload(count: 0, desk: 0, round: 0))
      let told = Mutex(Told())
      let desks = (1...8).map { desk in
        Thread {
          var random = SeededNumbers(desk)
          for round in 0..<25 {
            let isKilled = Int.random(in: 0..<3, using: &random) > 0
            let call = isKilled ? Int.random(in: 1..<150, using: &random) : 1_000_000
            sit(desk, round, path, DyingFiles(dyingAtCall: call), told)
          }
        }
      }
      for desk in desks { desk.join() }
      let (journal, payloads) = try Stores.open(PosixFiles(), at: path, segmentLimit: Self.segmentLimit)
      let all = told.withLock { $0 }
      #expect(journal.readOnly == nil && all.deaths > 20, "\(all.deaths) deaths")
      #expect(Set(payloads).isSuperset(of: all.saved) && all.saved.count > 200, "\(all.saved.count) saved")
      #expect(Set(payloads.dropFirst()).isSubset(of: all.attempted))
      // Each record says how many there were when it was decided.
      for (index, payload) in payloads.enumerated() {
        #expect(payload.starts(with: Array("{\"count\":\(index),".utf8)))
      }
      #expect(try Journal.verify(path, head: journal.head).isWhole)
    }
  }

  /// One desk from its opening to its end or its death: it saves a few records, counting all there are.
  private func sit(
    _ desk: Int, _ round: Int, _ path: String, _ files: DyingFiles, _ told: borrowing Mutex<Told>
  ) {
    var options = JournalOptions()
    options.segmentLimit = Self.segmentLimit
    options.lockWait = 60_000
    do {
      var count = 0
      let journal = try Journal.open(path, files: files, options: options) { _ in count += 1 }
      for save in 0..<4 {
        var mine: [UInt8] = []
        try journal.transaction { others in
          count += others.count
          mine = payload(count: count, desk: desk, round: round * 4 + save)
          told.withLock { $0.attempted.append(mine) }
          return mine
        }
        count += 1
        told.withLock { $0.saved.append(mine) }
      }
    } catch {
      if files.isDead {
        told.withLock { $0.deaths += 1 }
      } else {
        Issue.record("\(error)")
      }
    }
  }

  private func payload(count: Int, desk: Int, round: Int) -> [UInt8] {
    Array("{\"count\":\(count),\"desk\":\(desk),\"round\":\(round)}".utf8)
  }
}
