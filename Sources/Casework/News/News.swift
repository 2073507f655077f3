public import CaseModel

/// Bad news (不利情形) that reached the office: it is entered once and followed to all that rests on it.
public struct News: Hashable, Sendable, Identifiable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 非正常专利申请: the application counts nowhere.
    case abnormalApplication = "abnormal-application"
    /// 专利权被宣告无效: the patent is as if it had never been.
    case patentInvalid = "patent-invalid"
    /// 保险合同解除
    case insuranceCancelled = "insurance-cancelled"
  }

  /// `N1`, `N2` …, in the order entered.
  public var id: String
  public var kind: Kind
  /// An application number in any dress, or an insurance policy's number.
  public var number: String
  /// The day of the paper that brought it.
  public var day: CivilDate
  /// That paper: its number or name.
  public var paper: String
  public var note: String
  /// Applicants in whose counts the application stands although no filing here names it.
  public var applicants: [String]
  /// Who entered it, and when (UTC): the save says so; empty until then.
  public internal(set) var by = ""
  public internal(set) var at = ""

  public init(
    id: String = "", kind: Kind, number: String, day: CivilDate, paper: String, note: String = "",
    applicants: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.number = number
    self.day = day
    self.paper = paper
    self.note = note
    self.applicants = applicants
  }
}
