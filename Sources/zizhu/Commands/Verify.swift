import ArgumentParser
import JSONText
import Journal
import Office
import Wording

/// Checks a store's journal, chain, snapshot and policy files, or a backup.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查日志的每一行、校验链、快照和政策文件",
    discussion: "退出状态：0 完好，65 有问题。末尾没写完的一行不算问题，下次打开时移到 quarantine。")

  @Argument(help: "备份文件；不写则检查数据库") var backup: String?
  @Option(help: "从前记下的链头，与现在比对") var head: String?
  @Flag(help: "以 JSON 写出结果") var json = false
  @Flag(help: "只检查校验链，不读内容（快）") var chain = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = try backup ?? options.path()
    let report = try report(path)
    if json {
      try Streams.writeData(Self.json(report))
    } else {
      for finding in report.findings { Streams.complain(StoreWording.sentence(finding)) }
      if report.furtherFindings > 0 { Streams.complain("还有 \(report.furtherFindings) 处没有列出。") }
    }
    if report.hasDamage { throw Failure(.badInput, Self.advice(report)) }
    guard report.findings.allSatisfy(\.isOrdinary) else {
      throw Failure(.badInput, "日志完好，但有上面的问题。数据以日志为准；快照有问题时，打开工作台会自动重建，也可以删除 snapshot 文件夹。")
    }
    if !json { try Streams.write("完好：\(report.records) 条记录。\n链头 \(report.head)\n") }
  }

  /// What to do about damage. A line that is whole and not understood is most often a later program's.
  private static func advice(_ report: VerifyReport) -> String {
    let damage = report.findings.filter(\.isDamage)
    return damage.allSatisfy { $0.reason == .notUnderstood }
      ? "上面的行都完好，只是这个版本的程序读不懂。请升级程序再检查；升级以后还是这样，请先复制整个文件夹，再从备份恢复。"
      : "发现损坏，位置如上。请勿改动，先复制整个文件夹，再从备份恢复。"
  }

  private func report(_ path: String) throws -> VerifyReport {
    let known = try head.map(typedHead)
    do throws(JournalError) {
      return try chain ? Journal.verify(path, head: known) : OpenOffice.verify(path, head: known)
    } catch {
      throw Failure(.journal(error), at: path)
    }
  }

  /// One object: `whole`, `damage`, `segments`, `records`, `bytes`, `head`, `findings` (each with `file`, `line`,
  /// `sequence`, `reason`, `damage` and `text`) and `further`, the number of findings not named.
  private static func json(_ report: VerifyReport) -> [UInt8] {
    JSONWriter.file(layout: .indented) { writer in
      writer.member("whole", report.isWhole)
      writer.member("damage", report.hasDamage)
      writer.member("segments", report.segments)
      writer.member("records", report.records)
      writer.member("bytes", report.size)
      writer.member("head", report.head.description)
      writer.objects("findings", report.findings) { writer, finding in
        writer.member("file", finding.file)
        if let line = finding.line { writer.member("line", line) }
        if let sequence = finding.sequence { writer.member("sequence", sequence) }
        writer.member("reason", finding.reason.code)
        writer.member("damage", finding.isDamage)
        writer.member("text", StoreWording.sentence(finding))
      }
      writer.member("further", report.furtherFindings)
    }
  }
}
