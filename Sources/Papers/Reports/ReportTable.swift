public import CaseModel
import Wording

/// A table as plain values, from which every form of it is made: text, CSV, HTML, JSON.
public struct ReportTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// The member's name in JSON.
    public var key: String
    public var heading: String
    /// Figures stand to the right.
    public var isNumber: Bool

    public init(_ key: String, _ heading: String, isNumber: Bool = false) {
      self.key = key
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  public enum Cell: Hashable, Sendable {
    case blank
    case text(String)
    case count(Int)
    case money(MoneyTotal)
    /// A sum that is written with its sign.
    case difference(MoneyTotal)

    static func money(_ money: Money) -> Cell { .money(MoneyTotal(money)) }
  }

  public struct Row: Hashable, Sendable {
    /// One for each column.
    public var cells: [Cell]
    /// A sum of rows above it.
    public var isTotal: Bool

    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  public var title: String
  public var columns: [Column]
  public var rows: [Row]

  public init(title: String, columns: [Column], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

extension ReportTable.Cell {
  /// As people read it: sums with a comma before every three digits.
  public var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): PlainText.clean(text)
    case .count(let count): String(count)
    case .money(let sum): MoneyWording.grouped(sum)
    case .difference(let sum): (sum > .zero ? "+" : "") + MoneyWording.grouped(sum)
    }
  }
}
