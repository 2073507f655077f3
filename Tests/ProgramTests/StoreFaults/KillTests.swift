import Foundation
import Synchronization
import Testing

/// The program killed at random moments, alone and among others: nothing is lost that it said was saved.
@Suite(.serialized) struct KillTests {
  /// The id and the journal's number that `file` says it has saved; nil where it did not come to say so.
  private func acknowledged(_ result: Launch.Result) -> (id: String, sequence: String)? {
    guard result.output.hasSuffix("\n") else { return nil }
    let words = result.output.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// How long one filing takes here, in microseconds.
  private func pace(_ store: String) throws -> UInt32 {
    let start = Date()
    for number in 0..<3 {
      _ = try Program.run(["file", "--store", store], input: Filings.grant(9000 + number))
    }
    return UInt32(Date().timeIntervalSince(start) / 3 * 1_000_000)
  }

  @Test func filingsUnderManyKills() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let pace = try pace(scratch.store)
    let wanted = Filings.isLong ? 1500 : 60
    var saved: [String] = []
    var kills = 0
    var number = 0
    while saved.count < wanted || kills < wanted * 2 / 3 {
      number += 1
      try #require(number < wanted * 20, "\(saved.count) saved, \(kills) killed")
      let death = Bool.random() ? nil : UInt32.random(in: 0...pace)
      let result = try Program.run(
        ["file", "--store", scratch.store], input: Filings.grant(number), dyingAfter: death)
      if result.status == -SIGKILL { kills += 1 }
      if let told = acknowledged(result) { saved.append(told.id) }
    }
    let ids = try Filings.ids(in: scratch.store)
    #expect(Set(ids).isSuperset(of: saved) && Set(ids).count == ids.count)
    #expect(Set(saved).count == saved.count, "no number was given twice")
    // Whatever was cut off is set aside or was never there: the numbers run without a gap.
    #expect(Set(ids) == Set((1...ids.count).map { "441881-2019-" + Filings.padded($0) }))
    let verified = try Program.run(["verify", "--store", scratch.store])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  /// Eight at once, each filing under a cap that has room for ten more, some killed while they hold the lock.
  @Test func eightProcessesShareOneCap() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let pace = try pace(scratch.store)
    let store = scratch.store
    let told = Mutex<[(id: String, sequence: String)]>([])
    let kills = Mutex(0)
    let rounds = Filings.isLong ? 100 : 12
    DispatchQueue.concurrentPerform(iterations: 8) { desk in
      for round in 0..<rounds {
        let death = Int.random(in: 0..<3) > 0 ? nil : UInt32.random(in: 0...pace * 4)
        let result = try? Program.run(
          ["file", "--store", store], input: Filings.grant(desk * 1000 + round), dyingAfter: death)
        if result?.status == -SIGKILL { kills.withLock { $0 += 1 } }
        if let saved = result.flatMap(acknowledged) { told.withLock { $0.append(saved) } }
      }
    }
    let saved = told.withLock { $0 }
    let ids = try Filings.ids(in: store)
    #expect(saved.count > rounds * 4 && kills.withLock { $0 } > 0, "\(saved.count) saved")
    #expect(Set(ids).isSuperset(of: saved.map(\.id)))
    #expect(Set(saved.map(\.id)).count == saved.count && Set(saved.map(\.sequence)).count == saved.count)
    #expect(Set(ids) == Set((1...ids.count).map { "441881-2019-" + Filings.padded($0) }))
    // Each saw what the others had saved: the cap is used to the last yuan and not beyond (article 2).
    let caps = try Program.run(["report", "caps", "--store", store, "--year", "2019", "--format", "json"])
    #expect(caps.status == 0)
    #expect(caps.output.ranges(of: #""holder": "G1""#).count == 1)
    #expect(caps.output.contains(#""used": "50000.00""#) && caps.output.contains(#""over": "0.00""#))
    #expect(try Program.run(["verify", "--store", store]).status == 0)
  }
}
