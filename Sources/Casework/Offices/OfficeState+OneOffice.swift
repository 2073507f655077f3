import CaseModel
import SubsidyRules

/// One office looked at among all of a city: what it has, with what that comes to among them.
extension OfficeState {
  /// The codes of the offices whose part can be looked at: the city's own first; empty but at a city.
  public var officeCodes: [String] {
    guard offices.isCity, let own = office?.district else { return [] }
    return [own] + offices.enrolled.map(\.code).sorted()
  }

  /// The part that one office has in what all offices come to together; nil where there is no such office, or where no
  /// several are looked at.
  ///
  /// Every list, sum and report that is made of it is that of its filings, each at what it comes to among all offices:
  /// the parts of all offices add up to the whole. Of a cap the part uses what its own filings use, and what is left is
  /// what all offices leave. It is to be looked at alone: nothing is decided by it.
  ///
  /// - Parameter code: what commands call the office; the city's own district of the city itself.
  public func part(of code: String) -> OfficeState? {
    guard joint.shownOffice == nil, let place = officeCodes.firstIndex(of: code) else { return nil }
    var part = self
    part.joint.shownOffice = code
    // No list made of the whole is taken for one of the part.
    part.folded.version = -(version * officeCodes.count + place + 1)
    part.files.shown = joint.origins.numbers(of: code, isCity: place == 0)
    part.joint.shownApplicants = part.files.applicants
    part.sumUp()
    part.sums.capUses = capUses(of: part.files.indices)
    part.books.batches = books.batches.filter { $0.office == (place == 0 ? nil : code) }
    part.books.news = books.news.filter { $0.origin?.office == (place == 0 ? nil : code) }
    let writer = offices.office(code)?.writer?.writer
    part.joint.conflicts = joint.conflicts.filter { conflict in
      conflict.writers.contains { offices.office(ofWriter: $0)?.code ?? officeCodes[0] == code }
    }
    part.joint.waitingFiles = joint.waitingFiles.filter { $0.office == code }
    part.joint.paidUncounted = joint.paidUncounted.filter { $0.filing.writer == writer }
    return part
  }

  /// Whether an applicant is listed: where one office is looked at, one that it has entered or that has filings there.
  public func isShown(applicant id: String) -> Bool {
    guard let shownOffice = joint.shownOffice else { return true }
    return id.hasPrefix(shownOffice + "-") || joint.shownApplicants.contains(id)
  }

  /// Those of some applicants that are listed: nearly always all.
  public func shown(applicants ids: [String]) -> [String] {
    joint.shownOffice == nil ? ids : ids.filter(isShown(applicant:))
  }

  /// Whether a record of the work register is listed.
  func isShown(_ record: RegisterRecord) -> Bool {
    guard let shownOffice = joint.shownOffice else { return true }
    return record.office ?? office?.district == shownOffice
  }

  /// Whether a county's budget is told: where one office is looked at, that of its own county; the city's part has what
  /// is no office's.
  func isShown(budgetOf district: String) -> Bool {
    guard let shownOffice = joint.shownOffice else { return true }
    let owner = offices.enrolled.first { county($0.district) == district }?.code
    return owner ?? office?.district == shownOffice
  }

  /// The caps that some filings draw on, with what those use of them.
  private func capUses(of numbers: Range<Int>) -> [Claim.Group: CapUse] {
    var uses: [Claim.Group: CapUse] = [:]
    for number in numbers {
      let row = files.rows[number]
      guard row.outcome.isServed else { continue }
      for group in ledger.groups(of: number) {
        guard let whole = sums.capUses[group] else { continue }
        let own = Cap.use(of: row.award, inPieces: policy.isInPieces(group.cap))
        var use = uses[group] ?? CapUse(row: whole.row.used(.zero), decided: .zero)
        use.row = whole.row.used(use.row.used + MoneyTotal(own))
        if row.outcome == .decided { use.decided += own }
        uses[group] = use
      }
    }
    return uses
  }
}
