/// Filings of which all offices together have something to say that their own offices do not.
public struct NotedFilings: Sendable {
  /// Those whose office has touched them behind what the city decided on.
  public internal(set) var moved: [String] = []
  /// Those of sealed years that their offices have touched since, or brought in: what was done waits apart.
  public internal(set) var late: [OfficeRecord] = []
  /// Those of the city's own journal that copy an office's: left out here.
  public internal(set) var copies: [String: OfficeFiling] = [:]
  /// The same with those that the city has ruled to be filings of their own, and that stand here.
  var allCopies: [String: OfficeFiling] = [:]
  /// Those whose office has taken them back behind the city's verdict, with the city's word.
  var voided: Set<OfficeFiling> = []
  /// Those whose office has approved them itself since it joined, where the city has ruled that this is nothing.
  var powerless: Set<OfficeFiling> = []
  /// Those on lines that do not count on which the city has paid, by the ids that they have here.
  public internal(set) var uncounted: [String: OfficeFiling] = [:]
  /// Numbers that two offices have given, by the name under which the later one's stands here.
  public internal(set) var renamed: [String: OfficeFiling] = [:]
}
