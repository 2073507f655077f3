public import CaseModel

/// What an applicant is told to correct (补正通知), all of it at once, and until when.
public struct CorrectionNotice: Hashable, Sendable {
  /// The last day on which the applicant may hand in what is missing; always a working day where the year's
  /// holidays are known.
  public var due: CivilDate
  /// Papers first, in the order of the list, then inputs in the order of the form.
  public var points: [CorrectionPoint]
  /// Points that could have been seen at the first notice already (不是一次性告知).
  public var late: [CorrectionPoint]

  public init(due: CivilDate, points: [CorrectionPoint], late: [CorrectionPoint] = []) {
    self.due = due
    self.points = points
    self.late = late
  }
}

/// One thing to correct.
public enum CorrectionPoint: Hashable, Sendable {
  case missingInput(String)
  case invalidInput(String)
  case paper(String, PaperFault)
  /// What the clerk says in words, where no list has it.
  case remark(String)
}
