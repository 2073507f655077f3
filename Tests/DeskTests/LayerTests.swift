import Casework
import Testing

@testable import Desk

/// What lies over a screen is a stack: whatever is uppermost has the keys, and what lies below is there again after it.
@Suite struct LayerTests {
  private func names(_ desk: DeskSession) -> [String] { desk.model.layers.map { "\(type(of: $0))" } }

  @Test func eachLiesOverWhatItWasOpenedOn() throws {
    var desk = try DeskSession.demo("<F2>syxx<Enter>qwzx<F3>")
    #expect(names(desk) == ["FilingForm", "ApplicantForm"])
    try desk.press("<F1>")
    #expect(names(desk) == ["FilingForm", "ApplicantForm", "HelpPage"] && desk.title.contains("帮助"))
    try desk.press("<Esc><C-p>")
    #expect(names(desk) == ["FilingForm", "ApplicantForm", "Palette"])
    try desk.press("<Esc><Esc>")
    #expect(names(desk) == ["FilingForm"], "\(desk.screen)")
    try desk.press("<F10>")
    #expect(names(desk) == ["FilingForm", "Asking"] && desk.title.contains("新申报"))
    try desk.press("<Enter>")
    #expect(names(desk) == [])
  }

  /// A page takes the place of the menu that it was opened from; over a form it lies.
  @Test func aPageTakesThePlaceOfItsMenu() throws {
    var desk = try DeskSession.demo("<F9><Enter>")
    #expect(names(desk) == ["PrintPreview"])
    try desk.press("<F8>")
    #expect(names(desk) == ["PrintFile"])
    let ticking = try DeskSession.demo("<F2>syxx<Enter>qwzx<Enter><C-t><F4>")
    #expect(names(ticking) == ["FilingForm", "ListEntry", "TickForm"], "\(ticking.screen)")
  }

  /// Who is asked to sign in types a secret, whatever was open when the desk was locked.
  @Test(arguments: ["", "<F1>", "<C-p>", "<F2>syxx", "<F10>"]) func aLockLiesOverEverything(_ script: String)
    throws
  {
    var desk = try DeskSession.demo(script)
    desk.model.lock(desk.state)
    #expect(desk.model.isAskingWho && desk.title.contains("已锁定"))
    guard case .secret = desk.model.typing else { return #expect(Bool(false), "\(desk.model.typing)") }
    // A draft that is offered meanwhile waits below.
    desk.model.offer([LeftBehind(name: "a", at: "2020-03-27T01:00:00Z", work: UnsavedWork())])
    #expect(desk.model.isAskingWho)
    desk.model.signedIn(as: desk.model.seat.operatorName, desk.state)
    #expect(!desk.model.isAskingWho)
  }

  /// The question about drafts is about those that were offered last.
  @Test func aNewerOfferTakesThePlaceOfTheQuestion() throws {
    func left(_ name: String) -> LeftBehind {
      LeftBehind(
        name: name, at: "2020-03-27T01:00:00Z",
        work: UnsavedWork(applicant: UnsavedForm(chosen: [], fields: [.init("name", name)], focus: 0)))
    }
    var desk = try DeskSession.demo()
    desk.model.offer([left("旧的")])
    #expect(desk.message.contains("旧的"))
    desk.model.offer([left("新的")])
    #expect(desk.message.contains("新的") && !desk.message.contains("旧的"), "\(desk.message)")
    desk.model.offer([])
    #expect(names(desk) == [])
  }
}
