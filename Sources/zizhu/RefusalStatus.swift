import Casework

extension Refusal {
  /// The exit status that scripts see: 77 where this operator may not, 75 where another's save came between, else 65.
  var status: Failure.Status {
    switch self {
    case .roleTooLow, .unknownOperator, .takeOverNeedsSupervisor, .operatorRetired, .pinIsOwn,
      .filingIsReviewed, .person(.ownRecord), .offices(.cityChooses), .offices(.takeOverAtCity):
      .notAllowed
    case .movedOn, .newsMoved, .ledgerMoved, .pinChanged: .busy
    case .register(.movedOn), .seal(.moved): .busy
    case .step(let refusal): refusal.status
    case .rows(let rows): Self.status(of: rows.map(\.refusal.status))
    default: .badInput
    }
  }

  /// Of several: not allowed where any is, else try again where that would help with all.
  private static func status(of all: [Failure.Status]) -> Failure.Status {
    if all.contains(.notAllowed) { return .notAllowed }
    return all.allSatisfy { $0 == .busy } ? .busy : .badInput
  }
}

extension StepRefusal {
  fileprivate var status: Failure.Status {
    switch self {
    case .duty, .notOneTime, .cityDecides, .onlyAtCity, .ofOtherOffice: .notAllowed
    case .movedOn, .awardMoved: .busy
    default: .badInput
    }
  }
}
