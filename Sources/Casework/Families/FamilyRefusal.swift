public import CaseModel

/// Why an applicant's parent does not become another.
public enum FamilyRefusal: Hashable, Sendable {
  /// A day is named, but the parent is the one there was.
  case sameParent
  /// The day has not come.
  case notYet(CivilDate)
  /// The parent became another on a later day already.
  case beforeLastChange(CivilDate)
}
