import ArgumentParser
import Casework
import Interchange
import Office
import SubsidyRules
import Wording

/// Reads an interchange file into a store, all or nothing.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "把交换文件读入数据库，要么全部，要么一件也不读")

  @Argument(help: "交换文件；- 为标准输入") var file: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      let office = try options.open()
      let bytes = try Streams.read(file)
      let cases: CaseFile
      do throws(CaseFileError) {
        cases = try CaseFile.read(bytes) { $0 == office.state.policy.id ? office.state.policy : nil }
      } catch {
        throw Failure(
          status: .badInput,
          sentence: "\(file):\(error.location)：\(MistakeWording.sentence(error))没有读入任何内容。")
      }
      let readings = Dictionary(
        cases.readings.map { ($0.id, $0.option) }, uniquingKeysWith: { first, _ in first })
      let command = Command.importCases(
        applicants: cases.applicants, filings: cases.filings, readings: readings)
      _ = try office.saving(command, by: options.actor(in: office), at: try options.path())
      office.finish()
      try Streams.write(
        Array("已读入申请人 \(cases.applicants.count) 个、申报 \(cases.filings.count) 件。\n".utf8))
    }
  }
}

/// Writes applicants and filings out.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "写出申请人和申报（含完整证件号码，请妥善保管）")

  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting { try Streams.write(try options.open().exported()) }
  }
}
