/// The store's lock: one byte of the file LOCK for each thing that only one desk may do at a time.
///
/// The system lets go of it when the process ends, however it ends.
final class StoreLock {
  enum Task: Int {
    case saving = 0
    case snapshot = 1
  }

  private let folder: StoreFolder
  private var kept: KeptFile

  /// Opens LOCK, or makes it in a store copied without it.
  init(_ folder: StoreFolder) throws(FileError) {
    self.folder = folder
    kept = try KeptFile(Self.openFile(folder), in: folder, isWritable: true)
  }

  private var file: OpenFile { kept.file }

  private static func openFile(_ folder: StoreFolder) throws(FileError) -> OpenFile {
    while true {
      do throws(FileError) {
        return try folder.open(StoreLayout.lock, .readWrite)
      } catch {
        guard error.code == Errno.notFound.code else { throw error }
      }
      do throws(FileError) {
        let made = try folder.create(StoreLayout.lock)
        try folder.syncFolder("")
        return made
      } catch {
        guard error.code == Errno.exists.code else { throw error }
      }
    }
  }

  /// Takes the lock if nobody has it.
  func tryTake(_ task: Task) throws(FileError) -> Bool {
    while true {
      let isOurs = try retryingAfterSignals(.lock, StoreLayout.lock) { () throws(Errno) in
        try file.files.tryLock(file.handle, byte: task.rawValue)
      }
      guard isOurs else { return false }
      // Two desks that lock two files of the same name would both write.
      if try kept.status() != nil { return true }
      kept = try KeptFile(Self.openFile(folder), in: folder, isWritable: true)
    }
  }

  /// Waits for the lock, up to a number of milliseconds.
  func take(_ task: Task, waiting limit: Int) throws(JournalError) {
    var waited = 0
    var step = 1
    while true {
      let isOurs = try inJournal { () throws(FileError) in try tryTake(task) }
      if isOurs { return }
      guard waited < limit else { throw .busy }
      file.files.pause(milliseconds: step)
      waited += step
      step = min(step * 2, 20)
    }
  }

  func release(_ task: Task) {
    // If this fails the lock goes with the file, at the latest when the process ends.
    _ = try? retryingAfterSignals(.lock, StoreLayout.lock) { () throws(Errno) in
      try file.files.unlock(file.handle, byte: task.rawValue)
    }
  }
}
