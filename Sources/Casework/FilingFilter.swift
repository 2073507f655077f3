public import CaseModel
import SubsidyRules

/// Which of the office's filings a list shows.
public struct FilingFilter: Hashable, Sendable {
  /// The year that the award belongs to; nil for every year.
  public var year: Int?
  public var item: String?
  /// Any of these items; nil for all.
  public var items: [String]?
  /// Ids of the only filings that are meant; nil for all.
  public var only: [String]?
  /// County of the applicant as of receipt, by any code that it has had.
  public var district: String?
  public var stage: Stage?
  /// Of the event, as `2019-03`; of receipt where the event can't be read.
  public var month: String?
  public var applicant: String?
  /// What commands call the office that keeps it, where several are looked at together; nil for all.
  public var office: String?
  /// Only filings that somebody still has to deal with.
  public var isOpenOnly: Bool
  /// Each must be found somewhere in the filing.
  public var words: [FilingWord]

  public init(
    year: Int? = nil, item: String? = nil, items: [String]? = nil, only: [String]? = nil,
    district: String? = nil, stage: Stage? = nil,
    month: String? = nil, applicant: String? = nil, isOpenOnly: Bool = false, words: [FilingWord] = []
  ) {
    self.year = year
    self.item = item
    self.items = items
    self.only = only
    self.district = district
    self.stage = stage
    self.month = month
    self.applicant = applicant
    self.isOpenOnly = isOpenOnly
    self.words = words
  }

  /// The numbers of the filings that it takes, in the order in which they were entered. Records are read only
  /// where a word may stand in nothing else.
  func numbers(in state: OfficeState) -> [Int] {
    let files = state.files
    // A name that stands in no row takes nothing.
    let named = [item, applicant].compactMap(\.self)
    guard named.allSatisfy({ files.name($0) != nil }) else { return [] }
    let item = item.flatMap(files.name)
    let county = district.map(state.county)
    var counties = CountyNames(state)
    let applicant = applicant.flatMap(files.name)
    let items = items.map { Set($0.compactMap(files.name)) }
    let stages = FileRow.stages.map { (stage == nil || $0 == stage) && (!isOpenOnly || $0.isOpen) }
    let words = words.map { RowWord($0, in: files) }
    func takes(_ number: Int) -> Bool {
      let row = files.rows[number]
      if let year, row.year != year { return false }
      if let item, row.item != item { return false }
      if let items, !items.contains(row.item) { return false }
      if let county, counties.county(of: row) != county { return false }
      if let applicant, row.applicant != applicant { return false }
      if !stages.holds(Int(row.stageNumber)) { return false }
      if let month, row.month != month { return false }
      return words.allSatisfy { $0.isFound(in: row, number, files) }
    }
    guard let only else { return files.indices.filter(takes) }
    return Set(only.compactMap(files.number)).filter(files.indices.contains).sorted().filter(takes)
  }
}

extension FileRow {
  /// The month of the day that the award belongs to, as `2019-03`.
  var month: String { String(day.description.prefix(7)) }

  /// What tells it apart from rows of other keys in a dimension; one key may have several.
  func number(in dimension: AwardDimension) -> Int {
    switch dimension {
    case .item: item.place
    case .district: district.place
    case .month: day.dayNumber
    case .stage: Int(stageNumber)
    case .applicant: applicant.place
    }
  }
}

/// What a list of filings is sorted by; ties go by day of receipt and number.
public enum FilingOrder: Hashable, Sendable, CaseIterable {
  case received, applicant, item, stage, outcome, award
  /// By the office that keeps it, where several are looked at together.
  case office
}

extension OfficeState {
  /// What commands call the office that keeps a filing, where several are looked at together.
  public func office(of filing: String) -> String {
    origin(of: filing)?.office ?? office?.district ?? ""
  }

  /// The filings that a filter takes, as numbers into `files`, sorted.
  public func filings(
    _ filter: FilingFilter, by order: FilingOrder = .received, descending: Bool = false
  ) -> [Int] {
    // Filings are entered about as they are received: this sort has little to do, and the next one keeps its order
    // among equal keys.
    var numbers = filter.numbers(in: self).sorted {
      descending ? files.precedes($1, $0) : files.precedes($0, $1)
    }
    if let wanted = filter.office { numbers.removeAll { office(of: files.id(of: $0)) != wanted } }
    guard order != .received else { return numbers }
    if order == .office {
      return numbers.map { (key: office(of: files.id(of: $0)), number: $0) }
        .sorted { descending ? $1.key < $0.key : $0.key < $1.key }.map(\.number)
    }
    let keys = sortKeys(order)
    return numbers.map { (key: keys(files.rows[$0]), number: $0) }
      .sorted { descending ? $1.key < $0.key : $0.key < $1.key }
      .map(\.number)
  }

  /// What an order compares rows by, as numbers.
  private func sortKeys(_ order: FilingOrder) -> (FileRow) -> Int64 {
    switch order {
    case .received, .office: return { _ in 0 }
    case .applicant:
      let places = places(of: people.applicants.sorted { $0.name < $1.name }.map { ($0.id, $0.name) })
      return { places[$0.applicant] ?? -1 }
    case .item:
      let places = places(of: policy.items.map { ($0.id, $0.id) })
      return { places[$0.item] ?? .max }
    case .stage: return { Int64($0.stageNumber) }
    case .outcome: return { Int64($0.outcomeNumber) }
    case .award: return { $0.awardFen }
    }
  }

  /// The places of ids in a sorted list, by the number that rows have for each; what has one key shares a place.
  private func places(of sorted: [(id: String, key: String)]) -> [NameNumber: Int64] {
    var places: [NameNumber: Int64] = [:]
    var place: Int64 = 0
    for (index, one) in sorted.enumerated() {
      if index > 0, sorted[index - 1].key != one.key { place += 1 }
      if let name = files.name(one.id) { places[name] = place }
    }
    return places
  }
}
