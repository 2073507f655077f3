// The notation of events, for sessions written as text:
//
//   <F2>张三<Tab>3000<Enter><C-s><A-5><S-F3><Paste "a\tb\n">
//
// Whatever stands outside of angle brackets is typed text; line feeds there are left out, so that a session can
// be broken into lines. `<lt>` is a typed `<`. Names are those of `Key.names`; `C-`, `A-` and `S-` are Ctrl, Alt
// and Shift. Quoted strings know the escapes \n \t \" \\ and \u{hexadecimal}.

extension Event {
  /// The event in the notation of sessions.
  public var notation: String {
    switch self {
    case .key(let key): "<\(key.notation)>"
    case .text(let text): Self.isPlain(text) ? Self.bracketsNamed(text) : "<Text \(Self.quoted(text))>"
    case .paste(let text): "<Paste \(Self.quoted(text))>"
    case .resize(let rows, let columns): "<Resize \(rows) \(columns)>"
    case .mouse(let mouse):
      "<\(mouse.action.notation) \(mouse.position.row) \(mouse.position.column)>"
    case .resume: "<Resume>"
    case .terminate: "<Terminate>"
    case .endOfInput: "<EndOfInput>"
    case .tick: "<Tick>"
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  private static func bracketsNamed(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "<" ? "<lt>" : String($0) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Key {
  /// The key's name in sessions, without angle brackets.
  var notation: String {
    switch self {
    case .f(let number): "F\(number)"
    case .control(let character): "C-\(character)"
    case .alt(let character): "A-\(character)"
    case .modified(let modifiers, let key): modifiers.notation + key.notation
    default: Self.names.first { $0.key == self }?.name ?? "?"
    }
  }

  /// The keys that have a name.
  static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("S-Tab", .backTab), ("Esc", .escape), ("Backspace", .backspace),
    ("Delete", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]
}

extension Key.Modifiers {
  fileprivate var notation: String {
    (contains(.control) ? "C-" : "") + (contains(.alt) ? "A-" : "") + (contains(.shift) ? "S-" : "")
  }
}

extension Mouse.Action {
  var notation: String {
    switch self {
    case .press: "Press"
    case .release: "Release"
    case .wheelUp: "WheelUp"
    case .wheelDown: "WheelDown"
    }
  }
}
