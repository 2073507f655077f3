import CaseModel

/// That a decision was served (送达): its number, the way, and with the step's day the day from which periods run.
public struct Service: Hashable, Sendable {
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// 直接送达
    case direct
    /// 邮寄送达
    case mail
    /// 电子送达
    case electronic
    /// 留置送达
    case left
    /// 委托送达
    case entrusted
    /// 公告送达
    case notice
  }

  /// The step whose decision was served.
  public var of: Step
  /// 文号: the decision's number.
  public var number: String
  public var way: Way

  public init(of step: Step, number: String, way: Way) {
    of = step
    self.number = number
    self.way = way
  }

  /// The steps that are told to the applicant by a paper from which periods run.
  public static let served: Set<Step> = [.correct, .bounce, .waive, .reclaim, .confirm, .reject, .lapse]
}

extension FiledFiling {
  /// The last decision that a paper tells the applicant; nil where there is none.
  public var decisionToServe: Held? {
    let steps = steps
    return steps.indices.last { isToServe(steps[$0].step, after: steps[..<$0]) }.map { steps[$0] }
  }

  /// Money that comes back for a demand is no decision; what is taken back without one is.
  private func isToServe(_ step: StepTaken, after before: ArraySlice<Held>) -> Bool {
    guard case .recovery(let recovery) = step.detail else { return Service.served.contains(step.step) }
    return recovery.amount > balance(after: Array(before)).openRecovery
  }

  /// How the decision of a step that holds was served, the last time that it was: nil where it was not.
  public func service(of held: Held) -> (service: Service, step: StepTaken)? {
    for later in steps.reversed() where later.entry > held.entry {
      guard case .service(let service) = later.step.detail, service.of == held.step.step else { continue }
      // Of two of one kind the later paper is the one that was served.
      let isOwn = !steps.contains {
        $0.entry > held.entry && $0.entry < later.entry && $0.step.step == held.step.step
      }
      if isOwn { return (service, later.step) }
    }
    return nil
  }
}
