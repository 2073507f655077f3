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
      isInPieces = policy.cap(row.group.cap)?.isInPieces ?? false
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
  public func compared(with other: Policy, year: Int? = nil) -> PolicyComparison {
    let judged = files.judged(under: other)
    let otherLedger = Ledger(judged.sheet)
    var otherFiles = files
    otherFiles.take(judged, settledIn: otherLedger)
    var rows: [PolicyComparison.Row] = []
    for number in files.indices {
      let (now, then) = (files.rows[number], otherFiles.rows[number])
      guard then.outcome != now.outcome || then.award != now.award else { continue }
      let (file, after) = (files[number], otherFiles[number].decision)
      let afterYear = after.event?.year ?? file.filing.received.year
      guard year == nil || year == file.year || year == afterYear else { continue }
      rows.append(
        .init(filing: file.filing, family: file.received.family, before: file.decision, after: after))
    }
    return PolicyComparison(rows: rows, caps: moves(to: otherLedger, of: other, year: year))
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
  public func readingDifferences(of year: Int? = nil) -> [ReadingDifference] {
    policy.readings.flatMap { reading in
      reading.options.indices.compactMap { index in
        guard index != reading.choice, let other = policy.choosing(reading.options[index].id, for: reading.id)
        else { return nil }
        let comparison = compared(with: other, year: year)
        return ReadingDifference(reading: reading, other: index, comparison: comparison)
      }
    }
  }
}
