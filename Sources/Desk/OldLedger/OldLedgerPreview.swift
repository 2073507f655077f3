import CaseModel
public import Casework
public import Interchange
import SubsidyRules
import Wording

/// Which table of an old ledger is to be read, and how.
public struct OldLedgerRequest: Hashable, Sendable {
  /// The path of the table.
  public var path: String
  /// A file that says how its columns are to be read; empty for none.
  public var mapping = ""
  /// What holds for every row, as somebody types it: `项目=实用新型授权；所属县区=英德市`.
  public var fixed = ""
  /// Which sheet of a workbook; empty where it has one.
  public var sheet = ""
  /// Whether empty names, items and days are as in the row above, as where cells were made one.
  public var fillsDown = false
  /// Why rows come before others who lose by it; empty where nobody has said.
  public var earlyReason = ""
  /// Headings that are read otherwise than their name says, with the word of what they say; empty is not read.
  public var columns: [String: String] = [:]

  public init(path: String) { self.path = path }
}

/// An old ledger as it would go in, row by row; nothing is taken in by making it.
public struct OldLedgerPreview: Sendable {
  /// A heading and what it is read as.
  struct Column: Hashable, Sendable {
    var heading: String
    /// The word of what it says; empty where it is not read.
    var word: String
    /// The same for people, with an example.
    var meaning: String
  }

  struct Row: Hashable, Sendable {
    var line: Int
    var kind: OldLedgerOutcome.Kind
    var result: String
    var reason: String
    /// Whether it goes in and asks for a second look.
    var isDoubtful = false
    /// Whether it stays out until somebody says why it comes before others.
    var isEarly = false

    var isBad: Bool { kind == .wrong || kind == .repeated }

    /// Those that somebody should look at come first.
    var rank: Int {
      if isDoubtful { return 2 }
      return switch kind {
      case .wrong: 0
      case .repeated: 1
      case .taken: 3
      case .known: 4
      case .noFiling: 5
      }
    }
  }

  var request: OldLedgerRequest
  /// Encoding, line of the headings, number of rows, as a sentence.
  var about: String
  var columns: [Column]
  /// What a column can say.
  var meanings: [Field.Choice]
  /// What every row has to say and no column does.
  var lacking: [String]
  /// In the order of the file.
  var rows: [Row]
  /// Filings and applicants that would go in, and the sum of what was decided in them.
  var filings = 0
  var applicants = 0
  var decided = MoneyTotal.zero

  /// Rows that can't be taken in.
  var bad: Int { rows.count(where: \.isBad) }
  /// Rows that go in and ask for a second look.
  var doubtful: Int { rows.count(where: \.isDoubtful) }
}

extension OldLedgerPreview {
  /// A table as it was read, each record with its outcome; `kept` is what the office has said of columns before.
  public init(
    _ request: OldLedgerRequest, of sheet: OldLedgerSheet, _ outcomes: [OldLedgerOutcome],
    _ plan: OldLedgerPlan,
    kept: OldLedgerMapping, _ state: OfficeState
  ) {
    let words = OldLedgerWording(state)
    let meanings = OldLedgerColumn.all(inputs: state.policy.items.flatMap { $0.inputs.map(\.id) })
    var seen: Set<String> = []
    self.init(
      request: request, about: words.about(sheet, of: request.path),
      columns: sheet.columns.filter { !$0.heading.isEmpty }.map {
        .init(
          heading: $0.heading, word: $0.meaning?.word ?? "", meaning: words.reading($0, kept: kept))
      },
      meanings: meanings.filter { seen.insert($0.word).inserted }.map {
        .init(id: $0.word, label: words.label($0))
      },
      lacking: sheet.lacking.map(words.label),
      rows: zip(sheet.records, outcomes).map { record, outcome in
        let answer = words.answer(outcome, isTaken: false)
        return .init(
          line: record.line, kind: outcome.kind,
          result: outcome.doubts.isEmpty ? answer.result : "要核对", reason: answer.reason,
          isDoubtful: !outcome.doubts.isEmpty, isEarly: plan.early.contains(record.line))
      }, filings: plan.filings.count, applicants: plan.applicants.count, decided: plan.decided)
  }
}
