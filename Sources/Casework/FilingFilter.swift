public import CaseModel
public import SubsidyRules

/// Which of the office's filings a list shows.
public struct FilingFilter: Hashable, Sendable {
  /// The year that the award belongs to; nil for every year.
  public var year: Int?
  public var item: String?
  /// District of the applicant as of receipt.
  public var district: String?
  public var stage: Stage?
  /// Of the event, as `2019-03`; of receipt where the event can't be read.
  public var month: String?
  public var applicant: String?
  /// Only filings that somebody still has to deal with.
  public var isOpenOnly: Bool
  /// Each must be found somewhere in the filing.
  public var words: [FilingWord]

  public init(
    year: Int? = nil, item: String? = nil, district: String? = nil, stage: Stage? = nil,
    month: String? = nil, applicant: String? = nil, isOpenOnly: Bool = false, words: [FilingWord] = []
  ) {
    self.year = year
    self.item = item
    self.district = district
    self.stage = stage
    self.month = month
    self.applicant = applicant
    self.isOpenOnly = isOpenOnly
    self.words = words
  }

  func takes(_ file: FiledFiling) -> Bool {
    if let year, file.year != year { return false }
    if let item, file.filing.item != item { return false }
    if let district, file.received.district != district { return false }
    if let stage, file.filing.stage != stage { return false }
    if let month, file.month != month { return false }
    if let applicant, file.filing.applicant != applicant { return false }
    if isOpenOnly, !file.filing.stage.isOpen { return false }
    return words.allSatisfy { $0.isFound(in: file) }
  }
}

/// One word of a search, with everything that it may mean: worked out once, then tried on every filing.
public struct FilingWord: Hashable, Sendable {
  public var items: Set<String>
  public var districts: Set<String>
  public var stages: Set<Stage>
  public var outcomes: Set<Outcome>
  public var applicants: Set<String>
  /// The word as part of a receipt number, in upper case.
  public var text: String
  /// The word as part of a number on the paper (an application number in any dress); nil below four digits.
  private let digits: String?

  public init(
    _ text: String, items: Set<String> = [], districts: Set<String> = [], stages: Set<Stage> = [],
    outcomes: Set<Outcome> = [], applicants: Set<String> = []
  ) {
    self.items = items
    self.districts = districts
    self.stages = stages
    self.outcomes = outcomes
    self.applicants = applicants
    self.text = TextFolding.search(text)
    let bare = Self.bare(text)
    digits = bare.utf8.count >= 4 ? bare : nil
  }

  func isFound(in file: FiledFiling) -> Bool {
    let filing = file.filing
    if items.contains(filing.item) || applicants.contains(filing.applicant) { return true }
    if districts.contains(file.received.district) || stages.contains(filing.stage) { return true }
    if outcomes.contains(file.decision.outcome) { return true }
    if !text.isEmpty, filing.id.contains(text) { return true }
    guard let digits else { return false }
    return filing.inputs.contains { input in
      if case .text(let text) = input.value { Self.bare(text).contains(digits) } else { false }
    }
  }

  /// A number without ZL or CN, spaces, hyphens and dots; nothing where other characters stand in it.
  private static func bare(_ text: String) -> String {
    var bare = TextFolding.search(text)
    if bare.hasPrefix("ZL") || bare.hasPrefix("CN") { bare.removeFirst(2) }
    bare.removeAll { ".-。·｡".contains($0) }
    return bare.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "X") } ? bare : ""
  }
}

/// What a list of filings is sorted by; ties go by day of receipt and number.
public enum FilingOrder: Hashable, Sendable, CaseIterable {
  case received, applicant, item, stage, outcome, award
}

extension OfficeState {
  /// The filings that a filter takes, as numbers into `files`, sorted.
  public func filings(
    _ filter: FilingFilter, by order: FilingOrder = .received, descending: Bool = false
  ) -> [Int] {
    let found = files.indices.filter { filter.takes(files[$0]) }
    let sorted = found.sorted { a, b in
      let (x, y) = (files[a], files[b])
      if let isFirst = precedes(x, y, order) { return isFirst != descending }
      return (x.filing.received, x.filing.id) < (y.filing.received, y.filing.id) ? !descending : descending
    }
    return sorted
  }

  /// Nil where the order does not tell them apart.
  private func precedes(_ a: FiledFiling, _ b: FiledFiling, _ order: FilingOrder) -> Bool? {
    func first<Key: Comparable>(_ x: Key, _ y: Key) -> Bool? { x == y ? nil : x < y }
    switch order {
    case .received: return nil
    case .applicant:
      return first(
        applicant(a.filing.applicant)?.name ?? "", applicant(b.filing.applicant)?.name ?? "")
    case .item: return first(itemPlace(a.filing.item), itemPlace(b.filing.item))
    case .stage: return first(a.filing.stage.place, b.filing.stage.place)
    case .outcome: return first(a.decision.outcome.place, b.decision.outcome.place)
    case .award: return first(a.decision.award, b.decision.award)
    }
  }

  private func itemPlace(_ id: String) -> Int { policy.items.firstIndex { $0.id == id } ?? .max }
}

extension Stage {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Outcome {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
