public import Casework
import Journal

/// What the city's word on a conflict would come to, before it is given.
extension OpenOffice {
  /// A conflict with its parties side by side and what each verdict would move; nil where none of that id stands, or
  /// where `progress`, told how many verdicts of how many are weighed, stopped it.
  ///
  /// All offices are settled anew for each verdict that can move anything, which takes about as long as opening them.
  public func sheet(
    of id: String, progress: (_ done: Int, _ whole: Int) -> Bool = { _, _ in true }
  ) throws(OfficeError) -> ConflictSheet? {
    guard let joint, let conflict = joint.conflicts.first(where: { $0.id == id }) else { return nil }
    let choices = joint.choices(on: conflict)
    let tails = try continuations(of: conflict)
    var proposals: [ConflictSheet.Proposal] = []
    for (place, choice) in choices.enumerated() {
      guard progress(place, choices.count) else { return nil }
      proposals.append(joint.proposal(choice, coming: try after(choice, on: conflict, tails, joint)))
    }
    var sheet = joint.sheet(of: conflict, proposals: proposals)
    sheet.tails = tails.map(ConflictSheet.Tail.init)
    return sheet
  }

  private func after(
    _ choice: ConflictSheet.Choice, on conflict: OfficeConflict, _ tails: [Continuation], _ joint: JointOffice
  ) throws(OfficeError) -> JointOffice {
    let verdict: Ruling.Verdict
    switch choice {
    case .verdict(let word): verdict = word
    case .step(let step):
      let day = clock.today()
      return joint.taking(
        conflict.filings.compactMap { id in
          guard let filing = joint.state.origin(of: id)?.filing, let basis = basis(of: filing) else {
            return nil
          }
          return CityStep(filing: filing, basis: basis, step: StepTaken(step, day: day))
        })
    }
    let ruling = Ruling(conflict: conflict.id, verdict: verdict, parties: conflict.parties, note: "")
    switch verdict {
    // What is only said moves nothing.
    case .confirm, .noted: return joint
    case .link, .distinct, .keep, .head, .map, .void: return joint.ruling(ruling)
    case .forkKeep(let tail):
      return joint.ruling(ruling, others: tails.first { $0.link == tail }.map { parts(with: $0.office) })
    }
  }

  /// The offices with one of them as it would be.
  private func parts(with office: OtherOffice) -> [OfficePart] {
    Self.parts(others.filter { $0.writer.writer != office.writer.writer } + [office], of: own)
  }
}
