/// Of which office each filing is, where several offices are looked at together; empty in a single office.
public struct Origins: Sendable {
  /// The office of another that keeps a filing.
  public struct Origin: Hashable, Sendable {
    /// The filing as its office has it.
    public var filing: OfficeFiling
    /// What commands call the office.
    public var office: String
    /// The places of the city's own steps in the filing's history.
    var cityEntries: Set<Int>

    /// Whether the entry at a place of the filing's history is the city's own.
    public func isOfCity(entry: Int) -> Bool { cityEntries.contains(entry) }
  }

  var byFiling: [String: Origin] = [:]

  public init() {}

  /// Whose a filing is; nil where it is the office's own.
  public func office(of filing: String) -> Origin? { byFiling[filing] }

  public var isEmpty: Bool { byFiling.isEmpty }
}
