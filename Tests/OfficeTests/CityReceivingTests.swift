import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Office

/// What a city takes in itself is held against the lists and the files of all its offices, before the act as at it.
struct CityReceivingTests {
  private func inTown(_ codes: [String], _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes)) }
  }

  private func refusal(_ command: Casework.Command, in town: Town) -> Refusal? {
    do throws(OfficeError) {
      _ = try town.city.save(command, by: town.mayor)
      return nil
    } catch {
      if case .refused(let refusal) = error { return refusal }
      return nil
    }
  }

  /// Five years from 1 June 2019 (国家知识产权局令第75号), on one county's list; the party is known to no office yet.
  @Test func whoACountyKeepsFromGettingAnythingIsAskedAboutInAFile() throws {
    try inTown(["441882"]) { town in
      let entry = RegisterEntry(
        kind: OfficeKinds.ban, district: "441882",
        values: [
          .init("from", .text("2019-06-01")), .init("years", .count(5)), .init("party", .text("北江事务所")),
          .init("code", .text("91441802MAFARM019H")), .init("reason", .text("提供虚假材料")),
        ])
      _ = try town.county("441882").save(.enterRecords([entry]), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      let stranger = Town.agency("441800")
      var filing = Offices.grant(1, of: stranger.id)
      filing.id = "F1"
      let ban = Refusal.banned(
        .banned(
          until: Offices.day("2024-06-01"), reason: "提供虚假材料", record: "441882-R00001", taken: nil))
      var plan = town.city.plan(applicants: [stranger], filings: [filing])
      #expect(plan.refused.map(\.refusal) == [ban] && plan.filings.isEmpty)
      #expect(
        refusal(.importCases(applicants: [stranger], filings: [filing]), in: town)
          == .rows([RefusedRow(filing: "F1", refusal: ban, place: .filing(1))]))
      filing.overrides = [.init(Filing.ban, reason: "已提出复议")]
      plan = town.city.plan(applicants: [stranger], filings: [filing])
      #expect(plan.refused.isEmpty && plan.filings == [filing])
      #expect(refusal(.importCases(applicants: [stranger], filings: [filing]), in: town) == nil)
    }
  }

  /// A hundred inventions of 500 are an agency's 50 000 of the year (article 2), all received in a county on 3 June: what
  /// the city takes of 10 May takes the last one's.
  @Test func aReceiptBeforeACountysAsksWhyAtTheCity() throws {
    try inTown(["441882"]) { town in
      let agency = Town.agency("441882")
      let ids = try town.review("441882", 0..<100, of: agency)
      try town.gather(town.bundle("441882"))
      let last = try #require(ids.max())
      func losses(_ refusal: Refusal?) -> [String] {
        switch refusal {
        case .turnTaken(let losers): losers.map { "\($0.filing) \($0.before) \($0.after)" }
        case .rows(let rows): rows.flatMap { row in losses(row.refusal).map { "\(row.filing): \($0)" } }
        default: []
        }
      }
      let own = Town.agency("441800")
      var early = Offices.grant(200, of: own.id)
      (early.id, early.received) = ("F1", Offices.day("2019-05-10"))
      let command = Casework.Command.importCases(applicants: [own], filings: [early])
      #expect(losses(refusal(command, in: town)) == ["F1: \(last) 500.00 0.00"])
      #expect(town.city.plan(applicants: [own], filings: [early]).early == ["F1"])
      early.overrides = [.init(Filing.receipt, reason: "邮戳为 5 月 10 日")]
      #expect(refusal(.importCases(applicants: [own], filings: [early]), in: town) == nil)
      #expect(town.city.state.file("F1")?.decision.award == Money(yuan: 500))
      #expect(town.city.state.file(last)?.decision.award == .zero)
      // By the form as by the file, and moved as entered.
      var second = Offices.grant(201, of: own.id)
      second.received = Offices.day("2019-05-11")
      let taken = try #require(ids.sorted().dropLast().last)
      #expect(losses(refusal(.receiveFiling(second), in: town)) == ["\(taken) 500.00 0.00"])
      second.received = Offices.day("2019-12-19")
      let saved = try town.city.save(.receiveFiling(second), by: town.mayor)
      var moved = try #require(town.city.own.file(saved?.changes.first?.record ?? "")).filing
      #expect(town.city.state.file(moved.id)?.decision.award == .zero)
      moved.received = Offices.day("2019-05-11")
      #expect(losses(refusal(.changeFiling(moved), in: town)) == ["\(taken) 500.00 0.00"])
      moved.overrides = [.init(Filing.receipt, reason: "收发室登记为 5 月 11 日")]
      #expect(refusal(.changeFiling(moved), in: town) == nil)
      moved.overrides = []
      #expect(losses(refusal(.changeFiling(moved), in: town)) == ["\(taken) 500.00 0.00"])
      // What was done last is undone as a whole.
      _ = try town.city.undo(moved.id, by: town.mayor)
      #expect(town.city.state.file(taken)?.decision.award == Money(yuan: 500))
    }
  }
}
