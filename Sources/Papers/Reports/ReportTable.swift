public import CaseModel
import Wording

/// A table as plain values, from which every form of it is made: text, CSV, HTML, JSON, workbook.
public struct ReportTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// The member's name in JSON.
    public var key: String
    public var heading: String
    /// Figures stand to the right.
    public var isNumber: Bool
    /// Left out of text, whose lines are short.
    public var isDetail = false
    /// Added up below the last row of a workbook.
    public var isSummed = false

    public init(_ key: String, _ heading: String, isNumber: Bool = false) {
      self.key = key
      self.heading = heading
      self.isNumber = isNumber
    }

    static func number(_ key: String, _ heading: String) -> Column { Column(key, heading, isNumber: true) }

    var asDetail: Column {
      var column = self
      column.isDetail = true
      return column
    }

    var summed: Column {
      var column = self
      column.isSummed = true
      return column
    }
  }

  public enum Cell: Hashable, Sendable {
    case blank
    case text(String)
    case count(Int)
    case day(CivilDate)
    case money(MoneyTotal)
    /// So many of what a limit in pieces (件) counts, which no sum of money takes in.
    case pieces(Int)
    /// A figure with decimals that is no sum, as it is written.
    case decimal(String)
    /// A sum that is written with its sign.
    case difference(MoneyTotal)
    /// A part of a whole: a percentage, and in text a bar.
    case share(MoneyTotal, of: MoneyTotal)

    static func money(_ money: Money) -> Cell { .money(MoneyTotal(money)) }

    /// A figure of a cap: a sum, or pieces where its limit is in pieces.
    static func figure(_ total: MoneyTotal, isInPieces: Bool) -> Cell {
      isInPieces ? .pieces(CapWording.pieces(total)) : .money(total)
    }
  }

  public struct Row: Hashable, Sendable {
    /// One for each column.
    public var cells: [Cell]
    /// A sum of rows above it.
    public var isTotal: Bool
    /// Ids of the filings behind the row, for whoever wants to see them; no part of what is printed.
    public var filings: [String]
    /// Those behind single figures, by the column's key, where they are fewer.
    public var behind: [String: [String]]
    /// Ids of the records of the work register behind the row, where it counts those.
    public var records: [String] = []

    public init(
      _ cells: [Cell], isTotal: Bool = false, filings: [String] = [], behind: [String: [String]] = [:]
    ) {
      self.cells = cells
      self.isTotal = isTotal
      self.filings = filings
      self.behind = behind
    }

    /// What is read in the column of a number.
    public func shown(_ column: Int) -> String {
      cells.indices.contains(column) ? cells[column].shown : ""
    }

    /// The filings behind the figure in a column.
    public func filings(behind column: Column) -> [String] { behind[column.key] ?? filings }
  }

  public var title: String
  public var columns: [Column]
  public var rows: [Row]
  /// What the figures mean, a sentence each, for the foot of the table.
  public var notes: [String]

  public init(title: String, columns: [Column], rows: [Row], notes: [String] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

extension ReportTable.Cell {
  /// As people read it: sums with a comma before every three digits.
  public var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): PlainText.clean(text)
    case .count(let count): String(count)
    case .day(let day): day.description
    case .money(let sum): MoneyWording.grouped(sum)
    case .pieces(let count): "\(count) 件"
    case .decimal(let figure): figure
    case .difference(let sum): (sum > .zero ? "+" : "") + MoneyWording.grouped(sum)
    case .share(let part, let whole): ShareBar(part, of: whole)?.text ?? ""
    }
  }
}
