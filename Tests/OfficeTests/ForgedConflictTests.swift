import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Conflicts that need a program which breaks the rules, or a cover that somebody has changed: found from the states
/// alone, with every filing that waits.
@Suite struct ForgedConflictTests {
  private func handedUp(_ work: (Town, [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try work(town, ids)
    }
  }

  private func joint(_ town: Town, city: OfficeState, county: OfficeState) throws -> JointOffice {
    let part = try #require(town.city.joint?.parts.last)
    return JointOffice(
      city: city, writer: town.city.journal.identity.writer,
      others: [
        OfficePart(
          writer: part.writer, office: part.office, name: part.name, letter: part.letter, state: county,
          lastSequence: part.lastSequence, holds: part.holds)
      ])
  }

  /// Who decides: from its `joined` line on a county approves nothing itself.
  @Test func anApprovalBehindTheJoiningIsNamedAndStopsThePayment() throws {
    try handedUp { town, ids in
      let part = try #require(town.city.joint?.parts.last)
      #expect(town.city.state.joint.conflicts.allSatisfy { $0.kind != .noRight })
      var county = part.state
      let step = StepTaken(
        .approve, day: Offices.day("2019-12-20"), detail: .approval(Approval(amount: Money(yuan: 500))))
      var line = Transaction(
        by: "主管441881", at: "2019-12-20T02:00:00Z", policy: "",
        changes: [.stepped(filing: ids[0], step)])
      line.sequence = 900
      county.fold(line)
      let joint = try joint(town, city: town.city.own, county: county)
      let found = try #require(joint.conflicts.first { $0.kind == .noRight })
      #expect(found.filings == [ids[0]])
      #expect(found.amount == MoneyTotal(Money(yuan: 500)))
      #expect(found.writers == [part.writer])
      #expect(joint.state.joint.inConflict[ids[0]] == [.noRight])
      #expect(joint.state.joint.inConflict[ids[1]] == nil)
    }
  }

  /// The city's word on such a step: that it is nothing, and the filing stands as it was handed up, for the city to decide; or
  /// that it stands, and is the county's to the end.
  @Test(arguments: [Ruling.Verdict.void, .confirm])
  func anApprovalBehindTheJoiningIsRuledOn(verdict: Ruling.Verdict) throws {
    try handedUp { town, ids in
      let part = try #require(town.city.joint?.parts.last)
      var county = part.state
      var line = Transaction(
        by: "主管441881", at: "2019-12-20T02:00:00Z", policy: "",
        changes: [
          .stepped(
            filing: ids[0],
            StepTaken(
              .approve, day: Offices.day("2019-12-20"), detail: .approval(Approval(amount: Money(yuan: 500))))
          )
        ])
      line.sequence = 900
      county.fold(line)
      let open = try joint(town, city: town.city.own, county: county)
      let found = try #require(open.conflicts.first { $0.kind == .noRight })
      #expect(found.verdicts == ["void", "confirm"])
      #expect(throws: Refusal.self) {
        try open.check(Ruling(conflict: found.id, verdict: .noted, parties: found.parties, note: "已阅"))
      }
      let ruling = Ruling(conflict: found.id, verdict: verdict, parties: found.parties, note: "局务会")
      try open.check(ruling)
      var city = town.city.own
      city.fold(
        Transaction(by: "钱主管", at: "2019-12-20T03:00:00Z", policy: "", changes: [.offices(.ruled(ruling))]))
      let ruled = try joint(town, city: city, county: county)
      #expect(ruled.conflicts.first { $0.kind == .noRight }?.ruling?.verdict == verdict)
      #expect(ruled.state.joint.inConflict[ids[0]] == nil)
      let file = try #require(ruled.state.file(ids[0]))
      #expect(file.standing == (verdict == .void ? .handedUp : .approved))
      #expect(file.filing.decided == (verdict == .void ? nil : Money(yuan: 500)))
      let commit = ruled.state.changes(
        for: .step(StepRequest(.commit, [ruled.state.row(ids[0])])), by: "钱主管",
        at: Moment(at: "2019-12-20T04:00:00Z", today: Offices.day("2019-12-20")))
      if case .success = commit { #expect(verdict == .void) } else { #expect(verdict == .confirm) }
      // What it comes to among all: two grants of 500 yuan each, decided or not.
      #expect(ruled.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
    }
  }

  /// 14: the items whose count or sum differ from the cover wait, all that the bundle brought of them.
  @Test func aCoverThatDiffersHoldsItsItemBack() throws {
    try handedUp { town, ids in
      let part = try #require(town.city.joint?.parts.last)
      var head = try #require(town.city.own.offices.office("441881")?.gathered)
      #expect(town.city.state.joint.conflicts.allSatisfy { $0.kind != .cover })
      // Two grants of 500 yuan each came; the paper says three.
      #expect(head.cover.map(\.filings) == [2])
      #expect(head.cover.map(\.award) == [Money(yuan: 1000)])
      head.cover[0].filings = 3
      var city = town.city.own
      city.fold(
        Transaction(
          by: "钱主管", at: "2019-12-20T02:00:00Z", policy: "", changes: [.offices(.gathered([head]))]))
      let joint = try joint(town, city: city, county: part.state)
      let found = try #require(joint.conflicts.first { $0.kind == .cover })
      #expect(found.filings == ids)
      #expect(found.writers == [part.writer])
      for id in ids { #expect(joint.state.joint.inConflict[id] == [.cover]) }
    }
  }

  /// What somebody types from the paper counts before what the file says of itself, until the city has ruled.
  @Test func aTypedCoverHoldsItsItemBack() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      let file = OpenOffice.GatherInput.bundle(name: "报送件", bytes: try town.bundle("441881"))
      // Two grants of 500 yuan each came.
      func plan(_ filings: Int, _ yuan: Int64) throws -> GatherPlan {
        try town.city.rehearse(
          [file],
          covers: [
            "441881": [CoverLine(item: "agency-grant", filings: filings, award: Money(yuan: yuan))]
          ])
      }
      #expect(try plan(2, 1000).after.conflicts.allSatisfy { $0.kind != .cover })
      for (filings, yuan) in [(2, Int64(1500)), (3, 1000)] {
        #expect(try plan(filings, yuan).after.conflicts.contains { $0.kind == .cover })
      }
      _ = try town.city.gather(plan(3, 1500), by: town.mayor)
      let found = try #require(town.city.state.joint.conflicts.first { $0.kind == .cover })
      #expect(found.filings == ids)
      #expect(throws: OfficeError.self) { try town.take([.commit], ids, at: town.city, by: town.mayor) }
      let ruling = Ruling(conflict: found.id, verdict: .noted, parties: found.parties, note: "已电话核对")
      _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      #expect(ids.map { town.city.state.file($0)?.standing } == [.approved, .approved])
    }
  }

  /// 1: what came before is counted once, and said so.
  @Test func aRedeliveryIsKnown() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let bundle = try town.bundle("441881")
      try town.gather(bundle)
      let plan = try town.gather(bundle)
      #expect(plan.rows.map(\.outcome) == [.known])
      #expect(plan.changesNothing)
      #expect(town.city.state.files.count == 1)
    }
  }

  // MARK: - Weighing

  /// A patent of two counties, 500 yuan (art. 2): whichever comes first, it is paid once; weighing saves nothing.
  @Test func eachVerdictIsWeighedBeforeItIsGiven() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      let first = try town.review("441881", [7], of: Town.agency("441881"), on: "2019-06-01")
      let second = try town.review("441882", [7], of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], first, at: town.county("441881"), by: town.head("441881"))
      try town.take([.handUp], second, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441881"), town.bundle("441882"))
      let before = town.city.exported()
      let conflict = try #require(town.city.joint?.conflicts.first { $0.kind == .sameKey })
      let sheet = try #require(try town.city.sheet(of: conflict.id))
      #expect(sheet.sides.map(\.office) == ["441881", "441882"])
      #expect(sheet.sides.map(\.filing) == [first[0], second[0]])
      // At its own office each claim gets all of it.
      #expect(sheet.sides.map(\.ownAward) == [Money(yuan: 500), Money(yuan: 500)])
      let choices = sheet.proposals.map(\.choice)
      let filings = sheet.sides.map { OfficeFiling(writer: $0.record.writer, id: $0.record.id) }
      #expect(choices == [.verdict(.keep(filings[0])), .verdict(.keep(filings[1])), .verdict(.noted)])
      for proposal in sheet.proposals {
        #expect(proposal.before == MoneyTotal(Money(yuan: 500)))
        #expect(proposal.after == MoneyTotal(Money(yuan: 500)))
      }
      #expect(sheet.proposals[0].moved.isEmpty)
      #expect(town.city.exported() == before)
      #expect(town.city.own.offices.rulings.isEmpty)
      // Stopped, nothing comes back.
      #expect(try town.city.sheet(of: conflict.id) { _, _ in false } == nil)
      #expect(try town.city.sheet(of: "K5-000000000000") == nil)
    }
  }

  /// A tail of a fork brings its filings back: one behind the parting, 500 yuan.
  @Test func aForksTailIsWeighedWithItsFilings() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let backup = folder + "/b.backup"
      _ = try county.journal.backup(to: backup)
      _ = try town.review("441881", [1], of: Town.agency("441881"))
      try town.gather(town.bundle("441881"))
      _ = try Journal.restore(backup, to: folder + "/clone", replaying: { _ in })
      let clone = try Offices.open(folder + "/clone", clock: Town.clock)
      try clone.journal.folder.makeFolderIfMissing("keys")
      for name in ["keys/sign", "keys/open"] {
        try clone.journal.folder.replace(name, with: try county.journal.folder.read(name))
      }
      _ = try clone.save(.receiveFiling(Offices.grant(2, of: "441881-A00001")), by: town.head("441881"))
      try town.gather(clone.bundle(all: false, isPlain: false, by: town.head("441881")).bytes)
      let fork = try #require(town.city.joint?.conflicts.first { $0.kind == .fork })
      let sheet = try #require(try town.city.sheet(of: fork.id))
      let kept = try #require(sheet.proposals.first)
      #expect(kept.filings == 1)
      #expect(kept.before == MoneyTotal(Money(yuan: 500)))
      #expect(kept.after == MoneyTotal(Money(yuan: 1000)))
      #expect(town.city.state.files.count == 1)
    }
  }

  /// A cover sheet that is printed again says what was handed over then, with the head that the file ends with.
  @Test func aCoverIsWhatItWas() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      _ = try town.review("441881", 0..<2, of: Town.agency("441881"))
      let bundle = try county.bundle(all: false, isPlain: false, by: town.head("441881"))
      _ = try town.review("441881", [5], of: Town.agency("441881"))
      _ = try county.bundle(all: false, isPlain: false, by: town.head("441881"))
      let (state, head) = try #require(try county.bundled(1))
      #expect(head == bundle.head.end.head)
      #expect(state.coverLines == bundle.cover)
      #expect(state.files.count == 2)
      #expect(state.offices.bundles.last?.number == 1)
      #expect(try county.bundled(3) == nil)
    }
  }
}
