public import JSONText
public import SubsidyRules

/// How the columns of an office's ledger are to be read, kept in a file for the next one of the same form.
///
///     { "format": "zizhu-ledger-mapping/1",
///       "columns": { "申请号/专利号": "input.applicationNumber", "备注": "" },
///       "fixed": { "item": "utility-grant", "applicant.district": "英德市" } }
///
/// `columns` has the headings with what each says (`OldLedgerColumn.word`), nothing for a column that is not read;
/// `fixed` says what holds for every row whose own cell is empty, or that has no such column, as a clerk would type it.
public struct OldLedgerMapping: Equatable, Sendable {
  public static let format = "zizhu-ledger-mapping/1"

  /// What a heading says; nil for a column that is not to be read.
  public var columns: [(heading: String, column: OldLedgerColumn?)]
  public var fixed: [(column: OldLedgerColumn, text: String)]

  public init(
    columns: [(heading: String, column: OldLedgerColumn?)] = [],
    fixed: [(column: OldLedgerColumn, text: String)] = []
  ) {
    self.columns = columns
    self.fixed = fixed
  }

  public static func == (a: OldLedgerMapping, b: OldLedgerMapping) -> Bool {
    a.columns.elementsEqual(b.columns, by: ==) && a.fixed.elementsEqual(b.fixed, by: ==)
  }

  public func write() -> [UInt8] {
    JSONWriter.file(layout: .indented) { writer in
      writer.member("format", Self.format)
      writer.object("columns") { writer in
        for (heading, column) in columns { writer.member(heading, column?.word ?? "") }
      }
      writer.object("fixed") { writer in
        for (column, text) in fixed { writer.member(column.word, text) }
      }
    }
  }

  /// Reads a mapping for a policy with these inputs; any mistake refuses the file with its place.
  public static func read(
    _ bytes: [UInt8], inputs: [String]
  ) throws(OldLedgerMappingMistake) -> OldLedgerMapping {
    try reading(or: OldLedgerMappingMistake.self) {
      try OldLedgerMappingReader(bytes, inputs: inputs).mapping()
    }
  }

  /// A column by its word.
  public static func column(_ word: String, inputs: [String]) -> OldLedgerColumn? {
    OldLedgerColumn.all(inputs: inputs).first { $0.word == word }
  }

  /// A column as somebody names it: by its word, or by a heading that offices write.
  public static func column(named name: String, of policy: Policy) -> OldLedgerColumn? {
    column(name, inputs: policy.items.flatMap { $0.inputs.map(\.id) })
      ?? OldLedgerHeadings(policy).column(name)
  }

  /// The same with a heading read otherwise.
  public mutating func read(_ heading: String, as column: OldLedgerColumn?) {
    columns.removeAll { $0.heading == heading }
    columns.append((heading, column))
  }

  /// The same with what another one says of columns, which comes before its own.
  public mutating func add(_ other: OldLedgerMapping) {
    for (heading, column) in other.columns { read(heading, as: column) }
  }

  /// The same with something that holds for all rows.
  public mutating func fix(_ column: OldLedgerColumn, _ text: String) {
    fixed.removeAll { $0.column == column }
    fixed.append((column, text))
  }
}

/// What is wrong in a mapping, and where.
public struct OldLedgerMappingMistake: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    case wrongFormat(String)
    case unknownColumn(String, nearest: String?)
  }

  public var reason: Reason
  public var location: JSONLocation
}
