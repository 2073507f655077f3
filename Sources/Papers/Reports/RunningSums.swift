import CaseModel
import Workbooks

/// What the rows of a table come to while it is written, so that a row of sums can say by formula which rows it adds.
struct RunningSums {
  /// A formula names no more runs of rows than this.
  private static let mostRuns = 60

  /// Runs of rows between rows of sums, by their place in the sheet.
  private var runs: [ClosedRange<Int>] = []
  private var isRunOpen = false
  /// Since the last row of sums, and from the first row on; by column, in fen or as a count.
  private var sinceTotal: [Int128]
  private var whole: [Int128]

  init(columns: Int) {
    sinceTotal = Array(repeating: 0, count: columns)
    whole = sinceTotal
  }

  mutating func add(_ row: ReportTable.Row, _ place: Int) {
    if isRunOpen, let last = runs.popLast() {
      runs.append(last.lowerBound...place)
    } else {
      runs.append(place...place)
    }
    isRunOpen = true
    for (column, cell) in row.cells.enumerated() where whole.indices.contains(column) {
      guard let figure = cell.figure else { continue }
      sinceTotal[column] += figure
      whole[column] += figure
    }
  }

  /// The cells of a row of sums: formulas where they add what stands above, else what the table says.
  mutating func total(_ row: ReportTable.Row, _ place: Int) -> [WorkbookCell] {
    let cells = row.cells.enumerated().map { column, cell -> WorkbookCell in
      guard let figure = cell.figure, whole.indices.contains(column) else { return cell.forWorkbook }
      if isRunOpen, let last = runs.last, figure == sinceTotal[column] { return sum([last], cell) }
      if runs.count <= Self.mostRuns, !runs.isEmpty, figure == whole[column] { return sum(runs, cell) }
      return cell.forWorkbook
    }
    isRunOpen = false
    for column in sinceTotal.indices { sinceTotal[column] = 0 }
    return cells
  }

  /// A row of sums below the last row, of the columns that ask for it; nil where none does.
  func total(of columns: [ReportTable.Column]) -> [WorkbookCell]? {
    guard columns.contains(where: \.isSummed), let first = runs.first, let last = runs.last else {
      return nil
    }
    return columns.enumerated().map { place, column in
      if place == 0 { return .text("合计") }
      guard column.isSummed else { return .blank }
      return sum([first.lowerBound...last.upperBound], .money(MoneyTotal(fen: whole[place])))
    }
  }

  private func sum(_ runs: [ClosedRange<Int>], _ cell: ReportTable.Cell) -> WorkbookCell {
    let value = cell.forWorkbook
    // Beyond what a spreadsheet can add up exactly it stands as text.
    return value.number == nil ? value : .sum(of: runs, value)
  }
}

extension ReportTable.Cell {
  /// What is added up: fen, or a count.
  fileprivate var figure: Int128? {
    switch self {
    case .count(let count): Int128(count)
    case .money(let sum), .difference(let sum): sum.fen
    case .blank, .text, .day, .share, .pieces, .decimal: nil
    }
  }
}
