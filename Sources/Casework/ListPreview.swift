public import CaseModel
public import SubsidyRules

/// A list of filings of one applicant that is being typed, each row decided as if the rows before it were saved.
public struct ListPreview: Sendable {
  public struct Row: Sendable {
    public var decision: Decision
    /// The item that it was decided by, as a single draft's.
    public var item: String
    /// What is left under the first cap that the row draws on once it is served; nil where it draws on none.
    public var roomLeft: Room?
  }

  /// What is left under a cap.
  public struct Room: Hashable, Sendable {
    public var left: Money
    /// Whether it is in pieces, `Cap.onePiece` for each.
    public var isInPieces: Bool
  }

  public var rows: [Row] = []
  /// Caps that the list draws on, as they are and as they would be.
  public var caps: [LiveDecision.Change] = []

  public init() {}

  public var award: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.decision.award } }
}

extension OfficeState {
  /// Decides drafts that stand in the order in which they would be saved. The decisions carry reasons with their
  /// conditions, but no room: it would show the office without the list.
  public func preview(list drafts: [Filing], of applicant: Applicant) -> ListPreview {
    var judges = Judges(policy, tracing: true)
    let drafts = drafts.map { atHome($0, as: facts(of: applicant, on: $0.received)) }
    let judgements = drafts.map { draft in
      judges.judge(
        draft, of: self.facts(of: applicant.id, as: self.facts(of: applicant, on: draft.received)))
    }
    let numbers = files.count..<(files.count + drafts.count)
    var changes: [Int: Claim?] = [:]
    for (number, judgement) in zip(numbers, judgements) { changes[number] = judgement.claim }
    let settled = ledger.preview(changes)

    var preview = ListPreview()
    var groups: [Claim.Group: (share: Claim.Share, drafts: [Int])] = [:]
    for (number, judgement) in zip(numbers, judgements) {
      let item = drafts[number - files.count].item
      let decision = policy.decide(judgement, in: ledger, settlement: settled[number])
      preview.rows.append(.init(decision: decision, item: item, roomLeft: nil))
      for share in judgement.claim?.shares ?? [] {
        groups[share.group, default: (share, [])].drafts.append(number)
      }
    }
    for (share, drafts) in groups.values {
      let change = change(under: share, settled, drafts: drafts)
      preview.caps.append(change)
      // The room left beside each row, from the last one back to the first.
      var used = change.usedAfter
      for number in drafts.reversed() where settled[number]?.isServed == true {
        if changes[number]??.shares.first?.group == share.group {
          preview.rows[number - files.count].roomLeft = .init(
            left: used.room(under: change.limit), isInPieces: share.isInPieces)
        }
        used -= share.use(of: settled[number]?.award ?? .zero)
      }
    }
    preview.caps.sort {
      ($0.group.cap, $0.group.year ?? 0, $0.group.holder) < (
        $1.group.cap, $1.group.year ?? 0, $1.group.holder
      )
    }
    return preview
  }
}
