import Journal
import Seeded
import Testing

/// Power cuts at every moment, with what was not synced kept, dropped, torn or turned into garbage.
@Suite struct CrashTests {
  @Test(arguments: Workload.all) func aPowerCutLosesNothingAcknowledged(_ workload: Workload) throws {
    let result = try CrashCheck(workload).run { $0 }
    #expect(result.violations.isEmpty, "\(result.violations.first ?? "")")
    #expect(result.states >= 250, "\(result.states) states")
  }

  @Test func whatADeskWasShownSurvivesThePower() throws {
    let losses = try CrashCheck(Workload.saving).shownAndLost { $0 }
    #expect(losses == 0)
    let withoutSync = try CrashCheck(Workload.saving).shownAndLost {
      ForgetfulFiles(base: $0, forgotten: .syncData)
    }
    #expect(withoutSync > 0, "a desk that shows what a dead one never synced is found out")
  }
}

/// Runs a workload, cuts the power at each of its moments and opens what is left.
struct CrashCheck {
  let workload: Workload
  var seeds = LongTests.areWanted ? 400 : 5

  init(_ workload: Workload) { self.workload = workload }

  /// Gives the number of states tried and what was wrong; `wrap` may put a mutant between program and disk.
  func run(_ wrap: (SimulatedFiles) -> any FileAccess) throws -> (states: Int, violations: [String]) {
    let files = SimulatedFiles(try workload.prepared())
    files.record()
    var outcome = Workload.Outcome()
    outcome.onAcknowledged = { files.acknowledge() }
    workload.run(wrap(files), &outcome)
    let known = outcome.attempted.count - files.disk.acknowledged
    var states = 0
    var violations: [String] = []
    for (moment, disk) in files.history.enumerated() {
      for seed in 0..<seeds {
        var random = SeededNumbers(moment * 1000 + seed)
        let left = disk.crashed(using: &random)
        states += 1
        if let wrong = fault(wrap(SimulatedFiles(left)), outcome, least: known + disk.acknowledged) {
          violations.append("moment \(moment), seed \(seed): \(wrong)")
          continue
        }
        // The power goes again while the store is being put right.
        let recovering = SimulatedFiles(left)
        recovering.record()
        _ = try? Stores.open(wrap(recovering), segmentLimit: Workload.segmentLimit)
        guard let during = recovering.history.randomElement(using: &random) else { continue }
        states += 1
        let again = SimulatedFiles(during.crashed(using: &random))
        if let wrong = fault(wrap(again), outcome, least: known + disk.acknowledged) {
          violations.append("moment \(moment), seed \(seed), cut again: \(wrong)")
        }
      }
    }
    return (states, violations)
  }

  /// How often a record was lost that another desk had shown, when the saving one was killed and then the power went.
  func shownAndLost(_ wrap: (SimulatedFiles) -> any FileAccess) throws -> Int {
    let files = SimulatedFiles(try workload.prepared())
    files.record()
    var outcome = Workload.Outcome()
    workload.run(files, &outcome)
    var losses = 0
    for (moment, disk) in files.history.enumerated() {
      let killed = SimulatedFiles(disk)
      let shown = try Stores.open(wrap(killed)).payloads
      for seed in 0..<4 {
        var random = SeededNumbers(moment * 10 + seed)
        let left = SimulatedFiles(killed.disk.crashed(using: &random))
        let kept = try? Stores.open(left).payloads
        if kept?.starts(with: shown) != true { losses += 1 }
      }
    }
    return losses
  }

  private func fault(_ files: any FileAccess, _ outcome: Workload.Outcome, least: Int) -> String? {
    do {
      let (journal, payloads) = try Stores.open(files, segmentLimit: Workload.segmentLimit)
      guard payloads.count >= least else { return "\(payloads.count) of \(least) acknowledged records" }
      guard payloads == Array(outcome.attempted.prefix(payloads.count)) else { return "not what was saved" }
      guard journal.readOnly == nil else { return "read-only: \(journal.findings)" }
      let head = journal.head
      try journal.append(Stores.payload(999))
      let again = try Stores.open(files, segmentLimit: Workload.segmentLimit)
      guard again.payloads == payloads + [Stores.payload(999)] else { return "the next save does not hold" }
      let report = try Journal.verify(Stores.path, files: files, head: head)
      return report.hasDamage ? "verification: \(report.findings)" : nil
    } catch JournalError.notAStore where least == 0 {
      // The store was not yet one: making it again must work.
      return (try? Stores.make(1, files)) == nil ? "cannot be made again" : nil
    } catch JournalError.file where least == 0 {
      return (try? Stores.make(1, files)) == nil ? "cannot be made again" : nil
    } catch {
      return "does not open: \(error)"
    }
  }
}
