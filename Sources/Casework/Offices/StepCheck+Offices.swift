import CaseModel

/// What a step may do where several offices work under one city. Source: offices.md, Who decides.
extension StepCheck {
  /// Refuses what is the city's at a county, and what is the county's at the city.
  func checkOffices(_ file: FiledFiling) throws(Refusal) {
    if let city = state.offices.city { return try checkCounty(file, city) }
    if [.commit, .sendBack].contains(request.step), !state.offices.isCity {
      throw .step(.onlyAtCity(request.step))
    }
    switch request.step {
    case .accept, .correct, .review, .lapse, .withdraw: break
    default: try state.checkNothingLost()
    }
    guard let origin = state.origin(of: file.filing.id) else {
      // What the city has of its own was never handed up.
      guard request.step != .sendBack else { throw .step(.wrongStanding(file.standing, .sendBack)) }
      return
    }
    // Where an office writes no more, every step on what it has left open is the city's.
    let isLeftOpen = isOfRetired(file) && file.standing.stage.isOpen && !file.isCommitted
    if isLeftOpen, request.step != .undo, request.step != .sendBack { return }
    // An office changes only its own filings, the city adds only verdicts.
    switch request.step {
    case .accept, .correct, .review, .approve, .handUp, .lapse, .withdraw:
      throw .step(.ofOtherOffice(request.step))
    case .undo:
      guard let last = file.steps.last, origin.cityEntries.contains(last.entry) else {
        throw .step(.ofOtherOffice(.undo))
      }
      // What a reply told is taken back by another verdict alone.
      let replied = state.offices.office(ofWriter: origin.filing.writer)?.repliedAt ?? 0
      let entry = file.history[last.entry]
      let isBack = state.offices.step(on: origin.filing, entry).map {
        state.offices.recalledSteps[$0.save] != nil
      }
      guard isBack != true, entry.sequence > replied else { throw .step(.alreadyReplied(last.step.step)) }
    case .commit, .sendBack, .publish, .batch, .pay, .object, .overrule, .bounce, .waive, .reclaim, .revise,
      .confirm, .reject, .serve:
      // What the county decided before it joined stays the county's to the end.
      guard file.standing == .handedUp || file.isCommitted else { throw .step(.ofOtherOffice(request.step)) }
    }
  }

  /// Whether another office keeps the filing, and writes no more.
  func isOfRetired(_ file: FiledFiling) -> Bool {
    guard let origin = state.origin(of: file.filing.id) else { return false }
    return state.offices.office(ofWriter: origin.filing.writer)?.isRetired ?? false
  }

  private func checkCounty(_ file: FiledFiling, _ city: CityLink) throws(Refusal) {
    switch request.step {
    case .approve: throw .step(.cityDecides(request.step))
    case .commit, .sendBack: throw .step(.onlyAtCity(request.step))
    case .undo:
      guard let last = file.steps.last else { return }
      let entry = file.history[last.entry]
      if last.step.step == .handUp, state.offices.bundles.contains(where: { $0.sequence > entry.sequence }) {
        throw .step(.alreadyBundled)
      }
      if file.isCommitted { throw .step(.cityDecides(.undo)) }
    case .withdraw:
      guard file.standing == .handedUp || file.isCommitted, !TextFolding.isPaper(request.paper) else {
        return
      }
      // The applicant may always take it back, by a paper: the city then rules.
      throw .step(.alreadyBundled)
    case .reject:
      if file.standing == .handedUp || file.isCommitted { throw .step(.cityDecides(.reject)) }
    case .publish, .batch, .pay, .bounce, .waive, .reclaim, .revise, .confirm, .object, .overrule, .serve:
      if file.isCommitted { throw .step(.cityDecides(request.step)) }
    case .accept, .correct, .review, .handUp, .lapse: return
    }
  }
}

extension FiledFiling {
  /// Whether the city has decided it, as far as its steps that hold say; what it has sent back since is open again.
  public var isCommitted: Bool {
    let held = steps.map(\.step.step)
    guard let commit = held.lastIndex(of: .commit) else { return false }
    return !held[commit...].contains(.sendBack)
  }
}
