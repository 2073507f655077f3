import Casework
import Testing

@testable import Desk

/// Every key that a bar shows does what the bar says, on every screen.
@Suite struct KeyBarTests {
  @Test(arguments: Bar.all) func everyKeyDoesWhatTheBarSays(_ bar: Bar) throws {
    let session = try bar.session()
    // A key that is shown and not pressed here, or pressed and not shown, fails.
    #expect(Set(session.keyNames) == Set(bar.presses.map(\.name)))
    #expect(session.keyNames.count == bar.presses.count)
    for press in bar.presses {
      var pressed = session
      if let hides = press.hides { #expect(session.screen.contains(hides), "\(press.name): \(hides)") }
      #expect(!session.screen.contains(press.shows), "\(press.name): \(press.shows) stands there before")
      try pressed.press(press.keys)
      #expect(pressed.screen.contains(press.shows), "\(press.name): \(press.shows)")
      if let hides = press.hides { #expect(!pressed.screen.contains(hides), "\(press.name): \(hides)") }
    }
  }

  /// Every scene of the screens has a bar whose keys are pressed above.
  @Test func noSceneHasABarOfItsOwn() throws {
    let known = Set(try Bar.all.map { bar in Set(try bar.session().keyNames) })
    for scene in Scene.all + Scene.ofCity {
      #expect(known.contains(Set(try scene.session(Golden.sizes[0]).keyNames)), "\(scene.name)")
    }
  }

  /// `1-8` stands for each of its digits.
  @Test(arguments: Model.Screen.allCases.filter { $0 != .offices }) func everyDigitShowsItsScreen(
    _ screen: Model.Screen
  ) throws {
    let start = screen == .worklist ? "4" : ""
    let session = try DeskSession.demo(start + String(screen.rawValue))
    #expect(session.title.hasPrefix(" \(screen.rawValue) \(screen.label) "))
    #expect(try DeskSession.demo("4]" + String(screen.rawValue)).title.contains("2021年度"))
  }

  /// Terminals keep some F-keys for themselves, so that each has a second way.
  @Test func everyFKeyHasASecondWay() throws {
    for (first, second) in [
      ("<F1>", "<A-1>"), ("<F2>", "<A-2>"), ("<F3>", "<A-3>"), ("<F7>", "<A-7>"), ("<F10>", "<A-0>"),
      ("<F10>", "<C-q>"), ("4<Enter><F10>", "4<Enter><Esc>"),
      ("<F2>ysqy<Tab><Tab><Tab><F4>", "<F2>ysqy<Tab><Tab><Tab><A-4>"),
      (Scene.cutGrant + "<F8>", Scene.cutGrant + "<C-s>"),
      // Alt with 8 may be Esc and a digit: it asks first.
      (Scene.cutGrant + "<F8>", Scene.cutGrant + "<A-8><Enter>"),
    ] {
      #expect(try DeskSession.demo(first).screen == DeskSession.demo(second).screen, "\(second)")
    }
    let asked = try DeskSession.demo(Scene.cutGrant + "<A-8>")
    #expect(asked.message.contains("要保存吗"))
    #expect(asked.state.file("441800-2020-000003") == nil)
  }

  @Test func redrawAndSuspendAreAskedForOutside() throws {
    let session = try DeskSession.demo("<C-l><C-p>ztcx<Enter>")
    #expect(session.redraws == 1 && session.suspensions == 1)
    // Ctrl-Z takes back, as everywhere else.
    #expect(try DeskSession.demo("<C-z>").suspensions == 0)
  }
}
