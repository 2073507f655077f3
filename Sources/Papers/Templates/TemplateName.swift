/// One name that the templates of a paper may use.
public struct TemplateName: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    /// Printed where it stands; as a section it shows what is inside where there is such a text.
    case text
    /// Only for sections: shows what is inside, or (`^`) what is inside where it does not hold.
    case flag
    /// Only for sections: what is inside comes once for each element, whose own names it may use besides.
    case list([TemplateName])
  }

  /// What stands between the braces.
  public var name: String
  /// What it gives, in Chinese, for whoever edits a template.
  public var meaning: String
  public var kind: Kind

  public init(_ name: String, _ meaning: String, _ kind: Kind = .text) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
  }
}
