import CaseModel
import Casework
import SubsidyRules

extension ClaimLine {
  /// What a filing of a case file asks for.
  init(_ filing: Filing, _ judgement: Judgement, policy: Policy) {
    self.init(filing, judgement, policy: policy, office: "-", writer: "-", stage: filing.stage.rawValue)
    let isPaid = filing.stage == .paid || filing.stage == .reclaimed
    paid = isPaid ? filing.decided ?? .zero : .zero
    returned = isPaid ? filing.reclaimed ?? .zero : .zero
  }

  /// What a filing of an office asks for.
  init(_ file: FiledFiling, _ judgement: Judgement, policy: Policy, office: String, writer: String) {
    self.init(
      file.filing, judgement, policy: policy, office: office, writer: writer, stage: file.standing.rawValue)
    if !isClosed, file.decision.outcome != .decided { recommended = file.decision.award }
    let columns = AwardColumns(file)
    (paid, returned) = (columns.paid, columns.returned)
  }

  private init(
    _ filing: Filing, _ judgement: Judgement, policy: Policy, office: String, writer: String, stage: String
  ) {
    self.office = office
    self.writer = writer
    self.stage = stage
    id = filing.id
    item = filing.item
    year = judgement.event?.year ?? filing.received.year
    received = filing.received
    tie = policy.lot(of: filing)?.digits
    decided = filing.decided
    kept = filing.decided.map { $0.lessAtLeastZero(filing.reclaimed ?? .zero) }
    isClosed = judgement.outcome == .closed
    let claim = judgement.claim
    key = claim?.key
    needs = claim?.needs
    groups =
      claim?.shares.map { share in
        Group(
          policy: policy.id, group: share.group, limit: share.limit, isInPieces: share.isInPieces,
          order: policy.cap(share.group.cap)?.order.word ?? ClaimWords.order)
      } ?? []
    amount = claim?.amount ?? .zero
    outcome = judgement.outcome
    reasons = judgement.reasons.map(\.code)
  }
}

extension Cap.Order {
  /// The word of the policy file.
  fileprivate var word: String {
    switch self {
    case .received: ClaimWords.order
    case .earliest: "earliest"
    case .highest: "highest"
    }
  }
}
