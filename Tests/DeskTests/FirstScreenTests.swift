import Casework
import Cells
import SubsidyRules
import Testing

@testable import Desk

/// The first screen of a store that was read back waits for nothing that it can show a moment later.
@Suite struct FirstScreenTests {
  @Test func theWordsOfAReasonComeOnceTheLedgerIsThere() throws {
    var desk = try DeskSession.demo("0")
    let waiting = desk.model.lists.worklist.numbers
    let refused = try #require(waiting.firstIndex { !desk.state.files[$0].decision.reasons.isEmpty })
    for _ in 0..<refused { try desk.press("<Down>") }
    // Granted on the 31st, received on the 27th: the demo's one filing that comes before its event.
    #expect(desk.screen.contains("授权公告日 2020-03-31，晚于 收件日 2020-03-27"))
    let whole = desk.model.view(desk.state).plainText

    var image: [UInt8] = []
    StateImage.write(desk.state, program: "") { image += $0 }
    var read = try #require(
      StateImage(image)?.state(policies: [desk.state.policyHash: desk.state.policy], pinyin: PinyinTable()))
    read.given.calendar = desk.state.given.calendar
    var model = desk.model
    model.stateChanged(read)
    let first = model.view(read)
    #expect(!read.isLedgerSettled, "nothing of the first screen has asked for it")
    // The verdict is there, but not yet why.
    #expect(first.plainText.contains("不符合条件 0.00 元"))
    #expect(!first.plainText.contains("晚于 收件日"))

    read.prepare()
    #expect(read.isLedgerSettled)
    #expect(model.view(read, after: first).plainText == whole)
  }
}
