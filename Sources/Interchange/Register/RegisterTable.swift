public import CaseModel
public import Casework
public import SubsidyRules

/// Records of one kind of the work register out of a table that somebody brings: a workbook, or separated values.
///
/// Above the headings may stand a title. A heading is a field's label or id, or a word that other offices use for it;
/// columns that are no field's are left out and named.
public struct RegisterTable: Sendable {
  /// Why a table is not read; no record of it is taken then.
  public enum Mistake: Error, Hashable, Sendable {
    /// No table that can be read at all.
    case file(TableMistake)
    /// Columns that the kind needs and the table does not have, by their labels.
    case columnsMissing([String])
    /// A cell that says nothing the field can mean.
    case cell(line: Int, label: String, OldLedgerMistake.Reason)
    /// A needed cell with nothing in it.
    case blank(line: Int, label: String)
    /// A row that says something else than a record that is there already of what there is one record of.
    case differs(line: Int, from: String)
    /// The same of a row above.
    case differsAbove(line: Int, from: Int)
  }

  public var entries: [RegisterEntry] = []
  /// The line of each.
  public var lines: [Int] = []
  /// Headings that are not read.
  public var leftOut: [String] = []

  public init(
    _ bytes: [UInt8], sheet: String? = nil, kind: RecordKind, district: String, today: CivilDate
  ) throws(Mistake) {
    let table: TableFile
    do throws(TableMistake) { table = try TableFile(bytes, sheet: sheet) } catch { throw .file(error) }
    guard let (columns, head) = Self.head(of: table, kind) else {
      throw .columnsMissing(kind.fields.filter { !$0.isOptional }.map(\.rule.label))
    }
    let found = Set(columns.compactMap(\.self))
    let missing = kind.fields.indices.filter { !kind.fields[$0].isOptional && !found.contains($0) }
    guard missing.isEmpty else { throw .columnsMissing(missing.map { kind.fields[$0].rule.label }) }
    leftOut = zip(columns, table.records[head].cells).filter { $0.0 == nil }.map { CellText.oneLine($0.1) }
      .filter { !$0.isEmpty }
    let cells = OldLedgerCells(today: today)
    for record in table.records[(head + 1)...] {
      guard !Self.isFoot(record) else { continue }
      var values: [Filing.Input] = []
      for (place, cell) in record.cells.enumerated() {
        guard place < columns.count, let index = columns[place] else { continue }
        let rule = kind.fields[index].rule
        guard !TextFolding.isBlank(cell) else { continue }
        switch cells.input(cell, rule, unit: .yuan, hasOverride: false) {
        case .success(let value): values.append(.init(rule.id, value))
        case .failure(let wrong): throw .cell(line: record.line, label: rule.label, wrong.reason)
        }
      }
      let blank = kind.fields.first { field in
        !field.isOptional && !values.contains { $0.name == field.rule.id }
      }
      if let blank { throw .blank(line: record.line, label: blank.rule.label) }
      entries.append(RegisterEntry(kind: kind.id, district: district, values: values))
      lines.append(record.line)
    }
  }

  /// The row of headings, the first with two known ones, or with one where the kind has no more: the field of each column.
  private static func head(of table: TableFile, _ kind: RecordKind) -> (columns: [Int?], row: Int)? {
    for (row, record) in table.records.prefix(20).enumerated() {
      var taken: Set<Int> = []
      let columns = record.cells.map { cell -> Int? in
        guard let index = field(CellText.oneLine(cell), kind), taken.insert(index).inserted else {
          return nil
        }
        return index
      }
      if taken.count >= min(2, kind.fields.count) { return (columns, row) }
    }
    return nil
  }

  private static func field(_ heading: String, _ kind: RecordKind) -> Int? {
    let folded = TextFolding.search(heading)
    guard !folded.isEmpty else { return nil }
    let own = kind.fields.firstIndex {
      TextFolding.search($0.rule.label) == folded || TextFolding.search($0.rule.id) == folded
    }
    return own
      ?? otherWords.first { TextFolding.search($0.key) == folded }.flatMap { kind.index(of: $0.value) }
  }

  /// What the lists of 国家知识产权局 and of agencies call a field.
  private static let otherWords = [
    "申请号": "applicationNumber", "专利号": "applicationNumber", "申请(专利)号": "applicationNumber",
    "申请号/专利号": "applicationNumber", "申请日期": "filedOn", "提交日期": "filedOn", "申请人名称": "applicant",
    "申请(专利权)人": "applicant", "专利权人": "owner", "申请人": "applicant", "专利代理机构": "agency",
    "代理机构名称": "agency", "发明名称": "title", "专利名称": "title", "发明创造名称": "title", "授权日": "grantedOn",
    "授权公告日期": "grantedOn", "当前法律状态": "state", "专利权人地址": "address",
  ]

  /// A row of sums, or one below the table.
  private static func isFoot(_ record: TableRow) -> Bool {
    let filled = record.cells.map(CellText.oneLine).filter { !$0.isEmpty }
    guard let first = filled.first else { return true }
    return filled.count <= 2 && ["合计", "总计", "小计", "制表", "填表", "审核"].contains { first.hasPrefix($0) }
  }
}
