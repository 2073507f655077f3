import Cells

/// A column that a list can be sorted by; the first one is the order in which its rows come.
protocol SortColumn: CaseIterable, Hashable, Sendable where AllCases == [Self] {
  /// Whether it holds figures, of which the largest come first.
  var isFigure: Bool { get }
}

extension Array where Element: Equatable {
  /// What stands so many places further on than an element, round the end; than the first where that is not there.
  func turned(from element: Element, by step: Int) -> Element {
    isEmpty ? element : self[((firstIndex(of: element) ?? 0) + step + count) % count]
  }
}

enum OrderChange { case turn(Int), reverse }

/// By which of its columns a list is sorted, and which way.
///
/// The keys are `<` `>` and `+` `-`; the column always stands in the table. The lists' own orders are in
/// `ListOrders`.
struct ListOrder<Column: SortColumn>: Hashable, Sendable {
  private var place = 0
  private(set) var isReversed = false

  var column: Column? { Column.allCases.indices.contains(place) ? Column.allCases[place] : nil }

  /// The same number for the same order, for what is drawn from it.
  var code: Int { place * 2 + (isReversed ? 1 : 0) }

  /// Sorts by another column, in the way that one reads it, or by the same the other way round.
  mutating func take(_ change: OrderChange) {
    let count = Column.allCases.count
    switch change {
    case .turn(let step) where count > 0: (place, isReversed) = ((place + step + count) % count, false)
    case .turn: break
    case .reverse: isReversed.toggle()
    }
  }

  /// Whether the figures or names grow downwards.
  private var isAscending: Bool { (column?.isFigure ?? false) == isReversed }

  /// The column of a table, with the mark of the order; what a list is sorted by always stands there.
  func column(
    _ own: Column, _ title: String, _ width: Int, stretches: Bool = false, alignment: Alignment = .left,
    leftOutAt: Int? = nil
  ) -> Table.Column {
    .init(
      titled(own, title), width, stretches: stretches, alignment: alignment,
      leftOutAt: own == column ? nil : leftOutAt)
  }

  /// The title of a column, with the mark where the list is sorted by it.
  func titled(_ own: Column, _ title: String) -> String {
    own == column ? title + (isAscending ? "+" : "-") : title
  }

  /// The rows in this order; rows of equal keys stay in the order in which they come.
  ///
  /// - Parameter precedes: Whether one stands before another, names from the first on and figures from the largest on.
  func sorted<Row>(_ rows: [Row], _ precedes: (Column, Row, Row) -> Bool) -> [Row] {
    guard let column, place > 0 else { return isReversed ? rows.reversed() : rows }
    return rows.enumerated().sorted { a, b in
      if precedes(column, a.element, b.element) { return !isReversed }
      if precedes(column, b.element, a.element) { return isReversed }
      return a.offset < b.offset
    }.map(\.element)
  }
}
