public import CaseModel
public import SubsidyRules

/// What follows from bad news: every filing that rests on it with the difference, and the caps and other filings that
/// move. Whoever confirms has seen this list as it stands.
public struct NewsConsequences: Hashable, Sendable {
  /// What is to be done with a filing.
  public enum Action: Hashable, Sendable {
    /// Nothing, or nothing that follows by itself.
    case none
    /// Not paid: it is refused.
    case reject
    /// Its counts are put right.
    case amend([Filing.Input])
    /// An approval that has not been paid is undone, and its counts put right; where nothing is left of it, somebody else
    /// refuses it.
    case reopen([Filing.Input])
    /// What an old office approved waits until somebody else refuses it.
    case hold
    /// Another amount is proposed for what has been paid; somebody else confirms it.
    case revise(Money)
  }

  public struct Row: Hashable, Sendable {
    public var filing: String
    public var reach: Reach
    public var standing: Standing
    /// What it comes to now, and what it would.
    public var before: Money
    public var after: Money
    public var action: Action

    public var difference: MoneyTotal { MoneyTotal(after) - MoneyTotal(before) }
  }

  /// A cap that gets room back.
  public struct CapMove: Hashable, Sendable {
    public var group: Claim.Group
    public var limit: Money
    public var usedBefore: MoneyTotal
    public var usedAfter: MoneyTotal
  }

  /// Those with a difference first, each in the order in which the office received them.
  public var rows: [Row]
  public var caps: [CapMove]
  /// Other undecided filings that the room goes to.
  public var moved: [LiveDecision.Moved]
  /// Records of the work register that name it, by their ids: nothing follows from that by itself.
  public var records: [String] = []

  /// What all rows together come to less (below zero) or more.
  public var difference: MoneyTotal { rows.reduce(.zero) { $0 + $1.difference } }
}

extension OfficeState {
  /// Works out what follows from bad news, without changing anything.
  public func consequences(of news: News) -> NewsConsequences {
    var hypothetical: [Int: (filing: Filing?, figures: [Filing.Input], reach: Reach)] = [:]
    for resting in filings(restingOn: news) {
      guard let number = number(ofFile: resting.filing) else { continue }
      switch resting.reach {
      case .claim: hypothetical[number] = (nil, [], .claim)
      case .counts(let names):
        var (filing, figures) = files[number].filing.countingOneLess(names)
        if files[number].balance.decided != nil {
          filing.decided = nil
          filing.reclaimed = nil
        }
        hypothetical[number] = (filing, figures, resting.reach)
      }
    }
    let claims = Dictionary(
      first: hypothetical.map { number, other in
        (number, other.filing.flatMap { policy.claim($0, of: files[number].facts) })
      })
    let settled = ledger.preview(claims)
    var rows: [NewsConsequences.Row] = []
    for (number, other) in hypothetical.sorted(by: { $0.key < $1.key }) {
      rows.append(row(number, other.filing, other.figures, other.reach, settled[number]))
    }
    let differing = rows.filter { $0.difference != .zero }
    return NewsConsequences(
      rows: differing + rows.filter { $0.difference == .zero },
      caps: capMoves(hypothetical.keys.sorted(), settled),
      moved: settled.compactMap { number, settlement in
        guard hypothetical[number] == nil, settlement.award != files[number].decision.award else {
          return nil
        }
        return .init(
          filing: files[number].filing.id, before: files[number].decision.award, after: settlement.award)
      }.sorted { $0.filing < $1.filing },
      records: News.application(news.number).map { records(naming: $0).map(\.id) } ?? [])
  }

  private func row(
    _ number: Int, _ filing: Filing?, _ figures: [Filing.Input], _ reach: Reach, _ settlement: Settlement?
  ) -> NewsConsequences.Row {
    let file = files[number]
    let after =
      filing.map {
        policy.decide($0, of: file.facts, in: ledger, settlement: settlement, tracing: false).award
      } ?? .zero
    let before = file.decision.award
    return .init(
      filing: file.filing.id, reach: reach, standing: file.standing, before: before, after: after,
      action: action(for: file, before: before, after: after, figures))
  }

  private func action(
    for file: FiledFiling, before: Money, after: Money, _ figures: [Filing.Input]
  ) -> NewsConsequences.Action {
    if let action = actionElsewhere(for: file, before: before, after: after) { return action }
    switch file.standing {
    case .received, .correction, .accepted, .reviewed, .sentBack:
      return figures.isEmpty ? .reject : .amend(figures)
    // What the county has handed up waits for the city, which sees the news.
    case .handedUp: return .hold
    case .approved, .published:
      guard after < before else { return .none }
      // What an old office approved has no approval here that could be undone. Nobody refuses alone what others approved.
      return file.approval == nil ? .hold : .reopen(figures)
    case .paid, .returned, .reclaimed: return after < before ? .revise(after) : .none
    case .rejected, .withdrawn, .lapsed, .waived: return .none
    }
  }

  /// What is to be done with a filing that another office decides on or keeps; nil of all others. A county changes nothing
  /// of what its city has decided; a city changes the amount of what it has committed and paid, and no story of a county's.
  private func actionElsewhere(
    for file: FiledFiling, before: Money, after: Money
  ) -> NewsConsequences.Action? {
    if offices.city != nil { return file.isCommitted && after < before ? .hold : nil }
    guard origin(of: file.filing.id) != nil else { return nil }
    guard after < before else { return NewsConsequences.Action.none }
    return file.isCommitted && file.standing == .paid ? .revise(after) : .hold
  }

  private func capMoves(_ numbers: [Int], _ settled: [Int: Settlement]) -> [NewsConsequences.CapMove] {
    var groups: Set<Claim.Group> = []
    for number in numbers {
      for share in policy.claim(files[number].filing, of: files[number].facts)?.shares ?? [] {
        groups.insert(share.group)
      }
    }
    return groups.compactMap { group in
      guard let row = ledger.capRow(group) else { return nil }
      let isInPieces = policy.isInPieces(group.cap)
      var after = MoneyTotal.zero
      for member in ledger.members(of: group) {
        let isGone = settled[member] == nil && numbers.contains(member)
        guard !isGone, let settlement = settled[member] ?? ledger.settlement(member), settlement.isServed
        else {
          continue
        }
        after += Cap.use(of: settlement.award, inPieces: isInPieces)
      }
      return after == row.used
        ? nil : .init(group: group, limit: row.limit, usedBefore: row.used, usedAfter: after)
    }.sorted {
      ($0.group.cap, $0.group.holder, $0.group.year ?? 0) < (
        $1.group.cap, $1.group.holder, $1.group.year ?? 0
      )
    }
  }
}
