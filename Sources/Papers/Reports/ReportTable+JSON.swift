import CaseModel
import JSONText

extension ReportTable {
  /// The table for machines: each row an object of the columns' keys, sums of rows apart. Money is a string of yuan,
  /// as everywhere, pieces of a limit in pieces are whole numbers; an empty field is null.
  ///
  /// - Parameters:
  ///   - name: of the report.
  ///   - since: how it differs from the same report now, where it was made for a past day.
  public func json(name: String, year: Int, since: ReportTable? = nil) -> [UInt8] {
    JSONWriter.file(layout: .indented) { writer in
      writer.member("report", name)
      writer.member("title", title)
      writer.member("year", year)
      writer.key("rows")
      write(rows.filter { !$0.isTotal }, &writer)
      writer.key("totals")
      write(rows.filter(\.isTotal), &writer)
      guard let since else { return }
      writer.key("since")
      since.write(since.rows, &writer)
    }
  }

  private func write(_ rows: [Row], _ writer: inout JSONWriter) {
    writer.objects(rows) { writer, row in
      for (column, cell) in zip(columns, row.cells) {
        writer.key(column.key)
        switch cell {
        case .blank: writer.null()
        case .text(let text), .decimal(let text): writer.string(text)
        case .count(let count), .pieces(let count): writer.integer(count)
        case .day(let day): writer.string(day.description)
        case .money(let sum), .difference(let sum): writer.string(sum.description)
        case .share(let part, let whole):
          if let bar = ShareBar(part, of: whole) { writer.string(bar.percentage) } else { writer.null() }
        }
      }
    }
  }
}
