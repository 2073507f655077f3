public import CaseModel

/// A filing on lines of an office's journal that do not count, as behind a fork, on which the city has paid: it stands among
/// all with what was paid. Source: offices.md, Conflicts, 3.
public struct UncountedFiling: Hashable, Sendable {
  /// As the machine had it that entered it.
  public var file: FiledFiling
  /// Those whom it is of and whom what counts does not know, head offices with them.
  public var applicants: [Applicant]

  /// - Parameters:
  ///   - state: what the machine came to.
  ///   - name: what a person of that state is called here; nil of one whom the office knows as well.
  public init(_ file: FiledFiling, in state: OfficeState, naming name: (String) -> String?) {
    self.file = file
    applicants = []
    var told: Set<String> = []
    func tell(_ id: String) {
      guard told.insert(id).inserted, var applicant = state.applicant(id) else { return }
      if let parent = applicant.parent { tell(parent) }
      guard let own = name(id) else { return }
      applicant.id = own
      applicant.parent = applicant.parent.map { name($0) ?? $0 }
      applicants.append(applicant)
    }
    for id in [file.filing.applicant] + file.received.heads { tell(id) }
    self.file.filing.applicant = name(file.filing.applicant) ?? file.filing.applicant
    self.file.received.family = name(file.received.family) ?? file.received.family
    self.file.received.further = file.received.further.map { name($0) ?? $0 }
  }
}

extension OfficePart {
  /// The same with filings that do not count, and with those whom they are of.
  public mutating func know(_ filings: [UncountedFiling]) {
    for one in filings {
      uncounted[one.file.filing.id] = one.file
      for applicant in one.applicants where state.people.numbers[applicant.id] == nil {
        state.people.numbers[applicant.id] = state.people.applicants.count
        state.people.applicants.append(applicant)
        state.people.histories.append([])
      }
    }
  }

  /// Which of the city's steps on a filing are about it, and not about one of that number on lines that do not count.
  func stepsOnCounted(_ steps: [CityStep], _ id: String) -> [CityStep] {
    uncounted[id] == nil ? steps : steps.filter { stands($0.basis) }
  }

  /// Whether a step of the city's takes effect on a filing that counts: it rests on lines that do, or money went out or came
  /// back by such as do not.
  func takesEffect(_ step: CityStep, among steps: [CityStep]) -> Bool {
    if stands(step.basis) { return true }
    guard uncounted[step.filing.id] == nil, state.file(step.filing.id) != nil else { return false }
    return PaidUncounted.isMoved(by: steps.filter { $0.filing == step.filing }) { stands($0.basis) }
  }
}
