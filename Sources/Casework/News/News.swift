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
  /// Whose journal has it and what it is called there, where several offices are looked at together; nil of one's own.
  public internal(set) var origin: Origin?
  /// Who entered it, and when (UTC): the save says so; empty until then.
  public internal(set) var by = ""
  public internal(set) var at = ""

  /// News of another office: numbers are each office's own.
  public struct Origin: Hashable, Sendable {
    /// What commands call the office.
    public var office: String
    public var id: String
    /// Whether the office is the city, as a county knows it.
    public var isCity = false

    public init(office: String, id: String, isCity: Bool = false) {
      (self.office, self.id, self.isCity) = (office, id, isCity)
    }
  }

  /// The same as all offices of a city see it: `441881-N1`.
  func kept(by office: String) -> News {
    var news = self
    news.origin = Origin(office: office, id: id)
    news.id = "\(office)-\(id)"
    return news
  }

  /// The same as a city tells it to an office whose filings it reaches.
  ///
  /// - Parameters:
  ///   - district: of the city, which stands for the office where the news is the city's own.
  ///   - applicants: whose filings count the application there, as that office has them.
  func told(by district: String, _ applicants: [String]) -> News {
    var news = origin == nil ? kept(by: district) : self
    if origin == nil { news.origin?.isCity = true }
    news.applicants = applicants
    return news
  }

  /// The same with the origin that a line tells, and with who entered it there, and when.
  public func told(from origin: Origin, by name: String, at moment: String) -> News {
    var news = self
    news.id = "\(origin.office)-\(origin.id)"
    (news.origin, news.by, news.at) = (origin, name, moment)
    return news
  }

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
