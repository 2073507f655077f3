import CaseModel

extension ReportTable {
  /// How a report made again for a past day differs from the same report now: a row for each figure that moved.
  ///
  /// Rows are told apart by the words at their beginning, in columns that both have: a city's first office brings one
  /// more; one that came or went shows with all its figures.
  public static func since(_ then: ReportTable, _ now: ReportTable) -> ReportTable {
    let columns = Set(then.columns.map(\.key)).intersection(now.columns.map(\.key))
    let (then, now) = (then.with(columns), now.with(columns))
    let (before, after) = (then.rowsByName, now.rowsByName)
    var rows: [Row] = []
    for name in (then.rows.map(then.name) + now.rows.map(now.name)).eachOnce {
      let (old, new) = (before[name], after[name])
      for (index, column) in then.columns.enumerated() where column.isNumber {
        let (was, now) = (old?.figure(index), new?.figure(index))
        guard was != now else { continue }
        rows.append(
          Row(
            [
              .text(name), .text(column.heading), was ?? .blank, now ?? .blank, difference(was, now),
            ], filings: (new ?? old)?.filings(behind: column) ?? []))
      }
    }
    return ReportTable(
      title: "与现在相比",
      columns: [
        .init("row", "行"), .init("column", "栏目"), .number("then", "当时"), .number("now", "现在"),
        .number("difference", "差额"),
      ], rows: rows, notes: rows.isEmpty ? ["此后没有变动。"] : [])
  }

  /// The same with some of its columns alone.
  private func with(_ keys: Set<String>) -> ReportTable {
    let kept = columns.indices.filter { keys.contains(columns[$0].key) }
    guard kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    for place in rows.indices {
      let cells = rows[place].cells
      table.rows[place].cells = kept.map { cells.indices.contains($0) ? cells[$0] : .blank }
    }
    return table
  }

  /// The words before the first figure.
  private func name(_ row: Row) -> String {
    zip(columns, row.cells).prefix { !$0.0.isNumber }.map(\.1.shown).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private var rowsByName: [String: Row] {
    Dictionary(first: rows.map { (name($0), $0) })
  }

  private static func difference(_ was: Cell?, _ now: Cell?) -> Cell {
    switch (was ?? .blank, now ?? .blank) {
    case (.blank, .blank): .blank
    case (.count(let a), .count(let b)): .text((b > a ? "+" : "") + String(b - a))
    case (.pieces, _), (_, .pieces): pieces(was, now)
    case (.count(let a), .blank): .text("-\(a)")
    case (.blank, .count(let b)): .text("+\(b)")
    case (let a, let b): .difference((b.sum ?? .zero) - (a.sum ?? .zero))
    }
  }

  /// The difference of two figures in pieces; none where one of them is a sum, since the limit has changed its kind.
  private static func pieces(_ was: Cell?, _ now: Cell?) -> Cell {
    let counts = [was, now].map { cell -> Int? in
      switch cell ?? .blank {
      case .blank: 0
      case .pieces(let count): count
      default: nil
      }
    }
    guard let before = counts[0], let after = counts[1] else { return .blank }
    return .text((after > before ? "+" : "") + "\(after - before) 件")
  }
}

extension ReportTable.Row {
  fileprivate func figure(_ index: Int) -> ReportTable.Cell? {
    guard cells.indices.contains(index), cells[index] != .blank else { return nil }
    return cells[index]
  }
}

extension ReportTable.Cell {
  fileprivate var sum: MoneyTotal? {
    switch self {
    case .money(let sum), .difference(let sum): sum
    default: nil
    }
  }
}
