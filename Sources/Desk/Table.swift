import Cells

/// The columns of a list: one of them takes what the others leave, and where it would get too little the least
/// important ones are left out.
struct Table {
  struct Column {
    var title: String
    /// Columns of the screen; for the one that stretches the least it can do with.
    var width: Int
    var stretches = false
    var alignment = Alignment.left
    /// What is left out first where the room is short; nil stays always.
    var leftOutAt: Int?

    init(
      _ title: String, _ width: Int, stretches: Bool = false, alignment: Alignment = .left,
      leftOutAt: Int? = nil
    ) {
      self.title = title
      self.width = width
      self.stretches = stretches
      self.alignment = alignment
      self.leftOutAt = leftOutAt
    }
  }

  private let columns: [Column]
  /// Where each column stands; nil where it is left out.
  private let places: [Range<Int>?]

  /// Lays the columns out in `width` columns of the screen, with a blank before each and one at the end.
  init(_ columns: [Column], width: Int) {
    self.columns = columns
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(1) { $0 + columns[$1].width + 1 } }
    while needed() > width {
      let optional = shown.filter { columns[$0].leftOutAt != nil }
      guard
        let first = optional.min(by: { (columns[$0].leftOutAt ?? 0) < (columns[$1].leftOutAt ?? 0) })
      else { break }
      shown.removeAll { $0 == first }
    }
    let spare = max(0, width - needed())
    var places = [Range<Int>?](repeating: nil, count: columns.count)
    var next = 1
    for index in shown {
      let column = columns[index].width + (columns[index].stretches ? spare : 0)
      places[index] = next..<(next + column)
      next += column + 1
    }
    self.places = places
  }

  /// Where the column of a number stands; nil where it is left out.
  func place(of column: Int) -> Range<Int>? { places.indices.contains(column) ? places[column] : nil }

  func drawHead(into pane: inout Grid, row: Int) {
    draw(columns.map(\.title), into: &pane, row: row, style: .heading)
  }

  /// Draws one row with a text for each column, shown or not.
  func draw(_ cells: [String], into pane: inout Grid, row: Int, style: Style) {
    pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style)
    for (index, text) in cells.enumerated() {
      guard let place = place(of: index) else { continue }
      pane.write(
        text, row: row, column: place.lowerBound, width: place.count, style: style,
        alignment: columns[index].alignment)
    }
  }
}
