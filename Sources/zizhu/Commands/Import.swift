import ArgumentParser
import Casework
import Interchange
import Office
import Wording

/// Reads an interchange file into a store, all or nothing, or an old ledger kept as a table.
struct Import: StoreCommand {
  static let configuration = CommandConfiguration(
    abstract: "把交换文件（JSON）或旧台账（xlsx、CSV）读入数据库",
    discussion: "交换文件要么全部读入，要么一件也不读；有要核对的，先逐条列出。表格先预览，经确认才读入；每一行的结果写成结果文件。")

  @Argument(help: "交换文件、xlsx 工作簿或 CSV 表格；- 为标准输入") var file: String
  @Flag(help: "（交换文件）改用文件所选的口径（须由主管）；不写时口径不变，只列出哪些申报会变、差多少") var readings = false
  @Flag(help: "（交换文件）来自损坏的数据库、内容不全的也读入") var damaged = false
  @OptionGroup var table: TableOptions
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let bytes = try Streams.read(file)
    guard !TableImport.isTable(bytes, named: file) else {
      return try TableImport(file: file, options: options, choices: table).run(bytes, into: office)
    }
    guard !table.isAsked else {
      throw Failure(.usage, "\(file) 是交换文件，带“（表格）”的选项只用于表格。没有读入任何内容。")
    }
    try CaseImporting(file: file, options: options, choices: table, takesReadings: readings)
      .run(bytes, into: office, takingDamaged: damaged)
  }

  /// Names what was taken over without guarding anything: the same could be paid again, and nobody would be told.
  static func tellUnguarded(_ state: OfficeState, since before: Set<String>) {
    let found = state.unguarded().filter { !before.contains($0) }
    guard !found.isEmpty else { return }
    let named = found.lazy.map { $0 + SupplementWording.lacking($0, state) }.few(10)
    Streams.complain(
      "有 \(found.count) 件已核定的既不占限额，也防不了重复资助，因为读不出号码、年度这些依据：\(named)。"
        + "全部见 zizhu report tieout；主管用 zizhu amend 编号 补上所缺的栏目，金额不变。")
  }
}
