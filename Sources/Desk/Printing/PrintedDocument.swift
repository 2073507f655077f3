public import CaseModel
import Casework
public import Papers

/// What is to be printed: a filled paper or a report of the year, before templates and files come into it.
public struct PrintedDocument: Sendable {
  public enum Content: Sendable {
    case paper(Printout)
    case report(ReportTable)
  }

  public enum Format: String, Sendable, CaseIterable {
    case html, text, csv, xlsx, pdf
    /// Goes to the printer and becomes no file.
    case printer

    /// As the choice of a field names it.
    var label: String {
      switch self {
      case .html: "网页（浏览器打印，A4）"
      case .text: "纯文本"
      case .csv: "表格（CSV）"
      case .xlsx: "工作簿（xlsx，WPS、Excel）"
      case .pdf: "PDF（A4）"
      case .printer: "打印机"
      }
    }

    /// The end of a file's name.
    public var ending: String {
      switch self {
      case .html: ".html"
      case .text: ".txt"
      case .csv: ".csv"
      case .xlsx: ".xlsx"
      case .pdf: ".pdf"
      case .printer: ""
      }
    }
  }

  public var content: Content
  public var title: String
  /// The filings and the day of approval sheets: what they were approved on is read from the journal when they are laid
  /// out.
  public var approvals: Approvals?

  public struct Approvals: Sendable {
    public var filings: [String]
    public var day: CivilDate
  }

  /// Where it is a paper between offices: what the program has to look up before it lays it out.
  public var between: Between?

  /// What stands in no office's state.
  public enum Between: Hashable, Sendable {
    /// The office as it stood when it wrote the bundle of a number.
    case bundle(Int)
    /// The journal's head as it stands, for the close of a year.
    case close(Int)
    /// A conflict's verdicts, weighed.
    case conflict(String)
  }

  /// The name of its file as it is proposed, without the ending; no names of people stand in it.
  public var fileName: String

  /// Only what is a table can be one for a spreadsheet.
  func formats(_ outlets: PrintOutlets) -> [Format] {
    let files: [Format] =
      switch content {
      case .report: [.html, .text, .csv, .xlsx]
      case .paper(let printout): printout.isTable ? [.html, .text, .csv, .xlsx] : [.html, .text]
      }
    return files + (outlets.contains(.pdf) ? [.pdf] : []) + (outlets.contains(.printer) ? [.printer] : [])
  }
}

extension PrintedDocument {
  /// The comparison of a conflict that was weighed; nil where it is no conflict of this office.
  init?(_ sheet: ConflictSheet, _ desk: Surroundings) {
    guard
      let printout = try? desk.state.printout(
        .conflict, between: [sheet.conflict.id], year: desk.year, today: desk.today,
        .init(conflicts: [sheet]))
    else { return nil }
    let title = PrintedPaper.conflict.title
    self.init(content: .paper(printout), title: title, fileName: "\(title)-\(sheet.conflict.id)")
  }
}

/// What this device offers beside files that the program writes itself.
public struct PrintOutlets: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A program that makes a PDF of a page is installed.
  public static let pdf = PrintOutlets(rawValue: 1)
  /// `lp` is installed.
  public static let printer = PrintOutlets(rawValue: 2)
}
