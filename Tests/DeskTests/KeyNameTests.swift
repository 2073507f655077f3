import Testing

@testable import Desk

/// Keys go by one name each, on the bar, in help, in the palette and in every sentence on the screens.
@Suite struct KeyNameTests {
  /// Other names that the same keys have elsewhere.
  private static let others = [
    "回车", "Return", "Backspace", "Bksp", "Space", "PageDown", "Page Down", "翻页键", "方向键", "箭头", "Delete",
    "删除键",
    "Escape", "ESC", "ENTER", "Ctrl+", "ctrl-", "TAB", "Tab键", "Up/Down", "空白键",
  ]
  /// What may stand on a bar, written down here by hand.
  private static let names =
    (1...10).map { "F\($0)" } + "ABDEFKLNOPQSTYZ".map { "Ctrl-\($0)" } + (1...9).map(String.init)
    + [
      "Enter", "Esc", "Tab", "PgDn", "Del", "空格", "退格", "右", "上下", "左右", "[ ]", "[", "]", "< >", "<", ">",
      "+-",
      "+", "0", "1-8", "1-9",
    ]

  @Test(arguments: Scene.all + Scene.ofCity) func everyScreenCallsThemSo(_ scene: Scene) throws {
    let session = try scene.session(Golden.sizes[0])
    var help = session
    try help.press("<F1>")
    var palette = session
    try palette.press("<C-p>")
    for screen in [session, help, palette] {
      for other in Self.others { #expect(!screen.screen.contains(other), "\(other)") }
      for name in screen.keyNames { #expect(Self.names.contains(name), "\(name)") }
    }
    for command in palette.model.palette?.commands ?? [] where !command.key.isEmpty {
      #expect(Self.names.contains(command.key), "\(command.label)")
    }
  }
}
