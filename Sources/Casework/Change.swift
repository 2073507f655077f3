public import CaseModel

/// One thing that happened in the office; the state is a fold over all of them in order.
public enum Change: Hashable, Sendable {
  /// The store was set up.
  case founded(OfficeIdentity)
  case operatorAdded(Operator)
  case applicantEntered(Applicant)
  /// An applicant's data as they stand from now on; where its parent is another, from when on that counts.
  case applicantChanged(Applicant, parent: ParentSince? = nil)
  case filingReceived(Filing, FactsAtReceipt)
  /// A filing's data as they stand from now on.
  case filingChanged(Filing)
  /// An old office's record, taken over with its stage and its decided amount.
  case filingTakenOver(Filing, FactsAtReceipt)
  case readingChosen(reading: String, option: String, note: String)
  /// Another policy file is in force from here on; its hash names it among those that the store keeps.
  ///
  /// Of before: it came in the place of all others. What is adopted now joins those that are there.
  case policyAdopted(id: String, hash: String, note: String)
  /// A policy file joins those in force, or comes in the place of the one with its id; its hash names it among those that
  /// the store keeps.
  case policyJoined(id: String, hash: String, note: String)
  /// A policy that had joined is taken back.
  case policyWithdrawn(id: String, note: String)
  /// A filing was moved on.
  case stepped(filing: String, StepTaken)
  /// What was found of a filing's papers; papers not named stay as they were.
  case papersTicked(filing: String, [PaperTick])
  /// The applicant's facts that an undecided filing rests on, renewed after the applicant changed.
  case factsChanged(filing: String, FactsAtReceipt)
  case operatorRetired(name: String, note: String)
  /// Somebody set their own PIN: nobody else can.
  case pinSet(PINKey)
  /// A forgotten PIN was taken away, so that its owner sets another at the next sign-in.
  case pinCleared(name: String, note: String, code: PINKey? = nil)
  /// Somebody typed a wrong one-time code under a name; nobody knows who.
  case codeMissed(name: String)
  /// So many wrong PINs were typed under a name before it signed in again.
  case pinsMissed(Int)
  /// Whether somebody who is alone in the office may approve what they accepted.
  case aloneAllowed(Bool, note: String)
  case newsEntered(News)
  /// Somebody said of records of applicants whether they are one.
  case personsTold(PersonWord)
  case recordEntered(RegisterEntry)
  /// A record of the work register as it stands from now on.
  case recordChanged(RegisterEntry)
  /// A record that no longer counts.
  case recordStruck(id: String, note: String)
  case yearSealed(YearSeal)
  /// A sealed year that was opened again.
  case yearUnsealed(year: Int, note: String)
  /// How long something takes from a day on.
  case periodSet(OfficePeriod)
  /// Something between a city and its county offices.
  case offices(OfficesChange)
  /// The program kept a snapshot of everything up to a head, the file of which has a SHA-256; it changes nothing.
  case snapshotAnchored(head: String, sum: String)

  /// The id of the filing or the applicant that it changes; nil where it changes neither.
  public var record: String? {
    switch self {
    case .applicantEntered(let applicant), .applicantChanged(let applicant, _): applicant.id
    case .filingReceived(let filing, _), .filingChanged(let filing), .filingTakenOver(let filing, _):
      filing.id
    case .stepped(let id, _), .papersTicked(let id, _), .factsChanged(let id, _): id
    case .founded, .operatorAdded, .operatorRetired, .pinSet, .pinCleared, .codeMissed, .pinsMissed,
      .aloneAllowed, .readingChosen, .policyAdopted, .policyJoined, .policyWithdrawn, .newsEntered,
      .personsTold,
      .recordEntered, .recordChanged,
      .recordStruck, .yearSealed, .yearUnsealed, .periodSet, .offices, .snapshotAnchored:
      nil
    }
  }
}

extension [Change] {
  /// The filings whose facts are renewed.
  var renewedFacts: [(filing: String, received: FactsAtReceipt)] {
    compactMap { if case .factsChanged(let id, let facts) = $0 { (id, facts) } else { nil } }
  }
}

/// One save: who made it, when by the device's clock, under which policy file, and what changed.
public struct Transaction: Hashable, Sendable {
  public var by: String
  /// UTC, `YYYY-MM-DDThh:mm:ssZ`; legal days come from the paper.
  public var at: String
  /// The day that somebody set by `--today`, where it is not the one of the device's clock in China.
  public var day: CivilDate?
  /// SHA-256 of the policy file in force; of several, of the one that came last.
  public var policy: String
  public var changes: [Change]
  /// In whose name the program's own lines stand.
  public static let program = "zizhu"

  /// Whether it is a line of the program that only names a snapshot: no save of anybody's.
  public var isAnchor: Bool {
    by == Self.program && !changes.isEmpty
      && changes.allSatisfy { if case .snapshotAnchored = $0 { true } else { false } }
  }

  /// The number of the save that this one undoes, where it does.
  public var undoes: Int?
  /// The journal's own number of the save; no part of what is written, 0 where it is not known.
  public var sequence = 0
  /// The epoch of the journal in which it stands: a store that was restored begins another.
  public var epoch = 1

  public init(
    by: String, at: String, day: CivilDate? = nil, policy: String, changes: [Change], undoes: Int? = nil
  ) {
    self.by = by
    self.at = at
    self.day = day
    self.policy = policy
    self.changes = changes
    self.undoes = undoes
  }
}

/// Whose store it is.
public struct OfficeIdentity: Hashable, Sendable {
  public var name: String
  /// District code, which begins every receipt number.
  public var district: String
  /// Id of the policy under which the office works.
  public var policy: String
  /// Made for trying things out, for ever: days may be set ahead, and every paper says so.
  public var isTrial: Bool

  public init(name: String, district: String, policy: String, isTrial: Bool = false) {
    self.name = name
    self.district = district
    self.policy = policy
    self.isTrial = isTrial
  }
}
