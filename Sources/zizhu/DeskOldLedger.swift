import CaseModel
import Casework
import Desk
import Glibc
import Interchange
import Office
import SubsidyRules
import Wording

/// Reads tables of old ledgers for the desk, and takes the one that was read last in.
struct DeskOldLedger {
  let office: OpenOffice
  /// What was asked for last, and what was read.
  private var last: (request: OldLedgerRequest, reading: OldLedgerTable)?

  init(_ office: OpenOffice) { self.office = office }

  /// Reads a table; nil where `progress`, told rows done and all rows, stopped it.
  mutating func read(
    _ request: OldLedgerRequest, today: CivilDate, progress: (Int, Int) -> Bool
  ) throws -> OldLedgerPreview? {
    let state = office.state
    let path = Printer.place(request.path)
    let bytes = try Streams.read(path)
    let mapping = request.mapping.isEmpty ? nil : Printer.place(request.mapping)
    var choices = try OldLedgerChoices(state.policy, kept: office.keptColumns(), mappingFile: mapping)
    for fixed in request.fixed.split(whereSeparator: { "；;".contains($0) }) {
      try choices.fix(String(fixed), option: "“各行相同”")
    }
    for (heading, word) in request.columns { try choices.read(heading, as: word) }
    let sheet = try choices.sheet(
      bytes, named: path, sheet: request.sheet.isEmpty ? nil : request.sheet, fillingDown: request.fillsDown)
    let whole = sheet.records.count
    // What lacks a column can be looked at, so that somebody says which it is.
    guard
      let reading = OldLedgerTable(
        sheet, office, repeats: false, today: today, earlyReason: request.earlyReason,
        progress: { progress($0, whole) })
    else { return nil }
    last = (request, reading)
    return OldLedgerPreview(
      request, of: sheet, reading.outcomes, reading.plan, kept: office.keptColumns(), state)
  }

  /// Takes the table in that was read last, and writes the result beside it; gives a sentence on both.
  mutating func take(_ request: OldLedgerRequest, by who: SignedIn) throws -> String {
    guard let last, last.request == request else { throw Failure(.usage, "请先读表。") }
    let (path, read) = (Printer.place(request.path), last.reading)
    let result = ResultFile(beside: path, wasWorkbook: read.sheet.encoding == .workbook)
    try result?.make()
    do {
      _ = try office.save(read.command, by: who)
    } catch {
      // The empty file tells nothing.
      if let result { unlink(result.path) }
      throw error
    }
    let words = OldLedgerWording(office.state)
    var sentence = "已读入申报 \(read.plan.filings.count) 件、新申请人 \(read.plan.applicants.count) 个。"
    if let result {
      try result.fill(read.result(words, isTaken: true))
      sentence += "每一行的结果见 \(result.path)。"
    }
    let said = request.columns.keys
    if let file = try? OldLedgerChoices(office.state.policy, kept: read.sheet.mapping, mappingFile: nil) {
      // The rows are in: that the next table of this form has to be told again is no reason to say they are not.
      try? office.keep(columns: file.said(of: said))
    }
    if !request.columns.isEmpty, let kept = NewFile.free(beside: path, ending: "-栏目.json") {
      try NewFile.write(read.sheet.mapping.write(), to: kept)
      sentence += "栏目对应关系存成 \(kept)。"
    }
    self.last = nil
    return sentence
  }
}
