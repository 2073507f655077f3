import CaseModel
import Journal
import Seeded
import SubsidyRules
import Testing

@testable import Casework
@testable import Office

/// A city goes on with what all offices together came to, save by save: it is what they come to when they are joined anew.
@Suite struct JointFollowingTests {
  private static let codes = ["441881", "441882"]

  private func anew(_ city: OpenOffice) -> JointOffice {
    JointOffice(
      city: city.own, writer: city.journal.identity.writer, others: city.parts, waiting: city.waiting)
  }

  /// Everything by which two joinings could differ.
  private func differences(_ kept: JointOffice, _ anew: JointOffice) -> [String] {
    // The filings of several offices share their pages, and are compared one by one below.
    var names = kept.state.differing(from: anew.state).filter { $0 != "files" }
    func note(_ name: String, _ isSame: Bool) { if !isSame { names.append(name) } }
    let ids = kept.state.files.indices.map { kept.state.files.id(of: $0) }
    note("ids", ids == anew.state.files.indices.map { anew.state.files.id(of: $0) })
    note("filings", ids.allSatisfy { kept.state.file($0) == anew.state.file($0) })
    note(
      "awards", ids.allSatisfy { kept.state.file($0)?.decision.award == anew.state.file($0)?.decision.award })
    note("origins", ids.allSatisfy { kept.state.origin(of: $0) == anew.state.origin(of: $0) })
    for conflicts in [\JointOffice.conflicts, \JointOffice.state.joint.conflicts] {
      note("conflicts", kept[keyPath: conflicts].map { "\($0)" } == anew[keyPath: conflicts].map { "\($0)" })
    }
    note(
      "turns",
      kept.state.files.indices.allSatisfy {
        kept.state.waitsElsewhere($0) == kept.state.waitsElsewhere(kept.state.files[$0])
      })
    note("stopped", kept.state.joint.inConflict == anew.state.joint.inConflict)
    note("lost", kept.state.joint.lostVerdicts == anew.state.joint.lostVerdicts)
    note("uncounted", "\(kept.state.joint.paidUncounted)" == "\(anew.state.joint.paidUncounted)")
    note("waiting", kept.state.joint.waitingFiles == anew.state.joint.waitingFiles)
    note("moved", kept.noted.moved == anew.noted.moved && kept.noted.late == anew.noted.late)
    note("suspended", kept.suspended == anew.suspended)
    note("copies", kept.noted.copies == anew.noted.copies && kept.noted.renamed == anew.noted.renamed)
    note("kept", kept.state.joint.keptFilings == anew.state.joint.keptFilings)
    note("offices", kept.state.offices == anew.state.offices)
    note("people", kept.state.house.operators == anew.state.house.operators)
    note(
      "caps",
      kept.state.sums.capUses.mapValues { "\($0.row.used) \($0.decided)" }
        == anew.state.sums.capUses.mapValues { "\($0.row.used) \($0.decided)" })
    note(
      "clock",
      kept.state.folded.lastAt == anew.state.folded.lastAt
        && kept.state.folded.clockJumps == anew.state.folded.clockJumps)
    note("version", kept.state.version == anew.state.version)
    return names
  }

  /// By plain addition: no filing has two approvals that hold, and what is decided and what is open use the room of the cap
  /// up to what is left of it.
  private func checkSums(_ state: OfficeState, _ place: String) {
    var (decided, open) = (Int64(0), Int64(0))
    for number in state.files.indices {
      let file = state.files[number]
      var holding = 0
      for step in file.steps.map(\.step.step) {
        if [.approve, .commit].contains(step) { holding += 1 }
        if step == .sendBack { holding = 0 }
      }
      #expect(holding <= 1, "\(place): \(file.filing.id) is approved \(holding) times")
      if let amount = file.filing.decided {
        #expect(holding == 1, "\(place): \(file.filing.id)")
        decided += amount.fen - (file.filing.reclaimed?.fen ?? 0)
      } else if file.standing.stage.isOpen {
        open += file.decision.award.fen
      }
    }
    let rows = state.capLedger(of: 2019)
    // One agency, by its code, in both offices: 50 000 yuan a year (article 2).
    #expect(rows.count == 1 && rows.first?.limit == Money(yuan: 50_000), "\(place)")
    for row in rows {
      let room = max(0, 5_000_000 - decided - open)
      #expect(row.left.fen == room && decided + open <= 5_000_000, "\(place): \(decided) + \(open)")
      #expect(row.used == MoneyTotal(fen: Int128(decided + open)), "\(place)")
      let columns = row.recommended + row.committed + row.paid - row.returned
      #expect(columns == row.used, "\(place)")
    }
    #expect(state.sums.byYear[2019]?.award == MoneyTotal(fen: Int128(decided + open)), "\(place)")
  }

  /// 102 grants of inventions at 500 under a cap of 50 000 (article 2), and four of another office: what is committed,
  /// sent back, paid or reclaimed of one moves what others under the cap get.
  @Test(arguments: 1...(Offices.isLong ? 40 : 2)) func savesOfTheCityComeToTheSame(seed: Int) throws {
    var random = SeededNumbers(seed)
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: Self.codes)
      var ids: [String] = []
      for (code, patents) in [("441881", 0..<102), ("441882", 200..<204)] {
        let own = try town.review(code, patents, of: Town.agency(code))
        try town.take([.handUp], own, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
        ids += own
      }
      #expect(differences(try #require(town.city.gathered.joint?.value), anew(town.city)) == [], "gathered")
      var taken: [Step: Int] = [:]
      var continued = 0
      for number in 0..<80 {
        _ = town.city.joint
        // Another desk of the city saves now and then, and this one takes it in.
        let isOther = Int.random(in: 0..<6, using: &random) == 0
        let desk = isOther ? try Offices.open(town.folder + "/city", clock: Town.clock) : town.city
        let id = ids[(Bool.random(using: &random) ? 0 : 98) + Int.random(in: 0..<8, using: &random)]
        if Int.random(in: 0..<10, using: &random) == 0 {
          _ = try desk.save(
            .addOperator(Operator(name: "经办\(number)", role: .clerk, login: nil)), by: town.mayor)
        } else {
          // Such as this city's supervisor may take on the filing, and any other now and then.
          let standing = town.city.state.file(id)?.standing
          let likely: [Step] =
            switch standing {
            case .handedUp: [.commit, .commit, .sendBack]
            case .approved: [.publish, .undo, .revise]
            case .published: [.pay, .pay, .undo]
            case .paid: [.reclaim, .undo]
            default: Step.allCases
            }
          let all = Int.random(in: 0..<6, using: &random) == 0 ? Step.allCases : likely
          let wanted = all.randomElement(using: &random) ?? .commit
          var request = StepRequest(wanted, [town.city.state.row(id)])
          request.note = "请核对"
          request.paper = "决定书"
          if wanted == .reclaim { request.amount = Money(yuan: 100) }
          guard (try? desk.save(.step(request), by: town.mayor)) != nil else { continue }
          taken[wanted, default: 0] += 1
        }
        if isOther { _ = try town.city.follow() }
        if town.city.gathered.joint != nil { continued += 1 }
        let differing = differences(try #require(town.city.joint), anew(town.city))
        #expect(differing == [], "seed \(seed), save \(number)")
        checkSums(town.city.state, "seed \(seed), save \(number)")
      }
      #expect(taken[.commit, default: 0] > 5 && taken.count > 3, "\(taken)")
      #expect(continued > 20, "it is hardly ever gone on with")
    }
  }
}
