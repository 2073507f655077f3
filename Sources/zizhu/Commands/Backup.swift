import Folders
import ArgumentParser
import Casework
import Glibc
import Interchange
import Journal
import Office
import Parcels
import Wording

/// Writes everything a store holds into one file.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把整个数据库（历史、操作员、政策）备份成一个文件；别人可以照常保存")

  @Argument(help: "备份文件，不能已经存在") var file: String
  @Flag(help: "数据库损坏时也备份能读的文件：备份里写明坏在哪里，退出状态 65") var damaged = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    let path = try options.path()
    try journalFailures(at: path) {
      let journal = try Journal.open(path) { _ in }
      for finding in journal.findings { Streams.complain("zizhu：" + StoreWording.sentence(finding)) }
      if damaged {
        let found = try OpenOffice.verify(path, head: nil).findings.filter(\.isDamage)
        guard found.isEmpty else { return try writeWhatCanBeRead(of: journal, found) }
      }
      guard journal.readOnly != .damage else {
        throw Failure(.damaged(journal.findings.filter(\.isDamage)), at: path)
      }
      let (work, head) = (journal.backupWork, journal.head)
      let made = try write(work)
      // What was written is read again: a backup that can't be restored is none.
      let report = try written(head)
      if made.isUnprotected {
        Streams.complain("zizhu：这个存储设备不保护文件权限，能用它的人都能读这份备份，请妥善保管。")
      }
      try Streams.write("已备份到 \(file)：\(report.records) 条记录，已核对。含完整证件号码，请妥善保管。\n链头 \(head)\n")
    }
  }
}

extension Backup {
  /// What the journal's error would name is the file's name while it is unfinished, which nobody has typed.
  private func write(_ work: BackupWork) throws -> BackupWork.Written {
    do throws(JournalError) { return try work.run(to: file) } catch {
      guard case .file(let reason) = error, [ENOENT, ENOTDIR].contains(reason.code) else { throw error }
      throw Failure(.cannotWrite, "没有备份：没有放它的文件夹，请先建好，或换一个路径。文件：\(file)")
    }
  }

  /// Copies every file of a damaged store that can be read, and says in the backup and on the line what is wrong.
  private func writeWhatCanBeRead(of journal: Journal, _ damage: [Finding]) throws {
    let made = try journal.backupWork(of: damage).run(to: file)
    throw Failure(.badInput, FlawWording.written(FlawWording.missing(damage + made.left)) + "已写到 \(file)。")
  }

  /// Reads a backup again as `verify` does; one that does not hold goes, so that its name is free for the next try.
  private func written(_ head: JournalHead) throws -> VerifyReport {
    do {
      let report = try OpenOffice.verify(file, head: head)
      guard !report.hasDamage else {
        throw Failure(.damaged(report.findings.filter(\.isDamage)), at: file)
      }
      return report
    } catch {
      unlink(file)
      throw error
    }
  }
}

/// Makes a store from a backup.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "从备份文件恢复到一个空文件夹，不覆盖任何内容",
    discussion: "市局写的恢复件也可以：加 --fingerprint，从标准输入照纸上输入两把密钥，第一行签名密钥，第二行开启密钥。")

  @Argument(help: "备份文件，或市局写的恢复件") var file: String
  @Argument(help: "新的数据库文件夹，须为空或不存在") var folder: String
  @Option(help: "最近一张封存表或备份记录上的链头：备份没有到那里就不恢复") var head: String?
  @Flag(help: "备份损坏或来自损坏的数据库也恢复，只能查看；夹带别的文件的也恢复，不带这些文件。退出状态 65") var damaged = false

  @Option(help: "恢复件：照市局函上写的指纹输入，二十四位数字") var fingerprint: String?

  func run() throws {
    try InputFile.expect(file)
    guard let recovered = try recovered() else { return try restore(file, isRecovered: false) }
    defer { recovered.scratch.remove() }
    try restore(recovered.backup, isRecovered: true)
    try storeFailures(at: folder) { try OpenOffice.put(recovered.keys, into: folder) }
    try Streams.write("最后一次报送以后的记录不在恢复件里，请照纸面材料补录。\n")
  }

  /// What a recovery file holds, opened with the keys that are typed; nil where the file is a backup.
  private func recovered() throws -> (backup: String, keys: OfficeKeys, scratch: TemporaryFolder)? {
    guard let bytes = try? Streams.read(file), Parcel.isParcel(bytes) else { return nil }
    guard let typed = fingerprint.flatMap(Fingerprint.init(typed:)) else {
      throw Failure(.usage, "这是市局写的恢复件：请用 --fingerprint 照市局函上写的指纹输入，二十四位数字。")
    }
    let keys = try TypedKeys.read()
    let backup = try storeFailures(at: file) {
      try OpenOffice.backup(in: bytes, with: keys, fingerprint: typed)
    }
    let scratch = try TemporaryFolder()
    try NewFile.write(backup, to: scratch.path + "/backup.zb")
    return (scratch.path + "/backup.zb", keys, scratch)
  }

  /// - Parameter isRecovered: whether the city has given it back, so that nothing parts.
  private func restore(_ file: String, isRecovered: Bool) throws {
    try journalFailures(at: folder) {
      try compareHead(file)
      let report = try OpenOffice.verify(file, head: nil)
      guard !report.hasDamage || damaged else { throw JournalError.badBackup(report.findings) }
      if !isRecovered, let said = ExchangeWording.restoring(try OpenOffice.offices(inBackup: file)) {
        Streams.complain("zizhu：" + said)
      }
      var (records, last, number) = (0, "", 0)
      let journal = try Journal.restore(file, to: folder, takingDamaged: damaged) { record in
        records += 1
        // The program's own lines are no saves that anybody remembers.
        guard let saved = try? TransactionLine.read(record.bytes, in: record.payload), !saved.isAnchor
        else {
          return
        }
        (last, number) = (saved.at, record.position.sequence)
      }
      let until = last.isEmpty ? "" : "最后一条是第 \(number) 条，\(MomentWording.local(last))。"
      let goesOn = report.hasDamage ? "" : "从第 \(journal.head.epoch) 段历史继续。"
      let asked =
        head == nil ? "请与最近一张封存表或备份记录上的链头比对：zizhu verify --head 链头 --store \(folder)\n" : ""
      try Streams.write("已恢复到 \(folder)：\(records) 条记录，\(until)\(goesOn)\n\(asked)链头 \(journal.head)\n")
      guard !report.hasDamage else {
        throw Failure(.badInput, FlawWording.restored(report.findings.filter(\.isDamage)))
      }
    }
  }

  /// Throws where the backup ends before the head that was written down, or holds another history.
  private func compareHead(_ file: String) throws {
    guard let head else { return }
    let report = try Journal.verify(file, head: typedHead(head))
    for finding in report.findings where finding.isDamage {
      Streams.complain("zizhu：" + StoreWording.sentence(finding))
    }
    guard !report.hasDamage else {
      throw Failure(.badInput, "没有恢复：备份没有到所给的链头，或已损坏。请找较新的备份，或不写 --head。")
    }
  }
}

/// Runs work on a store's journal alone, and gives its errors their sentence.
private func journalFailures(at path: String, _ work: () throws -> Void) throws {
  do { try work() } catch let error as JournalError {
    if case .badBackup(let findings) = error {
      for finding in findings { Streams.complain("zizhu：" + StoreWording.sentence(finding)) }
    }
    throw Failure(.journal(error), at: path)
  }
}
