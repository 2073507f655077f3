import JSONText
import Journal

/// The wrong PINs that were typed under a name since it last signed in, kept in a file beside the drafts so that every
/// desk and every command counts on:
///
///     {"format":"zizhu-wrong-pins","count":3,"at":1795824000}
///
/// From the third on each makes the next try wait twice as long, up to a quarter of an hour. Where the file can't be
/// written nothing waits: whoever can keep it from being written can write lines too.
struct WrongPINs {
  private static let format = "zizhu-wrong-pins"
  /// So many are a slip of the hand.
  private static let free = 2
  private static let longest = 900

  private(set) var count = 0
  /// When the last one was typed, in seconds since 1970.
  private var at = 0
  private let name: String
  private let folder: StoreFolder

  init(_ folder: StoreFolder, of name: String) {
    self.folder = folder
    self.name = "\(StoreLayout.drafts)/\(Link.over(Array(name.utf8)).hex.prefix(16)).wrong-pins"
    guard let bytes = try? folder.read(self.name), let record = try? JSONMembers(bytes) else { return }
    guard let count: Int = try? record.value("count", or: 0), let at: Int = try? record.value("at", or: 0)
    else { return }
    (self.count, self.at) = (max(0, count), at)
  }

  /// Seconds that are to pass before the next try; a clock that was set back has it wait no longer than from anew.
  func wait(now: Int) -> Int {
    guard count > Self.free else { return 0 }
    let pause = count > 12 ? Self.longest : min(Self.longest, 1 << (count - 1))
    return min(pause, max(0, at + pause - now))
  }

  mutating func missed(now: Int) {
    count += 1
    at = now
    let bytes = JSONWriter.file { $0.members(["format": Self.format, "count": count, "at": at]) }
    try? folder.makeFolderIfMissing(StoreLayout.drafts)
    try? folder.replace(name, with: bytes)
  }

  func forget() { try? folder.remove(name) }

  /// Held while a PIN is checked, so that many tries at once wait for each other; nil where another holds it.
  func lock() -> FileLock? {
    try? folder.makeFolderIfMissing(StoreLayout.drafts)
    return try? folder.lock(name + ".lock")
  }
}
