import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Papers
import SubsidyRules
import Wording

/// The work register: what the office does under the articles that pay nothing by themselves.
struct Register: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "工作台账：登记、修改、作废、查找、统计，读入和写出",
    subcommands: [
      RegisterKinds.self, RegisterAdd.self, RegisterChange.self, RegisterStrike.self, RegisterList.self,
      RegisterCountCommand.self, RegisterImport.self,
    ])
}

/// The kinds of records and their fields, as the policy declares them.
struct RegisterKinds: StoreCommand {
  static let configuration = CommandConfiguration(commandName: "kinds", abstract: "列出台账类别和各栏")

  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let text = office.state.recordKinds.map { kind in
      let fields = kind.fields.map { field in
        let choices: String
        if case .choice(let options) = field.rule.kind {
          choices = "：" + options.map(\.label).joined(separator: "/")
        } else {
          choices = ""
        }
        return "    \(field.rule.id)  \(field.rule.label)\(choices)\(field.isOptional ? "（可不填）" : "")\n"
      }
      return "\(kind.id)  \(Labels.articleName(kind.article))  \(kind.label)\n" + fields.joined()
    }
    try Streams.write(text.joined())
  }
}

struct RegisterAdd: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "登记一条：类别和 栏=内容，如 培训日期=2019.5.20 培训人数=86")

  @Argument(help: "类别（代码或名称）") var kind: String
  @Argument(help: "栏=内容") var values: [String] = []
  @Option(help: "县区（代码或名称，默认本局）") var district: String?
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let state = office.state
    let kind = try RegisterWords.kind(kind, of: state)
    let today = try options.clock().today()
    let entry = RegisterEntry(
      kind: kind.id, district: try RegisterWords.district(district, of: state),
      values: try RegisterWords.values(values, kind, today: today).filter { $0.value != .null })
    let saved = try RegisterWords.saving(.enterRecords([entry]), office, options, kind)
    if case .recordEntered(let entered)? = saved?.changes.first {
      try Streams.write("\(entered.id)\n")
    }
  }
}

struct RegisterChange: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "修改一条：编号和 栏=内容；内容为空即清除该栏")

  @Argument(help: "编号") var id: String
  @Argument(help: "栏=内容") var values: [String] = []
  @Option(help: "县区（代码或名称）") var district: String?
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    guard let record = office.state.books.register[id],
      let kind = office.state.recordKind(record.entry.kind)
    else {
      throw Failure(.badInput, RegisterWording.sentence(.unknownRecord(id)))
    }
    var entry = record.entry
    if let district { entry.district = try RegisterWords.district(district, of: office.state) }
    let typed = try RegisterWords.values(values, kind, today: try options.clock().today())
    entry.values = kind.fields.compactMap { field in
      let said = typed.first { $0.name == field.rule.id }
      let value = said.map(\.value) ?? entry[field.rule.id]
      return value.flatMap { $0 == .null ? nil : Filing.Input(field.rule.id, $0) }
    }
    _ = try RegisterWords.saving(
      .changeRecord(entry, hands: record.hands.count), office, options, kind)
  }
}

struct RegisterStrike: StoreCommand {
  static let configuration = CommandConfiguration(commandName: "strike", abstract: "作废一条（留有记录），须写明理由")

  @Argument(help: "编号") var id: String
  @Option(help: "理由") var note: String
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    _ = try RegisterWords.saving(.strikeRecord(id, note: note), office, options, nil)
  }
}

struct RegisterList: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "查找台账；--format jsonl 供其他程序读取")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, xlsx, jsonl }

  @Argument(help: "类别（代码或名称；不写为全部）") var kind: String?
  @Option(help: "年度") var year: Int?
  @Option(help: "县区（代码或名称）") var district: String?
  @Option(help: "内容、拼音或编号") var find = ""
  @Flag(name: .customLong("struck-out"), help: "也列出已作废的") var withStruckOut = false
  @Option(help: "text、csv、xlsx 或 jsonl") var format = Format.text
  @OptionGroup var options: StoreOptions

  /// Words are found by pinyin too.
  func openStore() throws -> OpenOffice {
    try options.open(pinyin: find.isEmpty ? PinyinTable() : DataFolder.find(options.data).pinyin())
  }

  func run(on office: OpenOffice) throws {
    let state = office.state
    let kind = try kind.map { try RegisterWords.kind($0, of: state) }
    let district = try district.map { try RegisterWords.district($0, of: state) }
    let records = state.records(
      RegisterFilter(
        kind: kind?.id, year: year, district: district, query: find, withStruckOut: withStruckOut))
    let table =
      kind == nil && format != .text
      ? RegisterTables.wide(records, in: state) : RegisterTables.list(records, of: kind, in: state)
    switch format {
    case .text: try Streams.write(table.text)
    case .csv: try Streams.writeData(table.csv)
    case .xlsx: try Streams.writeWorkbook(table.workbook(office: state.office?.name ?? ""))
    case .jsonl: try Streams.writeData(RegisterFile.write(records, of: state))
    }
  }
}

struct RegisterCountCommand: StoreCommand {
  static let configuration = CommandConfiguration(commandName: "count", abstract: "按类别和县区统计一年的台账")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, xlsx, json }

  @Option(help: "年度（默认今年）") var year: Int?
  @Option(help: "text、csv、xlsx 或 json") var format = Format.text
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice {
    try format == .text ? options.open() : options.openToHandOut()
  }

  func run(on office: OpenOffice) throws {
    let state = office.state
    let year = try year ?? options.clock().today().year
    let table = RegisterTables.count(state, of: year)
    switch format {
    case .text: try Streams.write(table.text)
    case .csv: try Streams.writeData(table.csv)
    case .xlsx: try Streams.writeWorkbook(table.workbook(office: state.office?.name ?? ""))
    case .json: try Streams.writeData(table.json(name: "register", year: year))
    }
  }
}

struct RegisterImport: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "读入台账记录（JSON，每行一条；即 list --format jsonl 写出的；写明 --kind 的读表格），要么全部，要么一条也不读",
    discussion: "表格（xlsx、csv）按各栏标题读入，标题即类别的栏名；申请清单（--kind application）也认国家知识产权局清单的栏名。")

  @Argument(help: "文件；- 为标准输入") var file: String
  @Option(help: "表格是哪一类的记录（代码或名称）") var kind: String?
  @Option(help: "工作簿的哪一个工作表") var sheet: String?
  @Option(help: "表格里的记录属于哪个县区（代码或名称，默认本局）") var district: String?
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let bytes = try Streams.read(file)
    if kind != nil { return try readTable(bytes, into: office) }
    let entries = try fileFailures(in: file, "没有读入任何内容。") { try RegisterFile.read(bytes) }
    let known = entries.filter { office.state.books.register[$0.id]?.entry == $0 }
    let fresh = entries.filter { !known.contains($0) }
    _ = try RegisterWords.saving(.enterRecords(fresh), office, options, nil)
    try Streams.write("已登记 \(fresh.count) 条；已有 \(known.count) 条。\n")
  }

  /// Reads a table of records of one kind. What the register has already, the same in every cell, is passed over.
  private func readTable(_ bytes: [UInt8], into office: OpenOffice) throws {
    let state = office.state
    let kind = try RegisterWords.kind(self.kind ?? "", of: state)
    let district = try RegisterWords.district(self.district, of: state)
    let today = try options.clock().today()
    let table: RegisterTable
    let intake: RegisterIntake
    do throws(RegisterTable.Mistake) {
      table = try RegisterTable(bytes, sheet: sheet, kind: kind, district: district, today: today)
      intake = try RegisterIntake(table, kind: kind, in: state)
    } catch {
      throw Failure(.badInput, "\(file)：\(RegisterWording.sentence(error, kind: kind))没有读入任何内容。")
    }
    _ = try RegisterWords.saving(.enterRecords(intake.fresh), office, options, kind)
    let left = table.leftOut.isEmpty ? "" : "没有读的栏：\(table.leftOut.joined(separator: "、"))。"
    try Streams.write("已登记 \(intake.fresh.count) 条；已有 \(intake.known) 条。\(left)\n")
  }
}
