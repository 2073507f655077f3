public import Casework
public import SubsidyRules

/// What of a table of records the register does not have yet, so that a table may be read again.
public struct RegisterIntake: Sendable {
  public private(set) var fresh: [RegisterEntry] = []
  /// Rows that the register has already, or of what there is one alone a row above, the same in every cell.
  public private(set) var known = 0

  /// - Throws: `differs` or `differsAbove` where a row says something else of what there is one record of.
  public init(_ table: RegisterTable, kind: RecordKind, in state: OfficeState) throws(RegisterTable.Mistake) {
    // Of what there may be many, such as payments, one that is the same in every cell is the same.
    let same =
      kind.once.isEmpty
      ? Set(
        state.records(RegisterFilter(kind: kind.id, district: table.entries.first?.district))
          .map { Set($0.entry.values) }) : []
    var above: [[String]: (entry: RegisterEntry, line: Int)] = [:]
    for (place, twin) in state.twins(of: table.entries).enumerated() {
      let (entry, line) = (table.entries[place], table.lines[place])
      if let twin {
        guard Set(twin.values) == Set(entry.values) else { throw .differs(line: line, from: twin.id) }
        known += 1
      } else if same.contains(Set(entry.values)) {
        known += 1
      } else if let key = kind.key(of: entry), let first = above[key] {
        guard Set(first.entry.values) == Set(entry.values) else {
          throw .differsAbove(line: line, from: first.line)
        }
        known += 1
      } else {
        if let key = kind.key(of: entry) { above[key] = (entry, line) }
        fresh.append(entry)
      }
    }
  }
}
