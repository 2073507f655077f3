import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What a city decided on lines that do not count reaches no county, and takes no effect where a reply has brought it. Source:
/// offices.md, Basis and verdict: a verdict takes effect where the lines of its basis stand in that writer's counted chain.
@Suite struct CitySuspendedTests {
  private static let code = "441881"

  /// A county and a machine restored from its backup, which both hand the third of four filings up, each in a line of its
  /// own; before, the first was handed up and committed, and the second handed up.
  private func inTown(
    _ work: (_ town: Town, _ office: OpenOffice, _ machine: OpenOffice, _ ids: [String]) throws -> Void
  ) throws {
    try Town.within(Self.code, reviewed: 0..<4) { town, county, ids in
      try town.take([.handUp], Array(ids[..<2]), at: county, by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take(reply: Self.code)
      let machine = try town.machine(beside: county)
      for office in [county, machine] {
        try town.take([.handUp], [ids[2]], at: office, by: town.head(Self.code))
      }
      try work(town, county, machine, ids)
    }
  }

  private func gather(_ office: OpenOffice, _ town: Town) throws {
    let bytes = try office.bundle(all: false, isPlain: false, by: town.head(Self.code)).bytes
    try town.gather([bytes], at: town.city)
  }

  /// Keeps the tail that is in the store, or the one that waits beside it.
  private func keep(isInStore: Bool, _ town: Town) throws {
    guard case .fork(_, let known, let other)? = town.city.waiting.first(where: \.isFork)?.reason else {
      throw Offices.Missing()
    }
    let fork = try #require((town.city.joint?.conflicts ?? []).first { $0.kind == .fork })
    let verdict = Ruling.Verdict.forkKeep(isInStore ? known : other)
    let word = Ruling(conflict: fork.id, verdict: verdict, parties: [], note: "已核")
    _ = try town.city.save(.offices(.rule(word)), by: town.mayor)
  }

  private func standings(_ office: OpenOffice, _ ids: [String]) -> [Standing?] {
    ids.map { office.state.file($0)?.standing }
  }

  @Test func whatStandsOnAnotherMachinesLinesIsNotTold() throws {
    try inTown { town, county, machine, ids in
      func untold() -> [String] { town.city.untoldSteps(of: Self.code).map(\.filing.id) }
      try gather(machine, town)
      try town.take([.commit], [ids[1], ids[2]], at: town.city, by: town.mayor)
      try gather(county, town)
      #expect(untold() == [ids[1]])
      try keep(isInStore: false, town)
      #expect(standings(town.city, [ids[2]]) == [.handedUp] && untold() == [ids[1]])
      // There and back.
      try keep(isInStore: false, town)
      #expect(standings(town.city, [ids[2]]) == [.approved] && untold() == [ids[1], ids[2]])
      try keep(isInStore: false, town)
      try town.take(reply: Self.code)
      #expect(standings(county, ids) == [.approved, .approved, .handedUp, .reviewed])
      #expect(standings(county, ids) == standings(town.city, ids))
      // Decided anew it reaches the county.
      try town.take([.commit], [ids[2]], at: town.city, by: town.mayor)
      try town.take(reply: Self.code)
      #expect(standings(county, ids) == [.approved, .approved, .approved, .reviewed])
      #expect(standings(county, ids) == standings(town.city, ids))
    }
  }

  /// A reply as they were written before brought such a step: the county that took it stands as the city sees it, also
  /// when its journal is read again.
  @Test(arguments: [[Step.commit], [.sendBack], [.commit, .publish]])
  func whatAReplyBroughtOfItTakesNoEffect(_ steps: [Step]) throws {
    try inTown { town, county, machine, ids in
      try gather(machine, town)
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      try town.take(steps, [ids[2]], at: town.city, by: town.mayor)
      let stray = try town.city.whole(town.city.own.offices.steps)
      #expect(stray.count == steps.count + 2)
      try gather(county, town)
      try keep(isInStore: false, town)
      let bytes = try town.city.reply(to: Self.code, by: town.mayor).bytes
      var arrived = try county.reply(bytes)
      #expect(arrived.reply.steps.map(\.filing.id) == [ids[1]])
      arrived.reply.steps = stray
      _ = try county.take(arrived, by: town.head(Self.code))
      let expected: [Standing?] = [.approved, .approved, .handedUp, .reviewed]
      #expect(standings(town.city, ids) == expected)
      #expect(standings(county, ids) == expected)
      for usesSnapshot in [true, false] {
        let again = try OpenOffice.open(
          county.path, pinyin: PinyinTable(), clock: Town.clock, usingSnapshot: usesSnapshot)
        #expect(standings(again, ids) == expected)
        #expect(again.own.differing(from: county.own).isEmpty)
      }
      // Taken once more it moves nothing, and the next one goes on.
      #expect(try county.take(arrived, by: town.head(Self.code)) == nil)
      try gather(county, town)
      #expect(town.open(.cover).isEmpty && standings(town.city, ids) == expected)
      try town.take([.commit], [ids[2]], at: town.city, by: town.mayor)
      try town.take(reply: Self.code)
      #expect(standings(county, ids) == [.approved, .approved, .approved, .reviewed])
      #expect(county.own.file(ids[2])?.filing.decided == Money(yuan: 500))
    }
  }

  /// One save of the city's is about a filing that both tails have and about one on a line of a tail: while the fork is
  /// open the reply brings the one, and the other when its line counts again.
  @Test func ofOneSaveEachIsToldWhenItsLineCounts() throws {
    try inTown { town, county, machine, ids in
      try gather(county, town)
      try town.take([.commit], [ids[1], ids[2]], at: town.city, by: town.mayor)
      try gather(machine, town)
      #expect(town.open(.fork).count == 1)
      #expect(town.city.untoldSteps(of: Self.code).map(\.filing.id) == [ids[1]])
      try town.take(reply: Self.code)
      #expect(standings(county, ids) == [.approved, .approved, .handedUp, .reviewed])
      try keep(isInStore: true, town)
      try gather(county, town)
      #expect(town.city.untoldSteps(of: Self.code).map(\.filing.id) == [ids[2]])
      try town.take(reply: Self.code)
      #expect(standings(county, ids) == [.approved, .approved, .approved, .reviewed])
      #expect(standings(county, ids) == standings(town.city, ids))
    }
  }
}
