/// What stands between several offices that are looked at together; empty but there.
public struct JointMatters: Sendable {
  /// The city's own steps that its journal lacks.
  public internal(set) var lostVerdicts = LostVerdicts()
  /// What the city paid on lines that do not count.
  public internal(set) var paidUncounted: [PaidUncounted] = []
  public internal(set) var conflicts: [OfficeConflict] = []
  /// Filings that the city has put first among the undecided claimants of their once-only keys.
  public internal(set) var keptFilings: Set<String> = []
  /// Pairs of applicants of one name that the city has told apart.
  var namesakesApart: Set<Set<String>> = []
  /// Who of other offices counts as one person with somebody here.
  var otherEyes = OtherEyes()
  /// Files of others that lie in the store and are no part of what counts.
  public internal(set) var waitingFiles: [WaitingFile] = []
  /// Filings of several offices that nothing is committed or paid of before the city has ruled, with the kinds of what is
  /// open.
  public internal(set) var inConflict: [String: [ConflictKind]] = [:]
  /// Whose filings these are.
  public internal(set) var origins = Origins()
  /// The office whose part alone is listed and summed; what commands call it.
  public internal(set) var shownOffice: String?
  /// Whose filings that office has.
  var shownApplicants: Set<String> = []
}
