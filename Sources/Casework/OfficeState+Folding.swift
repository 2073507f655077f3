import CaseModel
public import SubsidyRules

extension OfficeState {
  /// Takes in a whole history at once; everything is decided when the last line is in.
  public mutating func replay(_ transactions: some Sequence<Transaction>) {
    folded.isReplaying = true
    for transaction in transactions { fold(transaction) }
    folded.isReplaying = false
    settle()
  }

  /// Begins to take in a history line by line; `settle` ends it.
  public mutating func beginReplay() {
    folded.isReplaying = true
    // Where offices are gathered, the filings of several are on the way at once.
    if given.isGathered { files.mostChanged = 4096 }
  }

  /// Decides everything anew: each filing by itself, then who is served first.
  public mutating func settle() {
    folded.isReplaying = false
    // What many changes left behind goes before room is taken for judging.
    files.putAway()
    if people.areUnitsOld {
      files.units = unitsNow()
      people.areUnitsOld = false
    }
    var judged = files.judged(under: policy)
    judged.sheet.keep(joint.keptFilings.compactMap(files.number))
    let ledger = Ledger(judged.sheet)
    files.take(judged, settledIn: ledger)
    sums.ledgerHolder = LedgerHolder(ledger)
    sumUp()
    sums.capUses = ledger.capUses.keyed(by: \.row.group)
  }

  /// What a filing that a save receives comes to by itself; nil where the save is another one.
  ///
  /// Moves nothing, so that it can be worked out while the disk takes the line; `fold` then need not.
  public func judgement(ahead transaction: Transaction) -> Judgement? {
    guard case .filingReceived(let filing, let facts)? = transaction.changes.first,
      transaction.changes.count == 1
    else { return nil }
    let unit = FiledFiling.Unit(filing.applicant, facts, in: files.units)
    return policy.judge(filing, of: facts.facts(of: filing.applicant, unit), tracing: false)
  }

  /// Takes in one save; `judgement` is what `judgement(ahead:)` said of it on this state.
  public mutating func fold(_ transaction: Transaction, _ judgement: Judgement? = nil) {
    // Nothing that is shown is moved by it.
    guard !transaction.isAnchor else { return noteSnapshots(transaction) }
    folded.version += 1
    if !transaction.changes.allSatisfy(\.movesNoFilings) { folded.lastMove = transaction.sequence }
    // Where many filings come at once it is cheaper to decide everything anew than each as it comes.
    let isBulk = !folded.isReplaying && transaction.changes.count > 100
    if isBulk { folded.isReplaying = true }
    for change in transaction.changes { fold(change, transaction, judgement) }
    noteClock(transaction)
    if isBulk { settle() }
  }

  private mutating func noteSnapshots(_ line: Transaction) {
    for case .snapshotAnchored(let head, let sum) in line.changes {
      offices.fold(NamedSnapshot(head: head, sum: sum))
    }
  }

  private mutating func fold(_ change: Change, _ transaction: Transaction, _ judgement: Judgement?) {
    func entry(_ deed: Deed) -> HistoryEntry {
      HistoryEntry(
        deed: deed, by: transaction.by, at: transaction.at, day: transaction.day,
        sequence: transaction.sequence, undoes: transaction.undoes)
    }
    switch change {
    case .founded(let identity): house.identity = identity
    case .operatorAdded, .operatorRetired, .pinSet, .pinCleared, .codeMissed, .aloneAllowed:
      foldOperators(change, transaction)
    case .pinsMissed: break
    case .applicantEntered(let applicant): put(applicant, entry)
    case .applicantChanged(let applicant, let since):
      let before = self.applicant(applicant.id)
      put(applicant, entry)
      if let before, let since { moveFamilies(of: applicant, before: before, since) }
    case .filingReceived(let filing, let facts): put(filing, facts, entry(.received), judgement)
    case .filingTakenOver(let filing, let facts):
      put(
        filing, facts,
        entry(.takenOver(Standing(filing.stage), decided: filing.decided, reclaimed: filing.reclaimed)))
    case .filingChanged(let filing):
      let item = policy.item(filing.item)
      self.change(filing.id, transaction) {
        $0.take(filing, item: item, by: transaction.by, at: transaction.at)
      }
    case .stepped(let id, let step): fold(step, of: id, transaction)
    case .papersTicked(let id, let ticks):
      self.change(id, transaction) { $0.take(ticks, by: transaction.by, at: transaction.at) }
    case .factsChanged(let id, let facts):
      self.change(id, transaction) { $0.take(facts, by: transaction.by, at: transaction.at) }
    case .snapshotAnchored: break
    case .newsEntered(var entered):
      (entered.by, entered.at) = (transaction.by, transaction.at)
      books.news.append(entered)
    case .personsTold(var word):
      (word.by, word.at) = (transaction.by, transaction.at)
      people.words.append(word)
      people.areUnitsOld = true
      if !folded.isReplaying { settle() }
    case .recordEntered(let entry):
      books.register.put(entry, by: transaction.by, at: transaction.at)
      countSerial(of: entry.id)
    case .recordChanged(let entry): books.register.put(entry, by: transaction.by, at: transaction.at)
    case .periodSet(var period):
      (period.by, period.at) = (transaction.by, transaction.at)
      house.periods.append(period)
    case .offices(let change): fold(change, transaction)
    case .yearSealed(let seal):
      fold(seal, transaction)
      drawLots()
    case .yearUnsealed(let year, let note):
      unseal(year, note: note, transaction)
      drawLots()
    case .recordStruck(let id, let note):
      books.register.strike(id, note: note, by: transaction.by, at: transaction.at)
    case .readingChosen(let reading, let option, _): choose(option, for: reading, transaction)
    case .policyAdopted, .policyJoined, .policyWithdrawn: foldPolicies(change, transaction)
    }
  }

  private mutating func fold(_ step: StepTaken, of id: String, _ transaction: Transaction) {
    // Only figures are judged by what the item says of them.
    let item = step.hasFigures ? file(id).flatMap { policy.item($0.filing.item) } : nil
    let family =
      step.step == .undo
      ? file(id).map { self.family(of: $0.filing.applicant, on: $0.filing.received) } : nil
    self.change(id, transaction) {
      $0.take(step, item: item, by: transaction.by, at: transaction.at)
      if let family { $0.askAgain(in: family) }
    }
    offices.note(step, on: id)
    if step.step == .undo { bringHome(id, transaction) }
    if case .batched(let entry) = step.detail { take(entry, of: id, at: transaction.at) }
  }

  private mutating func choose(_ option: String, for reading: String, _ transaction: Transaction) {
    rules.changes.append(RuleChange(kind: .reading(reading), by: transaction.by, at: transaction.at))
    rules.choices[reading] = option
    guard let chosen = policy.choosing(option, for: reading) else { return }
    policy = chosen
    if !folded.isReplaying { settle() }
  }

  private mutating func foldPolicies(_ change: Change, _ transaction: Transaction) {
    let after = rules.inForce.taking(change)
    guard let joined = after.joined(given.policies) else { return }
    rules.changes.append(
      RuleChange(
        kind: .policy(before: rules.inForce.entries.map(\.hash), readings: rules.choices), by: transaction.by,
        at: transaction.at)
    )
    let before = policy
    policy = withChoices(joined)
    rules.inForce = after
    bringHome(from: before)
    if !folded.isReplaying { settle() }
  }

  /// A policy under the readings that the office has chosen, which come before those of the file, with the lots that its
  /// seals draw.
  func withChoices(_ policy: Policy) -> Policy {
    policy.choosing(rules.choices).sealed(
      Dictionary(
        books.seals.lazy.filter { $0.opening == nil }.map { ($0.year, $0.seed) }, uniquingKeysWith: { $1 }))
  }

  /// Draws the lots of filings of one day anew, where a cap serves them so.
  private mutating func drawLots() {
    guard policy.drawsLots else { return }
    policy = withChoices(policy)
    if !folded.isReplaying { settle() }
  }

  private mutating func put(_ applicant: Applicant, _ entry: (Deed) -> HistoryEntry) {
    let number: Int
    let before = self.applicant(applicant.id)
    if let known = people.numbers[applicant.id] {
      number = known
      let fields = ApplicantChange.fields(from: people.applicants[number], to: applicant)
      let entry = entry(.changed(fields.map(\.rawValue)))
      if !fields.isEmpty {
        people.changes[applicant.id, default: []].append(
          ApplicantChange(fields: fields, by: entry.by, at: entry.at, filesThen: files.count))
      }
      noteFormerName(people.applicants[number], now: applicant, number: number, entry)
      people.histories[number].append(entry)
      people.applicants[number] = applicant
    } else {
      number = people.applicants.count
      people.numbers[applicant.id] = number
      people.applicants.append(applicant)
      people.histories.append([entry(.received)])
      countSerial(of: applicant.id)
    }
    search.put(applicant, number: number)
    if folded.isReplaying {
      people.areUnitsOld = true
    } else if renewUnits(applicant, before: before) {
      settle()
    }
  }

  private mutating func put(
    _ filing: Filing, _ facts: FactsAtReceipt, _ entry: HistoryEntry, _ judgement: Judgement? = nil
  ) {
    guard files.number(of: filing.id) == nil else { return }
    let number = files.count
    var file = FiledFiling(filing, facts, entry)
    // Whoever takes over what another office did stands for it as if they had accepted it.
    if file.isTakenOver { file.put(Mark(.accepted, by: entry.by, at: entry.at)) }
    // Whoever enters a receipt before that of others has moved the queue.
    if filing.override(of: Filing.receipt) != nil {
      file.put(Mark(.input(Filing.receipt), by: entry.by, at: entry.at))
    }
    // Whoever takes a filing of somebody who is to get nothing answers for it.
    if filing.override(of: Filing.ban) != nil {
      file.put(Mark(.input(Filing.ban), by: entry.by, at: entry.at))
    }
    files.append(file)
    countSerial(of: filing.id)
    if !folded.isReplaying { resettle(number, file.counted(in: files.units), judgement) }
  }

  /// Changes a filing that is there, and settles anew what that can touch.
  mutating func change(
    _ id: String, _ transaction: Transaction, _ work: (inout FiledFiling) -> Void
  ) {
    guard let number = files.number(of: id) else { return }
    let before = folded.isReplaying ? nil : files[number]
    if before != nil { removeFromTotals(files.rows[number]) }
    files.change(number) { file in
      let known = file.history.count
      work(&file)
      for entry in known..<max(known, file.history.count) {
        file.history[entry].day = transaction.day
        file.history[entry].sequence = transaction.sequence
        file.history[entry].undoes = transaction.undoes
      }
    }
    if let before { settleAgain(number, before) }
  }

  /// Puts a filing in the place of what is known of it, and settles anew what that can touch.
  mutating func replace(_ number: Int, by file: FiledFiling) {
    let before = files[number]
    removeFromTotals(files.rows[number])
    files.change(number) { known in
      known = file
      // What it comes to elsewhere is not what it comes to here.
      known.decision = before.decision
    }
    settleAgain(number, before)
  }

  /// Settles what a change of a filing can touch, which is in no total now.
  private mutating func settleAgain(_ number: Int, _ before: FiledFiling) {
    let after = files[number]
    if after.filing.isDecidedOtherwise(than: before.filing) || after.received != before.received {
      resettle(number, after)
    } else {
      addToTotals(files.rows[number])
    }
  }

  /// Decides a filing whose award is in no total, and all others that its claim moves.
  private mutating func resettle(_ number: Int, _ file: FiledFiling, _ known: Judgement? = nil) {
    var groups = Set(ledger.groupNumbers(of: number))
    let judgement = known ?? policy.judge(file.filing, of: file.facts, tracing: false)
    let others = ledger.put(judgement.claim, under: number)
    files.setDecision(
      policy.decide(judgement, in: ledger, settlement: ledger.settlement(number)), of: number)
    addToTotals(files.rows[number])
    groups.formUnion(ledger.groupNumbers(of: number))
    for other in others {
      removeFromTotals(files.rows[other])
      files.setDecision(decided(other), of: other)
      addToTotals(files.rows[other])
      groups.formUnion(ledger.groupNumbers(of: other))
    }
    refreshCaps(groups)
  }

  private func decided(_ number: Int) -> Decision {
    let file = files[number]
    return policy.decide(
      file.filing, of: file.facts, in: ledger, settlement: ledger.settlement(number), tracing: false)
  }

  // MARK: - Sums

  /// Sums all awards anew.
  mutating func sumUp() { sums.byYear = files.totalsByYear }

  private mutating func addToTotals(_ row: FileRow) {
    sums.byYear[row.year, default: Totals()].add(row.award, item: files.item(of: row), year: row.year)
  }

  private mutating func removeFromTotals(_ row: FileRow) {
    sums.byYear[row.year]?.remove(row.award, item: files.item(of: row), year: row.year)
  }

  private mutating func refreshCaps(_ groups: Set<Int>) {
    for group in groups {
      let use = ledger.capUse(group)
      sums.capUses[ledger.group(group)] = use
    }
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
