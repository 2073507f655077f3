import CaseModel
import Casework

extension OldLedgerRowReader {
  /// A row while it is read: its cells by what they say, and the mistakes found so far.
  struct Reading {
    struct Cell {
      var column: OldLedgerColumn
      var heading: String
      var text: String
      var unit = MoneyUnit.yuan
    }

    var mistakes: [OldLedgerMistake] = []
    private let record: TableRow
    private let headings: Int
    private var cells: [Cell] = []
    /// Headings of cells that say otherwise what another column says, and that nothing rests on.
    private(set) var otherwise: [String] = []
    private(set) var hasOtherPayee = false

    init(
      _ record: TableRow, columns: [OldLedgerSheet.Column],
      fixed: [(column: OldLedgerColumn, text: String)]
    ) {
      self.record = record
      headings = columns.count
      let stated = zip(columns, record.cells).filter { !$0.isPassedOver && !CellText.clean($1).isEmpty }
      for (column, text) in stated where column.sameAs == nil { put(text, column) }
      for (column, text) in stated where column.sameAs != nil { putBeside(text, column) }
      for (column, text) in fixed where !cells.contains(where: { $0.column == column }) {
        cells.append(Cell(column: column, heading: column.word, text: text))
      }
    }

    private mutating func put(_ text: String, _ column: OldLedgerSheet.Column) {
      guard let meaning = column.meaning else { return }
      cells.append(Cell(column: meaning, heading: column.heading, text: text, unit: column.unit))
    }

    /// A column that says what another says fills what that leaves empty. Where both say something, numbers, sums and
    /// days must agree.
    private mutating func putBeside(_ text: String, _ column: OldLedgerSheet.Column) {
      guard let there = cells.first(where: { $0.column == column.meaning }) else { return put(text, column) }
      guard CellText.compared(there.text) != CellText.compared(text) else { return }
      switch column.meaning {
      case .applicant(.name):
        // 户名 beside 申请人 is whose account it is.
        if TextFolding.search(column.heading).contains("户名") { hasOtherPayee = true }
        otherwise.append(column.heading)
      case .applicant, .status, .receipt, .override: otherwise.append(column.heading)
      default: mistakes.append(OldLedgerMistake(.differs(there.heading), under: column.heading))
      }
    }

    /// Whether the row is one of sums or a foot, not of a filing: it says so where a name or the first cell would
    /// stand, and says neither item nor day.
    var isSum: Bool {
      let texts = [cell(.applicant(.name))?.text, record.cells.first { !CellText.clean($0).isEmpty }]
      if texts.compactMap(\.self).contains(where: SumRow.isPlainSum) { return true }
      let saysMore = [OldLedgerColumn.item, .received].contains { needed in
        cell(needed).map { $0.heading != needed.word && !SumRow.isSum($0.text) } ?? false
      }
      return !saysMore && texts.compactMap(\.self).contains(where: SumRow.isSum)
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
      for cell in cells where BrokenText.isBroken(cell.text) && isNeeded(cell) {
        mistakes.append(OldLedgerMistake(.unreadableCharacter, under: cell.heading))
      }
    }

    /// Headings of texts that hold broken characters and that nothing rests on.
    var broken: [String] { cells.filter { BrokenText.isBroken($0.text) && !isNeeded($0) }.map(\.heading) }

    private func isNeeded(_ cell: Cell) -> Bool {
      switch cell.column {
      case .applicant(.contact), .applicant(.phone), .applicant(.bank), .applicant(.account), .override: false
      default: true
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
