import Glibc
import Journal

/// Short ways to make, open and read stores in tests.
enum Stores {
  static let path = "/disk/store"

  /// A payload that can be told from every other.
  static func payload(_ number: Int) -> [UInt8] {
    Array(
      "{\"by\":\"张三\",\"number\":\(number),\"note\":\"\(String(repeating: "x", count: number % 7 * 9))\"}"
        .utf8)
  }

  /// A store with that many records, the first made with it.
  static func make(
    _ count: Int, _ files: any FileAccess, at path: String = path, segmentLimit: Int = 16 << 20
  ) throws -> Journal {
    var options = JournalOptions()
    options.segmentLimit = segmentLimit
    let journal = try Journal.create(path, files: files, options: options, first: payload(1))
    for number in 1..<max(count, 1) { try journal.append(payload(number + 1)) }
    return journal
  }

  /// Opens a store and gives its payloads.
  static func open(
    _ files: any FileAccess, at path: String = path, segmentLimit: Int = 16 << 20
  ) throws -> (journal: Journal, payloads: [[UInt8]]) {
    var options = JournalOptions()
    options.segmentLimit = segmentLimit
    options.lockWait = 1000
    var payloads: [[UInt8]] = []
    let journal = try Journal.open(path, files: files, options: options) {
      if !isAnchor($0) { payloads.append(Array($0.bytes[$0.payload])) }
    }
    return (journal, payloads)
  }

  /// The program's line that names a snapshot.
  static func anchor(_ anchor: SnapshotAnchor) -> [UInt8] {
    Array(
      "{\"by\":\"zizhu\",\"changes\":[{\"change\":\"snapshot-anchored\",\"head\":\"\(anchor.head)\",\"sha256\":\"\(anchor.sum.hex)\"}]}"
        .utf8)
  }

  static func isAnchor(_ record: JournalRecord) -> Bool {
    record.bytes[record.payload].starts(with: Array("{\"by\":\"zizhu\"".utf8))
  }

  static func payloads(_ range: ClosedRange<Int>) -> [[UInt8]] { range.map(payload) }

  static func segment(_ journal: Journal, _ number: Int = 1, epoch: Int = 1) -> String {
    "journal/\(journal.identity.writer)/\(padded(epoch))-\(padded(number)).jsonl"
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// A folder of the machine's own file system, given to `work` and taken away again.
  static func withScratch(_ work: (String) throws -> Void) throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = base + "/zizhu-test-\(UInt64.random(in: 0 ... .max))"
    let files = PosixFiles()
    try files.makeFolder(path, permissions: 0o700)
    defer { removeAll(path) }
    try work(path)
  }

  private static func removeAll(_ path: String) {
    let files = PosixFiles()
    for name in (try? files.list(path)) ?? [] {
      let inner = path + "/" + name
      if (try? files.status(inner))??.kind == .folder { removeAll(inner) } else { try? files.remove(inner) }
    }
    rmdir(path)
  }
}

/// The lines of a file, each with its newline.
func lines(_ bytes: [UInt8]) -> [[UInt8]] {
  var lines: [[UInt8]] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    lines.append(Array(bytes[start...index]))
    start = index + 1
  }
  if start < bytes.count { lines.append(Array(bytes[start...])) }
  return lines
}

/// Longer runs, for a machine that has the night.
enum LongTests {
  static let areWanted = getenv("ZIZHU_LONG_TESTS") != nil
}

extension Journal {
  /// Keeps a state that covers everything given so far; false where nothing was kept.
  @discardableResult
  func keepSnapshot(_ state: [UInt8], others: ([JournalRecord]) -> Void = { _ in }) throws -> Bool {
    guard let written = try writeSnapshot(state) else { return false }
    return try anchor(written) { records in
      others(records)
      return Stores.anchor(written.anchor)
    } != nil
  }

  /// Writes a state that no line names yet.
  func writeSnapshot(_ state: [UInt8]) throws -> WrittenSnapshot? {
    try snapshotKeeper?.write { out throws(FileError) in try out.append(state) }
  }
}
