import Casework

/// Taking in an old ledger: the file is read beside the desk, which shows what would become of it.
extension Model {
  mutating func openOldLedger(_ state: OfficeState) {
    search.isTyping = false
    open(OldLedgerForm(OldLedgerRequest(path: ""), surroundings(state)))
  }

  /// A table has been read; what was being looked at of it stays in sight.
  public mutating func ledgerRead(_ preview: OldLedgerPreview) {
    let before = work as? OldLedgerPage
    open(OldLedgerPage(preview, after: before?.preview.request.path == preview.request.path ? before : nil))
    message = nil
  }

  /// A table that was looked at could not be taken in.
  public mutating func ledgerNotTaken(_ sentence: String) {
    change(OldLedgerPage.self) { $0.isSpent = true }
    ledgerRefused(sentence)
  }

  /// A table could not be read; what was typed stays.
  public mutating func ledgerRefused(_ sentence: String) {
    saving.key = nil
    message = Notice(.bad, sentence)
  }

  /// A table is in.
  public mutating func ledgerTaken(_ sentence: String) {
    closePage()
    message = Notice(.good, sentence)
    saving.said = message
  }
}
