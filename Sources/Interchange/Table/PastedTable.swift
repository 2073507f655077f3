import CaseModel
public import SubsidyRules

/// Rows that somebody copied from a spreadsheet into a list of one item's filings.
public struct PastedTable: Sendable {
  /// What stands in each column, where the first row has headings; nil where it has none.
  public private(set) var inputs: [String?]?
  /// Headings of columns that the item has no use for.
  public private(set) var unused: [String] = []
  /// The cells of each row, sums with their unit, feet and rows of sums left out.
  public private(set) var rows: [[String]] = []
  /// How many rows of sums and feet were left out.
  public private(set) var sums = 0

  /// Reads what was pasted. The first row is one of headings where at least one cell of it is known, and no cell holds a
  /// digit.
  public init(_ text: String, item: Item, policy: Policy) {
    var records = TableFile.records(Array(text.utf8), separator: 0x09)
    let known = OldLedgerHeadings(policy, item: item)
    var units: [MoneyUnit] = []
    if let first = records.first {
      let headings = first.cells.map(CellText.oneLine)
      let meanings = headings.map(known.column)
      let isFigureless = !headings.contains { heading in
        TextFolding.search(heading).contains { $0.isASCII && $0.isNumber }
          && known.column(heading) == nil
      }
      if isFigureless, meanings.contains(where: { $0 != nil }) {
        let own = meanings.map { meaning -> String? in
          guard case .input(let id)? = meaning, item.input(id) != nil else { return nil }
          return id
        }
        inputs = own
        unused = zip(headings, own).filter { $1 == nil && !$0.isEmpty }.map(\.0)
        units = headings.map { MoneyUnit.inHeading($0) ?? .yuan }
        records.removeFirst()
      }
    }
    for record in records {
      guard !SumRow.isSum(record) else {
        sums += 1
        continue
      }
      rows.append(
        record.cells.enumerated().map { place, cell in
          let text = CellText.oneLine(cell)
          return units.indices.contains(place) && units[place] != .yuan
            ? units[place].applied(to: text) : text
        })
    }
  }
}
