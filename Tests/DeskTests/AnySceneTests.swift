import Testing

@testable import Desk

/// terminal.md, whatever lies on the screen: "below 60×16 one line says so and nothing is lost", "a pasted newline never saves",
/// Esc cancels and saves nothing.
@Suite struct AnySceneTests {
  @Test(arguments: Scene.all + Scene.ofCity) func nothingIsLostOrDoneByAccident(_ scene: Scene) throws {
    let session = try scene.session(Golden.sizes[0])
    let (before, back) = (
      session.screen, "<Resize \(session.model.device.rows) \(session.model.device.columns)>"
    )
    var desk = session
    try desk.press("<Resize 10 40>")
    #expect(desk.title.hasPrefix("窗口太小"), "\(desk.title)")
    // One line, and below it what is asked, where something is.
    let lines = desk.screen.split(separator: "\n").count
    #expect(lines == (session.model.question == nil ? 1 : 2))
    try desk.press(back)
    let (after, chosen) = (desk.screen, desk.model.chosenList)
    // Where the chosen row is not the first a list has scrolled to keep it in sight.
    #expect(session.model.chosenList.chosen > 0 || after == before)
    #expect(chosen.held == session.model.chosenList.held)
    try desk.press(#"<Paste "甲\n1\t2\n\u{1b}[21~\n\n"><Esc><Esc>"#)
    let (saves, files, hasLeft) = (desk.journal.count, desk.files, desk.hasLeft)
    #expect(saves == session.journal.count && files == session.files && !hasLeft)
  }
}
