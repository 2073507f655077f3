extension Grid {
  /// Draws a line of `length` cells to the right; it joins the lines that it meets.
  public mutating func horizontalLine(row: Int, column: Int = 0, length: Int? = nil, style: Style = .frame) {
    let column = Area.bounded(column)
    let end = min(columns, column + Area.bounded(length ?? columns - column))
    for place in (max(0, column)..<max(0, column, end)).clamped(to: seenColumns) {
      var shape = LineShape.horizontal
      if place == column { shape.remove(.left) }
      if place == end - 1 { shape.remove(.right) }
      join(shape.isEmpty ? .horizontal : shape, row: row, column: place, style: style)
    }
  }

  /// Draws a line of `length` cells downwards; it joins the lines that it meets.
  public mutating func verticalLine(row: Int = 0, column: Int, length: Int? = nil, style: Style = .frame) {
    let row = Area.bounded(row)
    let end = min(rows, row + Area.bounded(length ?? rows - row))
    for place in (max(0, row)..<max(0, row, end)).clamped(to: seenRows) {
      var shape = LineShape.vertical
      if place == row { shape.remove(.up) }
      if place == end - 1 { shape.remove(.down) }
      join(shape.isEmpty ? .vertical : shape, row: place, column: column, style: style)
    }
  }

  /// Draws `total` as a bar of `width` cells: what is used, what waits, and what is left empty.
  ///
  /// Any amount above nothing shows at least one cell, and a bar is full only when nothing is left.
  /// Amounts below 0 count as 0; a total of 0 is full as soon as anything is used or waits.
  public mutating func bar(row: Int, column: Int = 0, width: Int, used: Int, waiting: Int = 0, of total: Int)
  {
    let (column, width) = (Area.bounded(column), Area.bounded(width))
    let (used, waiting, total) = (max(0, used), max(0, waiting), max(0, total))
    let taken = used.addingReportingOverflow(waiting)
    let usedCells = Self.cells(of: used, in: total, width: width)
    var takenCells = Self.cells(of: taken.overflow ? .max : taken.partialValue, in: total, width: width)
    if waiting > 0 { takenCells = min(max(0, width), max(takenCells, usedCells + 1)) }
    for place in 0..<max(0, width) {
      let part: BarPart = place < usedCells ? .used : place < takenCells ? .waiting : .empty
      put(Cell(.bar(part), style: part.style), row: row, column: column + place)
    }
  }

  /// The cells that stand for `amount`, rounded up, but one short of all while something is left.
  private static func cells(of amount: Int, in total: Int, width: Int) -> Int {
    guard width > 0, amount > 0 else { return 0 }
    guard amount < total else { return width }
    // amount < total, so the quotient is below width and the division cannot trap.
    let product = amount.multipliedFullWidth(by: width)
    let (quotient, remainder) = total.dividingFullWidth(product)
    return min(max(1, width - 1), quotient + (remainder > 0 ? 1 : 0))
  }

  private mutating func join(_ shape: LineShape, row: Int, column: Int, style: Style) {
    var shape = shape
    if case .line(let met)? = cell(row: row, column: column)?.content { shape.formUnion(met) }
    put(Cell(.line(shape), style: style), row: row, column: column)
  }
}
