public import CaseModel
import SubsidyRules

/// What somebody wants to do; the state turns it into changes or refuses it.
public enum Command: Sendable {
  case addOperator(Operator)
  case enterApplicant(Applicant)
  /// Changes an applicant's data, and the facts that the named undecided filings rest on. Another parent counts from
  /// the beginning, as where nothing is said, or from a day on; the same one, said to have been so always, takes back
  /// the days on which it became another.
  case changeApplicant(Applicant, touching: [String] = [], since: ParentSince? = nil)
  /// Records a filing, whatever the decision on it, with what was found of its papers; without an id the store gives
  /// the next receipt number.
  case receiveFiling(Filing, ticks: [PaperTick] = [])
  /// Records several filings in one save, all or none; what was found of the papers holds for each of them.
  case receiveFilings([Filing], ticks: [PaperTick] = [])
  /// Changes the inputs of a filing that nobody has decided yet; `seen` as whoever changes it has seen it.
  /// With `goesBack` to what stood before its last change.
  case changeFiling(Filing, seen: Seen? = nil, goesBack: Bool = false)
  /// Takes in an interchange file's applicants and filings, all or nothing; readings that it chooses otherwise
  /// than the office are chosen with it, which takes a supervisor.
  case importCases(applicants: [Applicant], filings: [Filing], readings: [String: String] = [:])
  /// Takes in rows of an old ledger as the plan says that somebody has seen, all of it or nothing.
  case takeOldLedger([OldLedgerRow], repeats: Bool, seen: OldLedgerPlan)
  case chooseReading(reading: String, option: String, note: String)
  /// Puts a policy file in force beside the others that the store keeps already, named by its hash.
  case adoptPolicy(hash: String, note: String)
  /// Takes a policy back that had joined others and that nothing decided rests on.
  case withdrawPolicy(id: String, note: String)
  /// Moves filings on, one or many.
  case step(StepRequest)
  /// Notes what was found of a filing's papers.
  case tickPapers(filing: String, [PaperTick], seen: Seen)
  case retireOperator(String, note: String)
  /// Sets one's own PIN in place of the one there was, if any.
  case setPIN(PINKey, replacing: PINKey?)
  /// Takes a forgotten PIN away, so that its owner sets another.
  case clearPIN(String, note: String, code: PINKey? = nil)
  /// Notes how many wrong PINs were typed under one's own name since its last sign-in.
  case notePINsMissed(Int)
  case allowAlone(Bool, note: String)
  /// Enters bad news and takes the steps that follow from it, as they were looked at.
  case enterNews(News, seen: NewsConsequences)
  /// Says of records of applicants whether they are one, with what that moves as it was looked at.
  case tellPersons(PersonWord, seen: PersonConsequences)
  /// Enters records of the work register, all or none.
  case enterRecords([RegisterEntry])
  /// Changes a record; `hands` as many as had a hand in it when it was looked at.
  case changeRecord(RegisterEntry, hands: Int? = nil)
  case strikeRecord(String, note: String)
  /// Seals a year that came to what was looked at.
  case sealYear(Int, note: String, seen: YearSums)
  /// Does something between a city and its offices.
  case offices(OfficesCommand)
  /// Sets how long things take, from days on that have not gone by.
  case setPeriods([OfficePeriod])
  /// Opens a sealed year again, with a reason.
  case unsealYear(Int, note: String)
}

extension OfficeState {
  /// Turns a command into changes, or refuses it. Pure: nothing is changed here.
  ///
  /// The rules of the office sit here, so that desk, command line and import cannot differ.
  public func changes(for command: Command, by name: String, at moment: Moment) -> Result<[Change], Refusal> {
    do throws(Refusal) {
      let changes = try changes(for: command, by: try active(name), at: moment)
      try checkSeals(changes)
      try checkCity(changes, of: command)
      return .success(changes)
    } catch {
      return .failure(error)
    }
  }

  private func changes(
    for command: Command, by who: Operator, at moment: Moment
  ) throws(Refusal) -> [Change] {
    switch command {
    case .step(let request): return try changes(for: request, by: who, at: moment)
    case .tickPapers(let id, let ticks, let seen): return try ticked(id, ticks, seen)
    case .addOperator, .retireOperator, .setPIN, .clearPIN, .notePINsMissed, .allowAlone:
      return try operatorChanges(for: command, by: who)
    case .enterRecords(let entries): return try entered(entries, on: moment.today)
    case .changeRecord(let entry, let hands): return try changed(entry, hands: hands, on: moment.today)
    case .strikeRecord(let id, let note): return try struck(id, note: note)
    case .sealYear(let year, let note, let seen):
      return [try sealing(year, note: note, seen: seen, by: who, on: moment.today)]
    case .setPeriods(let periods): return try setting(periods, by: who, on: moment.today)
    case .unsealYear(let year, let note): return [try unsealing(year, note: note, by: who)]
    case .offices(let command): return try changes(for: command, by: who)
    case .tellPersons(let word, let seen): return try changes(for: word, seen, by: who)
    case .enterNews(let news, let seen): return try changes(for: news, seen, by: who, at: moment)
    case .enterApplicant(let applicant): return try entered(applicant)
    case .changeApplicant(let applicant, let touched, let since):
      try check(applicant)
      let changes = try changed(applicant, touching: touched, since: since, today: moment.today)
      try checkReceipts(renewing: changes.renewedFacts)
      return changes
    case .receiveFiling(let filing, let ticks): return try received(filing, ticks)
    case .receiveFilings(let filings, let ticks): return try received(filings, ticks)
    case .changeFiling(let filing, let seen, let goesBack):
      return try changed(filing, seen, goesBack: goesBack, by: who)
    case .importCases(let applicants, let filings, let readings):
      return try chosen(readings, by: who) + imported(applicants, filings, by: who)
    case .takeOldLedger(let rows, let repeats, let seen):
      return try changes(takingIn: rows, repeats: repeats, seen: seen, by: who, at: moment)
    case .chooseReading(let reading, let option, let note):
      try need(.supervisor, who)
      guard let chosen = policy.choosing(option, for: reading) else {
        throw .unknownReading("\(reading)=\(option)")
      }
      let broken = chosen.brokenContinuations
      guard broken.isEmpty else { throw .policy(.continuesNothing(broken)) }
      guard TextFolding.isReason(note) else { throw .noteMissing }
      return [.readingChosen(reading: reading, option: option, note: note)]
    case .adoptPolicy(let hash, let note): return try adopted(hash, note: note, by: who)
    case .withdrawPolicy(let id, let note): return try withdrawn(id, note: note, by: who)
    }
  }

  private func entered(_ applicant: Applicant) throws(Refusal) -> [Change] {
    var applicant = applicant
    if applicant.id.isEmpty { applicant.id = nextApplicantID() }
    guard self.applicant(applicant.id) == nil else { throw .applicantExists(applicant.id) }
    try check(applicant)
    // Persons of one name are many; units of one name and kind are one.
    let named = applicant.kind.isUnit ? namesakes(of: applicant) : []
    if !named.isEmpty, !TextFolding.isReason(applicant.note ?? "") { throw .nameTaken(by: named.map(\.id)) }
    return [.applicantEntered(applicant)]
  }

  private func received(_ filing: Filing, _ ticks: [PaperTick]) throws(Refusal) -> [Change] {
    let change = try received(filing)
    if case .filingReceived(let taken, _) = change, let applicant = applicant(taken.applicant) {
      try checkReceipt(of: taken, of: applicant, insteadOf: nil)
    }
    try checkReasons(of: filing, insteadOf: nil)
    guard !ticks.isEmpty, case .filingReceived(let taken, _) = change else { return [change] }
    return [change, try ticked(atReceiptOf: taken.id, item: taken.item, ticks)]
  }

  private func received(_ filings: [Filing], _ ticks: [PaperTick]) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    var ids: Set<String> = []
    var taken: [(filing: Filing, received: FactsAtReceipt)] = []
    for filing in filings {
      let change = try received(filing, ahead: ids.count)
      guard case .filingReceived(let filing, let facts) = change else { continue }
      taken.append((filing, facts))
      guard ids.insert(filing.id).inserted else { throw .filingExists(filing.id) }
      changes.append(change)
      if !ticks.isEmpty { changes.append(try ticked(atReceiptOf: filing.id, item: filing.item, ticks)) }
    }
    try checkReceipts(of: taken)
    for filing in filings { try checkReasons(of: filing, insteadOf: nil) }
    return changes
  }

  private func check(_ applicant: Applicant) throws(Refusal) {
    guard !TextFolding.isBlank(applicant.name) else { throw .nameMissing }
    if let code = applicant.code.map(TextFolding.search), !code.isEmpty,
      let other = people.applicants.first(where: {
        $0.id != applicant.id && $0.code.map(TextFolding.search) == code
      })
    {
      throw .codeTaken(by: other.id)
    }
    guard let parent = applicant.parent else { return }
    guard self.applicant(parent) != nil else { throw .unknownParent(parent) }
    let root = Families.root(of: applicant.id) { id in
      id == applicant.id ? parent : self.applicant(id)?.parent
    }
    guard root != nil else { throw .cycleOfParents }
  }

  private func received(_ filing: Filing, ahead: Int = 0) throws(Refusal) -> Change {
    var filing = filing
    if filing.id.isEmpty { filing.id = filingID(received: filing.received, ahead: ahead) }
    guard file(filing.id) == nil else { throw .filingExists(filing.id) }
    guard policy.item(filing.item) != nil else { throw .unknownItem(filing.item) }
    guard let applicant = applicant(filing.applicant) else { throw .unknownApplicant(filing.applicant) }
    guard filing.stage == .received, filing.decided == nil, filing.reclaimed == nil, filing.asReceived == nil
    else {
      throw .notAsReceived
    }
    try checkBan(of: filing, insteadOf: nil)
    let facts = facts(of: applicant, on: filing.received)
    return .filingReceived(atHome(filing, as: facts), facts)
  }

  private func chosen(_ readings: [String: String], by who: Operator) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    for (reading, option) in readings.sorted(by: { $0.key < $1.key }) where rules.choices[reading] != option {
      try need(.supervisor, who)
      guard policy.choosing(option, for: reading) != nil else {
        throw .unknownReading("\(reading)=\(option)")
      }
      changes.append(.readingChosen(reading: reading, option: option, note: "随导入文件"))
    }
    return changes
  }

  private func imported(
    _ newApplicants: [Applicant], _ filings: [Filing], by who: Operator
  ) throws(Refusal) -> [Change] {
    let plan = plan(applicants: newApplicants, filings: filings)
    try plan.checkWhole()
    var changes: [Change] = []
    changes.reserveCapacity(plan.applicants.count + plan.filings.count)
    changes += plan.applicants.map(Change.applicantEntered)
    let known = plan.applicants.keyed(by: \.id)
    func find(_ id: String) -> Applicant? { known[id] ?? self.applicant(id) }
    for filing in plan.filings {
      guard let facts = factsComing(with: filing, find) else { throw .unknownApplicant(filing.applicant) }
      var filing = filing
      filing.asReceived = nil
      let isTakenOver = filing.isOfAnotherOffice
      guard !isTakenOver || who.role == .supervisor else { throw .takeOverNeedsSupervisor(filing.id) }
      changes.append(
        isTakenOver
          ? .filingTakenOver(atHome(filing, as: facts, takenOver: true), facts)
          : .filingReceived(atHome(filing, as: facts), facts))
    }
    return changes
  }
}
