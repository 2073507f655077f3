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
    for text in texts.map(plain).flatMap({ $0.split(separator: ";") }).map(String.init) {
      let (office, line) = try read(text.trimmed, state)
      // Of two lines on one item nobody knows which is meant.
      if covers[office]?.contains(where: { $0.item == line.item }) == true {
        let label = state.policy.item(line.item)?.label ?? line.item
        throw Failure(status: .usage, sentence: "交接单里 \(office) 的“\(label)”写了两次，没有收。请只写一次。")
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
    let parts = text.split(whereSeparator: { ":=/".contains($0) }).map { String($0).trimmed }
    guard parts.count == 4 else {
      throw Failure(
        status: .usage, sentence: "交接单“\(text)”的写法不对，应为 局:项目=件数/金额，如 441881:agency-grant=3/1500.00。")
    }
    guard state.offices.office(parts[0]) != nil else {
      throw Failure(status: .usage, sentence: "交接单里的局“\(parts[0])”没有入网，请核对代码。")
    }
    guard let item = state.policy.items.first(where: { $0.id == parts[1] || plain($0.label) == parts[1] })
    else {
      throw Failure(status: .usage, sentence: "政策里没有项目“\(parts[1])”，请照交接单上的名称写。")
    }
    guard let filings = Int(parts[2]), filings >= 0, let award = Money(parts[3].filter { $0 != "," }) else {
      throw Failure(
        status: .usage, sentence: "交接单“\(text)”的件数或金额读不出来，金额写到分，如 1500.00。")
    }
    return (parts[0], CoverLine(item: item.id, filings: filings, award: award))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
