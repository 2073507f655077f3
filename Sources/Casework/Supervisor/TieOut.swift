public import CaseModel
public import SubsidyRules

/// A figure that does not tie with another that it should equal.
public struct LooseEnd: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A year's total against the sum of its filings.
    case total(year: Int)
    /// A year's total of one item against the sum of its filings.
    case item(String, year: Int)
    /// A cap's use against the sum of the filings served from it.
    case cap(Claim.Group)
    /// A cap that decided amounts overran.
    case overrun(Claim.Group)
    /// More came back than was decided.
    case reclaimedAboveDecided(filing: String)
    /// A stage after approval without a decided amount, or the other way round.
    case stageWithoutDecision(filing: String)
    /// An award against what of it waits, is to be paid, was paid and came back.
    case columns(filing: String)
    /// Approved or paid here on a day before the policy was signed, which lines of before could say.
    case beforeSigning(filing: String, CivilDate)
    /// Two decided filings with one once-only key.
    case decidedTwice(first: String, other: String)
    /// A decided filing that takes neither its once-only key nor room: it keeps nobody from being paid the same again.
    case unguarded(filing: String)
    /// An award with the records that a name alone makes one taken apart, against what it is with them as one.
    case joined(filing: String)
    /// A record without a code whose name several codes bear, so that no unit is known to be its.
    case unsettledUnit(applicant: String)
    /// The city paid a filing on lines of an office's journal that do not count.
    case paidUncounted(filing: String, office: String)
    /// Two records that a supervisor's word makes one, and that have come under two head offices since.
    case partedUnit(applicant: String, other: String)
  }

  public var kind: Kind
  public var expected: MoneyTotal
  public var found: MoneyTotal
}

extension OfficeState {
  /// Everything that does not tie; an empty list is a clean office.
  ///
  /// Sums are added up anew from the filings, apart from the ledger and the totals that are kept current.
  public func tieOut() -> [LooseEnd] {
    var ends: [LooseEnd] = []
    func compare(_ kind: LooseEnd.Kind, _ expected: MoneyTotal, _ found: MoneyTotal) {
      if expected != found { ends.append(.init(kind: kind, expected: expected, found: found)) }
    }
    var years: [Int: MoneyTotal] = [:]
    var items: [Int: [String: MoneyTotal]] = [:]
    for number in files.indices {
      let file = files[number]
      if isUnguarded(number) {
        ends.append(
          .init(
            kind: .unguarded(filing: file.filing.id), expected: .zero, found: MoneyTotal(file.decision.award))
        )
      }
      years[file.year, default: .zero] += file.decision.award
      items[file.year, default: [:]][file.filing.item, default: .zero] += file.decision.award
      if let end = looseEnd(of: file) { ends.append(end) }
      if let day = early(file) {
        ends.append(
          .init(
            kind: .beforeSigning(filing: file.filing.id, day), expected: .zero,
            found: MoneyTotal(file.decision.award)))
      }
      compare(
        .columns(filing: file.filing.id), MoneyTotal(file.decision.award), AwardColumns(file).award)
    }
    for year in Set(years.keys).union(sums.byYear.keys).sorted() {
      compare(.total(year: year), years[year] ?? .zero, sums.byYear[year]?.award ?? .zero)
      for item in policy.items {
        compare(
          .item(item.id, year: year), items[year]?[item.id] ?? .zero,
          sums.byYear[year]?.byItem[item.id] ?? .zero)
      }
    }
    for row in ledger.capRows where joint.shownOffice == nil || sums.capUses[row.group] != nil {
      let isInPieces = policy.isInPieces(row.group.cap)
      let sum = ledger.members(of: row.group).map { files[$0].decision }.filter(\.outcome.isServed)
        .reduce(into: MoneyTotal.zero) { $0 += Cap.use(of: $1.award, inPieces: isInPieces) }
      compare(.cap(row.group), sum, row.used)
      if row.over > .zero {
        ends.append(.init(kind: .overrun(row.group), expected: MoneyTotal(row.limit), found: row.used))
      }
    }
    ends += decidedTwice().map {
      .init(
        kind: .decidedTwice(first: $0.first, other: $0.other), expected: .zero, found: MoneyTotal($0.award))
    }
    return ends + joinedEnds()
      + Units.unsettled(people.applicants).filter(isShown(applicant:)).map {
        LooseEnd(kind: .unsettledUnit(applicant: $0), expected: .zero, found: .zero)
      } + partedEnds()
      + joint.paidUncounted.map { paid in
        let office = offices.office(ofWriter: paid.filing.writer)?.code ?? ""
        return LooseEnd(
          kind: .paidUncounted(filing: paid.filing.id, office: office), expected: .zero,
          found: MoneyTotal(paid.kept))
      }
  }

  /// Records that are one by word and no longer of one family.
  private func partedEnds() -> [LooseEnd] {
    people.words.verdicts().linked.map { $0.sorted() }.filter { pair in
      Set(pair.map { files.units.head(of: family(of: $0)) }).count > 1
    }.sorted { $0[0] < $1[0] }.map { pair in
      LooseEnd(kind: .partedUnit(applicant: pair[0], other: pair[1]), expected: .zero, found: .zero)
    }
  }

  /// Filings whose award moves because records of one name are one unit; what a supervisor has said is no loose end.
  private func joinedEnds() -> [LooseEnd] {
    guard !files.units.isEmpty else { return [] }
    var apart = files
    apart.units = Units(linked: people.words.verdicts().linked, in: people.applicants)
    let judged = apart.judged(under: policy)
    apart.take(judged, settledIn: Ledger(judged.sheet))
    return files.indices.compactMap { number in
      let (alone, joined) = (apart.rows[number].award, files.rows[number].award)
      guard alone != joined else { return nil }
      return LooseEnd(
        kind: .joined(filing: files.id(of: number)), expected: MoneyTotal(alone), found: MoneyTotal(joined))
    }
  }

  /// The first day on which a filing was approved or paid here, where that lies before the policy's signing.
  private func early(_ file: FiledFiling) -> CivilDate? {
    // Each under the policy of its own time: no earlier than the first of them.
    let signed = given.policies.values.map(\.signed).min() ?? policy.signed
    let days = file.steps.filter { $0.step.step.isApproval || $0.step.step == .pay }.map(\.step.day)
    return days.min().flatMap { $0 < signed ? $0 : nil }
  }

  private func looseEnd(of file: FiledFiling) -> LooseEnd? {
    let filing = file.filing
    let decided = filing.decided.map(MoneyTotal.init)
    if let decided, let back = filing.reclaimed.map(MoneyTotal.init), back > decided {
      return .init(kind: .reclaimedAboveDecided(filing: filing.id), expected: decided, found: back)
    }
    switch filing.stage {
    case .approved, .published, .paid, .reclaimed:
      guard decided == nil else { return nil }
      return .init(
        kind: .stageWithoutDecision(filing: filing.id), expected: .zero,
        found: MoneyTotal(file.decision.award))
    case .received, .correction, .accepted, .reviewed:
      guard let decided else { return nil }
      return .init(kind: .stageWithoutDecision(filing: filing.id), expected: .zero, found: decided)
    case .rejected, .withdrawn: return nil
    }
  }
}
