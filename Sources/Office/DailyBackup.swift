import CaseModel
import Journal

/// One backup a day in the store's own `backup/`, of which the last fourteen are kept.
struct DailyBackup: Sendable {
  static let kept = 14
  private static let beginning = "zizhu-"
  private static let ending = ".backup"

  let folder: StoreFolder
  let work: BackupWork
  let day: CivilDate

  /// Makes the day's backup unless there is one; gives its path where it was made.
  func run() throws(JournalError) -> String? {
    let name = "\(StoreLayout.backup)/\(Self.beginning)\(day)\(Self.ending)"
    do throws(FileError) {
      guard try folder.status(name) == nil else { return nil }
      try folder.makeFolderIfMissing(StoreLayout.backup)
    } catch {
      throw .file(error)
    }
    do throws(JournalError) {
      try work.run(to: folder.path + "/" + name)
    } catch {
      // Another desk was quicker.
      if case .fileExists = error { return nil }
      throw error
    }
    try removeOldest()
    return folder.path + "/" + name
  }

  private func removeOldest() throws(JournalError) {
    do throws(FileError) {
      let days = try folder.list(StoreLayout.backup).compactMap(Self.day).sorted()
      for day in days.dropLast(Self.kept) {
        try folder.remove("\(StoreLayout.backup)/\(Self.beginning)\(day)\(Self.ending)")
      }
    } catch {
      throw .file(error)
    }
  }

  /// The day of a backup that was made here; nil for any other file, which is never touched.
  private static func day(_ name: String) -> CivilDate? {
    guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return nil }
    return CivilDate(String(name.dropFirst(beginning.count).dropLast(ending.count)))
  }
}
