public import Papers

/// What is to be printed: a filled paper or a report of the year, before templates and files come into it.
public struct PrintedDocument: Sendable {
  public enum Content: Sendable {
    case paper(Printout)
    case report(ReportTable)
  }

  public enum Format: String, Sendable, CaseIterable {
    case html, text, csv, xlsx

    /// As the choice of a field names it.
    var label: String {
      switch self {
      case .html: "网页（浏览器打印，A4）"
      case .text: "纯文本"
      case .csv: "表格（CSV）"
      case .xlsx: "工作簿（xlsx，WPS、Excel）"
      }
    }

    /// The end of a file's name.
    public var ending: String {
      switch self {
      case .html: ".html"
      case .text: ".txt"
      case .csv: ".csv"
      case .xlsx: ".xlsx"
      }
    }
  }

  public var content: Content
  public var title: String
  /// The name of its file as it is proposed, without the ending; no names of people stand in it.
  public var fileName: String

  /// Only what is a table can be one for a spreadsheet.
  var formats: [Format] {
    switch content {
    case .report: Format.allCases
    case .paper(let printout): printout.isTable ? Format.allCases : [.html, .text]
    }
  }
}
