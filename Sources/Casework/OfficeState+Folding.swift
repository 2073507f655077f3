import CaseModel
import SubsidyRules

extension OfficeState {
  /// Takes in a whole history at once; everything is decided when the last line is in.
  public mutating func replay(_ transactions: some Sequence<Transaction>) {
    isReplaying = true
    for transaction in transactions { fold(transaction) }
    isReplaying = false
    settle()
  }

  /// Begins to take in a history line by line; `settle` ends it.
  public mutating func beginReplay() { isReplaying = true }

  /// Decides everything anew.
  public mutating func settle() {
    isReplaying = false
    let judgements = files.map { policy.judge($0.filing, of: $0.facts, tracing: false) }
    ledger = Ledger(judgements.map(\.claim))
    totalsByYear = [:]
    for number in files.indices {
      files[number].decision = policy.decide(
        judgements[number], in: ledger, settlement: ledger.settlement(number))
      addToTotals(files[number])
    }
  }

  /// Takes in one save.
  public mutating func fold(_ transaction: Transaction) {
    version += 1
    // Where many filings come at once it is cheaper to decide everything anew than each as it comes.
    let isBulk = !isReplaying && transaction.changes.count > 100
    if isBulk { isReplaying = true }
    for change in transaction.changes { fold(change, transaction) }
    if isBulk { settle() }
  }

  private mutating func fold(_ change: Change, _ transaction: Transaction) {
    func entry(_ deed: Deed) -> HistoryEntry {
      HistoryEntry(deed: deed, by: transaction.by, at: transaction.at)
    }
    switch change {
    case .founded(let identity): office = identity
    case .operatorAdded, .operatorRetired, .pinSet, .pinCleared, .aloneAllowed:
      foldOperators(change, transaction)
    case .applicantEntered(let applicant), .applicantChanged(let applicant):
      put(applicant, by: transaction.by, at: transaction.at)
    case .filingReceived(let filing, let facts): put(filing, facts, entry(.received))
    case .filingTakenOver(let filing, let facts):
      put(
        filing, facts,
        entry(.takenOver(Standing(filing.stage), decided: filing.decided, reclaimed: filing.reclaimed)))
    case .filingChanged(let filing):
      let item = policy.item(filing.item)
      self.change(filing.id) { $0.take(filing, item: item, by: transaction.by, at: transaction.at) }
    case .stepped(let id, let step):
      let item = file(id).flatMap { policy.item($0.filing.item) }
      self.change(id) { $0.take(step, item: item, by: transaction.by, at: transaction.at) }
    case .papersTicked(let id, let ticks):
      self.change(id) { $0.take(ticks, by: transaction.by, at: transaction.at) }
    case .factsChanged(let id, let facts):
      self.change(id) { $0.take(facts, by: transaction.by, at: transaction.at) }
    case .newsEntered(let entered): news.append(entered)
    case .readingChosen(let reading, let option, _):
      ruleChanges.append(RuleChange(kind: .reading(reading), by: transaction.by, at: transaction.at))
      readingChoices[reading] = option
      guard let chosen = policy.choosing(option, for: reading) else { return }
      policy = chosen
      if !isReplaying { settle() }
    case .policyAdopted(_, let hash, _):
      guard let adopted = policies[hash] else { return }
      ruleChanges.append(
        RuleChange(
          kind: .policy(before: policyHash, readings: readingChoices), by: transaction.by, at: transaction.at)
      )
      policy = withChoices(adopted)
      policyHash = hash
      if !isReplaying { settle() }
    }
  }

  /// A policy under the readings that the office has chosen, which come before those of the file.
  private func withChoices(_ policy: Policy) -> Policy { policy.choosing(readingChoices) }

  private mutating func put(_ applicant: Applicant, by name: String, at: String) {
    if let number = applicantNumbers[applicant.id] {
      let fields = ApplicantChange.fields(from: applicants[number], to: applicant)
      if !fields.isEmpty {
        applicantChanges[applicant.id, default: []].append(
          ApplicantChange(fields: fields, by: name, at: at, filesThen: files.count))
      }
      applicants[number] = applicant
    } else {
      applicantNumbers[applicant.id] = applicants.count
      applicants.append(applicant)
      countSerial(of: applicant.id)
    }
    search.put(applicant)
  }

  private mutating func put(_ filing: Filing, _ facts: FactsAtReceipt, _ entry: HistoryEntry) {
    guard fileNumbers[filing.id] == nil else { return }
    let number = files.count
    fileNumbers[filing.id] = number
    var file = FiledFiling(filing, facts, entry)
    // Whoever takes over what another office did stands for it as if they had accepted it.
    if file.isTakenOver { file.put(Mark(.accepted, by: entry.by, at: entry.at)) }
    files.append(file)
    countSerial(of: filing.id)
    if !isReplaying { resettle(number) }
  }

  /// Changes a filing that is there, and settles anew what that can touch.
  private mutating func change(_ id: String, _ work: (inout FiledFiling) -> Void) {
    guard let number = fileNumbers[id] else { return }
    if !isReplaying { removeFromTotals(files[number]) }
    let (filing, facts) = (files[number].filing, files[number].received)
    work(&files[number])
    guard !isReplaying else { return }
    if files[number].filing.isDecidedOtherwise(than: filing) || files[number].received != facts {
      resettle(number)
    } else {
      addToTotals(files[number])
    }
  }

  /// Decides a filing whose award is in no total, and all others that its claim moves.
  private mutating func resettle(_ number: Int) {
    let changed = ledger.apply([number: policy.claim(files[number].filing, of: files[number].facts)])
    files[number].decision = decided(number)
    addToTotals(files[number])
    for other in changed where other != number {
      removeFromTotals(files[other])
      files[other].decision = decided(other)
      addToTotals(files[other])
    }
  }

  private func decided(_ number: Int) -> Decision {
    policy.decide(
      files[number].filing, of: files[number].facts, in: ledger, settlement: ledger.settlement(number),
      tracing: false)
  }

  private mutating func addToTotals(_ file: FiledFiling) {
    totalsByYear[file.year, default: Totals()].add(
      file.decision.award, item: file.filing.item, year: file.year)
  }

  private mutating func removeFromTotals(_ file: FiledFiling) {
    totalsByYear[file.year]?.remove(file.decision.award, item: file.filing.item, year: file.year)
  }
}

extension Filing {
  /// Whether anything differs that a decision may rest on; the stage counts only where it closes the filing.
  func isDecidedOtherwise(than other: Filing) -> Bool {
    var same = other
    same.stage = stage
    return self != same || stage.isClosed || other.stage.isClosed
  }
}

extension Policy {
  /// The same policy with these choices of readings, so far as it has them.
  func choosing(_ choices: [String: String]) -> Policy {
    choices.reduce(self) { $0.choosing($1.value, for: $1.key) ?? $0 }
  }
}
