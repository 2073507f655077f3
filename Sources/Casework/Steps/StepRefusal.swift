public import CaseModel
public import SubsidyRules

/// Why a filing is not moved on; prose about it is made elsewhere.
public enum StepRefusal: Hashable, Sendable {
  /// The step does not begin where the filing stands.
  case wrongStanding(Standing, Step)
  /// Somebody has changed the filing since it was looked at; who last, and when.
  case movedOn(by: String, at: String)
  /// The office has joined a city, which decides what it hands up.
  case cityDecides(Step)
  /// The office has joined no city to hand anything up to.
  case noCity
  /// Only the city takes it, on what other offices handed up.
  case onlyAtCity(Step)
  /// A bundle holds the handing-up: only a paper of the applicant's takes the filing back.
  case alreadyBundled
  /// A reply to the office holds the step: only another verdict changes it.
  case alreadyReplied(Step)
  /// What several offices do stands against it, until the city has ruled.
  case inConflict([ConflictKind])
  /// The filing is another office's, which alone may do that.
  case ofOtherOffice(Step)
  /// The award has moved since it was looked at.
  case awardMoved(seen: Money, now: Money)
  /// Two pairs of eyes; who may act instead.
  case duty(DutyConflict, mayAct: [String])
  /// Whoever works alone has taken these out on this very day.
  case aloneByRetirement([String])
  case dayBeforeReceipt(CivilDate, received: CivilDate)
  /// A step that holds was taken on a later day.
  case dayBeforeLastStep(CivilDate, last: Step, on: CivilDate)
  case dayInFuture(CivilDate)
  /// Nothing is approved or paid before the policy was signed.
  case beforeSigning(CivilDate, signed: CivilDate)
  /// Inputs of the applicant that are missing or can't be read.
  case incomplete([CorrectionPoint])
  /// Papers that are missing or failing.
  case papers([CorrectionPoint])
  /// Papers that nobody has looked at, though the policy lets the step wait for that.
  case papersUnchecked([String])
  /// Figures of the office that are missing or can't be read.
  case figuresMissing([String])
  case unknownInput(String)
  /// Figures are entered at acceptance and review only.
  case noFiguresHere(Step)
  /// The office's own figure is entered at review.
  case figureAtReview(String)
  case notPayable(Outcome)
  /// Another filing has the once-only key.
  case keyHeld(by: String)
  /// Nobody has chosen these readings yet, although they make a difference here; so many other filings they touch.
  case readingOpen([String], others: Int)
  /// Earlier filings under the same cap that are still undecided.
  case outOfTurn(cap: String, overtakes: [String])
  /// The day of receipt comes before that of others, who get less by it; the filing says no reason for it.
  case turnTaken([LiveDecision.Moved])
  /// Offices under the same cap that were last heard before the filing came: a note says why it is decided all the same.
  case officesSilent([String])
  /// Until this day others may come who are served first under a cap.
  case orderOpen(cap: String, until: CivilDate)
  /// A cap serves filings of one day by lot, which the seal of this year draws.
  case lotNotDrawn(cap: String, year: Int)
  /// Bad news stands against what the filing rests on.
  case badNews(String)
  case nothingToCorrect
  /// Could have been seen at the first notice: takes a supervisor and a reason.
  case notOneTime([CorrectionPoint])
  case dueNotAfter(CivilDate, day: CivilDate)
  case calendarUnknown(Int)
  /// No notice says until when the applicant has time.
  case noDue
  case dueNotOver(CivilDate)
  /// Shorter than what the office has set.
  case dueBeforePeriod(CivilDate, least: CivilDate)
  /// Public until a day, and not paid before it is over.
  case publicUntil(CivilDate)
  /// An objection of a day that nobody has decided on.
  case objectionOpen(CivilDate)
  case noObjection
  case nothingToServe
  /// A decision is served under its number, and in some way.
  case numberMissing
  case wayMissing
  case groundMissing(Step)
  case unknownGround(String, known: [String])
  case amountMissing
  /// Not what it comes to.
  case amountDiffers(asked: Money, is: Money)
  case amountTooLarge(asked: Money, most: Money)
  case amountUnchanged
  case nothingOwed
  case nothingKept
  case accountMissing
  /// A batch names the bank, too.
  case bankMissing
  /// The account is the one that the bank sent the payment back from.
  case accountUnchanged
  case noProposal
  case noRoom(cap: String, left: Money)
  case noOpenRecovery(String)
  /// A recovery is set off only against the same applicant's payments.
  case otherApplicant(String)
  /// A recovery that was set off is undone with the payment, or the other way round.
  case boundToSetOff(String)
  case nothingToUndo
  /// What the step gave up under a cap was decided for others.
  case roomGivenAway(cap: String, left: Money)
  /// What the step gave up another filing was approved on.
  case keyGivenAway(String)
  /// Listed in a batch that the treasury has: it is paid by that list or taken out of it first.
  case inBatch(String)
  /// What is owed, the account or the set-off is no longer what the batch lists.
  case batchDiffers(String)
}

/// A filing that a step is refused for.
public struct RefusedRow: Hashable, Sendable {
  /// Where it stands in a file, among its applicants or its filings, from 1.
  public enum Place: Hashable, Sendable { case applicant(Int), filing(Int) }

  /// Its number; of an applicant in a file, the applicant's.
  public var filing: String
  public var refusal: Refusal
  public var place: Place?

  public init(filing: String, refusal: Refusal, place: Place? = nil) {
    self.filing = filing
    self.refusal = refusal
    self.place = place
  }
}

/// What keeps somebody from approving a filing or releasing its payment.
public struct DutyConflict: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case handled(Mark.Kind)
    /// Last changed the applicant's data that the payment or the decision goes by.
    case applicant([Applicant.Field])
    /// Entered what the amount is worked out from, when the filing came.
    case entered(String)
    /// Entered the account with the applicant.
    case accountEntered
    /// Chose the reading that lets the filing through.
    case reading(String)
    /// Entered the bad news for which it would be refused.
    case news(String)
    /// Approved it.
    case approved
    /// Undid its approval.
    case undoneApproval
    /// Adopted the policy that lets the filing through.
    case policy
  }

  public var kind: Kind
  public var by: String
  public var at: String
  /// Why what another did counts; nil for what somebody did themselves.
  public var tie: DutyTie?

  public init(_ kind: Kind, by: String, at: String) {
    self.kind = kind
    self.by = by
    self.at = at
  }
}
