/// An award of another item without which nothing is paid, such as the first instalment of several.
public struct NeededAward: Hashable, Sendable {
  /// The other item, by its name in the policy file.
  public var item: String
  /// What tells which of its awards: the parts of its once-only key, as this item has them.
  public var parts: [KeyPart]

  public init(item: String, parts: [KeyPart]) {
    self.item = item
    self.parts = parts
  }
}

/// A single condition that the forms can't say and that the office confirms with yes or no.
public struct Confirmation: Hashable, Sendable {
  /// The office's input, by its index in the item.
  public var input: Int
  public var unexpressed: Item.Unexpressed

  public init(input: Int, unexpressed: Item.Unexpressed) {
    self.input = input
    self.unexpressed = unexpressed
  }
}
