import Casework
import Cells
import Testing

@testable import Desk

/// Key, bar and palette go by one row: what can't be done here says why, whichever of them asked for it.
@Suite struct ActionTests {
  private func actions(_ desk: DeskSession) -> [Action] {
    let (model, state) = (desk.model, desk.state)
    return model.beginnings + model.steps(state) + model.ofRecords(state) + model.ofOffice + model.ofLists
      + model.ofYears + model.screens.flatMap { $0.parts.actions(model) } + Model.ofForms
  }

  /// What is on the bar can be done, and every key of a row acts or says the row's sentence.
  @Test(arguments: Model.Screen.allCases.filter { $0 != .offices }) func everyKeyActsOrSaysWhy(
    _ screen: Model.Screen
  ) throws {
    let desk = try DeskSession.demo(String(screen.rawValue))
    var seen = 0
    for action in actions(desk) {
      guard let key = action.key, let here = desk.model.action(for: action.request, desk.state) else {
        continue
      }
      var pressed = desk
      pressed.take(key.event)
      if let hindrance = here.hindrance {
        #expect(pressed.message == hindrance.sentence.plainQuotes, "\(action.label)")
        #expect(pressed.model.layers.isEmpty && pressed.title == desk.title, "\(action.label)")
        seen += 1
      } else {
        #expect(!pressed.message.hasPrefix("请先"), "\(action.label): \(pressed.message)")
      }
    }
    #expect(seen > 3)
  }

  @Test(
    "A key that means nothing here says how one comes to what it means",
    arguments: [
      ("<C-t>", "请先按 F2 新申报，在表单里用。"), ("<F8>", "请先打开表单"), ("5 ", "请先在待办或申报里选一件申报。"),
      ("8>", "这一屏的次序是固定的"), ("1+", "这一屏的次序是固定的；申请人、申报等清单可以倒序。"), ("60", "请先按 3 到申报"),
      ("8<Left>", "这一屏没有左右可换的。"), ("1x", "要查找请先按 F7"), ("4<C-e>", "请先在待办或申报里选一件申报。"),
      ("<F2><F9>", "请先保存，或按 F10 返回，再用"), ("<F3><C-t>", "请先保存，或按 F10 返回，再按 F2 新申报"),
      ("<F5><F7>", "请先保存，或按 F10 返回，再用"), ("<F2>syxx<Enter>qwzx<Enter><C-t><F9>", "请先保存，或按 F10 返回，再用"),
      ("<C-e><F9>", "请先按 F10 返回，再用"),
    ]) func saysWhy(_ script: String, _ sentence: String) throws
  {
    let desk = try DeskSession.demo(script)
    #expect(desk.message.hasPrefix(sentence), "\(desk.screen)")
    #expect(Text.columns(of: desk.message) <= 79)
  }

  /// The same words find it in the palette, which does what the key does.
  @Test(arguments: [("2", "修改申请人", "修改申请人"), ("7", "条款全文", "条款"), ("4<Right>", "登记预算", "台账")])
  func thePaletteDoesWhatTheKeyDoes(_ screen: String, _ label: String, _ title: String) throws {
    let byPalette = try DeskSession.demo("\(screen)<C-p>\(label)<Enter>")
    #expect(byPalette.title.contains(title), "\(byPalette.screen)")
    let key = label == "登记预算" ? "<F2>" : "<F4>"
    #expect(try DeskSession.demo(screen + key).screen == byPalette.screen)
  }
}

extension String {
  /// Quotes come in the terminal's own widths.
  fileprivate var plainQuotes: String { replacing("“", with: "\"").replacing("”", with: "\"") }
}
