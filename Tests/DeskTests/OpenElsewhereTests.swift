import CaseModel
import Casework
import Testing

@testable import Desk

/// That somebody else has a record open stands in the message's line, and keeps nobody from anything.
@Suite struct OpenElsewhereTests {
  private static let newest = StepFormTests.newest

  @Test func whatIsWorkedOnIsOpen() throws {
    var desk = try DeskSession.demo()
    #expect(desk.model.openRecords.isEmpty)
    try desk.press("<F5>")
    #expect(desk.model.openRecords == [Self.newest])
    try desk.press("<F10><F4>")
    #expect(desk.model.openRecords == [Self.newest])
    try desk.press("<F10>2<F4>")
    #expect(desk.model.openRecords == [try #require(desk.model.chosenApplicant(desk.state)?.id)])
    // What is new has no number yet.
    try desk.press("<F10><F2>")
    #expect(desk.model.openRecords.isEmpty)
  }

  @Test func theLineSaysWhoHasItOpen() throws {
    var desk = try DeskSession.demo()
    desk.model.unfinished.openAtOthers = [Self.newest: ["演示"]]
    desk.look()
    let sentence = "演示 正在另一个窗口办理 \(Self.newest)，请先商量，免得重复。"
    #expect(desk.screen.contains(sentence))
    try desk.press("<F5>")
    #expect(desk.screen.contains(sentence))
    // It keeps nobody from it.
    try desk.press("<F8>")
    #expect(desk.state.file(Self.newest)?.standing == .accepted)
    // On another filing nothing is said of this one.
    try desk.press("<Down>")
    #expect(!desk.screen.contains("另一个窗口"))
  }

  @Test func aNameThatNobodyBearsIsNotShown() throws {
    var desk = try DeskSession.demo()
    desk.model.unfinished.openAtOthers = [Self.newest: ["某某"]]
    desk.look()
    #expect(!desk.screen.contains("另一个窗口"))
  }
}
