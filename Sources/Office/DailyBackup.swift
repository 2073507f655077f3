import CaseModel
import Journal

/// The day's backup in the store's own `backup/`: read again as `verify` reads it before it counts; fourteen are kept,
/// by how far in the journal they reach, whatever day their names say.
struct DailyBackup: Sendable {
  static let kept = 14
  private static let beginning = "zizhu-"
  private static let ending = ".backup"

  let folder: StoreFolder
  let work: BackupWork
  let day: CivilDate

  /// Makes the day's backup unless there is one, or one that holds all that there is to keep; gives its path where it
  /// was made. Throws `badBackup` where what was written can't be read again as it was.
  func run() throws(JournalError) -> String? {
    let name = "\(Self.beginning)\(day)\(Self.ending)"
    let file = "\(StoreLayout.backup)/\(name)"
    do throws(FileError) {
      guard try folder.status(file) == nil else { return nil }
      try folder.makeFolderIfMissing(StoreLayout.backup)
    } catch {
      throw .file(error)
    }
    let earlier = try backups()
    guard earlier.last?.head != work.head else { return nil }
    let path = folder.path + "/" + file
    do throws(JournalError) {
      try work.run(to: path)
    } catch {
      // Another desk was quicker.
      if case .fileExists = error { return nil }
      throw error
    }
    try check(path, file)
    try removeOldest(of: earlier, keeping: name)
    return path
  }

  /// A backup that was made here, and the head that it holds.
  private struct Made {
    var name: String
    var head: JournalHead
  }

  /// The backups of this history that were made here and whose first line holds, the one that reaches furthest last. Any
  /// other file is never touched, nor one that says it reaches further than the journal.
  private func backups() throws(JournalError) -> [Made] {
    let names: [String]
    do throws(FileError) { names = try folder.list(StoreLayout.backup) } catch { throw .file(error) }
    let made = names.compactMap { name -> Made? in
      guard Self.day(name) != nil,
        let head = BackupWork.head(of: "\(StoreLayout.backup)/\(name)", in: folder),
        head.writer == work.head.writer, !Self.precedes(work.head, head)
      else { return nil }
      return Made(name: name, head: head)
    }
    return made.sorted { $0.head == $1.head ? $0.name < $1.name : Self.precedes($0.head, $1.head) }
  }

  private static func precedes(_ a: JournalHead, _ b: JournalHead) -> Bool {
    (a.epoch, a.sequence) < (b.epoch, b.sequence)
  }

  /// What was written is read again: a backup that can't be restored is none, and leaves its name free.
  private func check(_ path: String, _ file: String) throws(JournalError) {
    let report: VerifyReport
    do throws(JournalError) {
      report = try Journal.verify(path, head: work.head)
    } catch {
      try? folder.remove(file)
      throw error
    }
    guard report.isWhole else {
      try? folder.remove(file)
      throw .badBackup(report.findings)
    }
  }

  /// Takes away those that reach least far; never the one just made, nor the best before it.
  private func removeOldest(of earlier: [Made], keeping made: String) throws(JournalError) {
    do throws(FileError) {
      for old in earlier.dropLast(Self.kept - 1) where old.name != made {
        try folder.remove("\(StoreLayout.backup)/\(old.name)")
      }
    } catch {
      throw .file(error)
    }
  }

  /// The day in the name of a backup that was made here; nil for any other file.
  private static func day(_ name: String) -> CivilDate? {
    guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return nil }
    return CivilDate(String(name.dropFirst(beginning.count).dropLast(ending.count)))
  }
}
