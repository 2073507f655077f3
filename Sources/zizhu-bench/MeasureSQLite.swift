import Folders
import ArgumentParser
import CaseModel
import Casework
import Glibc
import Office
import SubsidyRules

/// Lets the `sqlite3` command add the same filings up, as what the opening is set against.
struct MeasureSQLite: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure-sqlite", shouldDisplay: false)

  @Argument var store: String

  private static let columns = "id, item, applicant, district, received, year, stage, award"

  func run() throws {
    let scratch = try TemporaryFolder(beside: store)
    defer { scratch.remove() }
    let (rows, database) = (scratch.path + "/filings.csv", scratch.path + "/filings.db")
    try writeRows(to: rows)
    let sqlite = Program(path: "sqlite3")
    let typed = Self.columns.replacing("year", with: "year integer").replacing("award", with: "award integer")
    try sqlite.run([database, "create table filings (\(typed))", ".import --csv \(rows) filings"])
    let sums = "select item, year, count(*), sum(award) from filings group by item, year"
    var figures = Figures()
    figures["sqlite"] = try Stopwatch.times(5) { _ in try sqlite.run([database, sums]) }.quantile(0.5)
    print(figures.text, terminator: "")
  }

  /// A line for each filing: its values hold neither commas nor quotes. Awards are in fen.
  private func writeRows(to path: String) throws {
    let office = try OpenOffice.open(
      store, pinyin: PinyinTable(), clock: InventedStore.clock, looksThrough: false)
    guard let file = fopen(path, "w") else { throw BenchFailure("can't write \(path): \(errno)") }
    for filed in office.state.files {
      let filing = filed.filing
      let values = [
        filing.id, filing.item, filing.applicant, filed.received.district, filing.received.description,
        String(filed.year), filed.standing.rawValue, String(filed.decision.award.fen),
      ]
      fputs(values.joined(separator: ",") + "\n", file)
    }
    guard fclose(file) == 0 else { throw BenchFailure("can't write \(path): \(errno)") }
  }
}
