import CaseModel
import Casework
import Journal
import Parcels
import SubsidyRules
import Testing

@testable import Office

/// A city and its counties, from the files that go between them; figures from 清府办〔2018〕27号, article 2: 500 yuan for
/// each invention granted, 50 000 yuan a year for an agency with its branches.
@Suite struct CityTests {
  /// How many claims the second and third county have: as many as fill the cap once more where there is time
  /// (`ZIZHU_LONG_TESTS`), else a few. The first has always the hundred that fill it.
  private static let more = Offices.isLong ? 100 : 4

  private func inTown(_ codes: [String], joins: Bool = true, _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes, joins: joins)) }
  }

  /// Three counties that had approved and paid 50 000 before they joined, each on its own or the first alone.
  @Test func whatWasPaidBeforeJoiningIsShownAsOverrun() throws {
    let codes = ["441881", "441882", "441821"]
    try inTown(codes, joins: false) { town in
      for (place, code) in codes.enumerated() {
        let count = place == 0 ? 100 : Self.more
        let ids = try town.review(code, place * 100..<place * 100 + count, of: Town.agency(code))
        try town.take([.approve, .publish, .pay], ids, at: town.county(code), by: town.head(code))
        let own = MoneyTotal(Money(yuan: 500 * Int64(count)))
        #expect(try town.county(code).state.sums.byYear[2019]?.award == own)
        try town.join(code)
        try town.gather(town.bundle(code))
      }
      let joint = try #require(town.city.joint)
      let overrun = try #require(joint.conflicts.first { $0.kind == .overrun })
      // 100 000 of three times 50 000.
      #expect(overrun.amount == MoneyTotal(Money(yuan: 1_000 * Int64(Self.more))))
      #expect(overrun.filings.count == 100 + 2 * Self.more)
      let cap = try #require(joint.state.sums.capUses.values.first { $0.row.group.cap == "agency-year" })
      #expect(cap.decided == MoneyTotal(Money(yuan: 50_000 + 1_000 * Int64(Self.more))))

      // A further claim under the cap gets nothing.
      let more = try town.review("441881", [900], of: Town.agency("441881"), on: "2019-12-01")
      try town.take([.handUp], more, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.file(more[0])?.decision.award == .zero)
      try town.take([.commit], more, at: town.city, by: town.mayor)
      #expect(town.city.state.file(more[0])?.standing == .approved)
      #expect(town.city.state.file(more[0])?.filing.decided == .zero)
    }
  }

  /// The same claims handed up undecided are committed at 50 000 together.
  @Test func whatIsHandedUpSharesTheCap() throws {
    let codes = ["441881", "441882", "441821"]
    try inTown(codes) { town in
      var all: [String] = []
      for (place, code) in codes.enumerated() {
        let count = place == 0 ? 100 : Self.more
        let ids = try town.review(
          code, place * 100..<place * 100 + count, of: Town.agency(code), on: "2019-06-0\(place + 1)")
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        all += ids
      }
      try town.gather(town.bundle("441821"), town.bundle("441882"), town.bundle("441881"))
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 50_000)))
      // By day of receipt: the first hundred take all of it.
      try town.take([.commit], Array(all[..<100]), at: town.city, by: town.mayor)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 50_000)))
      for id in all[..<100] { #expect(town.city.state.file(id)?.filing.decided == Money(yuan: 500)) }
      for id in all[100...] { #expect(town.city.state.file(id)?.decision.outcome == .exhausted) }
    }
  }

  @Test func aPatentClaimedInTwoCountiesIsPaidOnce() throws {
    try inTown(["441881", "441882"]) { town in
      let first = try town.review("441881", [7], of: Town.agency("441881"), on: "2019-06-01")
      let second = try town.review("441882", [7], of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], first, at: town.county("441881"), by: town.head("441881"))
      try town.take([.handUp], second, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441881"), town.bundle("441882"))
      let conflict = try #require(town.city.joint?.conflicts.first { $0.kind == .sameKey })
      #expect(conflict.filings == first + second)
      // Neither is committed before the city has said which one stands.
      for id in first + second {
        #expect(throws: OfficeError.self) { try town.take([.commit], [id], at: town.city, by: town.mayor) }
      }
      let kept = try #require(town.city.state.origin(of: first[0])?.filing)
      let ruling = Ruling(
        conflict: conflict.id, verdict: .keep(kept), parties: conflict.parties, note: "英德先收")
      _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
      try town.take([.commit, .publish, .pay], first, at: town.city, by: town.mayor)
      #expect(throws: OfficeError.self) { try town.take([.commit], second, at: town.city, by: town.mayor) }
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
      #expect(town.city.state.file(first[0])?.standing == .paid)
    }
  }

  /// The later claimant may be the one that stands: it comes first among those of the key that nobody has decided.
  @Test func theLaterOfTwoClaimantsMayBeKept() throws {
    try inTown(["441881", "441882"]) { town in
      let first = try town.review("441881", [7], of: Town.agency("441881"), on: "2019-06-01")
      let second = try town.review("441882", [7], of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], first, at: town.county("441881"), by: town.head("441881"))
      try town.take([.handUp], second, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441881"), town.bundle("441882"))
      let conflict = try #require(town.city.joint?.conflicts.first { $0.kind == .sameKey })
      let kept = try #require(town.city.state.origin(of: second[0])?.filing)
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: conflict.id, verdict: .keep(kept), parties: conflict.parties, note: "连州代理"))),
        by: town.mayor)
      #expect(town.city.state.file(second[0])?.decision.award == Money(yuan: 500))
      #expect(town.city.state.file(first[0])?.decision.reasons == [.duplicate(second[0])])
      try town.take([.commit], second, at: town.city, by: town.mayor)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
    }
  }

  /// Bundles in any order, repeated, with a gap that is filled later, come to the same.
  @Test func theOrderOfSticksDoesNotMatter() throws {
    try inTown(["441881", "441882"]) { town in
      var bundles: [[UInt8]] = []
      for round in 0..<3 {
        for code in ["441881", "441882"] {
          let ids = try town.review(code, [round * 2 + (code == "441881" ? 0 : 1)], of: Town.agency(code))
          try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
          bundles.append(try town.bundle(code))
        }
      }
      for bundle in bundles { try town.gather(bundle) }
      let expected = town.city.exported()
      #expect(town.city.state.files.count == 6)
      for order in [[5, 4, 3, 2, 1, 0], [2, 5, 0, 0, 3, 1, 4], [4, 1, 5]] {
        let other = try Town(town.folder + "/other\(order.map(String.init).joined())")
        for code in ["441881", "441882"] {
          let enrolled = try #require(town.city.own.offices.office(code))
          let writer = try #require(enrolled.writer)
          _ = try other.city.save(
            .offices(.gather([], admitting: [.init(office: enrolled, writer: writer)])), by: other.mayor)
        }
        try copyKeys(from: town, to: other)
        for place in order { try other.gather(bundles[place]) }
        #expect(other.city.exported() == expected, "\(order)")
      }
    }
  }

  private func copyKeys(from town: Town, to other: Town) throws {
    for name in ["keys/sign", "keys/open"] {
      try other.city.journal.folder.makeFolderIfMissing("keys")
      try other.city.journal.folder.replace(name, with: try town.city.journal.folder.read(name))
    }
  }

  /// A later line of the county's raises a conflict, stops the payment, and never moves the amount.
  @Test func whatIsTouchedBehindAVerdictStopsThePayment() throws {
    try inTown(["441881"]) { town in
      let ids = try town.review("441881", [0], of: Town.agency("441881"))
      let county = try town.county("441881")
      try town.take([.handUp], ids, at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit, .publish], ids, at: town.city, by: town.mayor)
      var agency = Town.agency("441881")
      agency.account = "44009876543210"
      _ = try county.save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let conflict = try #require(town.city.joint?.conflicts.first { $0.kind == .moved })
      #expect(town.city.state.file(ids[0])?.filing.decided == Money(yuan: 500))
      #expect(throws: OfficeError.self) { try town.take([.pay], ids, at: town.city, by: town.mayor) }
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: conflict.id, verdict: .confirm, parties: conflict.parties, note: "账号已核对"))),
        by: town.mayor)
      try town.take([.pay], ids, at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.standing == .paid)
    }
  }

  /// Two machines that go on from one store: what they have in common counts, neither tail does.
  @Test func twoContinuationsOfOneHistoryAreNamed() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let backup = town.folder + "/b.backup"
      _ = try county.journal.backup(to: backup)
      _ = try town.review("441881", [1], of: Town.agency("441881"))
      let first = try town.bundle("441881")
      try town.gather(first)
      #expect(town.city.state.files.count == 2)
      // The other machine: the backup restored, with the office's keys.
      _ = try Journal.restore(backup, to: town.folder + "/clone", replaying: { _ in })
      let clone = try Offices.open(town.folder + "/clone", clock: Town.clock)
      for name in ["keys/sign", "keys/open"] {
        try clone.journal.folder.makeFolderIfMissing("keys")
        try clone.journal.folder.replace(name, with: try county.journal.folder.read(name))
      }
      _ = try clone.save(.receiveFiling(Offices.grant(2, of: "441881-A00001")), by: town.head("441881"))
      let other = try clone.bundle(all: false, isPlain: false, by: town.head("441881")).bytes
      try town.gather(other)
      let fork = try #require(town.city.joint?.conflicts.first { $0.kind == .fork })
      #expect(fork.ruling == nil)
      #expect(town.city.state.files.count == 1)
      guard case .fork(_, let known, _)? = town.city.waiting.first?.reason else {
        Issue.record("no fork waits")
        return
      }
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: fork.id, verdict: .forkKeep(known), parties: [], note: "第二台停用"))),
        by: town.mayor)
      #expect(town.city.state.files.count == 2)
    }
  }

  /// Two machines that both begin anew from one backup part in the first line of their segments: all before it counts.
  @Test func twoRestoresOfOneBackupKeepWhatTheyShare() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      _ = try town.review("441881", 0..<3, of: Town.agency("441881"))
      let backup = town.folder + "/b.backup"
      _ = try county.journal.backup(to: backup)
      for (place, name) in ["first", "second"].enumerated() {
        _ = try Journal.restore(backup, to: town.folder + "/" + name, replaying: { _ in })
        let machine = try Offices.open(town.folder + "/" + name, clock: Town.clock)
        try machine.journal.folder.makeFolderIfMissing("keys")
        for key in ["keys/sign", "keys/open"] {
          try machine.journal.folder.replace(key, with: try county.journal.folder.read(key))
        }
        _ = try machine.save(
          .receiveFiling(Offices.grant(10 + place, of: "441881-A00001")), by: town.head("441881"))
        try town.gather(machine.bundle(all: false, isPlain: false, by: town.head("441881")).bytes)
      }
      #expect(town.city.joint?.conflicts.contains { $0.kind == .fork } == true)
      #expect(town.city.state.files.count == 3)
    }
  }

  /// What a signed head claims of places is looked at like everything else.
  @Test func aPieceThatBeginsNowhereIsRefused() throws {
    try inTown(["441881"]) { town in
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      try town.gather(town.bundle("441881"))
      let office = try #require(town.city.own.offices.office("441881"))
      let writer = try #require(office.writer)
      let other = try #require(
        OtherJournal(town.city.journal.folder, store: writer.store, writer: writer.writer))
      let end = try #require(office.gathered?.end)
      let piece = JournalPiece(segment: "000001-000001.jsonl", start: -1, bytes: [0x7B])
      guard case .damaged = try other.judge([piece], behind: end, base: end) else {
        Issue.record("taken")
        return
      }
      let text = #"{"office":"1","store":"s","number":1,"head":"\#(end.head)","segment":1,"size":9,"#
      #expect(BundleHead(Array((text + #""first":[{"segment":"a","byte":0}]}"#).utf8)) != nil)
      #expect(BundleHead(Array((text + #""first":[{"segment":"a","byte":-1}]}"#).utf8)) == nil)
    }
  }

  /// A city opens as it was closed, and its whole store is checked.
  @Test func aCityOpensAgain() throws {
    try inTown(["441881", "441882"]) { town in
      for code in ["441881", "441882"] {
        let ids = try town.review(code, [code == "441881" ? 0 : 1], of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      try town.take(
        [.commit], town.city.state.files.map(\.filing.id), at: town.city, by: town.mayor)
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(again.exported() == town.city.exported())
      #expect(again.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
      let report = try OpenOffice.verify(town.folder + "/city", head: nil)
      #expect(report.findings.isEmpty)
      // A byte of a county's journal is found.
      let writer = try #require(town.city.own.offices.office("441881")?.writer?.writer)
      let name = "journal/\(writer)/000001-000001.jsonl"
      var bytes = try again.journal.folder.read(name)
      bytes[bytes.count / 2] ^= 1
      try again.journal.folder.replace(name, with: bytes)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).hasDamage)
      #expect(try Offices.open(town.folder + "/city", clock: Town.clock).journal.readOnly == .damage)
    }
  }

  /// Each desk is offered what is its own to do, and its worklist counts that alone.
  @Test func whatIsAnothersTurnIsNotOffered() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let (head, mayor) = (town.head("441881").name, town.mayor.name)
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], [ids[0]], at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      func steps(_ office: OpenOffice, _ name: String, _ id: String) throws -> [Step] {
        office.state.steps(offeredTo: name, for: try #require(office.state.file(id))).map(\.step)
      }
      #expect(try steps(county, head, ids[0]) == [.withdraw])
      #expect(try steps(county, head, ids[1]).contains(.handUp))
      #expect(try steps(town.city, mayor, ids[0]).contains(.commit))
      #expect(try steps(town.city, mayor, ids[1]).isEmpty)
      func turns(_ office: OpenOffice, _ name: String) -> [String] {
        let list = office.state.worklist(of: name, on: Offices.day("2019-12-20"), FilingFilter(), by: .turn)
        return list.numbers.prefix(list.own).map { office.state.files.id(of: $0) }
      }
      #expect(turns(county, head) == [ids[1]])
      #expect(turns(town.city, mayor) == [ids[0]])
    }
  }

  /// What an office signs and opens with leaves its folder by no file that it makes.
  @Test func keysAreInNoBackupAndInNoBundle() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let plain = try county.bundle(all: true, isPlain: true, by: town.head("441881")).bytes
      let path = folder + "/k.backup"
      _ = try county.journal.backup(to: path)
      let backup = try StoreFolder(folder).read("k.backup")
      for name in ["keys/sign", "keys/open"] {
        let key = try county.journal.folder.read(name)
        #expect(key.count == 32)
        for file in [plain, backup] { #expect(file.firstRange(of: key) == nil) }
      }
    }
  }

  /// An office that writes no more is not taken in, and a trial never among real offices.
  @Test func whoWasRetiredIsNotTakenIn() throws {
    try inTown(["441881"]) { town in
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let bundle = try town.bundle("441881")
      _ = try town.city.save(.offices(.retire(office: "441881", note: "撤并")), by: town.mayor)
      #expect(try town.gather(bundle).rows.map(\.outcome) == [.retired])
      #expect(town.city.state.files.isEmpty)
    }
  }

  /// A county under a city has its own part alone.
  @Test func aCountyLeavesToTheCityWhatIsTheCitys() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let head = town.head("441881")
      let ids = try town.review("441881", [0], of: Town.agency("441881"))
      func refused(_ command: Command) -> Refusal? {
        do throws(OfficeError) {
          _ = try county.save(command, by: head)
          return nil
        } catch {
          if case .refused(let refusal) = error { return refusal }
          return nil
        }
      }
      #expect(
        refused(.step(StepRequest(.approve, [county.state.row(ids[0])]))) == .step(.cityDecides(.approve)))
      #expect(
        refused(.chooseReading(reading: "share-base", option: "increment", note: "试"))
          == .offices(.cityChooses))
      try town.take([.handUp], ids, at: county, by: head)
      var changed = try #require(county.state.file(ids[0])?.filing)
      changed.inputs = []
      #expect(refused(.changeFiling(changed)) == .filingIsHandedUp(ids[0]))
      // Until it is bundled it can be taken back.
      var undo = StepRequest(.undo, [county.state.row(ids[0])])
      undo.note = "误报"
      _ = try county.save(.step(undo), by: head)
      try town.take([.handUp], ids, at: county, by: head)
      _ = try town.bundle("441881")
      undo.rows = [county.state.row(ids[0])]
      #expect(refused(.step(undo)) == .step(.alreadyBundled))
    }
  }
}
