public import CaseModel

/// A step as it stands in the journal: what was done with a filing, on which day, and why.
public struct StepTaken: Hashable, Sendable {
  public var step: Step
  /// The legal day, as the paper has it; when the device made the line stands with the save.
  public var day: CivilDate
  public var note: String
  /// Coded reasons: of a decision (`not-local`), or of `Ground`.
  public var grounds: [String]
  /// The paper that carries the step: its number or name.
  public var paper: String
  /// Approved or paid by somebody who is alone in the office.
  public var isAlone: Bool
  public var detail: Detail
  /// Until when what the step begins runs: public (of a publication), to be given back (of a confirmation), or as it
  /// runs from the service.
  public var due: CivilDate?

  /// What a step states beside itself.
  public indirect enum Detail: Hashable, Sendable {
    case none
    /// Figures entered with the step.
    case figures([Filing.Input])
    case notice(CorrectionNotice)
    case approval(Approval)
    case payment(Payment)
    /// What a batch asks the treasury to pay.
    case batched(BatchEntry)
    /// A payment that came back, and until when the applicant may put the account right.
    case bounced(Money, due: CivilDate)
    case recovery(Recovery)
    /// The new whole that somebody proposes, or that was confirmed.
    case whole(Money)
    /// The step that was undone.
    case undone(Step)
    case service(Service)
  }

  public init(
    _ step: Step, day: CivilDate, note: String = "", grounds: [String] = [], paper: String = "",
    isAlone: Bool = false, detail: Detail = .none, due: CivilDate? = nil
  ) {
    self.step = step
    self.day = day
    self.note = note
    self.grounds = grounds
    self.paper = paper
    self.isAlone = isAlone
    self.detail = detail
    self.due = due
  }

  /// Whether it is an approval with the decision that it was given on.
  public var keepsDecision: Bool {
    if case .approval(let approval) = detail { approval.kept != nil } else { false }
  }

  /// The payment that it makes or puts on a list; nil of any other step.
  public var payment: Payment? {
    switch detail {
    case .payment(let payment): payment
    case .batched(let entry): entry.payment
    default: nil
    }
  }

  /// What was doubtful when it was approved; nothing of any other step.
  public var doubts: [PatentDoubt] {
    if case .approval(let approval) = detail { approval.doubts } else { [] }
  }

  /// As a story has it: what only the journal's line holds is left out.
  var inStory: StepTaken {
    guard case .approval(var approval) = detail, approval.kept != nil else { return self }
    var step = self
    approval.kept = nil
    step.detail = .approval(approval)
    return step
  }

  var hasFigures: Bool {
    if case .figures = detail { true } else { false }
  }
}

/// An approval: the amount that no longer moves, and whom it overtook under a cap.
public struct Approval: Hashable, Sendable {
  public var amount: Money
  /// Filings that came earlier under the same cap and were still undecided.
  public var overtakes: [String]
  /// What was doubtful then and did not keep it from being given: shown beside the amount for ever. Nothing in lines of
  /// before.
  public var doubts: [PatentDoubt]
  /// What it was given on. It stands in the journal's line alone, where it is read when somebody asks; nil in a story,
  /// and in lines of before.
  public var kept: KeptDecision?

  public init(
    amount: Money, overtakes: [String] = [], doubts: [PatentDoubt] = [], kept: KeptDecision? = nil
  ) {
    self.amount = amount
    self.overtakes = overtakes
    self.doubts = doubts
    self.kept = kept
  }
}

/// A payment: how much, to which account as it stood then.
public struct Payment: Hashable, Sendable {
  public struct Payee: Hashable, Sendable {
    public var name: String
    public var bank: String
    public var account: String

    public init(name: String, bank: String, account: String) {
      self.name = name
      self.bank = bank
      self.account = account
    }
  }

  /// What the applicant was owed; a part set off was not transferred.
  public var amount: Money
  public var payee: Payee
  /// The filing whose open recovery a part of the payment settled, and that part.
  public var setOff: SetOff?

  public struct SetOff: Hashable, Sendable {
    public var filing: String
    public var amount: Money

    public init(filing: String, amount: Money) {
      self.filing = filing
      self.amount = amount
    }
  }

  public init(amount: Money, payee: Payee, setOff: SetOff? = nil) {
    self.amount = amount
    self.payee = payee
    self.setOff = setOff
  }

  /// What left the treasury.
  public var transferred: Money { amount.lessAtLeastZero(setOff?.amount ?? .zero) }
}

/// Money that came back: how much, and from which payment where it was set off.
public struct Recovery: Hashable, Sendable {
  public var amount: Money
  /// The filing whose payment was kept back instead.
  public var setOffAgainst: String?

  public init(amount: Money, setOffAgainst: String? = nil) {
    self.amount = amount
    self.setOffAgainst = setOffAgainst
  }
}
