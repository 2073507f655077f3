import Casework

extension OldLedgerRowReader {
  /// A row while it is read: its cells by what they say, and the mistakes found so far.
  struct Reading {
    struct Cell {
      var column: OldLedgerColumn
      var heading: String
      var text: String
    }

    var mistakes: [OldLedgerMistake] = []
    private let record: TableRecord
    private let headings: Int
    private var cells: [Cell] = []

    init(
      _ record: TableRecord, columns: [OldLedgerSheet.Column],
      fixed: [(column: OldLedgerColumn, text: String)]
    ) {
      self.record = record
      headings = columns.count
      for (column, text) in zip(columns, record.cells) {
        guard let meaning = column.meaning, !CellText.clean(text).isEmpty else { continue }
        cells.append(Cell(column: meaning, heading: column.heading, text: text))
      }
      for (column, text) in fixed where !cells.contains(where: { $0.column == column }) {
        cells.append(Cell(column: column, heading: column.word, text: text))
      }
    }

    /// Whether the row is one of sums, not of a filing: it says so where a name or the first cell would stand.
    var isSum: Bool {
      let texts = [cell(.applicant(.name))?.text, record.cells.first { !CellText.clean($0).isEmpty }]
      return texts.compactMap(\.self).contains { text in
        let word = text.filter { !$0.isWhitespace && !":：".contains($0) }
        return ["合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计"].contains(word)
      }
    }

    /// Inputs that the row states itself.
    var inputs: [Cell] {
      cells.filter { cell in
        if case .input = cell.column { cell.heading != cell.column.word } else { false }
      }
    }

    func cell(_ column: OldLedgerColumn) -> Cell? { cells.first { $0.column == column } }

    /// A cell that must be there.
    mutating func needed(_ column: OldLedgerColumn) -> Cell? {
      if let cell = cell(column) { return cell }
      mistakes.append(OldLedgerMistake(.missing, under: column.word))
      return nil
    }

    /// What is wrong with the row as a whole.
    mutating func checkShape() {
      // In a result file the mark stands quoted; the row is no better for that.
      let marks = cell(.applicant(.name))?.text.count { $0 == "\"" } ?? 0
      if record.hasOpenQuote || marks % 2 == 1 { mistakes.append(OldLedgerMistake(.openQuote)) }
      let surplus = record.cells.dropFirst(headings).filter { !CellText.clean($0).isEmpty }.count
      if surplus > 0 { mistakes.append(OldLedgerMistake(.surplusCells(surplus))) }
      for cell in cells where cell.text.unicodeScalars.contains("\u{FFFD}") {
        mistakes.append(OldLedgerMistake(.unreadableCharacter, under: cell.heading))
      }
    }

    /// The value of a cell; a mistake is noted once, and not again where its characters are the trouble.
    mutating func value<Value>(_ outcome: OldLedgerCells.Outcome<Value>, under cell: Cell) -> Value? {
      switch outcome {
      case .success(let value): return value
      case .failure(let wrong): return note(wrong.reason, cell)
      }
    }

    mutating func word<Value>(_ value: Value?, _ reason: OldLedgerMistake.Reason, under cell: Cell) -> Value?
    {
      value ?? note(reason, cell)
    }

    private mutating func note<Value>(_ reason: OldLedgerMistake.Reason, _ cell: Cell) -> Value? {
      if !mistakes.contains(where: { $0.heading == cell.heading }) {
        mistakes.append(OldLedgerMistake(reason, under: cell.heading))
      }
      return nil
    }
  }
}
