import CaseModel
import Casework
import Cells
import SubsidyRules
import Testing
import Wording

@testable import Desk

/// A county's line over its worklist: offices.md, On the desk, "a line of the last hand-over and how old the city's
/// balances are".
struct HandoverLineTests {
  @Test(arguments: [0, 46, 58, 78, 120])
  func `What is short of room is said in fewer words, and the days stay`(_ width: Int) throws {
    var state = try #require(try CityOffices.played.get().states[DeskSession.county])
    let day = try #require(CivilDate("2020-03-29"))
    state.given.advice = CityAdvice { CityAdvice.Table(SharedUse(day: day)) { $0 } }
    let text = HandoverLine(state).text(width: width)
    #expect(Text.columns(of: text) <= max(width, 46), "\(text)")
    #expect(text.hasPrefix("没有待上报的  已上报 9  报送"))
    #expect(text.contains("03-31  余额") && text.hasSuffix("03-29"), "\(text)")
  }

  /// What is reviewed and not handed up yet stands first, with what it comes to; the sum goes before the days do.
  @Test func `What waits to be handed up is counted with its sum`() throws {
    var state = try #require(try CityOffices.played.get().states[DeskSession.county])
    let waiting = state.files.filter { $0.standing == .accepted && $0.decision.award > .zero }.prefix(2)
    try #require(waiting.count == 2)
    let day = try #require(CivilDate("2020-03-31"))
    state.fold(
      Transaction(
        by: "主管441881", at: "2020-03-31T09:00:00Z", policy: "",
        changes: waiting.map { .stepped(filing: $0.filing.id, StepTaken(.review, day: day)) }))
    let sum = waiting.reduce(MoneyTotal.zero) { $0 + MoneyTotal($1.decision.award) }
    let line = HandoverLine(state)
    #expect(line.reviewed == 2 && line.reviewedAward == sum)
    #expect(line.text(width: 160).hasPrefix("待上报 2 件 \(MoneyWording.grouped(sum)) 元  已上报 9  报送"))
    let short = line.text(width: 60)
    #expect(short.hasPrefix("待上报 2 件  已上报 9  报送") && short.contains("03-31"), "\(short)")
  }
}
