import CaseModel
import SubsidyRules

/// Works out row by row what taking an old ledger in would do.
struct OldLedgerPlanner {
  private(set) var plan = OldLedgerPlan()

  private let state: OfficeState
  private let repeats: Bool
  private let today: CivilDate
  private let apart: [Int: Refusal]
  private var parties: OldLedgerParties
  private var receipts: Set<String>
  /// How many receipt numbers of each year were given out here.
  private var given: [Int: Int] = [:]
  /// What rows above have taken, by once-only key and by all that they say.
  private var keys: [String: Int] = [:]
  private var said: [OldLedgerSaying: (line: Int, isPaid: Bool)] = [:]
  /// What rows above have taken under numbers of their own.
  private var numbered: [String: (line: Int, filing: Filing)] = [:]
  /// What the filings of applicants that came up say.
  private var filed: [String: [OldLedgerSaying: String]] = [:]

  init(
    _ state: OfficeState, repeats: Bool, today: CivilDate, rows: [OldLedgerRow], apart: [Int: Refusal]
  ) {
    self.state = state
    self.repeats = repeats
    self.today = today
    self.apart = apart
    parties = OldLedgerParties(state, rows: rows)
    receipts = Set(rows.map(\.filing.id))
  }

  mutating func take(_ row: OldLedgerRow) {
    if let refusal = apart[row.line] {
      return plan.rows.append(.init(line: row.line, verdict: .unfit([.unanswered(refusal)])))
    }
    var filing = row.filing
    var faults = Self.faults(of: filing, today: today)
    var party: OldLedgerParties.Match?
    switch parties.match(row.party) {
    case .success(let match):
      party = match
      filing.applicant = match.applicant.id
    case .failure(let mistakes): faults += mistakes.faults
    }
    guard let party, faults.isEmpty else {
      return plan.rows.append(.init(line: row.line, verdict: .unfit(faults)))
    }
    let facts = facts(of: party, on: filing.received)
    filing = state.atHome(filing, as: facts, takenOver: true)
    let saying = OldLedgerSaying(filing, state.policy.item(filing.item))
    let whole = state.facts(of: filing.applicant, as: facts)
    // Nothing is asked where the rules refuse it or its inputs can't tell.
    let claim = state.policy.claim(filing, of: whole)
    let key = claim?.key
    if let verdict = standing(filing, saying, key, line: row.line) {
      return plan.rows.append(.init(line: row.line, verdict: verdict))
    }
    if filing.id.isEmpty {
      filing.id = nextReceipt(on: filing.received)
    } else {
      numbered[filing.id] = (row.line, filing)
    }
    if let key, keys[key] == nil { keys[key] = row.line }
    said[saying] = (row.line, filing.saysPaid)
    if let head = party.head, parties.keep(head) { plan.applicants.append(head) }
    // Whoever is registered keeps the account that is there.
    let isNew = parties.applicant(party.applicant.id) == nil
    let named = isNew ? parties.nameDoubt(about: party.applicant) : nil
    let shared = isNew ? parties.accountDoubt(about: party.applicant) : nil
    _ = parties.keep(party.applicant, as: row.party)
    if isNew { plan.applicants.append(party.applicant) }
    plan.filings.append(filing)
    let remarks = remarks(filing, row.party, party.applicant, isNew: isNew)
    plan.rows.append(
      .init(
        line: row.line, verdict: .taken(filing.id), remarks: remarks,
        doubts: [named, shared, state.guardDoubt(filing, of: whole, claim: claim)].compactMap(\.self)))
  }

  // MARK: - What is there already

  /// The verdict on a filing that is there already, or whose like is; nil where it is new.
  private mutating func standing(
    _ filing: Filing, _ saying: OldLedgerSaying, _ key: String?, line: Int
  ) -> OldLedgerPlan.Verdict? {
    if !filing.id.isEmpty, let there = state.file(filing.id) {
      let differing =
        OldLedgerSaying.differences(
          there.filing, filing, state.policy.item(filing.item))
        + (isPaidSince(filing, there.filing.id) ? ["status"] : [])
      return differing.isEmpty ? .known(filing.id) : .unfit([.receiptTaken(differing)])
    }
    if !filing.id.isEmpty, let other = numbered[filing.id] {
      let differing =
        OldLedgerSaying.differences(other.filing, filing, state.policy.item(filing.item))
        + (filing.saysPaid && !other.filing.saysPaid ? ["status"] : [])
      return differing.isEmpty ? .repeated(line: other.line) : .unfit([.receiptTaken(differing)])
    }
    if let first = said[saying] {
      return filing.saysPaid && !first.isPaid
        ? .unfit([.paidBehindRow(first.line)]) : .repeated(line: first.line)
    }
    // One that bears a number of its own is another's, which paid for the same thing.
    let isAnothers = !filing.id.isEmpty
    if let id = filings(of: filing.applicant)[saying] {
      if !isAnothers { return known(filing, as: id) }
      if !repeats { return .duplicate(filing: id) }
    }
    guard let key else { return nil }
    if let id = state.ledger.holder(of: key), let there = state.file(id)?.filing {
      // The same claim on the same day has been changed since it was taken in.
      let isSame =
        there.applicant == filing.applicant && there.item == filing.item && there.received == filing.received
      if isSame, !isAnothers { return known(filing, as: id) }
      if !repeats { return .duplicate(filing: id) }
    }
    if let line = keys[key], !repeats { return .repeated(line: line) }
    return nil
  }

  /// The verdict on a row without a number that is a filing of the store.
  private func known(_ filing: Filing, as id: String) -> OldLedgerPlan.Verdict {
    isPaidSince(filing, id) ? .unfit([.paidSince(id)]) : .known(id)
  }

  /// Whether a row has the payment of a filing that was not paid when it was taken in: it would be paid again here.
  private func isPaidSince(_ filing: Filing, _ id: String) -> Bool {
    filing.saysPaid && state.file(id)?.wasPaid == false
  }

  private mutating func filings(of applicant: String) -> [OldLedgerSaying: String] {
    if let known = filed[applicant] { return known }
    let filings = state.files(of: applicant).map(\.filing)
    let sayings = Dictionary(first: filings.map { (OldLedgerSaying($0, state.policy.item($0.item)), $0.id) })
    filed[applicant] = sayings
    return sayings
  }

  private mutating func nextReceipt(on day: CivilDate) -> String {
    while true {
      let id = state.filingID(received: day, ahead: given[day.year, default: 0])
      given[day.year, default: 0] += 1
      if receipts.insert(id).inserted { return id }
    }
  }

  // MARK: - What a row says

  private static func faults(of filing: Filing, today: CivilDate) -> [OldLedgerFault] {
    var faults: [OldLedgerFault] = []
    if filing.received > today { faults.append(.receivedInFuture(filing.received)) }
    if let decided = filing.decided {
      if filing.stage == .received { faults.append(.stageUnknown) }
      if filing.stage != .received, filing.stage.isUndecided {
        faults.append(.amountBeforeApproval(filing.stage))
      }
      if let back = filing.reclaimed, back > decided { faults.append(.reclaimedAboveAmount) }
    } else {
      if !filing.stage.isUndecided, !filing.stage.isClosed { faults.append(.amountMissing(filing.stage)) }
      if filing.reclaimed != nil { faults.append(.reclaimedWithoutAmount) }
    }
    return faults
  }

  private func remarks(
    _ filing: Filing, _ said: OldLedgerRow.Party, _ applicant: Applicant, isNew: Bool
  ) -> [OldLedgerRemark] {
    var remarks: [OldLedgerRemark] = isNew ? [.newApplicant(applicant.id)] : []
    if let district = said.district, district != applicant.district {
      remarks.append(.districtRegistered(applicant.district))
    }
    let missing = (state.policy.item(filing.item)?.inputs ?? []).filter {
      $0.source == .applicant && $0.isNeeded(state.document(of: filing).readings) && !filing.states($0.id)
    }
    if !missing.isEmpty { remarks.append(.missing(missing.map(\.id))) }
    return remarks
  }

  private func facts(of party: OldLedgerParties.Match, on day: CivilDate) -> FactsAtReceipt {
    let applicant = party.applicant
    return FactsAtReceipt(
      kind: applicant.kind, district: applicant.district,
      family: state.family(of: applicant.id, on: day) {
        $0 == applicant.id ? applicant : $0 == party.head?.id ? party.head : parties.applicant($0)
      })
  }
}

extension Filing {
  /// Whether its row says that the money has gone out.
  fileprivate var saysPaid: Bool { [.paid, .reclaimed].contains(stage) }
}

extension FiledFiling {
  /// Whether its money has gone out, here or before it was taken over, wherever it is now.
  fileprivate var wasPaid: Bool { payment != nil || [.paid, .reclaimed].contains(firstStanding) }
}
