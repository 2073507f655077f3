import CaseModel
import Casework
import Interchange
import Testing

/// A row of an old ledger that is right, and what is read of it with other cells: headings and texts as an office has them.
enum LedgerRow {
  private static let good: [(heading: String, text: String)] = [
    ("申请人", "清远市甲陶瓷有限公司"), ("资助项目", "实用新型授权"), ("收件日期", "2019-06-10"),
  ]

  /// What the reader makes of the one row below the headings.
  static func reading(_ cells: KeyValuePairs<String, String> = [:], title: String? = nil) throws
    -> OldLedgerReading
  {
    var row = good
    for (heading, text) in cells {
      row.removeAll { $0.heading == heading }
      row.append((heading, text))
    }
    func line(_ cells: [String]) -> String { SpreadsheetText.line(cells) }
    let text = (title.map { line([$0]) } ?? "") + line(row.map(\.heading)) + line(row.map(\.text))
    let policy = try RegisterOffice.policy()
    let sheet = try OldLedgerSheet(Array(text.utf8), policy: policy)
    let intake = OldLedgerIntake(sheet, policy: policy, today: try #require(CivilDate("2020-03-27")))
    try #require(intake.readings.count == 1)
    return intake.readings[0]
  }

  /// The row as it would be taken; an issue where it would not.
  static func taken(_ cells: KeyValuePairs<String, String> = [:], title: String? = nil) throws
    -> OldLedgerRowNotes
  {
    let reading = try reading(cells, title: title)
    guard case .row(let notes) = reading else { throw NotTaken(reading: reading) }
    return notes
  }

  /// Why the row is not taken.
  static func mistakes(_ cells: KeyValuePairs<String, String>, title: String? = nil) throws
    -> [OldLedgerMistake]
  {
    guard case .unreadable(let mistakes) = try reading(cells, title: title) else { return [] }
    return mistakes
  }

  struct NotTaken: Error { var reading: OldLedgerReading }
}
