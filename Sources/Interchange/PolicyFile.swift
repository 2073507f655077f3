import CaseModel
import JSONText
public import SubsidyRules

/// The policy file, `zizhu-policy/1`: what a policy pays, to whom, under which conditions, as data.
///
/// One JSON object with `id`, `title`, `document`, `signed`, `periods`, `districts`, `readings`, `caps`, `papers`,
/// `items` and `articles`. Money is text with its unit ("80000元"), rates are text ("30%"), days are
/// `YYYY-MM-DD`. An amount is one of the closed forms `fixed`, `paid`, `share`, `tiers`, `steps`, with or without
/// a `ceiling`; a figure is one for all or told apart by cases. There are no expressions as text: a value is an
/// input, a named value, a fact (`kind`, `event`), a figure, or one operation of the trace on such.
public enum PolicyFile {
  public static let format = "zizhu-policy/1"

  /// Reads a policy file; a wrong one gives all its mistakes at once, in the order of their places.
  public static func read(_ bytes: [UInt8]) -> Result<Policy, PolicyMistakes> {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return .failure(.init([.init(.byteOrderMark, location: JSONLocation(line: 1, column: 1), path: "")]))
    }
    let tree: JSONTree
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      tree = try reader.tree()
      try reader.end()
    } catch {
      return .failure(.init([.init(.json(error.reason), location: error.location, path: "")]))
    }
    let reader = PolicyReader(bytes)
    let policy = reader.policy(.init(tree: tree, path: ""))
    guard reader.mistakes.isEmpty, let policy else {
      let ordered = reader.mistakes.enumerated().sorted { a, b in
        (a.element.offset, a.offset) < (b.element.offset, b.offset)
      }
      return .failure(.init(ordered.map(\.element.mistake)))
    }
    return .success(policy)
  }
}
