/// A key that is no typed character.
public enum Key: Sendable, Hashable {
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// A function key, F1 to F20.
  case f(Int)
  /// Ctrl with a character, letters in lower case: `.control("s")`.
  case control(Character)
  /// Alt with a character: `.alt("5")`. A terminal sends it as Esc and the character in one burst.
  case alt(Character)
  /// One of the keys above, other than with a character, while Shift, Ctrl or Alt is held down.
  indirect case modified(Modifiers, Key)

  /// The keys held down together with another.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue & 0b111 }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  /// This key with modifiers, in the one spelling that each combination has.
  public func with(_ modifiers: Modifiers) -> Key {
    switch (self, modifiers) {
    case (_, []): self
    case (.tab, .shift): .backTab
    case (.modified(let others, let key), _): .modified(modifiers.union(others), key)
    default: .modified(modifiers, self)
    }
  }
}
