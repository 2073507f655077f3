public import CaseModel
public import SubsidyRules

/// A filing that is being typed, decided live against the office's ledger without changing it.
public struct LiveDecision: Sendable {
  public var decision: Decision
  /// The item that it was decided by: of several policies' the one whose policy holds the event.
  public var item: String
  /// Caps that the draft draws on, as they are and as they would be.
  public var caps: [Change]
  /// The year's sum before and with the draft.
  public var yearBefore: MoneyTotal
  public var yearAfter: MoneyTotal
  /// Other filings whose award the draft would move, because it would be served before them.
  public var moved: [Moved]
  /// What the city's last reply says to it, at a county office.
  public var city: [CityAdvice.Note] = []

  public struct Change: Sendable {
    public var group: Claim.Group
    public var limit: Money
    /// Whether the limit is in pieces, `Cap.onePiece` for each.
    public var isInPieces: Bool
    public var usedBefore: MoneyTotal
    public var usedAfter: MoneyTotal
  }

  public struct Moved: Hashable, Sendable {
    public var filing: String
    public var before: Money
    public var after: Money

    public init(filing: String, before: Money, after: Money) {
      (self.filing, self.before, self.after) = (filing, before, after)
    }
  }
}

extension OfficeState {
  /// Decides a draft as if it were saved now; with the id of a filing that is there, in its place.
  public func preview(_ draft: Filing, of applicant: Applicant) -> LiveDecision {
    let number = files.number(of: draft.id) ?? files.count
    let received = facts(of: draft, of: applicant)
    let draft = atHome(draft, as: received)
    let facts = self.facts(of: applicant.id, as: received)
    let judgement = policy.judge(draft, of: facts, tracing: true)
    let settled = ledger.preview([number: judgement.claim])
    let decision = policy.decide(judgement, in: ledger, settlement: settled[number])

    var difference = Int128(decision.award.fen)
    if number < files.count { difference -= Int128(files.rows[number].awardFen) }
    var moved: [LiveDecision.Moved] = []
    for (other, settlement) in settled where other != number && files.indices.contains(other) {
      let before = files.rows[other].award
      guard before != settlement.award else { continue }
      difference += Int128(settlement.award.fen) - Int128(before.fen)
      moved.append(.init(filing: files.id(of: other), before: before, after: settlement.award))
    }
    let year = decision.event?.year ?? draft.received.year
    let yearBefore = sums.byYear[year]?.award ?? .zero
    return LiveDecision(
      decision: decision, item: draft.item,
      caps: (judgement.claim?.shares ?? []).map { change(under: $0, settled, drafts: [number]) },
      yearBefore: yearBefore,
      yearAfter: yearBefore + MoneyTotal(fen: difference), moved: moved.sorted { $0.filing < $1.filing },
      city: cityNotes(on: draft, of: applicant))
  }

  /// A cap as it is and as it would be with drafts under these numbers, when those stand as settled that they touch.
  func change(
    under share: Claim.Share, _ settled: [Int: Settlement], drafts: some Sequence<Int>
  ) -> LiveDecision.Change {
    let before = ledger.capRow(share.group)?.used ?? .zero
    let drafts = Set(drafts)
    var after = before
    for (number, settlement) in settled {
      let drawsNow = ledger.groups(of: number).contains(share.group)
      if drawsNow { after -= share.use(of: ledger.award(of: number)) }
      if drawsNow || drafts.contains(number) { after += share.use(of: settlement.award) }
    }
    return .init(
      group: share.group, limit: share.limit, isInPieces: share.isInPieces, usedBefore: before,
      usedAfter: after)
  }
}
