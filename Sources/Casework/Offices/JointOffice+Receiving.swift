public import CaseModel

/// Whoever takes a filing at a city is held against the files and lists of all its offices.
///
/// It is held before the act by the function of the act (`OpenOffice.plan`).
extension JointOffice {
  /// What taking in these applicants and filings would do at the city.
  public func plan(applicants: [Applicant], filings: [Filing]) -> CaseImport {
    var plan = CaseImport(applicants, filings, parts[0].state)
    let names = names(of: plan.applicants)
    plan.refuseUnanswered(state, named: names)
    return plan
  }

  /// Whether what a command of the city's own makes of its files stands before all offices, too.
  public func check(_ changes: [Change], of command: Command) throws(Refusal) {
    if case .importCases(let applicants, let filings, _) = command {
      return try plan(applicants: applicants, filings: filings).checkWhole()
    }
    let city = parts[0].state
    let coming = changes.compactMap { change in
      if case .applicantEntered(let applicant) = change { applicant } else { Applicant?.none }
    }
    let names = names(of: coming)
    var strangers: [String: Applicant] = [:]
    for var applicant in coming {
      applicant.id = names(applicant.id)
      if state.applicant(applicant.id) == nil { strangers[applicant.id] = applicant }
    }
    if case .changeApplicant = command {
      try state.checkReceipts(
        renewing: changes.renewedFacts.map { one in
          var received = one.received
          received.family = names(received.family)
          received.further = received.further.map(names)
          return (one.filing, received)
        })
    }
    var taken: [(filing: Filing, received: FactsAtReceipt)] = []
    for change in changes {
      switch change {
      case .filingReceived(var filing, var facts), .filingTakenOver(var filing, var facts):
        filing.applicant = names(filing.applicant)
        facts.family = names(facts.family)
        if case .filingReceived = change,
          let party = state.applicant(filing.applicant) ?? strangers[filing.applicant],
          let ban = state.unansweredBan(on: filing, of: party)
        {
          throw .banned(ban)
        }
        taken.append((filing, facts))
      case .filingChanged(var filing):
        // A copy of a county's filing stands nowhere among all; bad news waits for nobody's reason.
        guard case .changeFiling = command, noted.copies[filing.id] == nil else { continue }
        filing.applicant = names(filing.applicant)
        let old = city.file(filing.id)?.filing
        try state.checkBan(of: filing, insteadOf: old)
        guard let applicant = state.applicant(filing.applicant) else { continue }
        try state.checkReceipt(of: filing, of: applicant, insteadOf: old, goesBack: command.goesBack)
      default: continue
      }
    }
    try state.checkReceipts(of: taken, with: coming.compactMap { strangers[names($0.id)] })
  }

  /// What the city's applicants, and those who come in at the city, are called among all offices: by a valid code somebody
  /// is there already.
  private func names(of coming: [Applicant]) -> (String) -> String {
    var names: [String: String] = [:]
    if !coming.isEmpty {
      var people: [String: String] = [:]
      for person in persons.people {
        for member in person.members {
          guard let code = parts[member.part].state.people.applicants[member.number].provenCode else {
            continue
          }
          people[code] = people[code] ?? person.id
        }
      }
      for applicant in coming {
        var id = applicant.id
        // The number may be an office's, of somebody else.
        while state.applicant(id) != nil { id += "@" }
        names[applicant.id] = applicant.provenCode.flatMap { people[$0] } ?? id
      }
    }
    return { [persons, parts] id in names[id] ?? persons.id(of: id, in: 0, parts) }
  }
}

extension Command {
  /// Whether it brings a filing back to what stood before its last change.
  fileprivate var goesBack: Bool {
    if case .changeFiling(_, _, let goesBack) = self { goesBack } else { false }
  }
}
