public import CaseModel
import SubsidyRules

/// What somebody wants to do; the state turns it into changes or refuses it.
public enum Command: Sendable {
  case addOperator(Operator)
  case enterApplicant(Applicant)
  case changeApplicant(Applicant)
  /// Records a filing, whatever the decision on it; without an id the store gives the next receipt number.
  case receiveFiling(Filing)
  /// Records several filings in one save, all or none.
  case receiveFilings([Filing])
  /// Changes the inputs of a filing that nobody has decided yet.
  case changeFiling(Filing)
  /// Takes in an interchange file's applicants and filings, all or nothing; readings that it chooses otherwise
  /// than the office are chosen with it, which takes a supervisor.
  case importCases(applicants: [Applicant], filings: [Filing], readings: [String: String] = [:])
  case chooseReading(reading: String, option: String, note: String)
  /// Puts a policy file in force that the store keeps already, named by its hash.
  case adoptPolicy(hash: String, note: String)
}

/// Why a command is not carried out; prose about it is made elsewhere.
public enum Refusal: Error, Hashable, Sendable {
  case unknownOperator(String)
  case operatorExists(String)
  /// The role that the command needs.
  case roleTooLow(needed: Operator.Role)
  case applicantExists(String)
  /// Another applicant has this code already.
  case codeTaken(by: String)
  case unknownApplicant(String)
  case unknownParent(String)
  case cycleOfParents
  case filingExists(String)
  case unknownFiling(String)
  case unknownItem(String)
  /// A decided amount no longer moves.
  case filingIsDecided(String)
  /// A decided amount or a later stage is only taken over by a supervisor.
  case takeOverNeedsSupervisor(String)
  /// `file` takes filings as received, without a decision.
  case notAsReceived
  case unknownReading(String)
  case nameMissing
  /// A choice that binds others needs its reason in words.
  case noteMissing
  case unknownPolicy(String)
  /// There are filings of items that the policy does not have.
  case policyLacksItems([String])
}

extension OfficeState {
  /// Turns a command into changes, or refuses it. Pure: nothing is changed here.
  ///
  /// The rules of the office sit here, so that desk, command line and import cannot differ.
  public func changes(for command: Command, by name: String) -> Result<[Change], Refusal> {
    guard let who = operators.first(where: { $0.name == name }) else {
      return .failure(.unknownOperator(name))
    }
    do throws(Refusal) {
      return .success(try changes(for: command, by: who))
    } catch {
      return .failure(error)
    }
  }

  private func changes(for command: Command, by who: Operator) throws(Refusal) -> [Change] {
    switch command {
    case .addOperator(let added):
      guard who.role == .supervisor else { throw .roleTooLow(needed: .supervisor) }
      guard !TextFolding.isBlank(added.name) else { throw .nameMissing }
      guard !operators.contains(where: { $0.name == added.name }) else { throw .operatorExists(added.name) }
      return [.operatorAdded(added)]
    case .enterApplicant(var applicant):
      if applicant.id.isEmpty { applicant.id = nextApplicantID() }
      guard self.applicant(applicant.id) == nil else { throw .applicantExists(applicant.id) }
      try check(applicant)
      return [.applicantEntered(applicant)]
    case .changeApplicant(let applicant):
      guard let old = self.applicant(applicant.id) else { throw .unknownApplicant(applicant.id) }
      guard old != applicant else { return [] }
      try check(applicant)
      return [.applicantChanged(applicant)]
    case .receiveFiling(let filing): return [try received(filing)]
    case .receiveFilings(let filings):
      var changes: [Change] = []
      var ids: Set<String> = []
      for filing in filings {
        let change = try received(filing, ahead: changes.count)
        if case .filingReceived(let filing, _) = change, !ids.insert(filing.id).inserted {
          throw .filingExists(filing.id)
        }
        changes.append(change)
      }
      return changes
    case .changeFiling(let filing):
      guard let old = file(filing.id)?.filing else { throw .unknownFiling(filing.id) }
      guard old.decided == nil, filing.decided == nil else { throw .filingIsDecided(filing.id) }
      guard old != filing else { return [] }
      return [.filingChanged(filing)]
    case .importCases(let applicants, let filings, let readings):
      return try chosen(readings, by: who) + imported(applicants, filings, by: who)
    case .chooseReading(let reading, let option, let note):
      guard who.role == .supervisor else { throw .roleTooLow(needed: .supervisor) }
      guard policy.choosing(option, for: reading) != nil else {
        throw .unknownReading("\(reading)=\(option)")
      }
      guard !TextFolding.isBlank(note) else { throw .noteMissing }
      return [.readingChosen(reading: reading, option: option, note: note)]
    case .adoptPolicy(let hash, let note):
      guard who.role == .supervisor else { throw .roleTooLow(needed: .supervisor) }
      guard let adopted = policies[hash] else { throw .unknownPolicy(hash) }
      guard !TextFolding.isBlank(note) else { throw .noteMissing }
      guard hash != policyHash else { return [] }
      // A filing of an item that nobody knows could neither be decided nor explained.
      let lacking = Set(files.map(\.filing.item)).filter { adopted.item($0) == nil }
      guard lacking.isEmpty else { throw .policyLacksItems(lacking.sorted()) }
      return [.policyAdopted(id: adopted.id, hash: hash, note: note)]
    }
  }

  private func check(_ applicant: Applicant) throws(Refusal) {
    guard !TextFolding.isBlank(applicant.name) else { throw .nameMissing }
    if let code = applicant.code.map(TextFolding.search), !code.isEmpty,
      let other = applicants.first(where: {
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
    guard filing.stage == .received, filing.decided == nil else { throw .notAsReceived }
    return .filingReceived(filing, facts(of: applicant))
  }

  private func chosen(_ readings: [String: String], by who: Operator) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    for (reading, option) in readings.sorted(by: { $0.key < $1.key }) where readingChoices[reading] != option
    {
      guard who.role == .supervisor else { throw .roleTooLow(needed: .supervisor) }
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
    var codes: Set<String> = Set(applicants.compactMap { $0.code.map(TextFolding.search) })
    var changes: [Change] = []
    var known: [String: Applicant] = [:]
    for applicant in newApplicants {
      guard self.applicant(applicant.id) == nil else { throw .applicantExists(applicant.id) }
      if let code = applicant.code.map(TextFolding.search), !code.isEmpty, !codes.insert(code).inserted {
        throw .codeTaken(by: applicant.id)
      }
      known[applicant.id] = applicant
      changes.append(.applicantEntered(applicant))
    }
    func find(_ id: String) -> Applicant? { known[id] ?? self.applicant(id) }
    for filing in filings {
      guard file(filing.id) == nil else { throw .filingExists(filing.id) }
      guard let applicant = find(filing.applicant) else { throw .unknownApplicant(filing.applicant) }
      let facts = FactsAtReceipt(
        kind: applicant.kind, district: applicant.district,
        family: Families.root(of: applicant.id, parent: { find($0)?.parent }) ?? applicant.id)
      let isTakenOver = filing.stage != .received || filing.decided != nil
      guard !isTakenOver || who.role == .supervisor else { throw .takeOverNeedsSupervisor(filing.id) }
      changes.append(isTakenOver ? .filingTakenOver(filing, facts) : .filingReceived(filing, facts))
    }
    return changes
  }
}
