internal import Cells

/// A whole sequence that opens with `Esc [`.
struct ControlSequence {
  /// The bytes between the opening and the last byte.
  let body: [UInt8]
  /// The last byte, which says what kind of sequence it is.
  let final: UInt8

  /// What a sequence tells the program.
  enum Meaning: Equatable {
    case key(Key)
    case mouse(Mouse)
    case pasteBegins
    /// Three more bytes belong to it.
    case oldMouseReport
    /// Nothing that is used here: an answer of the terminal, an unknown key.
    case nothing
  }

  var meaning: Meaning {
    if body.first == UInt8(ascii: "<") { return mouse.map(Meaning.mouse) ?? .nothing }
    guard let numbers = numbers(of: body[...]) else { return .nothing }
    let modifiers = KeyCodes.modifiers(numbers.count > 1 ? numbers[1] : 0)
    let key: Key?
    switch final {
    case UInt8(ascii: "~"):
      if numbers == [200] { return .pasteBegins }
      key = KeyCodes.key(ofNumber: numbers.first ?? 0)
    // The form of rxvt for Ctrl.
    case UInt8(ascii: "^"): key = KeyCodes.key(ofNumber: numbers.first ?? 0)?.with(.control)
    case UInt8(ascii: "Z"): key = .backTab
    case UInt8(ascii: "M") where body.isEmpty: return .oldMouseReport
    case UInt8(ascii: "P")...UInt8(ascii: "S"): key = .f(Int(final - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "a")...UInt8(ascii: "d") where body.isEmpty:
      key = KeyCodes.arrow(final - 0x20)?.with(.shift)
    default: key = KeyCodes.arrow(final)
    }
    return key.map { .key($0.with(modifiers)) } ?? .nothing
  }

  /// A mouse report of the form `< button ; column ; row M`, or `m` where a button is let go.
  private var mouse: Mouse? {
    guard let numbers = numbers(of: body.dropFirst()), numbers.count == 3 else { return nil }
    let position = Position(row: max(0, numbers[2] - 1), column: max(0, numbers[1] - 1))
    switch (numbers[0], final) {
    case (0, UInt8(ascii: "M")): return Mouse(.press, at: position)
    case (0, UInt8(ascii: "m")): return Mouse(.release, at: position)
    case (64, UInt8(ascii: "M")): return Mouse(.wheelUp, at: position)
    case (65, UInt8(ascii: "M")): return Mouse(.wheelDown, at: position)
    default: return nil
    }
  }

  /// Numbers parted by semicolons, an absent one as 0; nil if there is anything else.
  private func numbers(of bytes: ArraySlice<UInt8>) -> [Int]? {
    var numbers = [0]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let number = numbers[numbers.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
        // Larger than any number that means something, and far from overflow.
        numbers[numbers.count - 1] = min(number, 100_000)
      case UInt8(ascii: ";"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }
}
