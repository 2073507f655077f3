public import CaseModel
public import SubsidyRules

/// What lies next to every boundary of a policy as somebody has confirmed it, kept in a text file beside the policy.
///
/// The first line names the form, the policy, who confirmed it and on which day; behind it stand the lines of
/// `PolicyBoundaries`. Whoever changes the policy sees in which of them it comes out otherwise.
///
/// `policy check --confirmed-by` keeps them.
public struct KeptBoundaries: Hashable, Sendable {
  public static let format = "zizhu-boundaries/1"
  /// What is put behind the name of the policy file.
  public static let ending = ".boundaries"

  public var policy: String
  public var confirmedBy: String
  public var day: CivilDate
  public var lines: [String]

  public init(_ policy: Policy, confirmedBy: String, day: CivilDate) {
    self.policy = policy.id
    self.confirmedBy = confirmedBy
    self.day = day
    lines = PolicyBoundaries.lines(policy)
  }

  /// Reads a kept file; nil where it is none.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard !lines.isEmpty else { return nil }
    let head = lines.removeFirst().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard head.count == 4, head[0] == Self.format, let day = CivilDate(head[3]) else { return nil }
    if lines.last == "" { lines.removeLast() }
    (policy, confirmedBy, self.day, self.lines) = (head[1], head[2], day, lines)
  }

  public var text: String {
    let name = confirmedBy.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    return ([[Self.format, policy, name, day.description].joined(separator: "\t")] + lines).map { $0 + "\n" }
      .joined()
  }

  /// What comes out otherwise under a policy: lines that were confirmed and are gone, and those that are new, each under
  /// its heading.
  public func differences(from policy: Policy) -> [String] {
    let now = Self.placed(PolicyBoundaries.lines(policy))
    let then = Self.placed(lines)
    let (nowSet, thenSet) = (Set(now), Set(then))
    return then.filter { !nowSet.contains($0) }.map { "确认过：\($0)" }
      + now.filter { !thenSet.contains($0) }.map { "现在是：\($0)" }
  }

  /// Each line with the heading that it stands under.
  private static func placed(_ lines: [String]) -> [String] {
    var heading = ""
    return lines.compactMap { line in
      // A heading stands at the margin behind an empty line.
      guard line.hasPrefix("  ") else {
        heading = line
        return nil
      }
      return "\(heading)，\(line.drop { $0 == " " })"
    }
  }
}
