extension Grid {
  /// A rectangle that was drawn from a source, in screen coordinates.
  struct Part: Sendable {
    var area: Area
    var source: PartSource
  }

  /// What stood on the screen before, to take parts from.
  struct Before: Sendable {
    var cells: [Cell]
    var parts: [Part]
    /// Where the next part is looked for first: they come in the same order on most screens.
    var next = 0

    /// Where a part of the size and source stands; nil where there is none.
    mutating func place(rows: Int, columns: Int, _ source: PartSource) -> Area? {
      for offset in parts.indices {
        let index = (next + offset) % parts.count
        let part = parts[index]
        guard part.source == source, part.area.rows == rows, part.area.columns == columns else { continue }
        next = index + 1
        return part.area
      }
      return nil
    }
  }

  /// Draws `area`, blank so far, or takes it from the screen before where it was drawn from the same source there.
  ///
  /// So a bar that moves by a row costs two rows. Nothing but the cells of the area may come of the drawing.
  public mutating func part(
    _ area: Area, from source: PartSource, _ draw: (inout Grid) -> Void
  ) {
    within(area) { pane in
      guard let place = pane.wholePlace else { return draw(&pane) }
      pane.parts.append(Part(area: place, source: source))
      if let earlier = pane.before?.place(rows: place.rows, columns: place.columns, source) {
        pane.copy(earlier, to: place)
      } else {
        draw(&pane)
      }
    }
  }

  /// The current area in screen coordinates, if all of it can be painted.
  ///
  /// The last row has a cell that stays empty, wherever what stands in it came from.
  private var wholePlace: Area? {
    clip == bounds && bounds.row + bounds.rows < screenRows ? bounds : nil
  }

  private mutating func copy(_ earlier: Area, to place: Area) {
    guard let old = before?.cells else { return }
    for row in 0..<place.rows {
      let from = (earlier.row + row) * screenColumns + earlier.column
      let to = (place.row + row) * screenColumns + place.column
      for offset in 0..<place.columns { cells[to + offset] = old[from + offset] }
    }
  }

  /// Lets go of the screen before, once all is drawn.
  public mutating func finish() { before = nil }
}
