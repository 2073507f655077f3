import CaseModel
import Casework
import Journal
import Office
import Testing

/// Random saves, desks, snapshots and restarts: what a snapshot and its tail give is what the whole journal gives.
@Suite struct RandomOfficeTests {
  private func make(_ path: String) throws -> OpenOffice {
    let office = try Offices.make(path)
    for person in RandomCommands.people { _ = try office.save(.addOperator(person), by: Offices.supervisor) }
    return office
  }

  @Test(arguments: 0..<(Offices.isLong ? 1000 : 4)) func snapshotAndTailEqualTheWholeJournal(_ seed: Int)
    throws
  {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      var office = try make(path)
      var commands = RandomCommands(seed: seed)
      for step in 0..<120 {
        let command = commands.next(office.state)
        commands.give(command, to: office)
        switch commands.roll(12) {
        case 0: office.leave()
        case 1: office = try Offices.open(path)
        case 2:
          let other = try Offices.open(path)
          commands.give(commands.next(other.state), to: other)
          _ = try office.follow()
        // Another policy comes and goes; once something rests on it, it stays.
        case 3: _ = try? office.adopt(Offices.successorFrom2019(), note: "新办法", by: Offices.supervisor)
        case 4:
          _ = try? office.save(.withdrawPolicy(id: "qingyuan-2021-3", note: "撤下"), by: Offices.supervisor)
        default: break
        }
        // A check behind a snapshot must have run before another is written.
        if step.isMultiple(of: 30) { _ = try Offices.tend(office) }
        guard step.isMultiple(of: 12) else { continue }
        let replayed = try Offices.open(path, usingSnapshot: false).state
        let desk = office.state.differing(from: replayed)
        #expect(desk.isEmpty, "seed \(seed), step \(step)")
        let restored = try Offices.open(path).state.differing(from: replayed)
        #expect(restored.isEmpty, "seed \(seed), step \(step)")
      }
      let findings = try OpenOffice.verify(path, head: office.journal.head).findings
      #expect(findings.isEmpty)
    }
  }

  /// Otherwise the random offices would show little.
  @Test func everyKindOfCommandAndStepIsAmongThem() throws {
    try Offices.withScratch { folder in
      var office = try make(folder + "/s")
      var commands = RandomCommands(seed: 1)
      var kinds: Set<RandomCommands.Kind> = []
      var steps: Set<Step> = []
      // The day until which an applicant has time is never over here, and no city is above this office.
      let elsewhere: Set<Step> = [.lapse, .handUp, .commit, .sendBack]
      func hasAll() -> Bool {
        kinds == Set(RandomCommands.Kind.allCases)
          && Set(Step.allCases).subtracting(steps).isSubset(of: elsewhere)
      }
      // Some steps are rare: an approval needs everything before it, and another pair of eyes.
      for number in 0..<8000 where !hasAll() {
        // Days go by, so that names that were new are so no longer.
        if number.isMultiple(of: 250), let day = Offices.day("2019-06-03").adding(days: number / 250) {
          office = try Offices.open(folder + "/s", clock: Clock(today: day))
        }
        let command = commands.next(office.state)
        guard commands.give(command, to: office) != nil else { continue }
        if let kind = RandomCommands.kind(of: command) { kinds.insert(kind) }
        if case .step(let request) = command { steps.insert(request.step) }
      }
      #expect(kinds == Set(RandomCommands.Kind.allCases))
      let missing = Set(Step.allCases).subtracting(steps).subtracting(elsewhere)
      #expect(missing.isEmpty)
      let replayed = try Offices.open(folder + "/s", usingSnapshot: false).state.differing(from: office.state)
      #expect(replayed.isEmpty)
      office.leave()
      let restored = try Offices.open(folder + "/s").state.differing(from: office.state)
      #expect(restored.isEmpty)
    }
  }
}
