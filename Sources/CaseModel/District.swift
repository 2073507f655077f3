/// A district of a policy or an office, by its code of GB/T 2260 or, for a zone without one, the policy's own.
public struct District: Hashable, Sendable, Identifiable {
  /// Six digits, or two to six capital letters.
  public var code: String
  public var name: String
  /// Codes it bore before, which still stand in identity numbers and credit codes.
  public var formerCodes: [String]
  /// The code of the district that a zone lies in.
  public var liesIn: String?

  public var id: String { code }

  public init(code: String, name: String, formerCodes: [String] = [], liesIn: String? = nil) {
    self.code = code
    self.name = name
    self.formerCodes = formerCodes
    self.liesIn = liesIn
  }

  /// A district as the country's table has it, under the name it has among others of its city; nil for a code that
  /// bears no district today.
  public init?(country code: String) {
    guard let entry = Country.table.entry(code), !entry.isRetired else { return nil }
    self.init(code: code, name: entry.name, formerCodes: Country.table.formerCodes(of: code))
  }

  /// Whether the whole city is meant, not one of its counties.
  public var isCity: Bool { code.utf8.count == 6 && code.hasSuffix("00") }
}

extension [District] {
  /// The district that bears a code today; nil for a former or a foreign one.
  public func named(by code: String) -> District? { first { $0.code == code } }

  /// The district that a code means, also where it is a former one.
  public func meant(by code: String) -> District? {
    if let named = named(by: code) { return named }
    if let former = first(where: { $0.formerCodes.contains(code) }) { return former }
    return Country.table.entry(code)?.now.flatMap(named(by:))
  }
}
