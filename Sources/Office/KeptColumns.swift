import Casework
public import Interchange
import Journal
import SubsidyRules

/// How the columns of the office's own tables are read, kept for the next one: `columns.json`, which the list's paste
/// and the old ledgers share. Nothing rests on it that is not shown before rows are taken.
extension OpenOffice {
  /// What was said of columns before; nothing where nobody said anything, or the file can't be read.
  public func keptColumns() -> OldLedgerMapping {
    guard let status = try? journal.folder.status(StoreLayout.columns), status.kind == .file,
      status.size < 1 << 20,
      let bytes = try? journal.folder.read(StoreLayout.columns),
      let mapping = try? OldLedgerMapping.read(
        bytes, inputs: state.policy.items.flatMap { $0.inputs.map(\.id) })
    else { return OldLedgerMapping() }
    return OldLedgerMapping(columns: mapping.columns)
  }

  /// Keeps what was said of columns, beside what was said of others before.
  public func keep(columns: OldLedgerMapping) throws(OfficeError) {
    guard !columns.columns.isEmpty else { return }
    var kept = keptColumns()
    kept.add(OldLedgerMapping(columns: columns.columns))
    try officeErrors { try journal.folder.replace(StoreLayout.columns, with: kept.write()) }
  }
}
