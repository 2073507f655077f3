import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// Of a fork either tail is kept, whichever came first, with all that follows: the city comes to what it comes to where
/// that tail alone had come, the other lies in `inbox/` and goes back as drafts, and nothing is lost on the disk. Source:
/// offices.md, Conflicts, 3.
@Suite struct CityForkKeptTests {
  private static let code = "441881"

  /// A county and a machine that was restored from its backup of before the last `lines` saves, so many times before
  /// anybody wrote there, each with filings of its own, by what both send: first a bundle each, later another.
  private func inTown(
    lines: Int = 0, restores: Int = 1,
    _ work: (_ town: Town, _ city: String, _ office: OpenOffice, _ machine: OpenOffice) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let city = folder + "/city.backup"
      _ = try town.review(Self.code, [0, 1], of: Town.agency(Self.code))
      _ = try town.city.journal.backup(to: city)
      let backup = folder + "/county.backup"
      _ = try county.journal.backup(to: backup)
      for place in 0..<lines {
        try town.take([.handUp], [county.own.files[place].filing.id], at: county, by: town.head(Self.code))
      }
      var machine = try town.restored(backup, as: "machine", keysOf: county)
      for number in 1..<restores {
        _ = try machine.journal.backup(to: "\(backup)-\(number)")
        machine = try town.restored("\(backup)-\(number)", as: "machine-\(number)", keysOf: county)
      }
      try work(town, city, county, machine)
    }
  }

  private func file(_ patent: Int, at office: OpenOffice, _ town: Town) throws -> [UInt8] {
    let head = town.head(Self.code)
    _ = try office.save(.receiveFiling(Offices.grant(patent, of: "441881-A00001")), by: head)
    return try office.bundle(all: false, isPlain: false, by: head).bytes
  }

  private func keep(_ tail: String, at city: OpenOffice, _ town: Town) throws {
    _ = try city.save(.offices(.rule(try word(tail, at: city))), by: town.mayor)
  }

  private func word(_ tail: String, at city: OpenOffice) throws -> Ruling {
    let forks = (city.joint?.conflicts ?? []).filter { $0.kind == .fork }
    #expect(forks.count == 1)
    return Ruling(conflict: try #require(forks.first).id, verdict: .forkKeep(tail), parties: [], note: "已核")
  }

  /// The tails that the city has found, the one in its store first.
  private func tails(_ city: OpenOffice) throws -> [String] {
    guard case .fork(_, let known, let other)? = city.waiting.first(where: \.isFork)?.reason else {
      throw Offices.Missing()
    }
    return [known, other]
  }

  private func isWhole(_ city: OpenOffice) throws {
    let found = try OpenOffice.verify(city.path, head: nil).findings.filter { !$0.isOrdinary }
    #expect(found.isEmpty, "\(found)")
    let again = try Offices.open(city.path, clock: Town.clock)
    #expect(again.journal.readOnly == nil && CityOutcome(again) == CityOutcome(city))
  }

  /// The city as it is where one tail alone has come.
  private func alone(_ files: [[UInt8]], _ backup: String, _ name: String, _ town: Town) throws -> CityOutcome
  {
    let city = try town.city(from: backup, as: name)
    for file in files { try town.gather([file], at: city) }
    return CityOutcome(city, besides: [.fork])
  }

  @Test(arguments: [0, 2]) func eitherTailIsKeptWhicheverCameFirst(lines: Int) throws {
    try inTown(lines: lines) { town, backup, county, machine in
      let (office, other) = (try file(2, at: county, town), try file(3, at: machine, town))
      let (later, otherLater) = (try file(4, at: county, town), try file(5, at: machine, town))
      let ofOffice = try alone([office, later], backup, "a", town)
      let ofMachine = try alone([other, otherLater], backup, "b", town)
      #expect(ofOffice != ofMachine)
      for isOfficeFirst in [true, false] {
        for keepsFirst in [true, false] {
          let city = try town.city(from: backup, as: "c\(isOfficeFirst)\(keepsFirst)")
          for bytes in isOfficeFirst ? [office, other] : [other, office] {
            try town.gather([bytes], at: city)
          }
          #expect(city.state.files.count == 2)
          let writer = county.journal.identity.writer
          #expect(city.state.filesThatWait(of: writer).count == 1)
          let both = try tails(city)
          try keep(keepsFirst ? both[0] : both[1], at: city, town)
          #expect(city.state.files.count == 3)
          // The other one lies there, waits for nothing, and the fork is known by the name that it had.
          #expect(try tails(city) == (keepsFirst ? both : both.reversed()))
          #expect(city.joint?.conflicts.contains { $0.kind == .fork && $0.ruling == nil } == false)
          #expect(city.state.filesThatWait(of: writer).isEmpty)
          try isWhole(city)
          for bytes in isOfficeFirst ? [later, otherLater] : [otherLater, later] {
            try town.gather([bytes], at: city)
          }
          #expect(CityOutcome(city, besides: [.fork]) == (isOfficeFirst == keepsFirst ? ofOffice : ofMachine))
          try isWhole(city)
          // All that either has said lies in a backup.
          let kept = town.folder + "/kept\(isOfficeFirst)\(keepsFirst)"
          _ = try city.journal.backup(to: kept)
          let restored = try town.city(from: kept, as: "r\(isOfficeFirst)\(keepsFirst)")
          _ = try restored.followInbox()
          let again = try Offices.open(restored.path, clock: Town.clock)
          #expect(CityOutcome(again) == CityOutcome(city))
          #expect(try again.filingsToReturn(to: county.journal.identity.writer).count == 2)
        }
      }
    }
  }

  /// While nobody has ruled, what is said of the fork, and as of which records the reports are, is the same whichever tail
  /// came first. Source: offices.md, Tests.
  @Test func anOpenForkIsSaidTheSameInBothOrders() throws {
    try inTown { town, backup, county, machine in
      let files = [try file(2, at: county, town), try file(3, at: machine, town)]
      var said: Set<[String]> = []
      for isOfficeFirst in [true, false] {
        let city = try town.city(from: backup, as: "s\(isOfficeFirst)")
        for bytes in isOfficeFirst ? files : files.reversed() { try town.gather([bytes], at: city) }
        let fork = try #require(city.joint?.conflicts.first { $0.kind == .fork })
        let heads = city.state.countedHeads
        // The record that both have, and neither of what they go on with.
        let after = try #require(city.own.offices.partings.first?.after)
        #expect(heads.count == 1 && heads.allSatisfy { $0.contains("/\(after.sequence)/\(after.link)") })
        #expect(try tails(city).allSatisfy { fork.subject.replacing("-", with: "").contains($0) })
        said.insert([fork.id, fork.subject] + heads)
      }
      #expect(said.count == 1)
    }
  }

  /// The city's last word holds, as often as it is given; also where what the machine has behind the last record of both
  /// begins with segments in which nothing was written.
  @Test(arguments: 1...3) func theCityMayKeepTheOtherAfterAll(restores: Int) throws {
    try inTown(restores: restores) { town, backup, county, machine in
      let (office, other) = (try file(2, at: county, town), try file(3, at: machine, town))
      let expected = [
        try alone([office], backup, "a", town), try alone([other], backup, "b", town),
      ]
      for bytes in [office, other] { try town.gather([bytes], at: town.city) }
      let both = try tails(town.city)
      for place in [0, 1, 0, 1, 1, 0] {
        try keep(both[place], at: town.city, town)
        #expect(CityOutcome(town.city, besides: [.fork]) == expected[place])
        try isWhole(town.city)
      }
    }
  }

  /// Two machines that were restored from one backup begin with the same line, and a third office's history does not: a word
  /// for that line is none between the two, and what does not count stands in an open conflict.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 2, 0], [2, 1, 0]])
  func whatDoesNotCountIsOpenAmongThree(order: [Int]) throws {
    try inTown(restores: 2) { town, backup, county, machine in
      let third = try town.restored(town.folder + "/county.backup-1", as: "third", keysOf: county)
      let files = [
        try file(2, at: county, town), try file(3, at: machine, town), try file(4, at: third, town),
      ]
      let expected = try files.indices.map { try alone([files[$0]], backup, "alone-\($0)", town) }
      for place in order { try town.gather([files[place]], at: town.city) }
      for place in 0..<3 {
        for last in [false, true] {
          for _ in 0..<4 {
            guard let fork = town.open(.fork).first else { break }
            let choices = (town.city.joint?.choices(on: fork) ?? []).compactMap { choice -> Ruling.Verdict? in
              if case .verdict(let verdict) = choice { verdict } else { nil }
            }
            try town.rule(fork, try #require(last ? choices.last : choices.first))
            let isCut = town.city.others.contains { $0.limit != nil }
            #expect(isCut == !town.open(.fork).isEmpty, "\(order) \(place)")
            try isWhole(town.city)
          }
          #expect(town.open(.fork).isEmpty)
          #expect(expected.contains(CityOutcome(town.city, besides: [.fork])))
          try town.gather([files[place]], at: town.city)
          #expect(town.city.others.contains { $0.limit != nil } == !town.open(.fork).isEmpty)
        }
      }
    }
  }

  /// Killed behind the city's word and before the tail is taken in: what all have counts, and the next gathering goes on.
  @Test func theWordAloneLeavesTheCityWhole() throws {
    try inTown { town, backup, county, machine in
      let (office, other) = (try file(2, at: county, town), try file(3, at: machine, town))
      let expected = try alone([other], backup, "b", town)
      for bytes in [office, other] { try town.gather([bytes], at: town.city) }
      let both = try tails(town.city)
      _ = try town.city.say(try word(both[1], at: town.city), by: town.mayor, expecting: nil)
      #expect(town.city.state.files.count == 2)
      try isWhole(town.city)
      #expect(town.city.joint?.conflicts.contains { $0.kind == .fork && $0.ruling == nil } == false)
      let again = try Offices.open(town.city.path, clock: Town.clock)
      // Whatever the store had behind is no continuation of what counts now, also where it comes once more.
      try town.gather([office], at: again)
      #expect(CityOutcome(again, besides: [.fork]) == expected)
      #expect(try again.filingsToReturn(to: county.journal.identity.writer).count == 1)
      try isWhole(again)
    }
  }

  /// What the store had had of the tail that is not kept goes back to the machine that is; the other one is told nothing.
  @Test func whatTheStoreHadGoesBackToTheMachineThatIsKept() throws {
    try inTown { town, _, county, machine in
      try town.gather([try file(2, at: county, town)], at: town.city)
      let lost = try #require(county.own.files.last).filing
      try town.gather([try file(3, at: machine, town)], at: town.city)
      try keep(try tails(town.city)[1], at: town.city, town)
      let reply = try town.city.reply(to: Self.code, by: town.mayor)
      #expect(reply.returned == 1)
      let arrived = try machine.reply(reply.bytes)
      #expect(arrived.returned.map(\.filing) == [lost])
      _ = try machine.take(arrived, by: town.head(Self.code)) { UnsavedWork(receipt: $0.filing.id) }
      #expect(machine.own.offices.taken?.acknowledged?.sequence == machine.journal.head.sequence - 1)
      #expect(machine.drafts(of: town.head(Self.code)).leftBehind().map(\.work.receipt) == [lost.id])
      #expect(throws: OfficeError.self) { try county.reply(reply.bytes) }
      // And it goes on.
      try town.gather([try file(4, at: machine, town)], at: town.city)
      #expect(town.city.state.files.count == 4)
    }
  }

  /// What the tail that is left out did to filings that both have comes back in no draft: the reply names it, once, and
  /// again where that reply itself is read again; what the office has done too is not named.
  @Test func whatTheLostTailDidToSharedFilingsIsNamed() throws {
    try inTown { town, _, county, machine in
      let head = town.head(Self.code)
      let ids = county.own.files.map(\.filing.id)
      try town.take([.handUp], ids, at: machine, by: head)
      var request = StepRequest(.withdraw, [machine.state.row(ids[1])])
      (request.paper, request.note) = ("撤回申请书", "申请人来件")
      _ = try machine.save(.step(request), by: head)
      try town.take([.handUp], [ids[0]], at: county, by: head)
      try town.gather([try file(3, at: machine, town)], at: town.city)
      try town.gather([try county.bundle(all: false, isPlain: false, by: head).bytes], at: town.city)
      #expect(try town.city.reply(to: Self.code, by: town.mayor).toRedo == 0)
      try keep(try tails(town.city)[1], at: town.city, town)
      let reply = try town.city.reply(to: Self.code, by: town.mayor)
      #expect(reply.toRedo == 2 && reply.returned == 1)
      let arrived = try county.reply(reply.bytes)
      func told(_ saves: [Transaction]) -> [String] {
        saves.flatMap(\.changes).map { change in
          if case .stepped(let id, let step) = change { "\(id) \(step.step)" } else { "\(change)" }
        }
      }
      #expect(told(arrived.redo) == ["\(ids[1]) handUp", "\(ids[1]) withdraw"])
      #expect(arrived.redo.allSatisfy { $0.by == head.name })
      _ = try county.take(arrived, by: head)
      #expect(told(try county.reply(reply.bytes).redo) == told(arrived.redo))
      let next = try town.city.reply(to: Self.code, by: town.mayor).bytes
      #expect(try county.reply(next).redo.isEmpty)
    }
  }

  /// 14: what is kept of a fork is held against its cover like any other bundle; the other tail that waits is no reason.
  @Test func aCoverIsComparedBehindTheCitysWord() throws {
    try inTown { town, _, county, machine in
      for bytes in [try file(2, at: county, town), try file(3, at: machine, town)] {
        try town.gather([bytes], at: town.city)
      }
      #expect(town.open(.cover).isEmpty)
      try keep(try tails(town.city)[0], at: town.city, town)
      #expect(town.open(.cover).isEmpty)
      // Four grants of 500 yuan each are there; the paper says five.
      let typed = [Self.code: [CoverLine(item: "agency-grant", filings: 5, award: Money(yuan: 2000))]]
      let later = OpenOffice.GatherInput.bundle(name: "报送件", bytes: try file(4, at: county, town))
      _ = try town.city.gather(try town.city.rehearse([later], covers: typed), by: town.mayor)
      #expect(town.open(.cover).map(\.filings.count) == [4])
    }
  }

  /// What was known on a day before the city ruled otherwise is known of that day for good.
  @Test func thePastIsWhatWasKnownThen() throws {
    try inTown { town, _, county, machine in
      try town.gather([try file(2, at: county, town)], at: town.city)
      let (then, place) = (town.city.exported(), town.city.journal.head.sequence + 1)
      try town.gather([try file(3, at: machine, town)], at: town.city)
      try keep(try tails(town.city)[1], at: town.city, town)
      #expect(town.city.exported() != then)
      let past = try town.city.past(.before(place)).state
      #expect(past.files.count == 3)
      #expect(past.files.map(\.filing.id) == county.own.files.map(\.filing.id))
    }
  }
}
