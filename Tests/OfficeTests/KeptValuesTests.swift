import CaseModel
import Glibc
import Interchange
import SubsidyRules
import Testing

@testable import Casework
@testable import Journal
@testable import Office

/// Whatever a snapshot keeps is compared: a value changed in it is found.
@Suite struct KeptValuesTests {
  private func image(_ state: OfficeState) -> [UInt8] {
    var bytes: [UInt8] = []
    StateImage.write(state, program: ProgramIdentity.text) { bytes += $0 }
    return bytes
  }

  /// An office with something of every kind that is kept.
  private func office(_ path: String) throws -> OpenOffice {
    let (office, _) = try Offices.makeWithFiling(path)
    for person in RandomCommands.people { _ = try office.save(.addOperator(person), by: Offices.supervisor) }
    _ = try office.save(.receiveFilings((800..<804).map { Offices.grant($0) }), by: Offices.clerk)
    var old = Offices.grant(900)
    (old.id, old.stage, old.decided) = ("OLD", .paid, Money(yuan: 500))
    old.received = Offices.day("2017-12-05")
    old.inputs[1].value = .text("2017-11-07")
    _ = try office.save(.importCases(applicants: [], filings: [old]), by: Offices.supervisor)
    _ = try office.save(
      .chooseReading(reading: "share-base", option: "increment", note: "局务会"), by: Offices.supervisor)
    let head = Applicant(id: "HEAD", name: "总所", kind: .agency, district: "441802")
    _ = try office.save(.enterApplicant(head), by: Offices.clerk)
    var branch = Offices.agency
    branch.parent = head.id
    let since = ParentSince.day(Offices.day("2017-12-01"))
    _ = try office.save(.changeApplicant(branch, since: since), by: Offices.clerk)
    for _ in 0..<2 {
      let sums = office.state.yearSums(of: 2017)
      _ = try office.save(.sealYear(2017, note: "年结", seen: sums), by: Offices.supervisor)
      _ = try office.save(.unsealYear(2017, note: "更正"), by: Offices.supervisor)
    }
    _ = try office.save(.retireOperator("孙复核", note: "调离"), by: Offices.supervisor)
    var commands = RandomCommands(seed: 7)
    // Until there is what comes seldom.
    var isEnough = false
    for number in 0..<600 where number < 120 || !isEnough {
      commands.give(commands.next(office.state), to: office)
      isEnough =
        office.state.files.contains { $0.history.contains { $0.deed.isTick } }
        && office.state.house.operators.contains { $0.pin != nil }
    }
    // What was taken over as approved can be listed to be paid.
    let due = (0..<2).map { number in
      var approved = Offices.grant(950 + number)
      (approved.id, approved.stage, approved.decided) = ("DUE-\(number)", .published, Money(yuan: 500))
      return approved
    }
    _ = try office.save(.importCases(applicants: [], filings: due), by: Offices.supervisor)
    var renamed = head
    renamed.name = "总所更名"
    _ = try office.save(.changeApplicant(renamed), by: Offices.clerk)
    let period = OfficePeriod(kind: .recovery, count: 30, from: Offices.day("2030-01-01"), note: "局务会")
    _ = try office.save(.setPeriods([period]), by: Offices.supervisor)
    let later = Clock(today: CivilDate(year: 2019, month: 6, day: 3)) { Int(time(nil)) + 40 * 86_400 }
    _ = try Offices.open(path, clock: later).save(.receiveFiling(Offices.grant(901)), by: Offices.clerk)
    // A week behind the day on which names were given.
    let then = try Offices.open(path, clock: Clock(today: CivilDate(year: 2019, month: 6, day: 10)))
    var payee = try #require(then.state.applicant(Offices.agency.id))
    payee.bank = "清远农商行"
    _ = try then.save(.changeApplicant(payee), by: Offices.clerk)
    for filing in due {
      let request = StepRequest(.batch, [then.state.row(filing.id)])
      _ = try then.save(.step(request), by: SignedIn(name: "周主管"))
    }
    try tellPersons(then)
    try gatherSomething(then)
    try approveInDoubt(then)
    return office
  }

  /// A line with every doubt that an approval can keep.
  private func approveInDoubt(_ office: OpenOffice) throws {
    let saved = try office.save(.receiveFiling(Offices.grant(960)), by: Offices.clerk)
    guard case .filingReceived(let filing, _)? = saved?.changes.first else { throw Offices.Missing() }
    let steps = [
      StepTaken(.accept, day: filing.received), StepTaken(.review, day: filing.received),
      StepTaken(
        .approve, day: filing.received,
        detail: .approval(Approval(amount: Money(yuan: 500), doubts: RandomFiles.doubts))),
    ]
    let save = Transaction(
      by: "孙复核", at: "2019-06-10T03:00:00Z", policy: office.state.policyHash,
      changes: steps.map { .stepped(filing: filing.id, $0) })
    try office.journal.append(TransactionLine.write(save))
  }

  /// Words of each kind on who is who.
  private func tellPersons(_ office: OpenOffice) throws {
    for id in ["TWIN1", "TWIN2"] {
      let twin = Applicant(id: id, name: id, kind: .individual, district: "441802")
      _ = try office.save(.enterApplicant(twin), by: Offices.clerk)
    }
    for verdict in [PersonWord.Verdict.link, .distinct, .withdraw] {
      let word = PersonWord(verdict, ["TWIN1", "TWIN2"], note: "身份证")
      let seen = office.state.consequences(of: word)
      _ = try office.save(.tellPersons(word, seen: seen), by: Offices.supervisor)
    }
  }

  /// What a city has of others, as far as it takes no journal of theirs.
  private func gatherSomething(_ city: OpenOffice) throws {
    let ids = (0..<4).map { String(repeating: String($0), count: 32) }
    let enrolled = EnrolledOffice(name: "连州", district: "441882", letter: "B", enrolment: ids[0])
    let writer = OfficeWriter(store: ids[1], writer: ids[2], signing: "s", opening: "o", isTrial: true)
    let record = LineName(epoch: 1, sequence: 9, link: ids[3])
    let filing = OfficeFiling(writer: ids[2], id: "441882B-2019-000001")
    let verdicts: [Ruling.Verdict] = [
      .link, .distinct, .keep(filing), .head(OfficeRecord(writer: ids[2], id: "A1")), .confirm, .noted,
      .forkKeep("0f"), .void, .map("441802"),
    ]
    let step = CityStep(
      filing: filing, basis: Basis(filing: record, applicant: record, rules: ids[0]),
      step: StepTaken(.sendBack, day: Offices.day("2019-06-03"), note: "请核对"))
    var back = step
    (back.by, back.at, back.epoch, back.sequence) = ("主管", "2019-06-03T01:00:00Z", 1, 3)
    let partings = [
      PartedHistory(writer: ids[2], after: record, known: "0f", other: "1f", bundle: 3, file: ids[3]),
      PartedHistory(writer: ids[2], after: nil, known: "", other: "2f", bundle: nil, file: ids[1]),
    ]
    let commands: [OfficesCommand] =
      [.enrol(enrolled), .admit(enrolment: ids[0], writer)]
      + verdicts.map {
        .rule(
          Ruling(conflict: "K4-0", verdict: $0, parties: [OfficeRecord(writer: ids[2], id: "A1")], note: "已核")
        )
      } + [
        .gather([], parting: partings, admitting: []), .decide([step], own: []), .recall([back]),
        .reply(office: "441882B", number: 1),
      ]
      // Given back is only a year that is not sealed here; the commands may have sealed 2017.
      + [
        .acceptClose(office: "441882B", YearClose(year: 2018, seal: 3)),
        .returnClose(office: "441882B", YearClose(year: 2016, seal: 2, note: "漏报")),
      ]
    for command in commands { _ = try city.save(.offices(command), by: Offices.supervisor) }
  }

  /// What a county has from its city, which no store that gathers others can be told.
  private func tellAsTheCity(_ state: inout OfficeState) {
    let holidays = WorkCalendar([
      2019: .init(off: [Offices.day("2019-05-01")], work: [Offices.day("2019-05-05")])
    ])
    let news = News(
      id: "N7", kind: .patentInvalid, number: "201810000001", day: Offices.day("2019-04-01"), paper: "决定书",
      applicants: ["TWIN1"]
    ).told(from: .init(office: "441800", id: "N7", isCity: true), by: "主管", at: "2019-04-01T01:00:00Z")
    state.fold(
      Transaction(
        by: "主管", at: state.folded.lastAt ?? "", policy: state.policyHash,
        changes: [.offices(.holidaysTold(holidays)), .offices(.newsTold([news]))]))
  }

  /// Each byte of what a snapshot keeps of a state that has something of every kind, one after another: whatever reads
  /// as another value is found, or nothing is read (every thirty-first, all where there is time).
  @Test func everyChangedByteIsFound() throws {
    try Offices.withScratch { folder in
      let made = try office(folder + "/s")
      // As a snapshot would be written of the journal alone.
      var truth = try Offices.open(made.path, usingSnapshot: false).state
      tellAsTheCity(&truth)
      expectEveryKind(truth)
      truth.standTogether()
      let original = image(truth)
      func state(_ bytes: [UInt8]) -> OfficeState? {
        StateImage(bytes)?.state(policies: truth.given.policies, pinyin: PinyinTable())
      }
      #expect(state(original).map { $0.differing(from: truth) } == [])
      // Which program wrote it says only that its awards are worked out anew.
      let program = try #require(original.firstRange(of: Array(ProgramIdentity.text.utf8)))
      var (unfound, found) = ([Int](), 0)
      for place in stride(from: 0, to: original.count, by: Offices.isLong ? 1 : 31)
      where !program.contains(place) {
        // Of the bits, the first with which something can still be read.
        for bit in 0..<8 {
          var forged = original
          forged[place] ^= 1 << UInt8(bit)
          guard let read = state(forged) else { continue }
          if read.differing(from: truth).isEmpty { unfound.append(place) } else { found += 1 }
          break
        }
      }
      #expect(unfound.isEmpty, "\(unfound.count) of \(original.count): \(around(unfound, in: original))")
      #expect(
        found > original.count / (Offices.isLong ? 2 : 62), "\(found) of \(original.count) could be read")
    }
  }

  /// An entry of the table of ids that leads to another filing loses its own to every search by id: such an image is refused.
  @Test func everyEntryOfTheTableOfIdsIsHeld() throws {
    try Offices.withScratch { folder in
      let (made, _) = try Offices.makeWithFiling(folder + "/s")
      _ = try made.save(.receiveFilings((800..<804).map { Offices.grant($0) }), by: Offices.clerk)
      let truth = made.state
      let original = image(truth)
      let table = truth.files.idPlaces.withUnsafeBytes { Array($0) }
      let start = try #require(original.firstRange(of: table)).lowerBound
      #expect(StateImage(original)?.state(policies: truth.given.policies, pinyin: PinyinTable()) != nil)
      let taken = truth.files.idPlaces.indices.filter { truth.files.idPlaces[$0] != 0 }
      #expect(taken.count == truth.files.count)
      for entry in taken {
        for another in 1...UInt8(truth.files.count) where another != table[4 * entry] {
          var forged = original
          forged[start + 4 * entry] = another
          let read = StateImage(forged)?.state(policies: truth.given.policies, pinyin: PinyinTable())
          #expect(read == nil, "entry \(entry) leads to \(another)")
        }
      }
    }
  }

  private func around(_ places: [Int], in bytes: [UInt8]) -> [String] {
    places.prefix(12).map { place in
      let part = bytes[max(0, place - 24)..<min(bytes.count, place + 24)]
      return "\(place): " + String(decoding: part.map { $0 < 32 || $0 > 126 ? 46 : $0 }, as: UTF8.self)
    }
  }

  private func expectEveryKind(_ truth: OfficeState) {
    let steps = truth.files.flatMap(\.history).map(\.deed)
    let operators = truth.house.operators
    for (name, isThere) in [
      ("news", !truth.books.news.isEmpty),
      ("told", truth.books.news.contains { $0.origin?.isCity == true }),
      ("holidays", !truth.offices.holidays.isEmpty), ("register", !truth.books.register.records.isEmpty),
      ("struck", truth.books.register.records.contains { $0.struckOut != nil }),
      ("former", !truth.people.formerNames.isEmpty), ("periods", !truth.house.periods.isEmpty),
      ("batches", truth.books.batches.count > 1), ("words", truth.people.words.count > 2),
      ("enrolled", truth.offices.enrolled.count == 1),
      ("partings", truth.offices.partings.count == 2),
      ("rulings", truth.offices.rulings.count == 9), ("city steps", truth.offices.steps.count == 2),
      ("recalled", truth.offices.recalledSteps.count == 1),
      ("seals", !truth.books.seals.isEmpty),
      ("opened", truth.books.seals.contains { $0.opening != nil }),
      ("rules", !truth.rules.changes.isEmpty), ("readings", !truth.rules.choices.isEmpty),
      ("changes", !truth.people.changes.isEmpty), ("caps", !truth.sums.capUses.isEmpty),
      ("parents", !truth.people.parentChanges.isEmpty),
      ("further", truth.files.contains { !$0.received.further.isEmpty }),
      ("serials", !truth.house.serials.isEmpty), ("jumps", !truth.folded.clockJumps.isEmpty),
      ("pin", operators.contains { $0.pin != nil }), ("code", operators.contains { $0.code != nil }),
      ("sponsors", operators.contains { !$0.sponsors.isEmpty }),
      ("retired", operators.contains { $0.isRetired }),
      ("filings", truth.files.count > 5), ("taken over", truth.files.contains { $0.isTakenOver }),
      ("marks", truth.files.contains { !$0.marks.isEmpty }),
      ("warnings", truth.files.contains { !$0.decision.reasons.isEmpty }),
      (
        "doubts",
        steps.contains { if case .stepped(let step) = $0 { !step.doubts.isEmpty } else { false } }
      ),
      ("steps", steps.contains { if case .stepped = $0 { true } else { false } }),
      ("ticks", steps.contains(where: \.isTick)),
    ] { #expect(isThere, "\(name)") }
  }

  /// A new property is kept, or worked out from what is.
  @Test func everyPropertyOfAStateIsKeptOrWorkedOut() throws {
    let state = OfficeState(policy: try PolicyShelf.read(Offices.policy(), file: "policies"))
    let workedOut: Set = [
      "policy", "search", "folded.version", "sums.byYear", "given.calendar", "given.tariff",
      "sums.ledgerHolder",
      "people.numbers", "folded.isReplaying", "people.areUnitsOld", "given.isGathered", "given.linksOfOwn",
      "given.advice", "joint.otherEyes",
    ]
    // The last two say whose part of several offices is looked at.
    let apart: Set = ["given.policies", "files", "joint.shownOffice", "joint.shownApplicants"]
    let groups: Set = ["rules", "house", "people", "sums", "books", "joint", "folded", "given"]
    let properties = Set(
      Mirror(reflecting: state).children.flatMap { label, value in
        guard let label, groups.contains(label) else { return [label].compactMap(\.self) }
        return Mirror(reflecting: value).children.compactMap { $0.label.map { "\(label).\($0)" } }
      })
    #expect(properties == workedOut.union(apart).union(KeptPart.all.map(\.name)))
  }
}

extension Deed {
  fileprivate var isTick: Bool { if case .papersTicked = self { true } else { false } }
}
