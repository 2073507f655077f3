import ArgumentParser
import Journal
import Office
import Wording

/// Writes everything a store holds into one file.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把整个数据库（历史、操作员、政策）备份成一个文件；别人可以照常保存")

  @Argument(help: "备份文件，不能已经存在") var file: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      let path = try options.path()
      try StoreCommand.run(at: path) {
        let journal = try Journal.open(path) { _ in }
        for finding in journal.findings { Streams.complain("zizhu：" + StoreWording.sentence(finding)) }
        let head = try journal.backup(to: file)
        // What was written is read again: a backup that can't be restored is none.
        let report = try Journal.verify(file, head: head)
        guard report.isWhole else { throw JournalError.badBackup(report.findings) }
        try Streams.write(
          Array("已备份到 \(file)：\(report.records) 条记录，已核对。含完整证件号码，请妥善保管。\n链头 \(head)\n".utf8))
      }
    }
  }
}

/// Makes a store from a backup.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "从备份文件恢复到一个空文件夹，不覆盖任何内容")

  @Argument(help: "备份文件") var file: String
  @Argument(help: "新的数据库文件夹，须为空或不存在") var folder: String

  func run() throws {
    try reporting {
      try StoreCommand.run(at: folder) {
        var records = 0
        let journal = try Journal.restore(file, to: folder) { _ in records += 1 }
        try Streams.write(
          Array("已恢复到 \(folder)：\(records) 条记录，从第 \(journal.head.epoch) 段历史继续。\n链头 \(journal.head)\n".utf8))
      }
    }
  }
}

/// Work on a store's journal alone, whose failures get their sentence.
enum StoreCommand {
  static func run(at path: String, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as JournalError {
      if case .badBackup(let findings) = error {
        for finding in findings { Streams.complain("zizhu：" + StoreWording.sentence(finding)) }
      }
      throw Failure(.journal(error), at: path)
    }
  }
}
