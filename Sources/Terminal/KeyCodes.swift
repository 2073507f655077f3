internal import Cells

/// Which key a byte or number stands for, in the forms of all terminals that are met in practice.
enum KeyCodes {
  /// The key that sends a control character.
  static func key(ofControl byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    // Line feed too: some terminals and pasted lines end with it.
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: nil
    }
  }

  /// F1 to F5 of the Linux console: the byte after `Esc [ [`.
  static func key(ofLinuxConsole byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "E"): .f(Int(byte - UInt8(ascii: "A")) + 1)
    default: nil
    }
  }

  /// The byte after `Esc O`: xterm, tmux, PuTTY with its several settings, the numeric keypad.
  static func key(ofSingle byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    // F1 to F4 nearly everywhere; F5 to F12 in PuTTY's VT100+ setting.
    case UInt8(ascii: "P")...UInt8(ascii: "["): .f(Int(byte - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): arrow(byte - 0x20)?.with(.control)
    default: arrow(byte)
    }
  }

  /// What the numeric keypad types while a program has set it to send `Esc O` and a letter.
  static func keypadCharacter(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "j")...UInt8(ascii: "y"): String(Unicode.Scalar(byte - 0x40))
    case UInt8(ascii: " "): " "
    default: nil
    }
  }

  /// The last byte of the sequences of arrows, Home and End.
  static func arrow(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: nil
    }
  }

  /// The number in sequences that end with `~`.
  static func key(ofNumber number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .f(number - 10)
    case 17...21: .f(number - 11)
    case 23...26: .f(number - 12)
    case 28...29: .f(number - 13)
    case 31...34: .f(number - 14)
    default: nil
    }
  }

  /// Modifiers as terminals number them: one more than the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
  static func modifiers(_ number: Int) -> Key.Modifiers {
    guard (2...16).contains(number) else { return [] }
    let bits = UInt8(number - 1)
    return Key.Modifiers(rawValue: bits & 7).union(bits & 8 != 0 ? .alt : [])
  }
}
