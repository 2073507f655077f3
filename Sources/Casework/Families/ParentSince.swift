public import CaseModel

/// From when on another parent of an applicant counts.
public enum ParentSince: Hashable, Sendable {
  /// It was always so: what was entered is corrected.
  case always
  /// A branch joined or left on this day; what was received before stays as it was.
  case day(CivilDate)
}

/// One day on which an applicant's parent became another.
public struct ParentChange: Hashable, Sendable {
  /// The first day that it counts for.
  public var from: CivilDate
  /// The parent before.
  public var before: String?
}
