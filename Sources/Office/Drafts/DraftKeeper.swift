public import Casework
public import Journal
import Threads

/// Keeps what is being typed at one desk under `drafts/<operator>-<desk>`, so that it outlives a crash.
///
/// The file is this login's only and locked while the desk lives: what is there unlocked was left behind. One thread
/// at a time; writing goes on beside it.
public final class DraftKeeper {
  private let folder: StoreFolder
  private let who: SignedIn
  private let clock: Clock
  /// The operator's part of the names of files.
  private let prefix: String
  /// The name of this desk's file.
  private var name: String
  /// What the file says, or will once it is written.
  private var kept = UnsavedWork()
  private var lock: FileLock?
  private var writing: Background<Result<FileLock, FileError>>?

  init(_ folder: StoreFolder, who: SignedIn, clock: Clock) {
    self.folder = folder
    self.who = who
    self.clock = clock
    prefix = StoreLayout.drafts + "/" + Self.fileName(of: who.name) + "-"
    name = prefix + Self.newDesk()
  }

  // MARK: - Keeping

  /// Keeps what is being typed now, where it is something else than what was kept; with nothing the draft goes.
  ///
  /// The file is written beside the desk: what could not be written shows at a later call, unless it is saved by then.
  public func keep(_ work: UnsavedWork) throws(FileError) { try keep(work, waiting: false) }

  /// Keeps what is being typed and returns when it is on the disk: for a desk that has to end.
  public func keepNow(_ work: UnsavedWork) throws(FileError) {
    try keep(work, waiting: true)
    try take(writing: true)
  }

  /// - Parameter isWaiting: whether the writing before it is waited for.
  private func keep(_ work: UnsavedWork, waiting isWaiting: Bool) throws(FileError) {
    do throws(FileError) { try take(writing: isWaiting) } catch {
      // What was typed is safe in the journal, or given up: only an older draft may still lie there.
      guard work.isEmpty else { throw error }
      return remove()
    }
    guard writing == nil, work != kept else { return }
    kept = work
    guard !work.isEmpty else { return remove() }
    try folder.makeFolderIfMissing(StoreLayout.drafts)
    let (folder, name) = (folder, name)
    let bytes = DraftFile.write(work, by: who.name, at: clock.now())
    writing = Background {
      do throws(FileError) { return .success(try folder.replaceOwn(name, with: bytes)) } catch {
        return .failure(error)
      }
    }
  }

  /// Takes over what the last writing came to.
  private func take(writing isWaitedFor: Bool) throws(FileError) {
    guard let running = writing else { return }
    var result = running.value
    while isWaitedFor, result == nil {
      folder.pause(milliseconds: 1)
      result = running.value
    }
    guard let result else { return }
    writing = nil
    do throws(FileError) {
      // The file that was replaced is let go of only now.
      lock = try result.get()
    } catch {
      kept = UnsavedWork()
      throw error
    }
  }

  private func remove() {
    // What can't be removed is offered once more; nothing is lost by that.
    try? folder.remove(name)
    lock = nil
  }

  // MARK: - Left behind

  /// What desks of this operator left behind, the latest first. What can't be read stays where it is.
  public func leftBehind() -> [LeftBehind] {
    let names = (try? folder.list(StoreLayout.drafts)) ?? []
    var found: [LeftBehind] = []
    for file in names.map({ StoreLayout.drafts + "/" + $0 }) where isOwn(file) && file != name {
      guard let lock = try? folder.lockLeftBehind(file), let bytes = try? folder.read(file) else { continue }
      withExtendedLifetime(lock) {
        guard let content = DraftFile.read(bytes), content.name == who.name else { return }
        found.append(LeftBehind(name: file, at: content.at, work: content.work))
      }
    }
    return found.sorted { $0.at > $1.at }
  }

  /// Makes a draft that was left behind this desk's own; false where another desk was quicker, or this one is in the
  /// middle of something.
  public func adopt(_ draft: LeftBehind) throws(FileError) -> Bool {
    try take(writing: true)
    guard kept.isEmpty, let lock = try folder.lockLeftBehind(draft.name) else { return false }
    self.lock = lock
    name = draft.name
    kept = draft.work
    return true
  }

  /// Takes away a draft that was left behind, unless another desk has taken it up.
  public func discard(_ draft: LeftBehind) throws(FileError) {
    guard let lock = try folder.lockLeftBehind(draft.name) else { return }
    defer { withExtendedLifetime(lock) {} }
    try folder.remove(draft.name)
  }

  // MARK: - Names

  private func isOwn(_ file: String) -> Bool {
    guard file.hasPrefix(prefix) else { return false }
    let desk = file.utf8.dropFirst(prefix.utf8.count)
    return desk.count == 8 && desk.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  /// Eight hex digits, random: desks need not know of each other.
  static func newDesk() -> String {
    let digits = String(UInt32.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The operator's name as a part of a file's: what a path gives a meaning becomes `_`, and a long name is cut.
  static func fileName(of name: String) -> String {
    var safe = String(name.map { $0 == "/" || $0 == "." || $0.isNewline || $0 == "\0" ? "_" : $0 })
    while safe.utf8.count > 120 { safe.removeLast() }
    return safe
  }
}

extension OpenOffice {
  /// The keeper of what this operator types at this desk.
  public func drafts(of who: SignedIn) -> DraftKeeper {
    DraftKeeper(journal.folder, who: who, clock: clock)
  }
}
