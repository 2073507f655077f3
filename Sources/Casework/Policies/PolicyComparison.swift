public import CaseModel
public import SubsidyRules

/// The office's filings under another policy or reading, case by case: who gains, who loses, which caps move.
///
/// Everything is decided anew under the other policy, ledger included, so that a filing shows up also where only
/// somebody else's award made the difference.
public struct PolicyComparison: Sendable {
  public struct Row: Sendable {
    public var filing: Filing
    /// The head of the applicant's family, as of receipt.
    public var family: String
    public var before: Decision
    public var after: Decision
    /// What a decided filing would come to today under the rules in force, if nobody had decided it; nil of others.
    public var now: Money?

    /// What the other policy pays more; below zero where it pays less.
    public var difference: MoneyTotal { MoneyTotal(after.award) - MoneyTotal(before.award) }
  }

  /// A cap of one holder whose limit or use differs; a side is nil where nothing is served from it there.
  public struct CapMove: Sendable {
    public var group: Claim.Group
    public var before: Side?
    public var after: Side?
  }

  /// A cap as one of the two policies has it.
  public struct Side: Hashable, Sendable {
    public var row: CapRow
    /// Whether limit and use are in pieces, `Cap.onePiece` for each.
    public var isInPieces: Bool

    init?(_ row: CapRow?, _ policy: Policy) {
      guard let row else { return nil }
      self.row = row
      isInPieces = policy.isInPieces(row.group.cap)
    }
  }

  /// What one applicant with its branches, or one agency with its, gains and loses.
  public struct Party: Hashable, Sendable {
    /// The head of the family.
    public var family: String
    /// Its filings that come out differently.
    public var filings: [String] = []
    public var gained = MoneyTotal.zero
    /// A sum below zero, or nothing.
    public var lost = MoneyTotal.zero

    public var difference: MoneyTotal { gained + lost }
  }

  /// The filings with another outcome or award, in the order in which the office received them.
  public var rows: [Row]
  public var caps: [CapMove]
  /// What was decided and taken for undecided; nil where decided amounts stood.
  public var reopened: Reopened?

  /// The decided filings of a comparison in which nothing counts as decided.
  public struct Reopened: Hashable, Sendable {
    /// How many were decided anew.
    public var filings = 0
    /// What they would come to under the rules in force, less what they were decided at.
    public var drift = MoneyTotal.zero
    /// Those that stay as they were decided: money came back of them, or too little is known to judge them.
    public var kept: [String] = []
  }

  /// What all those together gain that gain.
  public var gained: MoneyTotal { sum { $0 > .zero } }
  /// What all those together lose that lose, as a sum below zero.
  public var lost: MoneyTotal { sum { $0 < .zero } }
  /// What the other policy costs more in all.
  public var difference: MoneyTotal { gained + lost }

  /// Everybody for whom the yuan differ: who gains most first, who loses most last.
  public var parties: [Party] {
    var parties: [String: Party] = [:]
    for row in rows where row.difference != .zero {
      var party = parties[row.family] ?? Party(family: row.family)
      party.filings.append(row.filing.id)
      if row.difference > .zero { party.gained = party.gained + row.difference }
      if row.difference < .zero { party.lost = party.lost + row.difference }
      parties[row.family] = party
    }
    return parties.values.sorted { a, b in
      a.difference == b.difference ? a.family < b.family : a.difference > b.difference
    }
  }

  private func sum(where counts: (MoneyTotal) -> Bool) -> MoneyTotal {
    rows.reduce(.zero) { sum, row in counts(row.difference) ? sum + row.difference : sum }
  }
}

extension OfficeState {
  /// Decides everything under another policy and keeps what comes out differently; with `year` only the filings
  /// and caps of that year.
  ///
  /// What is decided stands, unless `reopening`: then it is decided anew as if nobody had, beside what it was decided at.
  public func compared(
    with other: Policy, year: Int? = nil, reopening: Bool = false
  ) -> PolicyComparison {
    compared(with: other, year: year, reopening ? reopened() : nil)
  }

  private func compared(
    with other: Policy, year: Int?, _ reopened: ReopenedFiles?
  ) -> PolicyComparison {
    let judged = (reopened?.files ?? files).judged(under: other)
    let otherLedger = Ledger(judged.sheet)
    var otherFiles = reopened?.files ?? files
    otherFiles.take(judged, settledIn: otherLedger)
    var rows: [PolicyComparison.Row] = []
    for number in files.indices {
      let (now, then) = (files.rows[number], otherFiles.rows[number])
      let isReopened = reopened?.numbers.contains(number) ?? false
      guard then.award != now.award || !isReopened && then.outcome != now.outcome else { continue }
      let (file, after) = (files[number], otherFiles[number].decision)
      let afterYear = after.event?.year ?? file.filing.received.year
      guard year == nil || year == file.year || year == afterYear else { continue }
      rows.append(
        .init(
          filing: file.filing, family: file.received.family, before: file.decision, after: after,
          now: isReopened ? reopened?.files.rows[number].award : nil))
    }
    return PolicyComparison(
      rows: rows, caps: moves(to: otherLedger, of: other, year: year),
      reopened: reopened.map { summary(of: $0, year: year) })
  }

  private func summary(of reopened: ReopenedFiles, year: Int?) -> PolicyComparison.Reopened {
    func isOfYear(_ number: Int) -> Bool { year == nil || files.rows[number].year == year }
    var summary = PolicyComparison.Reopened()
    for number in reopened.numbers where isOfYear(number) {
      summary.filings += 1
      summary.drift = summary.drift + MoneyTotal(reopened.files.rows[number].award)
      summary.drift = summary.drift - MoneyTotal(files.rows[number].award)
    }
    summary.kept = reopened.kept.filter(isOfYear).map { files.id(of: $0) }
    return summary
  }

  /// The office's filings as if nobody had decided them, settled under the rules in force.
  private struct ReopenedFiles {
    var files: FileList
    var numbers: Set<Int>
    var kept: [Int]
  }

  private func reopened() -> ReopenedFiles {
    var open = files
    let decided = files.indices.filter { files.rows[$0].outcome == .decided }
    var kept: [Int] = []
    for number in decided {
      let file = files[number]
      // What came back did so for reasons that no rule knows.
      guard file.filing.reclaimed == nil else {
        kept.append(number)
        continue
      }
      let family = family(of: file.filing.applicant, on: file.filing.received)
      open.change(number) { file in
        file.filing.decided = nil
        file.filing.stage = .reviewed
        file.askAgain(in: family)
      }
    }
    var judged = open.judged(under: policy)
    let incomplete = FileRow.number(of: Outcome.incomplete, in: FileRow.outcomes)
    // An old office's record mostly has too little to be judged by.
    let unknown = decided.filter { !kept.contains($0) && judged.verdicts[$0].outcomeNumber == incomplete }
    for number in unknown {
      let whole = files[number]
      open.change(number) { $0 = whole }
    }
    if !unknown.isEmpty { judged = open.judged(under: policy) }
    open.take(judged, settledIn: Ledger(judged.sheet))
    return ReopenedFiles(
      files: open, numbers: Set(decided).subtracting(kept).subtracting(unknown),
      kept: (kept + unknown).sorted())
  }

  /// The caps that another ledger, settled under another policy, has otherwise.
  func moves(to other: Ledger, of policy: Policy, year: Int?) -> [PolicyComparison.CapMove] {
    var moves: [PolicyComparison.CapMove] = []
    func add(_ group: Claim.Group, _ before: CapRow?, _ after: CapRow?) {
      let move = PolicyComparison.CapMove(
        group: group, before: PolicyComparison.Side(before, self.policy),
        after: PolicyComparison.Side(after, policy))
      if move.before != move.after { moves.append(move) }
    }
    let before = ledger.capRows
    for row in before { add(row.group, row, other.capRow(row.group)) }
    let known = Set(before.map(\.group))
    for row in other.capRows where !known.contains(row.group) { add(row.group, nil, row) }
    return moves.filter { year == nil || $0.group.year == nil || $0.group.year == year }
  }
}

/// What the other option of a reading would change.
public struct ReadingDifference: Sendable {
  public var reading: ReadingRule
  /// The option that is not in force, as an index into the reading's options.
  public var other: Int
  public var comparison: PolicyComparison
}

extension OfficeState {
  /// For each reading, and each of its options that is not in force, the filings that would be decided otherwise;
  /// with `year` only those of that year.
  ///
  /// - Parameter reopening: as if nobody had decided anything.
  public func readingDifferences(of year: Int? = nil, reopening: Bool = false) -> [ReadingDifference] {
    let anew = reopening ? reopened() : nil
    return policy.readings.flatMap { reading in
      policy.otherOptions(of: reading).map { index, other in
        ReadingDifference(
          reading: reading, other: index, comparison: compared(with: other, year: year, anew))
      }
    }
  }
}
