public import Casework
import Papers
import SubsidyRules

extension Model {
  /// F9: what can be printed of the filings that are meant, or of the year.
  mutating func openPrinting(_ state: OfficeState) {
    open(
      PrintMenu(
        selection.offered.ids, isMarked: !selection.marks.isEmpty, shown: shownRecords(state),
        first: screen == .offices ? papersOfOffices(state) : [], surroundings(state)))
  }

  /// The records listed on the register screen, as a document; nil elsewhere.
  private func shownRecords(_ state: OfficeState) -> PrintedDocument? {
    guard screen == .register, states.register.isListing, !lists.register.records.isEmpty else { return nil }
    let kind = states.register.opened.flatMap { state.recordKind($0) }
    let table = RegisterTables.list(lists.register.records, of: kind, in: state)
    let years = states.register.isEveryYear ? "各年" : String(year)
    return PrintedDocument(
      content: .report(table), title: "清单：\(table.title)", fileName: "\(table.title)-\(years)")
  }

  /// A document has been laid out as text.
  public mutating func printed(_ document: PrintedDocument, text: String, _ state: OfficeState) {
    open(PrintPreview(document, text: text, surroundings(state)))
  }

  /// A document stands in a file.
  public mutating func written(to path: String) {
    if let file = work as? PrintFile { device.printFolder = file.folder }
    closePage()
    message = Notice(.good, "已存成 \(path)。")
  }

  /// The printer has taken it.
  public mutating func sentToPrinter(_ document: PrintedDocument) {
    closePage()
    message = Notice(.good, "已送打印机：\(document.title)。")
  }

  /// A document could not be laid out or written; what was typed stays.
  public mutating func notPrinted(_ sentence: String) { message = Notice(.bad, sentence) }
}
