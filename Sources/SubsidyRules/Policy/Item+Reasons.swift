import CaseModel

extension Policy {
  /// The reasons for which the policy itself may refuse a filing of an item, in the order in which it is judged; a
  /// duplicate, of whatever filing, has none here. A cap that is exhausted comes last.
  public func reasonsToRefuse(_ item: Item) -> [Reason] {
    var reasons: [Reason] = [.applicantKind, .notLocal, .outsideValidity, .eventAfterReceived]
    if item.inputs.contains(where: { $0.kind == .applicationNumber }) { reasons.append(.numberAfterEvent) }
    if item.mayReachNothing { reasons.append(.belowThreshold) }
    for condition in item.conditions {
      switch condition {
      case .always(let test): reasons.append(test.reason)
      case .byReading(let reading, let options):
        guard readings.indices.contains(reading), options.indices.contains(readings[reading].choice) else {
          continue
        }
        reasons += options[readings[reading].choice].map(\.reason)
      }
    }
    if item.needs != nil { reasons.append(.neededAward) }
    reasons += caps.filter { $0.items.contains(item.id) }.map { .cap($0.id) }
    return reasons.eachOnce
  }
}
