import ArgumentParser
import Journal
import Office
import Wording

/// Checks a store's journal, chain and snapshot, or a backup.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "检查日志的每一行、校验链和快照")

  @Option(help: "从前记下的链头，与现在比对") var head: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      var known: JournalHead?
      if let head {
        guard let read = JournalHead(head) else {
          throw Failure(status: .usage, sentence: "--head 的写法不对，应照原样填写从前的链头。")
        }
        known = read
      }
      let report: VerifyReport
      do throws(JournalError) {
        report = try Journal.verify(try options.storePath(), head: known)
      } catch {
        throw Failure(.journal(error), at: try options.path())
      }
      for finding in report.findings { Streams.complain(StoreWording.sentence(finding)) }
      guard !report.hasDamage else {
        throw Failure(status: .badInput, sentence: "发现损坏，位置如上。请勿改动，先复制整个文件夹，再从备份恢复。")
      }
      try Streams.write(Array("完好：\(report.records) 条记录。\n链头 \(report.head)\n".utf8))
    }
  }
}
