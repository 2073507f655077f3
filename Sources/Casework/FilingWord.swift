public import CaseModel
public import SubsidyRules

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
  fileprivate let digits: String?

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

  /// A number without ZL or CN, spaces, hyphens and dots; nothing where other characters stand in it.
  fileprivate static func bare(_ text: String) -> String {
    var bare = TextFolding.search(text)
    if bare.hasPrefix("ZL") || bare.hasPrefix("CN") { bare.removeFirst(2) }
    bare.removeAll { ".-。·｡".contains($0) }
    return bare.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "X") } ? bare : ""
  }
}

/// A word with the numbers that rows have for what it may mean, so that a search looks at rows and at few records.
struct RowWord {
  private let items: [Bool]
  private let districts: [Bool]
  private let applicants: [Bool]
  private let stages: [Bool]
  private let outcomes: [Bool]
  private let word: FilingWord
  private let text: [UInt8]

  init(_ word: FilingWord, in files: FileList) {
    func marked(_ names: Set<String>) -> [Bool] {
      var marked = [Bool](repeating: false, count: files.nameTexts.count)
      for number in names.compactMap(files.name) { marked[number.place] = true }
      return marked
    }
    items = marked(word.items)
    districts = marked(word.districts)
    applicants = marked(word.applicants)
    stages = FileRow.stages.map(word.stages.contains)
    outcomes = FileRow.outcomes.map(word.outcomes.contains)
    text = Array(word.text.utf8)
    self.word = word
  }

  func isFound(in row: FileRow, _ number: Int, _ files: FileList) -> Bool {
    if applicants.holds(row.applicant.place) || items.holds(row.item.place)
      || districts.holds(row.district.place)
      || stages.holds(Int(row.stageNumber)) || outcomes.holds(Int(row.outcomeNumber))
      || files.id(of: number, holds: text)
    {
      return true
    }
    guard let digits = word.digits else { return false }
    return files.filing(number).inputs.contains { input in
      if case .text(let text) = input.value { FilingWord.bare(text).contains(digits) } else { false }
    }
  }
}

extension [Bool] {
  /// Whether a number is among those that are marked; one beyond them is not.
  func holds(_ number: Int) -> Bool { indices.contains(number) && self[number] }
}
