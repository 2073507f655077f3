public import CaseModel
public import SubsidyRules

/// The decision that an approved filing was approved on, as its sheet explains it.
public struct ApprovedDecision: Sendable {
  public var kept: KeptDecision
  /// The policy under the readings of then, for the words.
  public var policy: Policy
  /// The applicant as known then.
  public var applicant: Applicant?
  /// Whether the line is of a time when none was kept, so that it was worked out again from the journal up to there.
  public var isRemade: Bool

  public init(kept: KeptDecision, policy: Policy, applicant: Applicant?, isRemade: Bool) {
    self.kept = kept
    self.policy = policy
    self.applicant = applicant
    self.isRemade = isRemade
  }
}

extension FiledFiling {
  /// The approval that holds, with its entry; nil where nothing was approved here.
  public var approval: (step: StepTaken, entry: HistoryEntry)? {
    steps.last { if case .approval = $0.step.detail { true } else { false } }
      .map { ($0.step, history[$0.entry]) }
  }
}

extension OfficeState {
  /// What an approval in this very state would keep of a filing; nil where it is not known.
  public func kept(of id: String) -> KeptDecision? {
    guard let item = file(id)?.filing.item else { return nil }
    return decision(of: id).map {
      KeptDecision($0, under: policy.document(of: item), hash: policyHash(of: item))
    }
  }

  /// The policy that a kept decision was made under, with its readings; the one in force where the store no longer has it.
  public func policy(of kept: KeptDecision) -> Policy {
    guard let file = given.policies[kept.policy] else { return policy.choosing(kept.readings) }
    // Its names are those that it has beside the others.
    let beside = rules.inForce.hash(of: file.id).flatMap { _ in
      rules.inForce.taking(.policyJoined(id: file.id, hash: kept.policy, note: "")).joined(given.policies)?
        .document(
          file.id)
    }
    return (beside ?? file).choosing(kept.readings)
  }
}
