import Cells

/// A key as the desk calls it, the same on the bar, in help, in the palette and in every sentence.
///
/// A key goes by what is printed on it, which on the keyboards sold in China is Enter, Esc, Tab, Ctrl, PgDn, Del and
/// the F-keys: that is what somebody looks for who is told to press it. Those that have an arrow, nothing, or now one
/// thing and now another on them (上下, 左右, 空格, 退格) go by the Chinese word.
struct KeyName: Hashable, Sendable {
  let text: String
  /// What the key sends; of a name for two keys the first of them.
  let event: Event
  /// What the second of two keys sends.
  let second: Event?

  private init(_ text: String, _ event: Event, second: Event? = nil) {
    (self.text, self.event, self.second) = (text, event, second)
  }

  static func f(_ number: Int) -> KeyName { .init("F\(number)", .key(.f(number))) }
  static func control(_ letter: Character) -> KeyName {
    .init("Ctrl-\(letter.uppercased())", .key(.control(letter)))
  }

  static let enter = KeyName("Enter", .key(.enter))
  static let escape = KeyName("Esc", .key(.escape))
  static let tab = KeyName("Tab", .key(.tab))
  static let delete = KeyName("Del", .key(.delete))
  static let pageDown = KeyName("PgDn", .key(.pageDown))
  static let space = KeyName("空格", .text(" "))
  static let backspace = KeyName("退格", .key(.backspace))
  static let right = KeyName("右", .key(.right))
  static let upDown = KeyName("上下", .key(.up), second: .key(.down))
  static let leftRight = KeyName("左右", .key(.left), second: .key(.right))
  static let brackets = KeyName("[ ]", .text("["), second: .text("]"))
  static let leftBracket = KeyName("[", .text("["))
  static let rightBracket = KeyName("]", .text("]"))
  static let angles = KeyName("< >", .text("<"), second: .text(">"))
  static let leftAngle = KeyName("<", .text("<"))
  static let rightAngle = KeyName(">", .text(">"))
  static let plusMinus = KeyName("+-", .text("+"), second: .text("-"))
  static let plus = KeyName("+", .text("+"))
  static let zero = KeyName("0", .text("0"))
  /// All screens; pressed on with the mouse it opens the palette, which has them.
  static let digits = KeyName("1-8", .key(.control("p")))
  /// The same where there is a screen of offices.
  static let allDigits = KeyName("1-9", .key(.control("p")))
  static func digit(_ screen: Model.Screen) -> KeyName {
    .init(String(screen.rawValue), .text(String(screen.rawValue)))
  }
}
