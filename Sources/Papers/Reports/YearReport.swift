import CaseModel
public import Casework

/// A report of one year that `zizhu report` makes; a new one is a row of `all`, and has every format.
public struct YearReport: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// What it shows, in Chinese.
  public let meaning: String
  private let make: @Sendable (OfficeState, Int) -> ReportTable

  init(_ name: String, _ meaning: String, make: @escaping @Sendable (OfficeState, Int) -> ReportTable) {
    self.name = name
    self.meaning = meaning
    self.make = make
  }

  public static let all = [
    YearReport("caps", "年度限额：上限、已用、余额、超出", make: caps),
    YearReport("totals", "年度资助合计：按项目", make: totals),
  ]

  /// The report of that name; nil where there is none.
  public static func named(_ name: String) -> YearReport? { all.first { $0.name == name } }

  public func table(of state: OfficeState, year: Int) -> ReportTable { make(state, year) }
}
