import ArgumentParser
import Casework
import Interchange
import Office
import Papers

/// Writes applicants and filings out.
struct Export: StoreCommand {
  static let configuration = CommandConfiguration(
    abstract: "写出申请人和申报",
    discussion: """
      json 是交换文件，可以再读入，含完整证件号码，请妥善保管。csv、xlsx 供表格软件打开，jsonl 每行一件、供 DuckDB 等程序直接读取，
      都不含电话和账号，个人证件号码遮去中间几位。
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv, xlsx, jsonl }

  @Option(help: "json、csv、xlsx 或 jsonl") var format = Format.json
  @Flag(help: "（csv、xlsx、jsonl）写出申请人，而不是申报") var applicants = false
  @Flag(help: "（json）数据库损坏时也写出能读的部分：文件里写明缺了什么，退出状态 65") var damaged = false
  @OptionGroup var one: OneOfficeOption
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice { try damaged ? options.open() : options.openToHandOut() }

  func run(on office: OpenOffice) throws {
    guard one.code == nil || format != .json else {
      throw Failure(.usage, "--office 用于 csv、xlsx、jsonl：交换文件（json）再读入时要重新核算，须带各局的全部申报。")
    }
    if damaged { return try writeWhatCanBeRead(of: office) }
    let state = try one.part(of: office.state)
    switch format {
    case .json: try Streams.writeData(office.exported())
    case .csv: try Streams.writeData(table(of: state).csv)
    case .xlsx: try Streams.writeWorkbook(table(of: state).workbook(office: state.office?.name ?? ""))
    case .jsonl: try Streams.writeData(applicants ? ApplicantLines.write(state) : FilingLines.write(state))
    }
  }

  private func table(of state: OfficeState) -> LongTable {
    applicants ? ApplicantTable.table(of: state) : FilingTable.table(of: state)
  }

  /// What can be read of a damaged store: file and message say what is missing; a store that holds is written as ever.
  private func writeWhatCanBeRead(of office: OpenOffice) throws {
    guard format == .json else {
      throw Failure(.usage, "--damaged 只用于 json：别的格式里写不明缺了什么。")
    }
    guard let flaw = try office.flaw() else { return try Streams.writeData(office.exported()) }
    let missing = FlawWording.missing(flaw)
    try Streams.writeData(office.exported(damaged: missing))
    throw Failure(.badInput, FlawWording.written(missing))
  }
}
