import Folders
import CaseModel
import Casework
import Desk
import Glibc
import Office
import Papers

/// Lays documents of the desk out from the templates and puts them into files.
struct Printer {
  let office: OpenOffice
  /// Where the store lies, for messages.
  let path: String
  let data: DataFolder

  func text(of document: PrintedDocument) throws -> String {
    switch try whole(document).content {
    case .report(let table): table.text
    case .paper(let printout): try printout.text(templates())
    }
  }

  /// A document with what the journal has of it: approval sheets with what their filings were approved on, papers between
  /// offices with the heads and the verdicts that they name.
  private func whole(_ document: PrintedDocument) throws -> PrintedDocument {
    if let between = document.between {
      var document = document
      document.content = .paper(try OfficePapers(office: office, today: office.today).printout(between))
      return document
    }
    guard let approvals = document.approvals else { return document }
    var document = document
    let approved = try office.approved(approvals.filings)
    document.content = .paper(
      try office.state.printout(
        .approval, of: approvals.filings, year: approvals.day.year, today: approvals.day, approved: approved))
    return document
  }

  /// Writes a document beside others of its user, never in place of one; gives the path.
  func write(_ document: PrintedDocument, _ format: PrintedDocument.Format, name: String) throws -> String {
    let bytes = try bytes(of: document, format)
    let path = Self.place(name.hasSuffix(format.ending) ? name : name + format.ending)
    try NewFile.write(bytes, to: path)
    return path
  }

  private func bytes(of document: PrintedDocument, _ format: PrintedDocument.Format) throws -> [UInt8] {
    let document = try whole(document)
    switch (document.content, format) {
    case (.report(let table), .csv): return table.csv
    case (.report(let table), .html):
      return Array(try table.html(office: office.state.office?.name ?? "", templates: templates()).utf8)
    case (.paper(let printout), .csv): return printout.csv ?? []
    case (.paper(let printout), .html): return Array(try printout.html(templates()).utf8)
    case (.report(let table), .xlsx):
      return try table.workbook(office: office.state.office?.name ?? "")
    case (.paper(let printout), .xlsx): return try printout.workbook() ?? []
    case (_, .pdf): return try pdf(of: document)
    case (_, .text), (_, .printer): return Array(try text(of: document).utf8)
    }
  }

  /// Sends it to the printer: as a page where one can be made, else as text.
  func send(_ document: PrintedDocument) throws {
    let format: PrintedDocument.Format = Outlet.found.contains(.pdf) ? .pdf : .text
    let bytes = try bytes(of: document, format)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.path + "/print" + format.ending
    try NewFile.write(bytes, to: file)
    guard Outlet.run("lp", ["-t", document.title, file]) else {
      throw Failure(.readOrWriteFailed, "没有打印：打印机没有收下（lp）。请检查打印机，或存成文件。")
    }
  }

  /// The page for browsers, laid out by a program of the device.
  private func pdf(of document: PrintedDocument) throws -> [UInt8] {
    let page = try bytes(of: document, .html)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (html, pdf) = (folder.path + "/page.html", folder.path + "/page.pdf")
    try NewFile.write(page, to: html)
    guard Outlet.layOut(html, as: pdf), let bytes = try? Streams.read(pdf), !bytes.isEmpty else {
      throw Failure(.readOrWriteFailed, "没有存成 PDF：排版程序出错。请改存网页，用浏览器打印。")
    }
    return bytes
  }

  private func templates() throws -> Templates {
    try TemplateFolders.templates(of: office, at: path, data: data)
  }

  /// A name alone lies in the user's own folder.
  static func place(_ name: String) -> String {
    guard !name.contains("/"), let home = getenv("HOME"), home.pointee != 0 else { return name }
    return String(cString: home) + "/" + name
  }

  func sentence(_ error: any Error) -> String { Failure.sentence(error, in: office, or: "没有打印。") }
}
