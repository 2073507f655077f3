import CaseModel
import Casework
import SubsidyRules
import Wording

/// Which filings their screen shows, and in which order, as the clerk has set it.
struct FilingCriteria: Hashable, Sendable {
  /// What was typed to search: words of an applicant's name (pinyin too), an item, a district, a stage, an outcome,
  /// or a part of a number; each must be found.
  var query = ""
  var isEveryYear = false
  var order = FilingOrder.received
  var isDescending = true
  /// Chosen on another screen by looking behind a figure.
  var item: String?
  var district: String?
  var stage: Stage?
  /// Of the event, as `2019-03`.
  var month: String?
  var applicant: String?
  /// An article of one of the policies.
  var article: PolicyArticle?
  /// What commands call the office that keeps them, at a city.
  var office: String?
  /// The filings behind a figure, named.
  var only: Behind?

  /// Filings that make up a figure, whatever year they belong to.
  struct Behind: Hashable, Sendable {
    var name: String
    var filings: [String]
  }

  /// Whether more is asked for than the year.
  var isNarrowed: Bool {
    !query.isEmpty || item != nil || district != nil || stage != nil || month != nil || applicant != nil
      || article != nil || office != nil || only != nil
  }

  /// The filings that it takes, in its order.
  ///
  /// - Parameter isNear: Whether names and numbers may differ by one slip of the finger from what was typed.
  func filings(year: Int, isNear: Bool = false, _ state: OfficeState) -> [Int] {
    state.filings(filter(year: year, isNear: isNear, state), by: order, descending: isDescending)
  }

  func filter(year: Int, isNear: Bool = false, _ state: OfficeState) -> FilingFilter {
    let near = isNear ? NearNumbers(query)?.filings(state) ?? [] : []
    guard near.isEmpty else {
      var filter = FilingCriteria.without(query: self).filter(year: year, state)
      filter.only = filter.only.map { only in near.filter(only.contains) } ?? near
      return filter
    }
    var filter = FilingFilter(
      year: isEveryYear || only != nil ? nil : year,
      item: item,
      items: article.map { $0.items(state).map(\.id) },
      only: only?.filings, district: district, stage: stage, month: month,
      applicant: applicant,
      words: query.split(whereSeparator: \.isWhitespace).map { Self.word(String($0), isNear, state) })
    filter.office = office
    return filter
  }

  private static func without(query criteria: FilingCriteria) -> FilingCriteria {
    var criteria = criteria
    criteria.query = ""
    return criteria
  }

  /// Everything that a word may mean.
  private static func word(_ word: String, _ isNear: Bool, _ state: OfficeState) -> FilingWord {
    func isMeant(_ label: String) -> Bool { state.search.matches(word, in: label) }
    return FilingWord(
      word,
      items: Set(state.policy.items.filter { isMeant($0.label) }.map(\.id)),
      districts: Set(state.districts.filter { isMeant($0.name) }.map(\.code)),
      stages: Set(Stage.allCases.filter { isMeant(Labels.label($0)) }),
      outcomes: Set(Outcome.allCases.filter { isMeant(Labels.label($0)) }),
      applicants: Set(state.search.find(word) + (isNear ? state.search.findNearly(word) : [])))
  }

  /// What the list is narrowed to besides the words, for the clerk to see.
  func chips(_ state: OfficeState) -> String {
    var chips: [String] = []
    if let item { chips.append(state.policy.item(item)?.label ?? item) }
    if let district { chips.append(Labels.district(district, among: state.districts)) }
    if let stage { chips.append(Labels.label(stage)) }
    if let month { chips.append(month) }
    if let article { chips.append(Labels.articleName(article.number)) }
    if let office { chips.append(OfficeNames.full(office, in: state)) }
    if let only { chips.append(only.name) }
    if let applicant { chips.append(state.applicant(applicant)?.name ?? applicant) }
    return chips.joined(separator: "、")
  }
}
