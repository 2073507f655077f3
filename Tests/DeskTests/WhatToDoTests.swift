import Casework
import Cells
import Testing

@testable import Desk

/// A message says what happened and what to do; help speaks of the keys that work.
@Suite struct WhatToDoTests {
  @Test("What a rejected paste and a wrong day of bad news say tells what to do")
  func messages() throws {
    let list = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><C-t><Paste \"\\t\\t\\n\\t\\t\\n\">")
    #expect(list.message == "粘贴的内容里没有可以录入的行，请选中要录入的各行再复制粘贴。", "\(list.message)")
    let dates = try DeskSession.demo("<C-b>2<Tab>201710197068.7<Tab>决定书<Tab>2019-02-30<F8>")
    #expect(dates.message == "没有登记：文书日期：没有 2019 年 2 月 30 日这一天。")
    let row = dates.grid.caret?.row ?? 0
    #expect(dates.line(row).contains("文书日期"), "\(dates.screen)")
  }

  /// Help speaks of Enter where Enter does something, of F8 where there is something to rule on.
  @Test func helpOfAConflictSpeaksOfWhatWorks() throws {
    var desk = try DeskSession.inCity(DeskSession.city, "9<Right>")
    var kinds: Set<Bool> = []
    for _ in 0..<14 {
      try desk.press("<Enter>")
      guard let page: ConflictPage = desk.model.layer() else {
        try desk.press("<Down>")
        continue
      }
      let help = page.help.joined()
      #expect(
        help.contains("Enter") == !page.records.isEmpty && help.contains("F8") == page.canSave,
        "\(page.heading)")
      kinds.insert(page.records.isEmpty)
      try desk.press("<F10><Down>")
    }
    #expect(kinds == [true, false])
  }
}
