extension Event {
  /// Reads a session; the notation is described where it is written.
  ///
  /// Typed text between two brackets becomes one event.
  /// - Throws: `SessionSyntaxError` with the place of the bracket that cannot be read.
  public static func parse(_ session: some StringProtocol) throws(SessionSyntaxError) -> [Event] {
    var reader = SessionReader(Array(session.unicodeScalars))
    return try reader.events()
  }
}

/// Reads sessions scalar by scalar.
private struct SessionReader {
  private let scalars: [Unicode.Scalar]
  private var next = 0
  private var typed = String.UnicodeScalarView()
  private var result: [Event] = []

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func events() throws(SessionSyntaxError) -> [Event] {
    while next < scalars.count {
      let scalar = scalars[next]
      if scalar == "<" {
        try readBracket()
      } else {
        if scalar != "\n" { typed.append(scalar) }
        next += 1
      }
    }
    endText()
    return result
  }

  private mutating func endText() {
    guard !typed.isEmpty else { return }
    result.append(.text(String(typed)))
    typed.removeAll()
  }

  private mutating func readBracket() throws(SessionSyntaxError) {
    let start = next
    next += 1
    var words = ""
    var quoted: String?
    while true {
      guard next < scalars.count else { throw SessionSyntaxError(reason: .unclosed, offset: start) }
      let scalar = scalars[next]
      next += 1
      // `<C->>` and `<A->>` are Ctrl and Alt with the closing bracket itself.
      if scalar == ">", !(words.hasSuffix("-") && next < scalars.count && scalars[next] == ">") { break }
      if scalar == "\"", words.hasSuffix(" ") {
        guard let text = readQuoted() else { throw SessionSyntaxError(reason: .unclosed, offset: start) }
        quoted = text
      } else {
        words.unicodeScalars.append(scalar)
      }
    }
    if words == "lt" {
      typed.append("<")
      return
    }
    endText()
    guard let event = Self.event(words, quoted: quoted) else {
      throw SessionSyntaxError(reason: .unknownName(words), offset: start)
    }
    result.append(event)
  }

  /// Reads up to and with the closing quotation mark; nil if there is none or an escape is unknown.
  private mutating func readQuoted() -> String? {
    var text = String.UnicodeScalarView()
    while next < scalars.count {
      let scalar = scalars[next]
      next += 1
      switch scalar {
      case "\"": return String(text)
      case "\\":
        guard let escaped = readEscape() else { return nil }
        text.append(escaped)
      default: text.append(scalar)
      }
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard next < scalars.count else { return nil }
    let scalar = scalars[next]
    next += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "\"", "\\": return scalar
    case "u":
      guard let end = scalars[next...].firstIndex(of: "}"), scalars[next] == "{" else { return nil }
      let digits = String(String.UnicodeScalarView(scalars[(next + 1)..<end]))
      next = end + 1
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }

  private static func event(_ words: String, quoted: String?) -> Event? {
    if let quoted {
      switch words {
      case "Paste ": return .paste(quoted)
      case "Text ": return .text(quoted)
      default: return nil
      }
    }
    switch words {
    case "Resume": return .resume
    case "Terminate": return .terminate
    case "EndOfInput": return .endOfInput
    case "Tick": return .tick
    default: return Key(notation: words).map { .key($0) } ?? placed(words)
    }
  }

  /// An event with two numbers.
  private static func placed(_ words: String) -> Event? {
    let parts = words.split(separator: " ")
    guard parts.count == 3, let first = Int(parts[1]), let second = Int(parts[2]) else { return nil }
    if parts[0] == "Resize" { return .resize(rows: first, columns: second) }
    return Mouse.Action.allCases.first { $0.notation == parts[0] }
      .map { .mouse(Mouse($0, at: Position(row: first, column: second))) }
  }
}

extension Key {
  /// The key with the given name in sessions, or nil.
  init?(notation: String) {
    if let named = Self.names.first(where: { $0.name == notation }) {
      self = named.key
    } else if notation.first == "F", let number = Int(notation.dropFirst()), (1...20).contains(number) {
      self = .f(number)
    } else {
      let characters = Array(notation)
      guard (3...20).contains(characters.count), characters[1] == "-" else { return nil }
      let modifier: Modifiers
      switch characters[0] {
      case "C": modifier = .control
      case "A": modifier = .alt
      case "S": modifier = .shift
      default: return nil
      }
      if characters.count == 3, modifier == .control {
        self = .control(characters[2])
      } else if characters.count == 3, modifier == .alt {
        self = .alt(characters[2])
      } else if let key = Key(notation: String(characters[2...])) {
        self = key.with(modifier)
      } else {
        return nil
      }
    }
  }
}
