import Casework
import Testing

@testable import Desk

/// terminal.md: "Leaving a changed form asks." What was typed and taken back again is no change.
@Suite struct UnchangedFormTests {
  /// Whether F10 closes what is worked on, and whether it asks before.
  private func leaving(_ script: String) throws -> (isClosed: Bool, asks: Bool) {
    var desk = try DeskSession.demo(script)
    let before = desk.model.layers.count
    try desk.press("<F10>")
    return (desk.model.layers.count < before, desk.model.question != nil)
  }

  @Test(
    "With all typing taken back a form closes without a word",
    arguments: [
      "<F3>甲公司<C-z>", "<F3>甲<Backspace>", "<F3>甲公司<C-u>", "<F3>甲<Tab>1<C-z><S-Tab><C-z>", "<F2>dl<C-z>",
      "<F2>dl<Backspace><Backspace>",
      // The item chosen, and that taken back; the letters that found it too.
      "<F2>dlsq<Tab><S-Tab><C-z><C-z>",
      // The day as it stood, typed over by itself.
      "<F2><Tab><Tab>2020-03-27", "<F2><Tab><Tab>20200301<C-z>",
      "2<F7>A036<Enter><F4>乙公司<C-z>", "3<Enter><Tab><Tab>1<C-z>", "6<Down><F2>英<C-z>", "<C-b>2<C-z>",
      "<C-b>2<Tab>201710197068<C-z><S-Tab><C-z><C-z>",
    ])
  func takenBack(_ script: String) throws {
    let (isClosed, asks) = try leaving(script)
    #expect(isClosed && !asks)
  }

  @Test(
    "With anything left of it it asks, and Enter alone throws it away",
    arguments: [
      "<F3>甲", "<F3>甲<Tab>1<C-z>", "<F3>甲乙<Left><Backspace>", "<F2>dl", "<F2>dlsq<Tab><S-Tab><C-z>",
      "<F2><Tab><Tab>20200301",
      "2<F7>A036<Enter><F4>乙公司", "6<Down><F2>英", "<C-b>2", Scene.cutGrant, Scene.cutGrant + "<C-z>",
      // A head office that was looked up, for a kind that is no longer chosen.
      "<F3><Tab>代理分支机构<Tab><Tab><Tab><Tab><Tab><Tab><Tab>清远市北江<Enter>"
        + "<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><C-u>",
      // Copied from the filing before, or ticked: no typing, and a change all the same.
      Scene.cutGrant + "<F8><F2><C-d>", Scene.cutGrant + "<Tab> ",
      // A number that was typed for an item that was taken back again is kept for the next one.
      "<F2>dlsq<Tab><Tab><Tab>2018<S-Tab><S-Tab><S-Tab><C-z><C-z>",
    ])
  func left(_ script: String) throws {
    var desk = try DeskSession.demo(script)
    let before = desk.model.layers.count
    try desk.press("<F10>")
    #expect(desk.model.question != nil && desk.model.layers.count == before + 1, "\(desk.screen)")
    try desk.press("<Enter>")
    #expect(desk.model.question == nil && desk.model.layers.count < before, "\(desk.screen)")
  }

  @Test("A draft is kept of what is there, and none of what was taken back")
  func drafts() throws {
    var desk = try DeskSession.demo("<F3>甲公司")
    #expect(desk.model.applicantForm?.unsaved != nil)
    try desk.press("<C-z>")
    #expect(desk.model.applicantForm?.unsaved == nil)
    try desk.press("乙")
    let kept = desk.model.applicantForm?.unsaved?.fields.first { $0.id == "name" }
    #expect(kept?.text == "乙")
  }

  @Test("A list in which nothing stands any more closes; one with a row asks")
  func lists() throws {
    let list = "<F2>dlsq<Tab>ydfs<Tab><C-t>"
    for (keys, asks) in [
      ("", false), ("1<Backspace>", false), ("1<C-z>", false), ("1", true), ("1<Tab>2<C-y>", false),
    ] {
      #expect(try leaving(list + keys).asks == asks, "\(keys)")
    }
  }
}
