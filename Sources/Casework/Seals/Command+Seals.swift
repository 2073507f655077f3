import CaseModel
import SubsidyRules

/// Sealing a year, opening it again, and keeping everybody from changing what is sealed.
extension OfficeState {
  /// The seal as it is saved but for the journal's head, which whoever saves puts in.
  func sealing(
    _ year: Int, note: String, seen: YearSums, by who: Operator, on today: CivilDate
  ) throws(Refusal) -> Change {
    try need(.supervisor, who)
    try checkNothingLost()
    guard seal(of: year) == nil else { throw .seal(.alreadySealed(year)) }
    guard year < today.year else { throw .seal(.notOver(year)) }
    let undecided = openFilings(of: year)
    guard undecided.isEmpty else { throw .seal(.undecided(year, filings: undecided)) }
    let sums = yearSums(of: year)
    guard sums.filings > 0 else { throw .seal(.nothingThere(year)) }
    guard sums == seen else { throw .seal(.moved(year)) }
    let open = officesToClose(year)
    guard open.isEmpty else { throw .seal(.officesOpen(year, offices: open)) }
    return .yearSealed(YearSeal(year: year, sums: sums, note: note))
  }

  func unsealing(_ year: Int, note: String, by who: Operator) throws(Refusal) -> Change {
    try need(.supervisor, who)
    guard let seal = seal(of: year) else { throw .seal(.notSealed(year)) }
    // What was closed towards the city is given back by the city.
    if let joined = offices.joinedAt, seal.sequence > joined { throw .seal(.closedForCity(year)) }
    guard TextFolding.isReason(note) else { throw .noteMissing }
    return .yearUnsealed(year: year, note: note)
  }

  // MARK: - What is sealed stays

  /// Refuses a filing that belongs to a sealed year.
  func checkOpen(_ file: FiledFiling) throws(Refusal) {
    if seal(of: file.year) != nil { throw .seal(refusal(ofSealed: file.year)) }
  }

  /// Who may open a sealed year again: its own supervisor, or the city towards which it was closed.
  private func refusal(ofSealed year: Int) -> SealRefusal {
    guard let joined = offices.joinedAt, let seal = seal(of: year), seal.sequence > joined else {
      return .sealed(year)
    }
    return .closedForCity(year)
  }

  /// Refuses changes that would touch a filing or a budget of a sealed year, or bring a filing into one.
  func checkSeals(_ changes: [Change]) throws(Refusal) {
    let sealed = Set(books.seals.filter { $0.opening == nil }.map(\.year))
    guard !sealed.isEmpty, !changes.isEmpty else { return }
    // What the city has chosen and given back holds in a year that was closed towards it.
    if changes.contains(where: \.isTakenReply) { return }
    var after = self
    after.fold(Transaction(by: "", at: "", policy: policyHash, changes: changes))
    var years: [Int] = []
    for change in changes {
      switch change {
      case .filingReceived(let filing, _), .filingTakenOver(let filing, _), .filingChanged(let filing):
        years += [file(filing.id)?.year, after.file(filing.id)?.year].compactMap(\.self)
      case .stepped(let id, _), .papersTicked(let id, _), .factsChanged(let id, _):
        years += [file(id)?.year, after.file(id)?.year].compactMap(\.self)
      case .recordEntered(let entry), .recordChanged(let entry):
        years += [books.register[entry.id]?.entry, entry].compactMap(\.self).compactMap(budgetYear)
      case .recordStruck(let id, _):
        years += [books.register[id]?.entry].compactMap(\.self).compactMap(budgetYear)
      case .readingChosen, .policyAdopted, .policyJoined, .policyWithdrawn, .personsTold:
        // What is decided does not move; only where it belongs could.
        years += sealed.filter { yearSums(of: $0) != after.yearSums(of: $0) }
      default: break
      }
    }
    if let year = years.first(where: sealed.contains) { throw .seal(refusal(ofSealed: year)) }
  }

  /// The year whose fund a record of the register is the budget of; nil for every other record.
  private func budgetYear(_ entry: RegisterEntry) -> Int? {
    policy.recordKind(entry.kind)?.budget == nil ? nil : year(of: entry)
  }
}

extension Change {
  fileprivate var isTakenReply: Bool { if case .offices(.taken) = self { true } else { false } }
}
