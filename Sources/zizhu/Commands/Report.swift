import ArgumentParser
import CaseModel
import Casework
import Office
import Papers
import Wording

/// Prints a report of a year.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "报表：caps 限额，totals 合计")

  enum Name: String, ExpressibleByArgument, CaseIterable { case caps, totals }

  @Argument(help: "报表名称：caps 或 totals") var name: Name
  @Option(help: "年度（默认为有申报的最近一年）") var year: Int?
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      let state = try options.open().state
      let today = try options.clock().today()
      let year = year ?? state.latestYear ?? today.year
      let table = name == .caps ? YearReports.caps(of: year, state) : YearReports.totals(of: year, state)
      try Streams.write(Array(table.text.utf8))
    }
  }
}
