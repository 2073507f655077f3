public import CaseModel

/// The recoveries (追回) of a filing as an account: each demand with what has come back of it, worked out from the steps
/// that hold.
///
/// A lower whole that was confirmed demands the difference; what then comes back settles the oldest demand first. Money
/// that comes back without one is a demand of its own, which is settled at once.
public struct RecoveryAccount: Hashable, Sendable {
  /// What one notice asks for.
  public struct Demand: Hashable, Sendable {
    /// What is asked for; less where a later confirmation takes back what has not come yet.
    public internal(set) var amount: Money
    /// What had been paid by then.
    public var paid: Money
    /// What the applicant keeps of that once this demand and those before it are settled.
    public var kept: Money
    /// The day from which it is asked for.
    public var day: CivilDate
    /// Until when it is to be given back; nil where nobody has said.
    public internal(set) var due: CivilDate?
    /// The number of the notice; empty where nobody has noted it.
    public internal(set) var number: String
    /// The day on which it was served; nil where nobody has noted it.
    public internal(set) var servedOn: CivilDate?
    /// The step that gives the reasons: the proposal of the lower whole, or the recovery itself.
    public var reasons: StepTaken
    /// What the applicant gave back.
    public internal(set) var returned = Money.zero
    /// What was kept back from other payments, and of which filings.
    public internal(set) var setOffs: [Payment.SetOff] = []

    public var setOff: Money { setOffs.reduce(.zero) { $0 + $1.amount } }
    /// What has not come back.
    public var outstanding: Money { amount.lessAtLeastZero(returned + setOff) }
  }

  /// In the order in which they were made.
  public private(set) var demands: [Demand] = []

  private var balance: Balance
  private var proposal: StepTaken?

  /// What has not come back of all of them: the filing's `Balance.openRecovery`.
  public var outstanding: Money { demands.reduce(.zero) { $0 + $1.outstanding } }

  init(_ beginning: Balance, _ steps: some Sequence<StepTaken>) {
    balance = beginning
    for step in steps { take(step) }
  }

  private mutating func take(_ step: StepTaken) {
    let before = balance
    balance.take(step)
    switch step.detail {
    case .service(let service): serve(service, step)
    case .recovery(let recovery): settle(recovery, step, before)
    case .whole where step.step == .confirm:
      let (was, now) = (before.openRecovery, balance.openRecovery)
      if now > was { demand(now.lessAtLeastZero(was), by: step, for: proposal ?? step) }
      takeBack(was.lessAtLeastZero(now))
      proposal = nil
    case .whole: proposal = step
    default: takeBack(before.openRecovery.lessAtLeastZero(balance.openRecovery))
    }
  }

  private mutating func demand(_ amount: Money, by step: StepTaken, for reasons: StepTaken) {
    let open = outstanding + amount
    demands.append(
      Demand(
        amount: amount, paid: balance.paid, kept: balance.kept.lessAtLeastZero(open), day: step.day,
        due: step.due, number: step.paper, reasons: reasons))
  }

  /// What the notice of the last demand was served under, and until when it runs from then.
  private mutating func serve(_ service: Service, _ step: StepTaken) {
    guard service.of == .confirm || service.of == .reclaim, let last = demands.indices.last else { return }
    demands[last].number = service.number
    demands[last].servedOn = step.day
    demands[last].due = step.due ?? demands[last].due
  }

  /// What came back goes to the oldest demand that is open; what is more than all of them is a demand of its own.
  private mutating func settle(_ recovery: Recovery, _ step: StepTaken, _ before: Balance) {
    let more = recovery.amount.lessAtLeastZero(outstanding)
    if more > .zero {
      let kept = before.kept.lessAtLeastZero(outstanding + more)
      demands.append(
        Demand(
          amount: more, paid: before.paid, kept: kept, day: step.day, number: step.paper, reasons: step))
    }
    var left = recovery.amount
    for place in demands.indices where left > .zero {
      let part = min(left, demands[place].outstanding)
      guard part > .zero else { continue }
      left = left.lessAtLeastZero(part)
      if let filing = recovery.setOffAgainst {
        demands[place].setOffs.append(.init(filing: filing, amount: part))
      } else {
        demands[place].returned = demands[place].returned + part
      }
    }
  }

  /// What is no longer asked for goes off the youngest demands, as far as it has not come back.
  private mutating func takeBack(_ amount: Money) {
    var left = amount
    for place in demands.indices.reversed() where left > .zero {
      let part = min(left, demands[place].outstanding)
      demands[place].amount = demands[place].amount.lessAtLeastZero(part)
      demands[place].kept = demands[place].kept + part
      left = left.lessAtLeastZero(part)
    }
  }
}

extension FiledFiling {
  /// What of a paid award was asked back, in order, and what of it came.
  public var recoveries: RecoveryAccount { RecoveryAccount(balance(after: []), steps.map(\.step)) }
}
