public import CaseModel
import SubsidyRules

/// How a filing rests on an application or an insurance contract.
public enum Reach: Hashable, Sendable {
  /// It claims for that very thing.
  case claim
  /// It counts it, in these inputs.
  case counts([String])
}

/// A filing that rests on something, and how.
public struct Resting: Hashable, Sendable {
  public var filing: String
  public var reach: Reach
}

/// Which counts an application stands in: by input, by how the year of the application lies to the year of the count.
struct CountRule {
  enum When {
    case sameYear, yearBefore
    /// That year or any earlier one.
    case upTo
  }

  var input: String
  var when: When
  var isInventionsOnly = false

  func holds(_ application: ApplicationNumber, in year: Int) -> Bool {
    guard !isInventionsOnly || application.type == .invention else { return false }
    return switch when {
    case .sameYear: application.year == year
    case .yearBefore: application.year == year - 1
    case .upTo: application.year <= year
    }
  }

  /// Counts of applications (articles 2, 6, 9).
  static let applications = [
    CountRule(input: "filingsThisYear", when: .sameYear),
    CountRule(input: "inventionsThisYear", when: .sameYear, isInventionsOnly: true),
    CountRule(input: "filingsLastYear", when: .yearBefore),
    CountRule(input: "inventionsLastYear", when: .yearBefore, isInventionsOnly: true),
  ]
  /// Counts of patents in force (article 9).
  static let patents = [CountRule(input: "validPatents", when: .upTo)]

  static func of(_ kind: News.Kind) -> [CountRule] {
    switch kind {
    case .abnormalApplication: applications + patents
    case .patentInvalid: patents
    case .insuranceCancelled: []
    }
  }
}

extension OfficeState {
  /// Every filing, by anyone, in any year, that rests on an application: what claims for it, and the counts it
  /// stands in of those who claim for it, and of their agencies.
  public func filings(restingOn application: ApplicationNumber) -> [Resting] {
    resting(on: application, CountRule.applications + CountRule.patents, of: []) { file, item in
      file.filing.applications(item).contains { $0.digits == application.digits }
    }
  }

  /// Every filing that rests on what some news is about.
  public func filings(restingOn news: News) -> [Resting] {
    // Who else has told of the same thing knows of more whose counts it stands in.
    let told = self.books.news.filter { $0.origin != nil && $0.isSame(as: news) }.flatMap(\.applicants)
    return resting(
      on: News.application(news.number), CountRule.of(news.kind), of: news.applicants + told
    ) { file, item in
      news.isAbout(file.filing, item)
    }
  }

  private func resting(
    on application: ApplicationNumber?, _ rules: [CountRule], of applicants: [String],
    claims: (FiledFiling, Item) -> Bool
  ) -> [Resting] {
    var rows: [Resting] = []
    var families = Set(applicants.map(family))
    var direct: Set<Int> = []
    for (number, file) in files.enumerated() {
      guard let item = policy.item(file.filing.item), claims(file, item) else { continue }
      direct.insert(number)
      families.formUnion(file.received.heads)
      rows.append(Resting(filing: file.filing.id, reach: .claim))
    }
    guard let application else { return rows }
    // Whoever's list has it counts it, whether or not any filing here names it.
    families.formUnion(self.applicants(listing: application).map(family))
    for (number, file) in files.enumerated() where !direct.contains(number) {
      guard !families.isDisjoint(with: file.received.heads),
        let counts = counts(of: file, in: rules, application)
      else { continue }
      rows.append(Resting(filing: file.filing.id, reach: .counts(counts)))
    }
    return rows
  }

  /// The counts of a filing that an application stands in; nil where there are none.
  func counts(of file: FiledFiling, in rules: [CountRule], _ application: ApplicationNumber) -> [String]? {
    guard let year = countYear(of: file) else { return nil }
    let counts = rules.filter { $0.holds(application, in: year) && file.filing.counts($0.input) }.map(\.input)
    return counts.isEmpty ? nil : counts
  }

  /// The year of a filing's counts: of its event, which a closed filing has no more.
  private func countYear(of file: FiledFiling) -> Int? { file.decision.event?.year }
}

extension Filing {
  /// Whether the filing states a count of at least one.
  func counts(_ input: String) -> Bool {
    if case .count(let number)? = self.input(input) { number > 0 } else { false }
  }

  /// The filing with one less in some counts.
  func countingOneLess(_ names: [String]) -> (filing: Filing, figures: [Input]) {
    let figures = names.compactMap { name -> Input? in
      guard case .count(let number)? = input(name), number > 0 else { return nil }
      return Input(name, .count(number - 1))
    }
    return (with(figures), figures)
  }
}
