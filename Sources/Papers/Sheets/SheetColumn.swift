import CaseModel

/// A column of a sheet's rows: what templates call it, and in the table its heading and cells, so that both say the same.
struct SheetColumn<Line>: Sendable {
  let field: TemplateField<Line>
  let column: ReportTable.Column
  let cell: @Sendable (Line) -> ReportTable.Cell

  /// A text; nil and an empty one are absent.
  ///
  /// - Parameters:
  ///   - key: What the table's JSON calls it, and templates too where they have no name of their own for it.
  ///   - meaning: What the list of names says; the heading where that is enough.
  static func text(
    _ key: String, _ heading: String, as name: String? = nil, meaning: String? = nil,
    _ read: @escaping @Sendable (Line) -> String?
  ) -> Self {
    Self(field: .text(name ?? key, meaning ?? heading, read), column: .init(key, heading)) {
      .text(read($0) ?? "")
    }
  }

  /// A cell that templates show as the table does.
  static func cell(
    _ key: String, _ heading: String, as name: String? = nil, meaning: String? = nil, isNumber: Bool = true,
    _ cell: @escaping @Sendable (Line) -> ReportTable.Cell
  ) -> Self {
    Self(
      field: .text(name ?? key, meaning ?? heading) { cell($0).shown },
      column: .init(key, heading, isNumber: isNumber), cell: cell)
  }

  static func count(
    _ key: String, _ heading: String, as name: String? = nil, meaning: String? = nil,
    _ read: @escaping @Sendable (Line) -> Int
  ) -> Self {
    cell(key, heading, as: name, meaning: meaning) { .count(read($0)) }
  }

  static func money(
    _ key: String, _ heading: String, as name: String? = nil, meaning: String? = nil,
    _ read: @escaping @Sendable (Line) -> MoneyTotal
  ) -> Self {
    cell(key, heading, as: name, meaning: meaning) { .money(read($0)) }
  }

  /// Left out of text, whose lines are short.
  var asDetail: Self { Self(field: field, column: column.asDetail, cell: cell) }
}

extension ReportTable {
  /// The rows of a sheet, and below them their sum.
  init<Line>(_ title: String, _ columns: [SheetColumn<Line>], _ lines: [Line], total: [Cell]? = nil) {
    self.init(
      title: title, columns: columns.map(\.column),
      rows: lines.map { line in Row(columns.map { $0.cell(line) }) }
        + [total].compactMap(\.self).map { Row($0, isTotal: true) })
  }
}

/// A row with its number in its list, counted from 1.
struct NumberedRow<Row> {
  let number: Int
  let row: Row
}

extension Array {
  var numbered: [NumberedRow<Element>] { enumerated().map { NumberedRow(number: $0 + 1, row: $1) } }
}
