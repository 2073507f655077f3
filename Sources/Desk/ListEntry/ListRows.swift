import CaseModel
import Cells

/// The rows of a list with the cursor in one of their cells.
///
/// The first row holds what stands for every row whose own cell is empty, since a spreadsheet seldom has a column for what is
/// the same everywhere.
struct ListRows: Sendable {
  private(set) var cells: [[Field]]
  /// The numbers of the first rows, where they are no longer their places; the others count on from the last one given.
  private var numbers = [0]
  private var lastNumber = 0
  /// A list begins with its first row: what is typed or pasted at once is a row, and no common value.
  private(set) var row = 1
  private(set) var column = 0

  /// - Parameter first: the first row, whose fields are the columns too.
  init(_ first: [Field]) { cells = [first.map(\.emptied), first] }

  /// Rows by what stands in their cells.
  mutating func fill(_ texts: [[String?]]) {
    cells = texts.map { texts in
      zip(columns, texts).map { field, text in
        var cell = field.emptied
        if let text { cell.editor = LineEditor(text) }
        return cell
      }
    }
    if cells.count == 1 { addRow() }
  }

  var columns: [Field] { cells.first ?? [] }
  var isCell: Bool { cells.indices.contains(row) && cells[row].indices.contains(column) }
  /// The field that is typed into.
  var cell: Field? { isCell ? cells[row][column] : nil }

  /// Rows in which something stands, the common one aside, with their place among the rows.
  var filled: [(place: Int, fields: [Field])] {
    cells.enumerated().dropFirst().filter { Self.isFilled($1) }.map { ($0, $1) }
  }

  /// Whether nothing stands in any row, the common one among them.
  var isEmpty: Bool { !cells.contains(where: Self.isFilled) }

  private static func isFilled(_ fields: [Field]) -> Bool { fields.contains { !$0.isEmpty } }

  /// The number that a row has on paper: it stays the row's own when others are saved or deleted.
  func number(ofRow place: Int) -> Int {
    numbers.indices.contains(place) ? numbers[place] : lastNumber + place - numbers.count + 1
  }

  // MARK: - Rows

  private mutating func addRow() { cells.append(columns.map(\.emptied)) }

  /// Puts texts into a row from a column on or by the columns' names; rows up to it are added.
  mutating func put(_ texts: [Int: String], inRow place: Int) {
    while cells.count <= place { addRow() }
    for (index, text) in texts where columns.indices.contains(index) {
      cells[place][index].editor = LineEditor(text)
    }
  }

  /// Whether something stands in one of these columns of a row.
  func isCovered(_ place: Int, _ columns: some Sequence<Int>) -> Bool {
    guard cells.indices.contains(place) else { return false }
    return columns.contains { cells[place].indices.contains($0) && !cells[place][$0].isEmpty }
  }

  /// The first row below all that are filled.
  var firstFree: Int { max(1, (cells.lastIndex(where: Self.isFilled) ?? 0) + 1) }

  /// Leaves the common row and these; the others keep their numbers.
  mutating func keep(_ places: [Int]) {
    let (kept, last) = ([0] + places.map(number), number(ofRow: cells.count - 1))
    (numbers, lastNumber) = (kept, last)
    cells = [columns] + places.map { cells[$0] }
    if cells.count == 1 { addRow() }
    show(row: row)
  }

  // MARK: - The cursor

  /// Puts the cursor into a cell, or as near to it as there is one.
  mutating func show(row: Int, column: Int? = nil) {
    let before = (self.row, self.column)
    self.row = max(0, min(row, cells.count - 1))
    if let column { self.column = max(0, min(column, columns.count - 1)) }
    if before != (self.row, self.column), isCell { cells[self.row][self.column].enter() }
  }

  /// Moves to a row; below the last one that is filled a new one begins.
  mutating func move(to place: Int, column: Int? = nil) {
    if place > cells.count - 1, cells.last.map(Self.isFilled) == true { addRow() }
    // Below the common values the list begins at its first column.
    show(row: place, column: column ?? (row == 0 && place > 0 ? 0 : nil))
  }

  /// Goes one cell on or back, from the end of a row to the next one.
  mutating func step(by step: Int) {
    let next = column + step
    if columns.indices.contains(next) {
      show(row: row, column: next)
    } else if step > 0 {
      move(to: row + 1, column: 0)
    } else if row > 0 {
      move(to: row - 1, column: columns.count - 1)
    }
  }

  /// Changes the cell under the cursor.
  mutating func change(_ work: (inout Field) -> Void) {
    if isCell { work(&cells[row][column]) }
  }
}

extension Field {
  /// The same field with nothing in it.
  var emptied: Field {
    var field = self
    field.editor = LineEditor()
    return field
  }
}
