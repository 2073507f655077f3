public import CaseModel

/// What of an award was decided, paid, and came back; worked out from the steps that hold.
public struct Balance: Hashable, Sendable {
  /// What was approved; nil where nothing was.
  public var decided: Money?
  /// What the applicant is to have in the end.
  public var whole = Money.zero
  /// What was paid and did not come back from the bank.
  public var paid = Money.zero
  /// What the applicant gave back.
  public var recovered = Money.zero
  /// A new whole that somebody has proposed and nobody has confirmed.
  public var proposal: Money?
  /// What the last payment transferred, while the bank has not sent it back.
  public var lastPayment: Money?

  /// What the applicant has.
  public var kept: Money { paid.lessAtLeastZero(recovered) }
  /// What is still to be paid.
  public var owed: Money { whole.lessAtLeastZero(kept) }
  /// What is still to come back.
  public var openRecovery: Money { kept.lessAtLeastZero(whole) }
  /// What of the decided amount has left the caps again: money gives its room back when it is back.
  public var released: Money { (decided ?? .zero).lessAtLeastZero(max(whole, kept)) }

  init(began standing: Standing, decided: Money?, reclaimed: Money?) {
    self.decided = decided
    let back = reclaimed ?? .zero
    whole = (decided ?? .zero).lessAtLeastZero(back)
    guard standing == .paid || standing == .reclaimed else { return }
    paid = decided ?? .zero
    recovered = back
    lastPayment = decided
  }

  mutating func take(_ step: StepTaken) {
    switch step.detail {
    case .approval(let approval):
      decided = approval.amount
      whole = approval.amount
    case .payment(let payment):
      paid = paid + payment.amount
      lastPayment = payment.transferred
    case .bounced(let amount, _):
      paid = paid.lessAtLeastZero(amount)
      lastPayment = nil
    case .recovery(let recovery):
      recovered = recovered + recovery.amount
      whole = min(whole, kept)
    case .whole(let amount) where step.step == .confirm:
      whole = amount
      decided = max(decided ?? .zero, amount)
      proposal = nil
    case .whole(let amount): proposal = amount
    case .none, .figures, .notice, .batched, .service, .undone:
      switch step.step {
      case .waive: whole = kept
      // The office hands it up again, and the city decides again.
      case .sendBack: (decided, whole) = (nil, .zero)
      default: break
      }
    }
  }
}

extension Money {
  /// The sum, at most `largest`: amounts of a journal are each within bounds, but their sum need not be.
  static func + (a: Money, b: Money) -> Money {
    let (sum, overflows) = a.fen.addingReportingOverflow(b.fen)
    return overflows ? .largest : min(Money(fen: sum), .largest)
  }
}

extension FiledFiling {
  public var balance: Balance {
    // Nearly always nothing was undone, and no list of the steps that hold is needed.
    let wasUndone = history.contains { entry in
      if case .stepped(let step) = entry.deed { step.step == .undo } else { false }
    }
    if wasUndone { return balance(after: steps) }
    var balance = balanceAtFirst
    for entry in history {
      if case .stepped(let step) = entry.deed { balance.take(step) }
    }
    return balance
  }

  /// What comes of steps that hold.
  func balance(after steps: [Held]) -> Balance {
    var balance = balanceAtFirst
    for held in steps { balance.take(held.step) }
    return balance
  }

  /// What it was when it came into the office.
  private var balanceAtFirst: Balance {
    if case .takenOver(let standing, let decided, let reclaimed)? = history.first?.deed {
      return Balance(began: standing, decided: decided, reclaimed: reclaimed)
    }
    return Balance(began: .received, decided: nil, reclaimed: nil)
  }
}
