import CaseModel
import Casework
public import SubsidyRules

/// An old ledger as its file has it: the headings with what each says, and the rows under them.
///
/// Of the lines above the headings (a title, the office, the unit) only the unit of money is read: the headings are
/// the first of the beginning lines with the most columns that are known.
public struct OldLedgerSheet: Sendable {
  /// Why a file is no ledger.
  public enum Mistake: Error, Hashable, Sendable {
    case file(TableMistake)
    case empty
    /// None of the first lines has two headings that are known; the first line's cells.
    case noHeadings([String])
  }

  public struct Column: Hashable, Sendable {
    public var heading: String
    /// Nil where it is not read.
    public var meaning: OldLedgerColumn?
    /// The heading of another column that says the same and comes first; this one fills what that leaves empty.
    public var sameAs: String?
    /// Whether it is not read at all, since the other says more exactly what this one says.
    public var isPassedOver = false
    /// The unit of its sums.
    public var unit = MoneyUnit.yuan
    /// What stands in the first row that has something there.
    public var sample = ""
    public var content = Content.text
    /// Whether its heading could mean several things, so that somebody has to say which.
    public var isVague: Bool { meaning == nil && OldLedgerHeadings.isVague(heading) }
  }

  /// What stands in the cells of a column, where it is not just words.
  public enum Content: Hashable, Sendable { case text, money, day }

  public let encoding: TableEncoding
  /// How many places of the file could not be read.
  public let unreadable: Int
  /// The sheet that was read, of a workbook.
  public let sheet: String?
  /// Rows that the workbook does not show, which are read like others.
  public let hiddenRows: Int
  /// The unit that a line above the headings says.
  public let unit: MoneyUnit?
  public let headingLine: Int
  public let columns: [Column]
  /// The rows below the headings, blank ones left out.
  public private(set) var records: [TableRow]
  /// Rows that say neither who, what nor when, as the rows of cells do that were made one.
  public private(set) var merged = 0
  /// Whether those were filled from the row above.
  public let isFilledDown: Bool
  public let fixed: [(column: OldLedgerColumn, text: String)]

  /// Columns that every filing needs and that neither a heading nor the mapping gives.
  public var lacking: [OldLedgerColumn] {
    [.received, .item, .applicant(.name)].filter { needed in
      !columns.contains { $0.meaning == needed } && !fixed.contains { $0.column == needed }
    }
  }

  /// How the columns are read, to be kept for the next ledger of this form.
  public var mapping: OldLedgerMapping {
    OldLedgerMapping(columns: columns.map { ($0.heading, $0.meaning) }, fixed: fixed)
  }

  /// Reads a file; headings that the mapping names are read as it says, the others by what offices call them.
  ///
  /// - Parameters:
  ///   - sheet: which sheet of a workbook.
  ///   - fillingDown: whether rows that say neither who, what nor when say what the row above them does; cells of a
  ///     workbook that were made one are filled so in any case.
  public init(
    _ bytes: [UInt8], policy: Policy, mapping: OldLedgerMapping = .init(), sheet: String? = nil,
    fillingDown: Bool = false
  ) throws(Mistake) {
    let file: TableFile
    do throws(TableMistake) { file = try TableFile(bytes, sheet: sheet) } catch { throw .file(error) }
    encoding = file.encoding
    unreadable = file.unreadable
    self.sheet = file.sheet
    hiddenRows = file.hiddenRows
    isFilledDown = fillingDown
    let all = file.records
    guard let first = all.first else { throw .empty }

    let known = OldLedgerHeadings(policy)
    func meanings(_ record: TableRow) -> [OldLedgerColumn?] {
      record.cells.map { cell in
        let heading = CellText.oneLine(cell)
        if let said = mapping.columns.first(where: { $0.heading == heading }) { return said.column }
        return known.column(heading)
      }
    }
    let counts = all.prefix(20).map { Set(meanings($0).compactMap(\.self)).count }
    guard let most = counts.max(), most >= 2, let place = counts.firstIndex(of: most) else {
      throw .noHeadings(first.cells.map(CellText.oneLine))
    }
    headingLine = all[place].line
    unit = all[..<place].flatMap(\.cells).compactMap(MoneyUnit.inTitle).last
    let headings = all[place].cells
    // A heading that comes again is where files were joined, or a page began.
    records = all[(place + 1)...].filter { $0.cells != headings }
    var columns = Self.columns(
      headings.map(CellText.oneLine), meanings(all[place]), unit ?? .yuan, records)
    for place in columns.indices { columns[place].content = Self.content(columns[place].meaning, policy) }
    self.columns = columns
    fixed = mapping.fixed
    fill(file.merges, all: fillingDown)
  }

  private static func content(_ meaning: OldLedgerColumn?, _ policy: Policy) -> Content {
    switch meaning {
    case .decided, .paid, .reclaimed: return .money
    case .received: return .day
    case .input(let name):
      let kind = policy.items.lazy.compactMap { $0.input(name)?.kind }.first
      return kind == .money ? .money : kind == .date ? .day : .text
    default: return .text
    }
  }

  private static func columns(
    _ headings: [String], _ meanings: [OldLedgerColumn?], _ unit: MoneyUnit, _ rows: [TableRow]
  ) -> [Column] {
    var columns = zip(headings, meanings).enumerated().map { index, said in
      let samples = rows.lazy.map {
        $0.cells.indices.contains(index) ? CellText.oneLine($0.cells[index]) : ""
      }
      return Column(
        heading: said.0, meaning: said.1, unit: MoneyUnit.inHeading(said.0) ?? unit,
        sample: samples.first { !$0.isEmpty } ?? "")
    }
    for index in columns.indices {
      guard let meaning = columns[index].meaning else { continue }
      let isVague = meaning == .decided && OldLedgerHeadings.isVagueSum(columns[index].heading)
      let exact = columns.indices.first {
        columns[$0].meaning == meaning && !OldLedgerHeadings.isVagueSum(columns[$0].heading)
      }
      let first = columns.indices.first { columns[$0].meaning == meaning } ?? index
      let leading = meaning == .decided ? exact ?? first : first
      guard leading != index else { continue }
      columns[index].sameAs = columns[leading].heading
      columns[index].isPassedOver = isVague && exact != nil
    }
    return columns
  }

  // MARK: - Cells made one

  /// What the row above may say for a row: who, what, when and how far, never a sum or what tells one filing from
  /// another.
  private func isShared(_ column: OldLedgerColumn?) -> Bool {
    switch column {
    case .applicant, .item, .received, .status: true
    default: false
    }
  }

  private mutating func fill(_ merges: [(lines: ClosedRange<Int>, column: Int)], all: Bool) {
    let shared = columns.indices.filter { isShared(columns[$0].meaning) }
    let needed = shared.filter {
      [.applicant(.name), .item, .received].contains(columns[$0].meaning) && columns[$0].sameAs == nil
    }
    func text(_ place: Int, _ column: Int) -> String {
      records[place].cells.indices.contains(column) ? records[place].cells[column] : ""
    }
    func put(_ text: String, _ place: Int, _ column: Int) {
      while records[place].cells.count <= column { records[place].cells.append("") }
      records[place].cells[column] = text
    }
    for merge in merges where shared.contains(merge.column) {
      let rows = records.indices.filter { merge.lines.contains(records[$0].line) }
      guard let first = rows.first, records[first].line == merge.lines.lowerBound else { continue }
      for row in rows.dropFirst() where CellText.clean(text(row, merge.column)).isEmpty {
        put(text(first, merge.column), row, merge.column)
      }
    }
    guard needed.count > 1 else { return }
    for row in records.indices.dropFirst() {
      let isBare = needed.allSatisfy { CellText.clean(text(row, $0)).isEmpty }
      guard isBare, !SumRow.isSum(records[row]) else { continue }
      merged += 1
      guard all else { continue }
      for column in shared where CellText.clean(text(row, column)).isEmpty {
        put(text(row - 1, column), row, column)
      }
    }
  }
}
