import Cells
import Testing

@testable import Desk

/// Whatever the palette lists and says stands whole in 80 columns, on every screen and in every form, and acts there.
@Suite struct PaletteTests {
  /// The desk as it stands in every bar's and every scene's place, with the palette opened.
  private func opened(_ session: DeskSession) throws -> (session: DeskSession, palette: Palette)? {
    var session = session
    try session.press("<C-p>")
    return session.model.palette.map { (session, $0) }
  }

  private func checkWhole(_ session: DeskSession, _ palette: Palette) {
    for var command in palette.commands {
      command.isFoundOnly = false
      var pane = Grid(rows: 21, columns: 80)
      Palette([command]).draw(into: &pane, session.model.surroundings(session.state))
      pane.finish()
      let row = pane.plainText.split(separator: "\n", omittingEmptySubsequences: false)[2]
      // Quotes and dashes come in the terminal's own widths.
      let shown = row.filter { !$0.isWhitespace }
      #expect(shown.hasPrefix(command.label.plain) && shown.hasSuffix(command.key), "\(row)")
      guard case .tells(let sentence) = command.action else { continue }
      #expect(Text.columns(of: sentence) <= 79, "\(command.label): \(sentence)")
      #expect(sentence.hasSuffix("。"))
    }
  }

  @Test(arguments: Bar.all) func nothingIsCutOnAnyBar(_ bar: Bar) throws {
    guard let (session, palette) = try opened(bar.session()) else { return }
    checkWhole(session, palette)
  }

  @Test(arguments: Scene.all + Scene.ofCity) func nothingIsCutInAnyScene(_ scene: Scene) throws {
    guard let (session, palette) = try opened(scene.session(Golden.sizes[0])) else { return }
    checkWhole(session, palette)
  }

  /// In a form a digit is typed and F5 is none of its keys: what is said there first leads out of it.
  @Test(arguments: Bar.onForms + Bar.onOverlays) func noHintInAFormNamesAKeyThatDoesNotActThere(_ bar: Bar)
    throws
  {
    guard let (_, palette) = try opened(bar.session()) else { return }
    for command in palette.commands {
      guard case .tells(let sentence) = command.action else { continue }
      let keys = sentence.matches(of: /按 (F[0-9]+|Ctrl-[A-Z]|[0-9]|Enter|Tab)/).map { String($0.output.1) }
      #expect(keys.isEmpty || keys[0] == "F10", "\(command.label): \(sentence)")
    }
  }

  /// What is done in forms alone is found on every screen and says how one comes there.
  @Test(
    arguments: ["", "2", "3", "4", "5", "6", "7", "8"],
    [
      ("保存并录下一件", "F2"), ("同上一件", "F2"), ("列表录入", "F2"), ("从列表选择", "F2"), ("保存成立的行", "Ctrl-T"),
      ("同上一行", "Ctrl-T"), ("删去这一行", "Ctrl-T"), ("核对材料（用于各行）", "Ctrl-T"), ("办理并接着看下一步", "F5"),
    ])
  func whatIsDoneInFormsIsFoundOnScreens(_ screen: String, _ command: (label: String, way: String)) throws {
    let session = try DeskSession.demo("\(screen)<C-p>\(command.label)<Enter>")
    #expect(session.message.hasPrefix("请先") && session.message.contains(command.way), "\(session.message)")
  }

  @Test func aFormFindsWhatAnotherFormDoes() throws {
    let session = try DeskSession.demo("<F3><C-p>同上一行<Enter>")
    #expect(session.message.contains("请先保存，或按 F10 返回，再按 F2 新申报，再按 Ctrl-T 列表录入"), "\(session.message)")
    // What the form itself does is not told to be elsewhere.
    let own = try DeskSession.demo("<F2><C-p>列表录入")
    #expect(!own.screen.contains("这里不能用"), "\(own.screen)")
  }

  /// What was copied is told without the text where that leaves no room, and the text is what was copied.
  @Test(arguments: ["复制编号", "复制金额", "复制这一行"]) func whatWasCopiedIsToldWhole(_ label: String) throws {
    let session = try DeskSession.demo("<C-p>\(label)<Enter>")
    #expect(session.copies.count == 1)
    #expect(
      session.message.hasPrefix("已\(label)。") && session.message.hasSuffix("程序写剪贴板。"), "\(session.message)")
  }
}

extension String {
  /// As it stands on the screen, without blanks.
  fileprivate var plain: String {
    filter { !$0.isWhitespace }.replacing("“", with: "\"").replacing("”", with: "\"")
  }
}
