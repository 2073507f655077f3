import ArgumentParser
import CaseModel
import Casework
import Glibc
import Interchange
import Office
import SubsidyRules
import Wording

/// The options of reading a table (an office's old ledger) in.
struct TableOptions: ParsableArguments {
  @Flag(help: "看过预览，不再询问，直接读入") var yes = false
  @Flag(name: .customLong("dry-run"), help: "只预览，什么也不读入") var isDryRun = false
  @Flag(name: .customLong("skip-bad"), help: "跳过有误的（表格里也跳过重复的行），读入其余") var skipsBad = false
  @Option(
    name: .customLong("early-reason"),
    help: "收件日期排到已收件的申报之前、使其资助额减少的，提前理由；只记在这些件上")
  var earlyReason: String?
  @Option(
    name: .customLong("same-name-reason"),
    help: "（交换文件）与已有的单位同名、又没有代码区分的，为什么要另立一个；记在这些申请人的说明里")
  var sameNameReason: String?
  @Flag(help: "（表格）同一件再次出现、内容不同的也读入（旧账确已付过两次）") var repeats = false
  @Flag(name: .customLong("fill-down"), help: "（表格）空着的申请人、项目、日期等照上一行填（合并过的单元格）") var fillsDown = false
  @Option(help: "（表格）工作簿里的哪一张表") var sheet: String?
  @Option(help: "（表格）读作：栏目名=含义，如 备注=（空为不读）；可写多次") var map: [String] = []
  @Option(name: .customLong("set"), help: "（表格）没有该栏或为空时的值：含义=值，如 项目=实用新型授权；可写多次") var fixed: [String] = []
  @Option(help: "（表格）栏目对应关系文件") var mapping: String?
  @Option(name: .customLong("keep-mapping"), help: "（表格）把栏目对应关系存成文件，下次用 --mapping") var keptMapping: String?
  @Option(help: "（表格）结果文件（.csv 或 .xlsx）；读入时默认写在原文件旁边") var result: String?

  /// Whether anything was asked that only a table has.
  var isAsked: Bool {
    repeats || fillsDown || sheet != nil || !map.isEmpty || !fixed.isEmpty
      || mapping != nil
      || keptMapping != nil || result != nil
  }
}

/// Reads an old ledger into a store: shows what would happen, and takes it in when the clerk says so.
struct TableImport {
  let file: String
  let options: StoreOptions
  let choices: TableOptions

  /// Whether a file is a table: by its name, else by its first character, which is a brace where it is JSON.
  static func isTable(_ bytes: [UInt8], named file: String) -> Bool {
    let name = file.lowercased()
    if name.hasSuffix(".json") { return false }
    let endings = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".et", ".ods"]
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } != UInt8(ascii: "{")
  }

  func run(_ bytes: [UInt8], into office: OpenOffice) throws {
    let words = OldLedgerWording(office.state)
    let kept = office.keptColumns()
    let asked = try asked(office.state, kept: kept)
    let sheet = try asked.sheet(bytes, named: file, sheet: choices.sheet, fillingDown: choices.fillsDown)
    let preview = TablePreview(words: words, file: file, kept: kept)
    try Streams.write(preview.columns(of: sheet))
    if let path = choices.keptMapping { try NewFile.write(sheet.mapping.write(), to: path) }
    guard sheet.lacking.isEmpty else { throw lacking(sheet.lacking, words) }

    let today = try options.clock().today()
    var line = ProgressLine("读表", of: sheet.records.count)
    let read = OldLedgerTable(
      sheet, office, repeats: choices.repeats, today: today, earlyReason: choices.earlyReason ?? "",
      progress: { done in
        line.show(done)
        return true
      })
    line.end()
    guard let read else { return }
    let (plan, isWhole) = (read.plan, read.isWhole)
    try Streams.write(preview.rows(of: sheet, read.outcomes, plan))

    guard !choices.isDryRun, !plan.filings.isEmpty else {
      if let path = choices.result { try ResultFile(named: path).write(read.result(words, isTaken: false)) }
      if !choices.isDryRun { try Streams.write("没有新的内容，库里没有改动。\n") }
      guard isWhole || choices.skipsBad else { throw ExitCode(Failure.Status.badInput.rawValue) }
      return
    }
    let who = try options.actor(in: office)
    if case .failure(let refusal) = office.own.changes(
      for: read.command, by: who.name, at: try options.clock().moment())
    {
      throw OfficeError.refused(refusal)
    }
    if let warning = DutyWording.warning(office.state.stepsWithoutOthers(than: who.name)) {
      Streams.complain(warning)
    }
    try confirm(plan, isWhole: isWhole)
    let result =
      try choices.result.map { try ResultFile(named: $0) }
      ?? ResultFile(beside: file, wasWorkbook: sheet.encoding == .workbook)
    try result?.make()
    let before = Set(office.state.unguarded())
    _ = try office.save(read.command, by: who)
    let said = try choices.map.map { try OldLedgerChoices.parts($0, of: "--map").0 }
    // The rows are in, whether the next table of this form has to be told again or not.
    try? office.keep(columns: asked.said(of: said))
    office.finish()
    try result?.fill(read.result(words, isTaken: true))
    let where_ = result.map { "每一行的结果见 \($0.path)（含个人信息，请妥善保管）。" } ?? ""
    try Streams.write("已读入申报 \(plan.filings.count) 件、新申请人 \(plan.applicants.count) 个。\(where_)\n")
    Import.tellUnguarded(office.state, since: before)
  }

  // MARK: - What was asked

  private func asked(_ state: OfficeState, kept: OldLedgerMapping) throws -> OldLedgerChoices {
    var asked = try OldLedgerChoices(state.policy, kept: kept, mappingFile: choices.mapping)
    for map in choices.map {
      let (heading, name) = try OldLedgerChoices.parts(map, of: "--map")
      try asked.read(heading, as: name)
    }
    for fixed in choices.fixed { try asked.fix(fixed, option: "--set") }
    return asked
  }

  private func lacking(_ columns: [OldLedgerColumn], _ words: OldLedgerWording) -> Failure {
    let names = columns.map(words.label).joined(separator: "、")
    let example = columns.first.map { "--map 栏目名=\(words.label($0))，或 --set \(words.label($0))=…" } ?? ""
    return Failure(.badInput, "缺少\(names)。请在表格里加上，或用 \(example) 说明。没有读入任何内容。文件：\(file)")
  }

  // MARK: - The clerk's word

  private func confirm(_ plan: OldLedgerPlan, isWhole: Bool) throws {
    let isAllowed = isWhole || choices.skipsBad
    if choices.yes {
      guard isAllowed else {
        throw Failure(.badInput, "有的行不能读入，没有读入任何内容。请改正，或加 --skip-bad 跳过这些行。")
      }
      return
    }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Failure(
        isAllowed ? .usage : .badInput,
        "没有读入任何内容。看过预览后请加 --yes\(isAllowed ? "" : " --skip-bad") 读入。")
    }
    let skipping = isWhole ? "" : "跳过不能读入的行，"
    Streams.ask("\(skipping)读入 \(plan.filings.count) 件？(y/N) ")
    guard let answer = readLine(), case .success(true) = YesNo.typed(answer) else {
      throw Failure(.usage, "没有读入任何内容。")
    }
  }
}
