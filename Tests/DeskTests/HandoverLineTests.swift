import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// A county's line over its worklist: offices.md, On the desk, "a line of the last hand-over and how old the city's
/// balances are".
struct HandoverLineTests {
  @Test(arguments: [0, 46, 58, 78, 120])
  func `What is short of room is said in fewer words, and the days stay`(_ width: Int) throws {
    var state = try #require(try CityOffices.played.get().states[DeskSession.county])
    let day = try #require(CivilDate("2020-03-29"))
    state.advice = CityAdvice { CityAdvice.Table(SharedUse(day: day)) { $0 } }
    let text = HandoverLine(state).text(width: width)
    #expect(Text.columns(of: text) <= max(width, 46), "\(text)")
    #expect(text.hasPrefix("没有待上报的  已上报 9  报送"))
    #expect(text.contains("03-31  余额") && text.hasSuffix("03-29"), "\(text)")
  }
}
