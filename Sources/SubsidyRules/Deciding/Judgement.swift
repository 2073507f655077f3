public import CaseModel

/// What a filing comes to by itself, before anybody asks who was served first.
public struct Judgement: Sendable {
  public internal(set) var outcome: Outcome
  /// The award before shared caps; zero where it does not stand.
  public internal(set) var gross: Money
  public internal(set) var reasons: [Reason]
  public internal(set) var warnings: [Warning]
  public internal(set) var event: CivilDate?
  /// What is asked of the ledger; nil where the filing takes neither room nor key.
  public internal(set) var claim: Claim?
  /// Of an incomplete filing, where its working is asked for.
  var ahead: AdvanceNotice?
  /// The key of the award that such a filing needs.
  var needs: String?
  /// The once-only key where it can be read, also of a filing that is refused.
  var key: String?
  var received = CivilDate.first
  var filing = ""
  var rank: Int64 = 0
  var tie: UInt64 = 0
  var writer: TraceWriter
  /// The step that worked the gross out; 0 where no trace is kept.
  var grossStep = 0

  /// Where it would stand among the undecided.
  var place: Claim.Place {
    Claim.Place(isDecided: false, rank: rank, received: received, tie: tie, filing: filing)
  }
}

extension Policy {
  /// Judges one filing by itself; `tracing` keeps its working.
  public func judge(_ filing: Filing, of facts: Facts, tracing: Bool) -> Judgement {
    guard let item = item(filing.item) else {
      return Judgement(
        outcome: .incomplete, gross: .zero, reasons: [.invalid("item")], warnings: [], event: nil,
        received: filing.received, filing: filing.id, writer: TraceWriter(isOn: tracing, article: "closing"))
    }
    let home = document(of: item)
    var judge = Judge(home, item, home.plan(of: item), tracing: tracing)
    return judge.judge(filing, of: facts)
  }
}

extension Judge {
  /// Judges a filing, with the claim that it makes.
  mutating func judge(_ filing: Filing, of facts: Facts) -> Judgement {
    take(filing)
    var judgement = judge(FilingHead(filing), of: facts)
    judgement.received = filing.received
    judgement.filing = filing.id
    demand.tie = lot(of: filing.id.utf8, filing.received)
    judgement.rank = demand.rank
    judgement.tie = demand.tie
    judgement.key = demand.keyText
    if judgement.ahead != nil { judgement.needs = demand.needsText }
    judgement.claim = demand.claim(of: filing.id, received: filing.received, plan)
    return judgement
  }

  /// Begins with a filing as it stands.
  mutating func take(_ filing: Filing) {
    begin()
    for (index, name) in plan.inputs.enumerated() {
      guard let raw = filing.input(name) else { continue }
      put(raw, at: index, isOverridden: filing.override(of: name) != nil)
    }
  }

  // MARK: - Many filings

  /// Judges what was taken in and adds the claim, or that there is none, to a sheet; `id` are the bytes of the filing's
  /// id. The judgement has no claim of its own.
  public mutating func judge(
    _ head: FilingHead, of facts: Facts, id: UnsafeRawBufferPointer, into sheet: inout ClaimSheet
  ) -> Judgement {
    let judgement = judge(head, of: facts)
    demand.tie = lot(of: id, head.received)
    demand.add(to: &sheet, id: id, received: head.received, plan)
    return judgement
  }

  /// Judges a filing and adds its claim, or that there is none, to a sheet.
  public mutating func judge(
    _ filing: Filing, of facts: Facts, into sheet: inout ClaimSheet
  ) -> Judgement {
    take(filing)
    var id = filing.id
    return id.withUTF8 {
      judge(FilingHead(filing), of: facts, id: UnsafeRawBufferPointer($0), into: &sheet)
    }
  }
}
