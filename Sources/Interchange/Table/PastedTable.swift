import CaseModel
public import SubsidyRules

/// Rows that somebody copied from a spreadsheet into a list of one item's filings.
///
/// The first row is one of headings where at least one cell of it is known, and no other cell holds a digit. What a
/// column is read as says the office's own mapping, else its heading; what neither says plainly is asked (`question`).
public struct PastedTable: Sendable {
  public struct Column: Hashable, Sendable {
    /// As it stands in the first row; empty where that has none.
    public var heading: String
    /// The input that it is read as; nil where it is not read.
    public var input: String?
    /// The inputs that a heading may mean which says none plainly.
    public var mayMean: [String] = []
    /// What stands in the first row that has something there.
    public var sample = ""
    var unit = MoneyUnit.yuan
    /// Under which its reading is kept.
    var key: String
    /// What its heading says without a mapping.
    var usual: String?
  }

  /// What has to be asked before the rows can be put into the list.
  public enum Question: Hashable, Sendable {
    /// No headings, and more cells than the list has columns.
    case noHeadings
    /// A heading that may mean one thing or another.
    case vague(heading: String)
    /// Two columns of one input say two things: the row, counted from 1, and both headings.
    case twoCells(row: Int, String, String)
  }

  public let hasHeadings: Bool
  public var columns: [Column]
  /// How many rows of sums and feet were left out.
  public private(set) var sums = 0
  private var records: [[String]] = []

  public init(_ text: String, item: Item, policy: Policy, kept: OldLedgerMapping = .init()) {
    var all = TableFile.records(Array(text.utf8), separator: 0x09)
    let headings = all.first?.cells.map(CellText.oneLine) ?? []
    let known = OldLedgerHeadings(policy, item: item)
    func said(_ heading: String) -> OldLedgerColumn?? {
      kept.columns.first { $0.heading == heading }.map(\.column)
    }
    func isKnown(_ heading: String) -> Bool {
      known.column(heading) != nil || !heading.isEmpty && said(heading) != nil
        || !known.inputs(mayBe: heading, of: item).isEmpty
    }
    hasHeadings =
      headings.contains(where: isKnown)
      && !headings.contains { heading in
        TextFolding.search(heading).contains { $0.isASCII && $0.isNumber } && !isKnown(heading)
      }
    let width = all.map(\.cells.count).max() ?? 0
    func input(_ column: OldLedgerColumn?) -> String? {
      guard case .input(let id)? = column, item.input(id) != nil else { return nil }
      return id
    }
    if hasHeadings {
      columns = headings.map { heading in
        let usual = input(known.column(heading))
        return Column(
          heading: heading, input: said(heading).map(input) ?? usual,
          unit: MoneyUnit.inHeading(heading) ?? .yuan, key: heading, usual: usual)
      }
      all.removeFirst()
      for place in columns.indices where columns[place].input == nil && said(columns[place].key) == nil {
        let given = Set(columns.compactMap(\.input))
        columns[place].mayMean = known.inputs(mayBe: columns[place].heading, of: item).filter {
          !given.contains($0)
        }
      }
    } else {
      columns = (0..<width).map { place in
        let key = "\(item.id)：\(width) 栏之第 \(place + 1) 栏"
        return Column(heading: "", input: said(key).flatMap(input), key: key)
      }
    }
    for record in all {
      if SumRow.isSum(record) { sums += 1 } else { records.append(record.cells.map(CellText.oneLine)) }
    }
    for place in columns.indices {
      columns[place].sample =
        records.lazy.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? $0[place] : nil }.first
        ?? ""
    }
  }

  // MARK: - What it says

  /// The cells of each row, sums with their unit.
  public var rows: [[String]] {
    records.map { cells in
      cells.enumerated().map { place, text in
        guard columns.indices.contains(place), columns[place].unit != .yuan else { return text }
        return columns[place].unit.applied(to: text)
      }
    }
  }

  /// What each row says of inputs; of two columns of one input the first that says something counts.
  public var inputs: [[String: String]] {
    rows.map { cells in
      var said: [String: String] = [:]
      for (column, text) in zip(columns, cells) where !text.isEmpty {
        if let input = column.input, said[input] == nil { said[input] = text }
      }
      return said
    }
  }

  /// Headings of columns that are not read.
  public var unused: [String] { columns.filter { $0.input == nil && !$0.heading.isEmpty }.map(\.heading) }

  /// What has to be asked first; nil where the columns are plain.
  ///
  /// - Parameter open: how many columns of the list the cells of a table without headings can go into.
  public func question(open: Int) -> Question? {
    if !hasHeadings { return columns.count > open ? .noHeadings : nil }
    if let vague = columns.first(where: { !$0.mayMean.isEmpty }) { return .vague(heading: vague.heading) }
    return twoCells
  }

  /// The first row in which two columns of one input say two things.
  public var twoCells: Question? {
    for (row, cells) in records.enumerated() {
      var seen: [String: (place: Int, text: String)] = [:]
      for (place, column) in columns.enumerated() {
        guard let input = column.input, cells.indices.contains(place), !cells[place].isEmpty else { continue }
        let text = CellText.compared(cells[place])
        guard let before = seen[input] else {
          seen[input] = (place, text)
          continue
        }
        if before.text != text { return .twoCells(row: row + 1, name(before.place), name(place)) }
      }
    }
    return nil
  }

  /// What a column is called.
  public func name(_ place: Int) -> String {
    columns[place].heading.isEmpty ? "第 \(place + 1) 栏" : columns[place].heading
  }

  /// What is worth keeping for the next table of this form: what headings alone would not say.
  public var mapping: OldLedgerMapping {
    OldLedgerMapping(
      columns: columns.filter { !hasHeadings || $0.input != $0.usual || !$0.mayMean.isEmpty }.map {
        ($0.key, $0.input.map(OldLedgerColumn.input))
      })
  }
}
