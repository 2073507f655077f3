import CaseModel
import Casework
import Testing

@testable import Desk

/// Saying at the desk that two records are one applicant: what moves is shown before anything is changed.
@Suite struct MergeFormTests {
  @Test func whatAMergeMovesIsShownAndSavedWithItsReason() throws {
    var desk = try DeskSession.demo("<C-p>bh<Enter>")
    #expect(desk.title.contains("并户") && desk.screen.contains("是否同一申请人"), "\(desk.screen)")
    let units = desk.state.applicants.filter { $0.kind == .enterprise && $0.parent == nil }
    let (first, second) = (units[0], units[1])
    try desk.press("并户<Tab>\(first.id)<Tab>\(second.id)<Tab>")
    #expect(desk.screen.contains(first.name) && desk.screen.contains("资助"), "\(desk.screen)")
    #expect(desk.state.personWords.isEmpty)
    try desk.press("<F8>")
    #expect(desk.message.contains("没有记入：请写明理由"), "\(desk.message)")
    try desk.press("营业执照<F8>")
    #expect(desk.message.contains("已并户"), "\(desk.screen)")
    #expect(desk.state.unit(of: second.id).map(\.id) == [first.id])
  }

  @Test func whatIsMissingIsNamed() throws {
    var desk = try DeskSession.demo("<C-p>bh<Enter>")
    try desk.press("并户<Tab>A9999<Tab>A9998<F8>")
    #expect(desk.message.contains("没有记入：没有编号为"), "\(desk.message)")
    #expect(desk.state.personWords.isEmpty)
  }
}
