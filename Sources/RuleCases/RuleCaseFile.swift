import CaseModel
public import SubsidyRules

/// A file of cases, one line each, so that an auditor can read them beside the policy.
///
///     # what the article says, with its number
///     item agency-grant                      the item that the cases below claim
///     base kind=agency district=441802 …     what every case states unless it says otherwise
///     case 发明 500 元 | applicationNumber=201810000001 | pay 500.00
///     case 额度只剩 200 元 | … | reduced 200.00 of 500.00 cap:agency-year
///       with decided=49800.00 received=2019-01-01 | decided 49800.00
///       cap agency-year A 2019 | used 50000.00 of 50000.00 left 0.00 over 0.00
///
/// A case changes the base: `name=value` for an input, `-name` takes one away. Besides inputs: `item`, `applicant`,
/// `kind`, `district`, `parent`, `received`, `status`, `decided`, `reclaimed`, `id`, `override.<input>=<reason>` and
/// `reading.<id>=<option>`. Values with blanks stand in “”. The outcome comes first in what is expected, then the award,
/// `of` the gross where a cap or a reclaim came between, then reasons; a warning has `!` in front. `with` adds another
/// filing to the case above it, made from the same base; it has its own outcome or none. `cap` gives a row of the caps,
/// by cap, holder and year; where a case gives one it gives all, and `cap none` says that there is none. The filing in question is F5 of applicant A, the others
/// are F1, F2 … unless they say otherwise.
public enum RuleCaseFile {
  /// Reads a file; throws `RuleCaseError` at the first line that is wrong.
  public static func read(_ text: String, file: String, policy: Policy) throws -> [RuleCase] {
    var reader = RuleCaseReader(file: file, policy: policy)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try reader.read(String(line), at: index + 1)
    }
    try reader.finish()
    return reader.cases
  }
}

struct RuleCaseReader {
  let file: String
  let policy: Policy
  private(set) var cases: [RuleCase] = []
  private var item = ""
  private var base: [RuleCaseWord] = []
  private var heading = ""
  private var pending: Pending?
  private var line = 0

  init(file: String, policy: Policy) {
    self.file = file
    self.policy = policy
  }

  private struct Pending {
    var title: String
    var line: Int
    var main: (words: [RuleCaseWord], expected: Expectation?)
    var others: [(words: [RuleCaseWord], expected: Expectation?)] = []
    var caps: Set<String>?
  }

  mutating func read(_ text: String, at number: Int) throws {
    line = number
    let text = text.trimmed
    if text.isEmpty { return }
    if text.hasPrefix("#") {
      heading = String(text.dropFirst()).trimmed
      return
    }
    let (verb, rest) = text.firstWord
    switch verb {
    case "item":
      try finish()
      guard policy.item(rest) != nil else { throw error("no item \(rest)") }
      item = rest
      base = []
    case "base":
      try finish()
      base += RuleCaseWord.all(in: rest)
    case "case":
      try finish()
      let parts = rest.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
      guard parts.count == 3 else { throw error("a case has a title, changes and what is expected") }
      pending = Pending(
        title: "\(heading)：\(parts[0])", line: number,
        main: (words(parts[1]), try expectation(parts[2])))
    case "with":
      let parts = rest.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
      guard var open = pending, parts.count <= 2 else { throw error("`with` belongs to a case") }
      open.others.append((words(parts[0]), parts.count == 2 ? try expectation(parts[1]) : nil))
      pending = open
    case "cap":
      guard var open = pending else { throw error("`cap` belongs to a case") }
      guard rest == "none" || rest.split(separator: "|").count == 2 else {
        throw error("a cap has a row and what it holds")
      }
      open.caps = (open.caps ?? []).union(rest == "none" ? [] : [rest])
      pending = open
    default: throw error("unknown line \(verb)")
    }
  }

  mutating func finish() throws {
    guard let pending else { return }
    self.pending = nil
    // What is wrong with a case is told at its own line.
    let next = line
    line = pending.line
    defer { line = next }
    guard let expected = pending.main.expected else { throw error("nothing is expected of the case") }
    var made = RuleCase(title: pending.title, file: file, line: pending.line, caps: pending.caps)
    for (index, other) in pending.others.enumerated() {
      let filing = try add(other.words, id: "F\(index + 1)", to: &made)
      made.expected[filing] = other.expected
    }
    let main = try add(pending.main.words, id: "F5", to: &made)
    made.expected[main] = expected
    cases.append(made)
  }

  func error(_ problem: String) -> RuleCaseError { RuleCaseError(file: file, line: line, problem: problem) }

  // MARK: - Words

  private func words(_ text: String) -> [RuleCaseWord] { base + RuleCaseWord.all(in: text) }

  private func expectation(_ text: String) throws -> Expectation? {
    guard !text.isEmpty else { return nil }
    guard let expectation = Expectation(text) else { throw error("can't be expected: \(text)") }
    if [.reduced, .exhausted].contains(expectation.outcome), expectation.gross == expectation.award {
      throw error("a capped award is `of` a larger gross")
    }
    return expectation
  }

  /// Adds a filing made of words, and its applicant; gives its id.
  private func add(_ words: [RuleCaseWord], id: String, to made: inout RuleCase) throws -> String {
    // The item says which inputs there are, so it comes first, wherever it stands.
    let item = words.last { $0.name == "item" }?.value ?? item
    guard policy.item(item) != nil else { throw error("no item \(item)") }
    var draft = RuleCaseDraft(item: item, id: id)
    for word in words where word.name != "item" { try draft.take(word, self) }
    guard !made.filings.contains(where: { $0.id == draft.filing.id }) else {
      throw error("two filings are \(draft.filing.id)")
    }
    made.filings.append(draft.filing)
    made.readings.merge(draft.readings) { $1 }
    if let place = made.applicants.firstIndex(where: { $0.id == draft.applicant.id }) {
      made.applicants[place] = draft.applicant
    } else {
      made.applicants.append(draft.applicant)
    }
    return draft.filing.id
  }
}
