/// Columns beside each other, in the desk's lists as in lines of text: one of them takes what the others leave, and
/// where it would get too little the least important ones are left out.
public struct Table: Sendable {
  public struct Column: Sendable {
    public var title: String
    /// Columns of the screen; for the one that stretches the least it can do with.
    public var width: Int
    var stretches = false
    var alignment = Alignment.left
    /// What is left out first where the room is short; nil stays always.
    var leftOutAt: Int?

    public init(
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

  /// Lays the columns out in `width` columns of the screen, `margin` blanks before the first and `gap` behind each.
  public init(_ columns: [Column], width: Int, margin: Int = 1, gap: Int = 1) {
    self.columns = columns
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(margin) { $0 + columns[$1].width + gap } }
    while needed() > width {
      let optional = shown.filter { columns[$0].leftOutAt != nil }
      guard
        let first = optional.min(by: { (columns[$0].leftOutAt ?? 0) < (columns[$1].leftOutAt ?? 0) })
      else { break }
      shown.removeAll { $0 == first }
    }
    let spare = max(0, width - needed())
    var places = [Range<Int>?](repeating: nil, count: columns.count)
    var next = margin
    for index in shown {
      let column = columns[index].width + (columns[index].stretches ? spare : 0)
      places[index] = next..<(next + column)
      next += column + gap
    }
    self.places = places
  }

  /// Lays the columns out in a line of text, which has the room that they need.
  public init(line columns: [Column], gap: Int = 1) {
    self.init(columns, width: columns.reduce(0) { $0 + $1.width + gap }, margin: 0, gap: gap)
  }

  /// Where the column of a number stands; nil where it is left out.
  public func place(of column: Int) -> Range<Int>? {
    places.indices.contains(column) ? places[column] : nil
  }

  /// Of columns that scroll sideways those in sight: from `first` on, or as much further on as shows the one that is
  /// held, so many as have room, and one at least.
  ///
  /// - Parameter widths: of all of them, each with the blanks behind it.
  public static func shown(_ widths: [Int], from first: Int, holding held: Int, in room: Int) -> Range<Int> {
    var first = first
    func end() -> Int {
      var (left, end) = (room, first)
      while end < widths.count, left >= widths[end] {
        left -= widths[end]
        end += 1
      }
      return max(end, min(first + 1, widths.count))
    }
    while first < held, end() <= held { first += 1 }
    return first..<max(first, end())
  }

  // MARK: - Showing

  public func drawHead(into pane: inout Grid, row: Int) {
    draw(columns.map(\.title), into: &pane, row: row, style: .heading)
  }

  /// Draws one row with a text for each column, shown or not.
  public func draw(_ cells: [String], into pane: inout Grid, row: Int, style: Style) {
    pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style)
    for (index, text) in cells.enumerated() {
      guard let place = place(of: index) else { continue }
      pane.write(
        text, row: row, column: place.lowerBound, width: place.count, style: style,
        alignment: columns[index].alignment)
    }
  }

  /// Gives the column of a number another style in a row that is drawn, where it is not left out.
  public func restyle(_ column: Int, into pane: inout Grid, row: Int, style: Style) {
    guard let place = place(of: column) else { return }
    pane.restyle(row: row, column: place.lowerBound, width: place.count, style: style)
  }

  /// One row as text, without blanks at its end.
  public func line(_ cells: [String], on medium: Medium = .screen) -> String {
    var line = ""
    var end = 0
    for (index, text) in cells.enumerated() {
      guard let place = place(of: index) else { continue }
      line += String(repeating: " ", count: place.lowerBound - end)
      line += Text.padded(text, to: place.count, alignment: columns[index].alignment, on: medium)
      end = place.upperBound
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
