public import Interchange

/// Which table of records somebody at the desk wants read.
public struct RecordsRequest: Hashable, Sendable {
  /// The id of the kind that its rows are of.
  public var kind: String
  public var path: String
  /// The sheet of a workbook; empty where it has one.
  public var sheet = ""
  /// The code of the county whose records they are.
  public var district: String

  public init(kind: String, path: String, district: String) {
    (self.kind, self.path, self.district) = (kind, path, district)
  }
}

/// What a table of records would come to, before it is taken in.
public struct RecordsPreview: Sendable {
  public var request: RecordsRequest
  public var intake: RegisterIntake
  /// Headings that are not read.
  public var leftOut: [String]

  public init(_ request: RecordsRequest, _ intake: RegisterIntake, leftOut: [String]) {
    (self.request, self.intake, self.leftOut) = (request, intake, leftOut)
  }
}
