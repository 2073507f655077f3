import CaseModel
import SubsidyRules

/// A county's filing with what the city did.
///
/// Where the city has committed, nothing that a county does behind the basis moves the amount: it is a
/// conflict. What comes behind a seal for a sealed year waits apart (`OfficePart.counted`,
/// `JointOffice.late`).
extension FiledFiling {
  /// A county's filing with those of the city's steps that hold.
  struct Stepped {
    var file: FiledFiling
    /// The city's steps whose basis stands in the office's journal, and those that have no effect since theirs does not.
    var standing: [CityStep] = []
    var suspended: [CityStep] = []
    /// The places of the city's steps in the filing's history.
    var places: Set<Int> = []
    /// Whether the office has touched the filing behind what the city decided on.
    var isMoved = false

    /// Whether the city has rejected it since: then there is nothing left that an office could have moved.
    fileprivate var isRejected: Bool {
      file.standing == .rejected
        && file.steps.last { $0.step.step == .reject }.map { places.contains($0.entry) } ?? false
    }
  }

  /// This filing, as its office has it, with the city's steps on it.
  func stepped(by steps: [CityStep], _ office: OfficePart, countyGoesOn: Bool) -> Stepped {
    var stepped = Stepped(file: self)
    for step in steps {
      if office.stands(step.basis) {
        stepped.standing.append(step)
      } else {
        stepped.suspended.append(step)
      }
    }
    // Money that was paid or came back stays counted, whatever became of the lines on which it was.
    if PaidUncounted.isMoved(by: steps, where: { office.stands($0.basis) }) { stepped.standing = steps }
    guard !stepped.standing.isEmpty else { return stepped }
    stepped.places = stepped.file.put(citySteps: stepped.standing, countyGoesOn: countyGoesOn)
    stepped.isMoved =
      stepped.file.isCommitted && !stepped.isRejected
      && isTouched(behind: stepped.standing, lastOwn: history.last?.sequence ?? 0, office)
    return stepped
  }

  /// Whether the office has handed the filing up once more behind what a verdict of the city rests on, and before a line of
  /// its own, so that it is about a hand-up that was sent back: such a one takes no effect. Source: offices.md, Basis and
  /// verdict.
  func isHandedUpAgain(behind basis: Basis, before line: Int = .max) -> Bool {
    history.contains { entry in
      guard case .stepped(let step) = entry.deed, step.step == .handUp else { return false }
      return entry.sequence > basis.filing.sequence && entry.sequence < line
    }
  }

  /// This filing as its office itself has it, where the city's steps stand behind all that the office had done until its
  /// lines brought them: what it had taken back by then is decided all the same where the city says so.
  func asBrought(_ steps: [(step: CityStep, by: Int)]) -> FiledFiling {
    var file = self
    let told = steps.enumerated().filter { !isHandedUpAgain(behind: $1.step.basis, before: $1.by) }
      .sorted { ($0.element.by, $0.offset) < ($1.element.by, $1.offset) }.map(\.element)
    var placed: [(entry: HistoryEntry, behind: Int)] = []
    for (place, one) in told.enumerated() {
      placed.append((one.step.entry, one.by))
      // What one line brought is taken whole.
      guard place == told.count - 1 || told[place + 1].by != one.by else { continue }
      let brought = told[...place].map(\.step)
      if let own = withdrawal(against: brought, before: one.by) { placed.append((own, one.by)) }
    }
    _ = file.merge(placed)
    file.stand(told.map(\.step))
    return file
  }

  /// The withdrawal by which the applicant had taken the filing back behind what steps of the city's rest on, and before a
  /// line of the office's own, where they come to giving it back or rejecting it: nothing is open then that could be, and
  /// the filing stays taken back. Against a commit it moves nothing, and is for the city to rule. Source: offices.md, Basis
  /// and verdict.
  func withdrawal(against steps: [CityStep], before line: Int = .max) -> HistoryEntry? {
    guard let last = steps.lastHeld, [.sendBack, .reject].contains(last.step.step) else { return nil }
    var file = self
    file.history.removeAll { $0.sequence >= line }
    let own = file.steps.last { held in
      held.step.step == .withdraw && file.history[held.entry].sequence > last.basis.filing.sequence
    }
    let entry = own.map { file.history[$0.entry] }
    file.history += steps.map(\.entry)
    return file.isCommitted ? nil : entry
  }

  /// Whether the office has touched a filing, or whom it is of, behind what the city decided on.
  private func isTouched(behind steps: [CityStep], lastOwn: Int, _ office: OfficePart) -> Bool {
    guard let last = steps.last(where: { $0.step.step == .commit }) else { return false }
    let applicant = office.state.file(last.filing.id).map(\.filing.applicant) ?? ""
    let lastOfApplicant = office.state.lastTouch(ofApplicant: applicant) ?? 0
    return lastOwn > last.basis.filing.sequence || lastOfApplicant > last.basis.applicant.sequence
  }

  /// Puts the city's steps where they were taken: behind the county's line that each rests on. Gives their places in the
  /// history.
  ///
  /// Of what the city has committed nothing moves by what the county does afterwards: it stands in the county's journal
  /// alone, and is told as a conflict, unless `countyGoesOn` because the city has ruled so.
  private mutating func put(citySteps steps: [CityStep], countyGoesOn: Bool) -> Set<Int> {
    let whole = history
    let placed = steps.map { (entry: $0.entry, behind: $0.basis.filing.sequence) }
    var places = merge(placed)
    if !countyGoesOn, isCommitted, let commit = steps.last(where: { $0.step.step == .commit }) {
      history = whole.filter { $0.sequence <= commit.basis.filing.sequence }
      places = merge(placed)
    }
    stand(steps)
    return places
  }

  /// Puts entries each behind what the office had done up to a record.
  private mutating func merge(_ entries: [(entry: HistoryEntry, behind: Int)]) -> Set<Int> {
    var merged: [HistoryEntry] = []
    var places: Set<Int> = []
    var next = 0
    func place(_ entry: HistoryEntry) {
      places.insert(merged.count)
      merged.append(entry)
    }
    for entry in history {
      while next < entries.count, entries[next].behind < entry.sequence {
        place(entries[next].entry)
        next += 1
      }
      merged.append(entry)
    }
    for one in entries[next...] { place(one.entry) }
    history = merged
    return places
  }

  private mutating func stand(_ steps: [CityStep]) {
    for step in steps {
      switch step.step.step {
      case .revise: put(Mark(.amount, by: step.by, at: step.at))
      case .reclaim, .waive: put(Mark(.amount, by: step.by, at: step.at), beside: true)
      default: break
      }
    }
    let held = self.steps
    let balance = balance(after: held)
    standing = standing(after: held)
    filing.stage = standing.stage
    filing.decided = balance.decided
    filing.reclaimed = balance.released > .zero ? balance.released : nil
  }

  /// The filing as it stood before its office approved it.
  var beforeApproval: FiledFiling {
    guard let approval else { return self }
    var file = self
    file.history = Array(history.prefix { $0.sequence < approval.entry.sequence })
    file.stand([])
    return file
  }

  /// What is kept of what was decided, nothing where it is closed; as it stands where it is undecided.
  var awardAsDecided: Money {
    if filing.stage.isClosed { return .zero }
    return filing.decided.map { $0.lessAtLeastZero(filing.reclaimed ?? .zero) } ?? decision.award
  }
}
