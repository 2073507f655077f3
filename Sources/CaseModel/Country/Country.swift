import CDistricts

/// The country's districts down to the counties (GB/T 2260), so that a clerk reads 广州市天河区 and no code.
///
/// The table is `CDistricts/districts.tsv`: code, name, and of a code that is out of use the code that its place bears
/// today, or `-` where it went to several or is not known. Source: the Ministry of Civil Affairs' yearly lists of 1998 to
/// April 2019, with the changes of 2019 to 2021 that we are sure of. `GXQ` stands in it for policy files that give no names.
public struct Country: Sendable {
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var isRetired: Bool
    /// Of a code that is out of use: the one that its place bears today, where it is known.
    public var now: String?
  }

  /// Read when it is first asked for.
  public static let table = Country(
    tsv: Array(UnsafeBufferPointer(start: districts_table(), count: districts_size())))

  private var entries: [String: Entry] = [:]
  private var former: [String: [String]] = [:]

  init(tsv: [UInt8]) {
    for line in tsv.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count >= 2 else { continue }
      let now = parts.count > 2 && parts[2] != "-" ? parts[2] : nil
      entries[parts[0]] = Entry(name: parts[1], isRetired: parts.count > 2, now: now)
      if let now { former[now, default: []].append(parts[0]) }
    }
  }

  /// How many districts there are today.
  public var count: Int { entries.values.count { !$0.isRetired } }

  public func entry(_ code: String) -> Entry? { entries[code] }

  func formerCodes(of code: String) -> [String] { former[code] ?? [] }

  /// The code of a district by the name that `fullName` gives it; nil where none of today's bears it.
  public static func code(named name: String) -> String? { codes[name] }

  /// The codes of the districts that bear a name today, with their city (广州市天河区) or without (天河区).
  public static func codes(named name: String) -> [String] {
    code(named: name).map { [$0] } ?? shortNames[name] ?? []
  }

  private static let shortNames: [String: [String]] = {
    let today = table.entries.filter { !$0.value.isRetired }.keys.sorted()
    return Dictionary(grouping: today) { table.entries[$0]?.name ?? "" }
  }()

  private static let codes: [String: String] = table.entries.reduce(into: [:]) { codes, entry in
    guard !entry.value.isRetired, let name = table.fullName(entry.key) else { return }
    codes[name] = entry.key
  }

  /// The name by which anybody in the country knows a district: a county with its city (广州市天河区), or with its
  /// province where it belongs to no city (湖北省仙桃市); nil for a code that never was one.
  public func fullName(_ code: String) -> String? {
    guard let entry = entries[code] else { return nil }
    guard code.utf8.count == 6, !code.hasSuffix("00") else { return entry.name }
    let above = entries[code.prefix(4) + "00"] ?? entries[code.prefix(2) + "0000"]
    return (above?.name ?? "") + entry.name
  }
}
