import CaseModel
import Casework
import Glibc
import Seeded
import SubsidyRules
import Testing

/// Agencies that join, leave and are corrected at random, against a second reckoning from the rule alone.
@Suite struct RandomFamilyTests {
  private static let seed = getenv("ZIZHU_SEED").flatMap { Int(String(cString: $0)) } ?? 19
  private static let runs = getenv("ZIZHU_LONG_TESTS") == nil ? 12 : 1_000
  private static let first = CivilDate(year: 2019, month: 3, day: 3) ?? .first

  private static func day(_ place: Int) -> CivilDate { first.adding(days: place) ?? first }

  @Test func `whatever joins and leaves, awards and room are those of the rule`() throws {
    for run in 0..<Self.runs {
      var numbers = SeededNumbers(seed: UInt64(Self.seed + run))
      func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &numbers) }
      // The last of the days, 2019-06-10, is today.
      var office = try TestOffice()
      var plain = PlainFamilies()
      let agencies = (0..<6).map { "A\($0)" }
      for (place, id) in agencies.enumerated() {
        let parent = place > 2 ? agencies[roll(2)] : nil
        let agency = Applicant(
          id: id, name: "代理机构\(id)", kind: parent == nil ? .agency : .agencyBranch, district: "441881",
          parent: parent, bank: "行", account: "1236001321")
        try office.act(.enterApplicant(agency), by: "李经办")
        plain.enter(id, parent: parent)
      }
      var lastChange: [String: Int] = [:]
      for turn in 0..<40 {
        let who = agencies[roll(6)]
        switch roll(8) {
        case 0, 1, 2:
          let day = roll(PlainFamilies.days)
          var filing = try TestFilings.agencyGrant(
            "F\(turn)", TestFilings.application(2017, 1, UInt64(turn + 1)),
            received: Self.day(day).description, granted: "2019-02-01")
          filing.applicant = who
          filing.overrides = [.init(Filing.receipt, reason: "邮戳")]
          let isDecided = roll(2) == 0
          if isDecided { (filing.stage, filing.decided) = (.paid, Money(yuan: Int64(roll(30_000) + 1))) }
          try office.act(.importCases(applicants: [], filings: [filing]), by: "赵主管")
          plain.receive(filing.id, of: who, day: day, decided: filing.decided?.fen)
        case 3:
          guard let place = plain.grants.indices.first(where: { plain.grants[$0].decided == nil }) else {
            continue
          }
          let id = plain.grants[place].id
          let award = try office.file(id).decision.award
          for (step, name) in [(Step.accept, "李经办"), (.review, "钱复核"), (.approve, "孙复核")] {
            try? office.step(step, id, by: name) { $0.note = "先办" }
          }
          if try office.file(id).filing.decided != nil { plain.decide(place, award.fen) }
        default:
          let parent = roll(3) == 0 ? nil : agencies[roll(6)]
          let from = roll(2) == 0 ? nil : max(roll(PlainFamilies.days), lastChange[who] ?? 0)
          var applicant = try #require(office.state.applicant(who))
          if applicant.parent == parent {
            // The day on which it became so is taken back: it was always so.
            guard lastChange[who] != nil else { continue }
            try office.act(.changeApplicant(applicant, since: .always), by: "吴经办")
            plain.move(who, to: parent, from: nil)
            lastChange[who] = nil
            continue
          }
          applicant.parent = parent
          let since = from.map { ParentSince.day(Self.day($0)) } ?? .always
          let command = Casework.Command.changeApplicant(applicant, since: since)
          if plain.comesRound(who, to: parent, from: from) {
            #expect(office.refusal(of: command, by: "吴经办") == .cycleOfParents, "run \(run), turn \(turn)")
            continue
          }
          try office.act(command, by: "吴经办")
          plain.move(who, to: parent, from: from)
          lastChange[who] = from
        }
        let (awards, used) = plain.settled()
        for (id, award) in awards {
          let found = try office.file(id).decision.award.fen
          #expect(found == award, "run \(run), turn \(turn), \(id)")
        }
        let found = office.state.caps(of: 2019).map { ($0.group.holder, "\($0.used)") }
        let expected = used.mapValues { "\(MoneyTotal(fen: Int128($0)))" }
        #expect(Dictionary(uniqueKeysWithValues: found) == expected, "run \(run), turn \(turn)")
      }
      let differing = try office.state.differing(from: office.reopened())
      #expect(differing == [], "run \(run): \(differing)")
    }
  }
}
