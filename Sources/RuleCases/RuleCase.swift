public import CaseModel

/// One case in the words of the rules: what is claimed, beside which other claims, and what must come of it.
public struct RuleCase: Sendable {
  /// The article and what the case is about, as its file says.
  public var title: String
  public var file: String
  public var line: Int
  public var applicants: [Applicant]
  /// The filing in question comes last.
  public var filings: [Filing]
  /// Expected by filing; a filing beside the one in question need not have any.
  public var expected: [String: Expectation]
  /// The rows of all caps, each as a line; nil where the case says nothing of them.
  public var caps: Set<String>?
  /// Options of readings other than those in force.
  public var readings: [String: String]

  public init(
    title: String, file: String, line: Int, applicants: [Applicant] = [], filings: [Filing] = [],
    expected: [String: Expectation] = [:], caps: Set<String>? = nil, readings: [String: String] = [:]
  ) {
    self.title = title
    self.file = file
    self.line = line
    self.applicants = applicants
    self.filings = filings
    self.expected = expected
    self.caps = caps
    self.readings = readings
  }
}
