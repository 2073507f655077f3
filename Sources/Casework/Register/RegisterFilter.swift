import CaseModel
import SubsidyRules

/// Which records of the register somebody wants to see.
public struct RegisterFilter: Hashable, Sendable {
  public var kind: String?
  public var year: Int?
  public var district: String?
  /// Words that stand in a record, or their pinyin.
  public var query: String
  /// Records that were struck out, too.
  public var withStruckOut: Bool

  public init(
    kind: String? = nil, year: Int? = nil, district: String? = nil, query: String = "",
    withStruckOut: Bool = false
  ) {
    self.kind = kind
    self.year = year
    self.district = district
    self.query = query
    self.withStruckOut = withStruckOut
  }
}

extension OfficeState {
  /// The records that a filter takes, in the order of entry.
  public func records(_ filter: RegisterFilter) -> [RegisterRecord] {
    allRecords(filter).filter(isShown)
  }

  /// The same of all offices that are looked at together.
  func allRecords(_ filter: RegisterFilter) -> [RegisterRecord] {
    let district = filter.district.map(county)
    return books.register.records.filter { record in
      guard filter.withStruckOut || record.struckOut == nil else { return false }
      guard filter.kind == nil || filter.kind == record.entry.kind else { return false }
      guard district == nil || district == county(record.entry.district) else { return false }
      if let year = filter.year, self.year(of: record.entry) != year { return false }
      return TextFolding.isBlank(filter.query) || finds(filter.query, in: record)
    }
  }

  /// The year that a record belongs to; nil where the policy in force no longer has its kind.
  public func year(of entry: RegisterEntry) -> Int? { recordKind(entry.kind).flatMap(entry.year) }

  private func finds(_ query: String, in record: RegisterRecord) -> Bool {
    let kind = recordKind(record.entry.kind)
    var texts = [record.id]
    for value in record.entry.values {
      switch value.value {
      case .text(let text):
        if case .choice(let options)? = kind?.field(value.name)?.rule.kind {
          texts.append(options.first { $0.id == text }?.label ?? text)
        } else {
          texts.append(text)
        }
      case .count(let count): texts.append(String(count))
      case .null, .flag, .other: break
      }
    }
    return texts.contains { search.matches(query, in: $0) }
  }
}
