import CaseModel
import Casework
import Testing

@testable import Desk

/// Saying at the desk that two records are one applicant: what moves is shown before anything is changed.
@Suite struct MergeFormTests {
  @Test func whatAMergeMovesIsShownAndSavedWithItsReason() throws {
    var desk = try DeskSession.demo("<C-p>bh<Enter>")
    #expect(desk.title.contains("并户") && desk.screen.contains("是否同一申请人"), "\(desk.screen)")
    let units = desk.state.people.applicants.filter { $0.kind == .enterprise && $0.parent == nil }
    let (first, second) = (units[0], units[1])
    try desk.press("并户<Tab>\(first.id)<Tab>\(second.id)<Tab>")
    #expect(desk.screen.contains(first.name) && desk.screen.contains("资助"), "\(desk.screen)")
    #expect(desk.state.people.words.isEmpty)
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
    #expect(desk.state.people.words.isEmpty)
  }

  @Test func aRecordIsMeantByItsNameOrCodeAndThoseLikeItAreOffered() throws {
    var desk = try DeskSession.demo("2<C-p>bh<Enter>")
    let units = desk.state.people.applicants.filter { $0.kind == .enterprise && $0.parent == nil }
    let (first, second) = (units[0], units[1])
    var twin = second
    // Of one name and two codes: nobody knows whether they are one.
    (twin.id, twin.code, twin.note) = ("A9001", "91441881MA4QYTE1X7", "同名另户")
    desk.state.fold(
      Transaction(by: "演示", at: "2020-03-27T01:00:00Z", policy: "", changes: [.applicantEntered(twin)]))
    // Under a name that two records bear the numbers are asked for, and each is offered for the other.
    try desk.press("<Tab><C-u>\(first.name)<Tab>\(second.name)<Tab>")
    #expect(desk.screen.contains("有 2 户"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.message.contains("请写编号"), "\(desk.message)")
    try desk.press("<Up><Up><C-u>\(second.id)<Tab><C-u><Tab>")
    #expect(desk.screen.contains("可能的另一户：A9001") && desk.screen.contains("同名"), "\(desk.screen)")
    try desk.press("<Up><Up><C-u>\(first.name)<Tab>A9001<Tab>营业执照<F8><F8>")
    #expect(desk.message.contains("已并户"), "\(desk.screen)")
    #expect(desk.state.unit(of: first.id).map(\.id).contains("A9001"))
  }
}
