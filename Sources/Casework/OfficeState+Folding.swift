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
    switch change {
    case .founded(let identity): office = identity
    case .operatorAdded(let added): operators.append(added)
    case .applicantEntered(let applicant), .applicantChanged(let applicant): put(applicant)
    case .filingReceived(let filing, let facts):
      put(filing, facts, HistoryEntry(deed: .received, by: transaction.by, at: transaction.at))
    case .filingTakenOver(let filing, let facts):
      put(filing, facts, HistoryEntry(deed: .takenOver, by: transaction.by, at: transaction.at))
    case .filingChanged(let filing):
      guard let facts = file(filing.id)?.received else { return }
      put(filing, facts, HistoryEntry(deed: .changed, by: transaction.by, at: transaction.at))
    case .readingChosen(let reading, let option, _):
      readingChoices[reading] = option
      guard let chosen = policy.choosing(option, for: reading) else { return }
      policy = chosen
      if !isReplaying { settle() }
    case .policyAdopted(_, let hash, _):
      guard let adopted = policies[hash] else { return }
      policy = withChoices(adopted)
      policyHash = hash
      if !isReplaying { settle() }
    }
  }

  /// A policy under the readings that the office has chosen, which come before those of the file.
  private func withChoices(_ policy: Policy) -> Policy {
    readingChoices.reduce(policy) { $0.choosing($1.value, for: $1.key) ?? $0 }
  }

  private mutating func put(_ applicant: Applicant) {
    if let number = applicantNumbers[applicant.id] {
      applicants[number] = applicant
    } else {
      applicantNumbers[applicant.id] = applicants.count
      applicants.append(applicant)
      countSerial(of: applicant.id)
    }
    search.put(applicant)
  }

  private mutating func put(_ filing: Filing, _ facts: FactsAtReceipt, _ entry: HistoryEntry) {
    let undecided = Decision(
      outcome: .incomplete, gross: .zero, award: .zero, reasons: [], warnings: [], trace: Trace(), event: nil)
    let number: Int
    if let known = fileNumbers[filing.id] {
      number = known
      if !isReplaying { removeFromTotals(files[number]) }
      files[number].filing = filing
      files[number].history.append(entry)
    } else {
      number = files.count
      fileNumbers[filing.id] = number
      files.append(
        FiledFiling(
          filing: filing, received: facts, decision: undecided, isTakenOver: entry.deed == .takenOver,
          history: [entry]))
      countSerial(of: filing.id)
    }
    guard !isReplaying else { return }
    let changed = ledger.apply([number: policy.claim(filing, of: files[number].facts)])
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
