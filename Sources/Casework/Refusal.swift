public import CaseModel

/// Why a command is not carried out; prose about it is made elsewhere.
public enum Refusal: Error, Hashable, Sendable {
  case unknownOperator(String)
  case operatorExists(String)
  /// The role that the command needs.
  case roleTooLow(needed: Operator.Role)
  case applicantExists(String)
  /// Another applicant has this code already.
  case codeTaken(by: String)
  /// Others of this kind bear the name, and no reason is given for one more.
  case nameTaken(by: [String])
  case unknownApplicant(String)
  case unknownParent(String)
  case cycleOfParents
  case family(FamilyRefusal)
  case person(PersonRefusal)
  case filingExists(String)
  case unknownFiling(String)
  case unknownItem(String)
  /// A decided amount no longer moves.
  case filingIsDecided(String)
  /// A decided amount or a later stage is only taken over by a supervisor.
  case takeOverNeedsSupervisor(String)
  /// `file` takes filings as received, without a decision.
  case notAsReceived
  case unknownReading(String)
  case nameMissing
  /// A name with characters that nobody sees, or that act on a terminal.
  case nameNotVisible
  /// A choice that binds others needs its reason in words.
  case noteMissing
  case unknownPolicy(String)
  /// There are filings of items that the policy does not have.
  case policyLacksItems([String])
  case policy(PolicyRefusal)
  /// The operator has retired.
  case operatorRetired(String)
  /// A system login says who one person is; the name it is bound to already.
  case loginTaken(by: String)
  /// Nobody would be left to manage the operators.
  case lastSupervisor
  /// Only its owner sets a PIN.
  case pinIsOwn
  /// The PIN has been set or taken away meanwhile.
  case pinChanged
  /// The day of receipt comes before that of others, who get less than they had; no reason is given for it.
  case turnTaken([LiveDecision.Moved])
  /// The applicant gets nothing for a time, and no reason is given for taking a filing all the same.
  case banned(PatentDoubt)
  /// The item and the applicant of a filing don't change: it is withdrawn and received anew.
  case filingIdentityFixed(String)
  /// A filing that has been reviewed is changed by a reviewer.
  case filingIsReviewed(String)
  case filingIsClosed(String)
  /// What is handed up is the city's to decide, until it sends it back.
  case filingIsHandedUp(String)
  case offices(OfficesRefusal)
  case unknownPaper(String)
  /// Somebody has changed it since it was looked at; who last, and when.
  case movedOn(filing: String, by: String, at: String)
  /// The number can't be read as an application number or is empty.
  case badNumber
  /// The same news is there already.
  case newsKnown(String)
  /// What follows from bad news is no longer what was looked at.
  case newsMoved
  /// A period is from 0 to 999 days.
  case periodCount
  /// What has gone by is not changed.
  case periodInPast(CivilDate)
  /// What an old ledger would bring in is no longer what was looked at.
  case ledgerMoved
  case register(RegisterRefusal)
  case seal(SealRefusal)
  case step(StepRefusal)
  /// Filings of a batch that don't fit, so that none was done.
  case rows([RefusedRow])
}
