public import CaseModel
import SubsidyRules

/// Who loses by a day of receipt that comes before that of others, and whether anybody has said why.
///
/// A receipt that comes before that of others, who lose by it, takes a reason, which is kept with the filing. The act by
/// which they lose asks for it: the receipt, a move of the day, and whatever lets a filing that stands there already ask for
/// more. What does that from elsewhere (another's withdrawal, a reading, a policy, a word on persons) is asked about where
/// the filing is approved or handed up.
///
/// The reason is the override of `received`, and a mark for the two pairs of eyes.
extension OfficeState {
  /// Who loses by a day of receipt that nobody has given a reason for; empty where none is asked for.
  ///
  /// The reason goes with the place that it was given for: while others get less because the filing stands where it does, it
  /// is put in other words and not taken away.
  ///
  /// - Parameters:
  ///   - old: the filing as it stands; nil for a new one.
  ///   - goesBack: whether it goes back to what stood before its last change, with the reasons of then.
  public func unansweredLosers(
    by filing: Filing, of applicant: Applicant, insteadOf old: Filing?, goesBack: Bool = false
  ) -> [LiveDecision.Moved] {
    let (reason, given) = (filing.reason(for: Filing.receipt), old?.override(of: Filing.receipt))
    guard let old, let number = files.number(of: filing.id) else {
      // Nearly everybody who comes to the counter stands behind all.
      return reason != nil || files.isBehindAll(filing) ? [] : losers(by: filing, of: applicant)
    }
    let received = facts(of: filing, of: applicant)
    let claim = policy.claim(atHome(filing, as: received), of: facts(of: applicant.id, as: received))
    // Whoever takes a reason away is asked while anybody gets less.
    if reason == nil, given != nil, !goesBack {
      return losers(by: [number: claim], than: [number: nil]).filter {
        isByReceipt(filing, before: $0.filing)
      }
    }
    if filing.received < old.received {
      return reason == nil || reason == given ? losers(by: filing, of: applicant) : []
    }
    return reason == nil ? overtaken(by: number, asking: [number: claim]) : []
  }

  func checkReceipt(
    of filing: Filing, of applicant: Applicant, insteadOf old: Filing?, goesBack: Bool = false
  ) throws(Refusal) {
    let losers = unansweredLosers(by: filing, of: applicant, insteadOf: old, goesBack: goesBack)
    guard losers.isEmpty else { throw .turnTaken(losers) }
  }

  /// The same of new filings that come in by one save, beside applicants who are new as well.
  func checkReceipts(
    of filings: [(filing: Filing, received: FactsAtReceipt)], with applicants: [Applicant] = []
  ) throws(Refusal) {
    let unanswered = Arrivals.unanswered(filings, with: applicants, in: self)
    guard let first = unanswered.first else { return }
    guard filings.count > 1 else { throw .turnTaken(first.losers) }
    throw .rows(unanswered.map { RefusedRow(filing: $0.filing, refusal: .turnTaken($0.losers)) })
  }

  /// The same of filings whose facts are renewed, by which they may ask for what they did not.
  func checkReceipts(renewing facts: [(filing: String, received: FactsAtReceipt)]) throws(Refusal) {
    var claims: [Int: Claim?] = [:]
    for one in facts {
      guard let number = files.number(of: one.filing) else { continue }
      let filing = files.filing(number)
      claims[number] = policy.claim(
        atHome(filing, as: one.received), of: self.facts(of: filing.applicant, as: one.received))
    }
    let rows = claims.keys.sorted().compactMap { number -> RefusedRow? in
      guard files.filing(number).override(of: Filing.receipt) == nil else { return nil }
      let losers = overtaken(by: number, asking: claims)
      return losers.isEmpty ? nil : RefusedRow(filing: files.id(of: number), refusal: .turnTaken(losers))
    }
    guard rows.isEmpty else { throw .rows(rows) }
  }

  /// Who, overtaken by a filing without a reason, would get less than now once it stands as a step leaves it.
  func unansweredLosers(by file: FiledFiling, at number: Int) -> [LiveDecision.Moved] {
    guard file.filing.override(of: Filing.receipt) == nil else { return [] }
    return overtaken(by: number, asking: [number: policy.claim(file.filing, of: file.facts)])
  }

  /// Who, overtaken by a filing without a reason, gets less than if it stood behind all.
  func unansweredLosers(at number: Int) -> [LiveDecision.Moved] {
    let file = files[number]
    guard file.filing.override(of: Filing.receipt) == nil, mayHaveOvertaken(file, number),
      let claim = policy.claim(file.filing, of: file.facts)
    else { return [] }
    return losers(by: [number: claim], than: [number: claim.behindAll]).filter {
      wasThere($0, before: number)
    }
  }

  // MARK: - Losing

  private func losers(by filing: Filing, of applicant: Applicant) -> [LiveDecision.Moved] {
    preview(filing, of: applicant).moved.filter {
      $0.after < $0.before && isByReceipt(filing, before: $0.filing)
    }
  }

  /// Whether a filing may come before another by its day of receipt: among those of one day a lot that is drawn takes nobody's
  /// turn.
  func isByReceipt(_ filing: Filing, before other: String) -> Bool {
    file(other)?.filing.received != filing.received || policy.lot(of: filing) == nil
  }

  /// Who was there before a filing took its day, and gets less than now because it stands before them with what some
  /// filings, of which it is one, would ask for.
  private func overtaken(by number: Int, asking claims: [Int: Claim?]) -> [LiveDecision.Moved] {
    guard mayHaveOvertaken(files[number], number), let claim = claims[number].flatMap(\.self) else {
      return []
    }
    let behind = claims.merging([number: claim.behindAll]) { $1 }
    return losers(by: claims, than: behind).compactMap { loser in
      guard let other = files.number(of: loser.filing) else { return nil }
      let now = files.rows[other].award
      return loser.after < now && wasThere(loser, before: number)
        ? .init(filing: loser.filing, before: now, after: loser.after) : nil
    }
  }

  /// Others who get less with some claims than with others in their stead.
  private func losers(by claims: [Int: Claim?], than others: [Int: Claim?]) -> [LiveDecision.Moved] {
    let (with, without) = (ledger.preview(claims), ledger.preview(others))
    return Set(with.keys).union(without.keys)
      .filter { claims[$0] == nil && files.indices.contains($0) }
      .map { other in
        let now = files.rows[other].award
        return .init(
          filing: files.id(of: other), before: without[other]?.award ?? now,
          after: with[other]?.award ?? now)
      }
      .filter { $0.after < $0.before }.sorted { $0.filing < $1.filing }
  }

  // MARK: - Who was there

  /// Whether anybody may stand behind a filing who was there before it; most come in the order of their days.
  private func mayHaveOvertaken(_ file: FiledFiling, _ number: Int) -> Bool {
    // At a city, among others', numbers tell nothing of who was there first.
    let first = joint.origins.isEmpty ? 0 : joint.origins.first(beside: number)
    guard let first, file.history.first?.sequence == file.placed?.sequence else { return true }
    return (first..<number).contains { files.rows[$0].stage.isUndecided && files.precedes(number, $0) }
  }

  /// Whether a filing was there, with the day that it has, before another took its own. What one county enters no other
  /// knows; a city knows all.
  private func wasThere(_ loser: LiveDecision.Moved, before number: Int) -> Bool {
    guard let other = files.number(of: loser.filing), let placed = files[number].placed,
      let there = files[other].placed, isByReceipt(files.filing(number), before: loser.filing)
    else { return false }
    let (writer, of) = (writer(of: number), writer(of: other))
    guard writer == of else { return writer == nil && there.at < placed.at }
    return there.sequence == placed.sequence ? other < number : there.sequence < placed.sequence
  }

  private func writer(of number: Int) -> String? {
    joint.origins.origin(of: number, id: files.id(of: number))?.filing.writer
  }
}

extension FiledFiling {
  /// By what the filing stands where it does in the order of receipt: its receipt, or the last change of its day or of the
  /// reason for that.
  fileprivate var placed: HistoryEntry? {
    history.last { entry in
      switch entry.deed {
      case .received, .takenOver: true
      case .changed(let names): names.contains(Filing.receipt)
      case .stepped, .papersTicked, .factsChanged: false
      }
    }
  }
}

extension Claim {
  /// The same as if it had come behind everybody.
  fileprivate var behindAll: Claim {
    var claim = self
    claim.place.received = .last
    return claim
  }
}
