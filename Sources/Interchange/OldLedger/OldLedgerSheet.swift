import CaseModel
import Casework
public import SubsidyRules

/// An old ledger as its file has it: the headings with what each says, and the rows under them.
///
/// Lines above the headings (a title, the office, the unit) are passed over: the headings are the first of the
/// beginning lines with the most columns that are known.
public struct OldLedgerSheet: Sendable {
  /// Why a file is no ledger.
  public enum Mistake: Error, Hashable, Sendable {
    /// The file is neither UTF-8 nor UTF-16, and this machine can't read GB18030.
    case noChineseTable
    case empty
    /// None of the first lines has two headings that are known; the first line's cells.
    case noHeadings([String])
  }

  public struct Column: Hashable, Sendable {
    public var heading: String
    /// Nil where it is not read.
    public var meaning: OldLedgerColumn?
    /// The heading of a column before it that says the same, so that this one is not read.
    public var sameAs: String?
    /// What stands in the first row that has something there.
    public var sample = ""
  }

  public let encoding: TableEncoding
  /// How many places of the file could not be read.
  public let unreadable: Int
  public let headingLine: Int
  public let columns: [Column]
  /// The rows below the headings, blank ones left out.
  public let records: [TableRecord]
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
  public init(_ bytes: [UInt8], policy: Policy, mapping: OldLedgerMapping = .init()) throws(Mistake) {
    guard let text = DecodedTable(bytes) else { throw .noChineseTable }
    encoding = text.encoding
    unreadable = text.unreadable
    var reader = TableReader(text.utf8)
    var all: [TableRecord] = []
    while let record = reader.next() {
      if !record.isBlank { all.append(record) }
    }
    guard let first = all.first else { throw .empty }

    let known = OldLedgerHeadings(policy)
    func meanings(_ record: TableRecord) -> [OldLedgerColumn?] {
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
    let rows = Array(all[(place + 1)...])
    var columns: [Column] = []
    for (index, meaning) in meanings(all[place]).enumerated() {
      let same = meaning.flatMap { meaning in columns.first { $0.meaning == meaning } }
      let samples = rows.lazy.map {
        $0.cells.indices.contains(index) ? CellText.oneLine($0.cells[index]) : ""
      }
      columns.append(
        Column(
          heading: CellText.oneLine(all[place].cells[index]), meaning: same == nil ? meaning : nil,
          sameAs: same?.heading, sample: samples.first { !$0.isEmpty } ?? ""))
    }
    self.columns = columns
    records = rows
    fixed = mapping.fixed
  }
}
