public import Casework

extension Model {
  /// F9: what can be printed of the filings that are meant, or of the year.
  mutating func openPrinting(_ state: OfficeState) {
    overlay = PrintMenu(offered.ids, isMarked: !marks.isEmpty, surroundings(state))
  }

  /// A document has been laid out as text.
  public mutating func printed(_ document: PrintedDocument, text: String, _ state: OfficeState) {
    overlay = PrintPreview(document, text: text, surroundings(state))
  }

  /// A document stands in a file.
  public mutating func written(to path: String) {
    overlay = nil
    message = Notice(.good, "已存成 \(path)。")
  }

  /// A document could not be laid out or written; what was typed stays.
  public mutating func notPrinted(_ sentence: String) { message = Notice(.bad, sentence) }
}
