public import CaseModel

/// The applicants, with what each was before and who is who among them.
public struct People: Sendable {
  /// In the order in which they were entered; that place is an applicant's number.
  public internal(set) var applicants: [Applicant] = []
  /// The number of each, by id.
  var numbers: [String: Int] = [:]
  /// What was done to each applicant, by its number.
  var histories: [[HistoryEntry]] = []
  /// Changes of applicants' data, by applicant; the first entry of one is no change.
  public internal(set) var changes: [String: [ApplicantChange]] = [:]
  /// What applicants were called before, by applicant, oldest first.
  public internal(set) var formerNames: [String: [FormerName]] = [:]
  /// The days on which parents became others, by applicant, oldest first; before the first one another parent counts.
  public internal(set) var parentChanges: [String: [ParentChange]] = [:]
  /// What supervisors have said of who is who among the records, in order.
  public internal(set) var words: [PersonWord] = []
  /// Whether applicants were put since the units among them were found.
  var areUnitsOld = false
}
