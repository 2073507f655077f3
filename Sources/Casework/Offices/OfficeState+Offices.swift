import CaseModel
import SubsidyRules

extension OfficeState {
  /// Whether the next step on a filing is another office's: the city's on what a county has handed up, the county's on all
  /// else that it keeps.
  func waitsElsewhere(_ file: FiledFiling) -> Bool {
    waitsElsewhere(
      isCitys: file.standing == .handedUp || file.isCommitted, origin(of: file.filing.id)?.filing.writer)
  }

  /// The same of the filing of a number, of which no more is read than it takes: an office that stands alone reads none.
  func waitsElsewhere(_ number: Int) -> Bool {
    guard offices.city != nil || !joint.origins.isEmpty else { return false }
    guard let writer = joint.origins.plainWriter(of: number) else { return waitsElsewhere(files[number]) }
    return waitsElsewhere(isCitys: files.standing(of: number) == .handedUp, writer)
  }

  private func waitsElsewhere(isCitys: Bool, _ writer: String?) -> Bool {
    guard let writer else { return offices.city != nil && isCitys }
    return !isCitys && offices.office(ofWriter: writer)?.isRetired != true
  }

  /// Whether a filing waits for the city's decision; an office that stands alone need not read it.
  func isHandedUp(_ number: Int) -> Bool {
    guard offices.city != nil || !joint.origins.isEmpty else { return false }
    return files.standing(of: number) == .handedUp
  }

  /// The number of the last save that touched an applicant's facts or account: a telephone number is neither.
  public func lastTouch(ofApplicant id: String) -> Int? {
    history(ofApplicant: id).last { $0.deed != .changed([]) }?.sequence
  }

  /// Takes in what happened between offices.
  mutating func fold(_ change: OfficesChange, _ transaction: Transaction) {
    offices.fold(change, transaction)
    if case .newsTold(let told) = change { books.news += told }
    // Where others look at the office, they know the city's steps from the city.
    guard case .taken(let reply) = change, !given.isGathered else { return }
    let links = given.linksOfOwn?(
      Set(reply.steps.flatMap { [$0.basis.filing.sequence, $0.basis.applicant.sequence] }))
    func stands(_ record: LineName) -> Bool { links.map { $0[record.sequence] == record.link } ?? true }
    let effective = reply.steps.inEffect { stands($0.filing) && stands($0.applicant) }.filter {
      file($0.filing.id)?.isHandedUpAgain(behind: $0.basis) == false
    }
    // What had been taken back here when the reply came stays so where the city gave it back or rejected it unknowing.
    let withdrawn = Dictionary(grouping: effective, by: \.filing.id).compactMapValues { steps in
      file(steps[0].filing.id)?.withdrawal(against: steps)
    }
    for step in effective { take(step.step, on: step.filing.id, by: step.by, at: step.at, transaction) }
    for (id, own) in withdrawn.sorted(by: { $0.key < $1.key }) {
      guard case .stepped(let step) = own.deed else { continue }
      take(step, on: id, by: own.by, at: own.at, transaction)
    }
  }

  private mutating func take(
    _ step: StepTaken, on id: String, by name: String, at: String, _ transaction: Transaction
  ) {
    let item = step.hasFigures ? file(id).flatMap { policy.item($0.filing.item) } : nil
    change(id, transaction) { $0.take(step, item: item, by: name, at: at) }
  }
}
