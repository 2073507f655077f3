import CaseModel
import SubsidyRules

/// Changes of what a filing rests on, while nobody has decided it.
extension OfficeState {
  /// - Parameter goesBack: whether it goes back to what stood before its last change.
  func changed(_ filing: Filing, _ seen: Seen?, goesBack: Bool, by who: Operator) throws(Refusal) -> [Change]
  {
    if let old = self.file(filing.id), isSupplement(filing, to: old) {
      return try supplemented(filing, to: old, seen, by: who)
    }
    let file = try open(filing.id)
    if let seen { try check(seen, file) }
    guard filing.decided == nil, filing.reclaimed == nil, filing.stage == file.filing.stage,
      filing.asReceived == nil
    else {
      throw .notAsReceived
    }
    guard isSameItem(filing.item, file.filing.item), filing.applicant == file.filing.applicant else {
      throw .filingIdentityFixed(filing.id)
    }
    let filing = atHome(filing, as: file.received)
    if let first = file.steps.map(\.step).min(by: { $0.day < $1.day }), filing.received > first.day {
      throw .step(.dayBeforeReceipt(first.day, received: filing.received))
    }
    guard file.standing != .reviewed || who.role >= .reviewer else { throw .filingIsReviewed(filing.id) }
    guard filing != file.filing else { return [] }
    try checkBan(of: filing, insteadOf: file.filing)
    if let applicant = applicant(filing.applicant) {
      try checkReceipt(of: filing, of: applicant, insteadOf: file.filing, goesBack: goesBack)
    }
    try checkReasons(of: filing, insteadOf: file.filing)
    // Another day of receipt may lie on the other side of the day on which a branch joined or left.
    let facts = facts(of: file, on: filing.received)
    return [.filingChanged(filing)]
      + (facts == file.received ? [] : [.factsChanged(filing: filing.id, facts)])
  }

  func ticked(_ id: String, _ ticks: [PaperTick], _ seen: Seen) throws(Refusal) -> [Change] {
    let file = try open(id)
    try check(seen, file)
    let rows = tickList(of: file)
    for tick in ticks where !rows.contains(where: { $0.paper.id == tick.paper }) {
      throw .unknownPaper(tick.paper)
    }
    try checkReasons(of: ticks)
    let changed = ticks.filter { tick in rows.first { $0.paper.id == tick.paper }?.tick != tick }
    return changed.isEmpty ? [] : [.papersTicked(filing: id, changed)]
  }

  /// What was found of the papers at the counter, in the save that takes the filing in.
  func ticked(atReceiptOf id: String, item: String, _ ticks: [PaperTick]) throws(Refusal) -> Change {
    let papers = policy.papers(of: item)
    for tick in ticks where !papers.contains(where: { $0.id == tick.paper }) {
      throw .unknownPaper(tick.paper)
    }
    try checkReasons(of: ticks)
    return .papersTicked(filing: id, ticks)
  }

  /// What is accepted against a check, or found wrong with a paper, is so for a reason in words.
  func checkReasons(of filing: Filing, insteadOf old: Filing?) throws(Refusal) {
    guard !filing.hasWordlessReason(besides: old) else { throw .noteMissing }
  }

  private func checkReasons(of ticks: [PaperTick]) throws(Refusal) {
    for case .failing(let why) in ticks.map(\.verdict) where !TextFolding.isReason(why) {
      throw .noteMissing
    }
  }

  /// A filing that nobody has decided or closed, of an applicant.
  func open(_ id: String, of applicant: Applicant) throws(Refusal) -> FiledFiling {
    let file = try open(id)
    guard file.filing.applicant == applicant.id else { throw .step(.otherApplicant(id)) }
    return file
  }

  /// A filing that nobody has decided or closed.
  private func open(_ id: String) throws(Refusal) -> FiledFiling {
    guard let file = file(id) else { throw .unknownFiling(id) }
    guard file.filing.decided == nil else { throw .filingIsDecided(id) }
    guard file.standing.isUndecided else { throw .filingIsClosed(id) }
    guard file.standing.isChangeable else { throw .filingIsHandedUp(id) }
    return file
  }

  private func check(_ seen: Seen, _ file: FiledFiling) throws(Refusal) {
    guard seen.revision == revision(of: file) else {
      let last = lastHand(on: file)
      throw .movedOn(filing: file.filing.id, by: last.by, at: last.at)
    }
  }
}

extension Filing {
  /// Whether signs alone stand for a reason, other than those that stood there before.
  func hasWordlessReason(besides old: Filing? = nil) -> Bool {
    overrides.contains { given in
      override(of: given.input) != nil && reason(for: given.input) == nil
        && old?.overrides.contains(given) != true
    }
  }
}
