import CaseModel
import Casework
import SubsidyRules

/// What somebody types from paper covers (交接单): for an office and an item how many filings, and what they come to.
///
///     441881:agency-grant=3/1500.00;441881:代理授权=3/1500.00
enum TypedCovers {
  /// The lines by the office's code; items by their ids or labels.
  static func read(_ texts: [String], _ state: OfficeState) throws -> [String: [CoverLine]] {
    var covers: [String: [CoverLine]] = [:]
    for (place, part) in texts.enumerated().flatMap({ place, text in
      plain(text).split(separator: ";", omittingEmptySubsequences: false).map { (place, String($0).trimmed) }
    }) {
      guard !part.isEmpty else {
        throw Failure(.usage, "第 \(place + 1) 份交接单里有一项是空的，什么都没有收。请照纸上的写 局:项目=件数/金额，或去掉它。")
      }
      let (office, line) = try read(part, state)
      // Of two lines on one item nobody knows which is meant.
      if covers[office]?.contains(where: { $0.item == line.item }) == true {
        let label = state.policy.item(line.item)?.label ?? line.item
        throw Failure(.usage, "交接单里 \(office) 的“\(label)”写了两次，没有收。请只写一次。")
      }
      covers[office, default: []].append(line)
    }
    return covers
  }

  /// What an input method types in full width, as it is meant.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(TextFolding.halfWidth)))
  }

  private static func read(_ text: String, _ state: OfficeState) throws -> (String, CoverLine) {
    guard let parts = parts(of: text) else {
      throw Failure(.usage, "交接单“\(text)”的写法不对，应为 局:项目=件数/金额，如 441881:agency-grant=3/1500.00。")
    }
    guard state.offices.office(parts[0]) != nil else {
      throw Failure(.usage, "交接单里的局“\(parts[0])”没有入网，请核对代码。")
    }
    guard let item = state.policy.items.first(where: { $0.id == parts[1] || plain($0.label) == parts[1] })
    else {
      throw Failure(.usage, "政策里没有项目“\(parts[1])”，请照交接单上的名称写。")
    }
    guard let filings = ungrouped(parts[2]).flatMap(count),
      let award = ungrouped(parts[3]).flatMap(Money.init)
    else {
      throw Failure(.usage, "交接单“\(text)”的件数或金额读不出来，金额写到分，如 1500.00 或 1,500.00。")
    }
    return (parts[0], CoverLine(item: item.id, filings: filings, award: award))
  }

  /// Office, item, count and sum; nil where it is not written so. In an item's name any of the marks may stand.
  private static func parts(of text: String) -> [String]? {
    guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals,
      let slash = text[equals...].firstIndex(of: "/")
    else { return nil }
    func between(_ start: String.Index, _ end: String.Index) -> String {
      String(text[text.index(after: start)..<end]).trimmed
    }
    return [
      String(text[..<colon]).trimmed, between(colon, equals), between(equals, slash),
      between(slash, text.endIndex),
    ]
  }

  /// A number as it stands on paper, without the commas that part groups of three digits; nil where commas stand otherwise.
  private static func ungrouped(_ text: String) -> String? {
    let whole = text.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard
      groups.count == 1
        || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + text[whole.endIndex...]
  }

  private static func count(_ text: String) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
