import CaseModel
public import Casework

/// The forms of the journal's lines: which one a save needs that a program must know to understand it.
///
/// A store's `store.json` names the form it has reached. 1 is as first released; a program of that time refuses a store
/// of any later form. From 2 on a program opens a store with changes that it does not know for reading only. A new kind
/// of change, or a new key of one without which a reader would understand something else, has the form that is raised for
/// it here.
public enum LineForm {
  /// The latest form that this program writes and understands.
  public static let latest = 12

  /// The form that a save needs.
  public static func needed(by transaction: Transaction) -> Int {
    // Who does not know that a day was set takes other days for the same.
    transaction.changes.reduce(transaction.day == nil ? 1 : 2) { max($0, needed(by: $1)) }
  }

  private static func needed(by change: Change) -> Int {
    switch change {
    // Who does not know of cities approves what a city decides.
    case .offices(let change):
      change.isParted
        ? 12
        : change.isOfEyes ? 11 : change.isOfRules ? 10 : change.hasDoubts ? 9 : change.isOfClosing ? 8 : 7
    // Who does not know of doubts shows an amount as if there had been none.
    case .stepped(_, let step) where !step.doubts.isEmpty: 9
    // Who does not know who is who pays one person twice.
    case .personsTold: 8
    // Who does not know of bans lets whoever gave the reason approve; of voids, prints a receipt of what nobody claimed.
    case .filingReceived(let filing, _) where filing.override(of: Filing.ban) != nil: 8
    case .filingChanged(let filing) where filing.override(of: Filing.ban) != nil: 8
    case .stepped(_, let step) where step.step == .withdraw && !step.grounds.isEmpty: 8
    // Who does not know up to where a seal reaches takes what came later into the sealed year.
    case .yearSealed(let seal) where !seal.heads.isEmpty: 8
    case .stepped(_, let step) where step.step == .handUp: 7
    // Who does not know of periods and objections pays what must wait.
    case .periodSet: 6
    case .stepped(_, let step) where step.due != nil || [.object, .overrule, .serve].contains(step.step): 6
    // Who does not know of batches pays apart what the treasury has on a list.
    case .stepped(_, let step) where step.step == .batch: 5
    // Who knows of one policy alone decides everything by the last one.
    case .policyJoined, .policyWithdrawn: 5
    // Who does not know of kept decisions explains an award in other words than it was approved with.
    case .stepped(_, let step) where step.keepsDecision: 4
    // Who does not know what moved a receipt before others lets whoever moved it approve.
    case .filingReceived(let filing, _) where filing.override(of: Filing.receipt) != nil: 4
    case .filingChanged(let filing) where filing.override(of: Filing.receipt) != nil: 4
    // Who passes over from when on a parent counts, or over a family, gives room that is used.
    case .applicantChanged(_, parent: .some): 3
    case .filingReceived(_, let facts), .filingTakenOver(_, let facts), .factsChanged(_, let facts):
      facts.further.isEmpty ? 1 : 3
    // Who does not know of codes lets in whoever comes first; of trials, prints what looks like a real paper.
    case .founded(let office) where office.isTrial: 2
    case .operatorAdded(let added) where added.code != nil: 2
    case .pinCleared(_, _, let code) where code != nil: 2
    case .codeMissed, .pinsMissed: 2
    case .founded, .operatorAdded, .applicantEntered, .applicantChanged, .filingChanged,
      .readingChosen, .policyAdopted, .stepped, .papersTicked,
      .operatorRetired, .pinSet, .pinCleared, .aloneAllowed, .newsEntered, .recordEntered, .recordChanged,
      .recordStruck, .yearSealed, .yearUnsealed:
      1
    case .snapshotAnchored: 2
    }
  }
}

extension OfficesChange {
  /// Who does not know of partings pays on the continuation that came first where the other's file is gone.
  fileprivate var isParted: Bool { if case .parted = self { true } else { false } }

  /// Whether it says who is who among people of several offices, or up to where an office was given its records back.
  fileprivate var isOfEyes: Bool {
    switch self {
    // Who does not know of these lets whoever handled a filing elsewhere approve it, and takes in what a lost store had.
    case .ruled(let ruling): ruling.isAmongOperators
    case .recovered: true
    default: false
    }
  }

  /// Whether it tells of holidays or bad news, or says what an unknown code means.
  fileprivate var isOfRules: Bool {
    switch self {
    // Who does not know of these lets periods end on days off, and pays what rests on what is void.
    case .holidaysTold, .newsTold: true
    case .ruled(let ruling): if case .map = ruling.verdict { true } else { false }
    default: false
    }
  }

  /// Whether an approval in it keeps what was doubtful.
  fileprivate var hasDoubts: Bool {
    switch self {
    case .stepped(let step): !step.step.doubts.isEmpty
    case .taken(let reply): reply.steps.contains { !$0.step.doubts.isEmpty }
    case .recalled(let steps): steps.contains { !$0.step.doubts.isEmpty }
    case .enrolled, .admitted, .retired, .joined, .bundled, .gathered, .parted, .replied, .recovered, .ruled,
      .closeAccepted, .closeReturned, .holidaysTold, .newsTold:
      false
    }
  }

  /// Whether it says something of closed years, of verdicts that take a filing out, or of a city that was restored.
  fileprivate var isOfClosing: Bool {
    switch self {
    case .closeAccepted, .closeReturned, .recalled: true
    case .ruled(let ruling): ruling.verdict == .void
    case .taken(let reply): !reply.reopened.isEmpty || reply.steps.contains { $0.epoch > 1 }
    case .enrolled, .admitted, .retired, .joined, .bundled, .gathered, .parted, .stepped, .replied,
      .recovered,
      .holidaysTold, .newsTold:
      false
    }
  }
}
