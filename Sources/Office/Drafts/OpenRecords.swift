import JSONText
import Journal

/// Tells other desks which records are open at this one, and learns it from them: a sign, never a lock.
///
/// `drafts/<desk>.open` says who and what, one JSON object:
///
///     {"format":"zizhu-open","version":1,"operator":"李经办","records":["441881-2020-000001"]}
///
/// It is locked while its desk lives. One that is not was left behind by a crash: it says nothing, and goes. What can't
/// be written or read is not told; nobody waits for it.
public final class OpenRecords {
  private static let format = "zizhu-open"
  private static let version = 1
  private static let ending = ".open"
  /// No sign of a desk is larger, in bytes.
  private static let largest = 65_536
  /// So many records stand in a sign at most.
  private static let most = 500

  private let folder: StoreFolder
  private let name: String
  private var lock: FileLock?
  private var shown: (name: String, records: [String]) = ("", [])

  init(_ folder: StoreFolder) {
    self.folder = folder
    name = StoreLayout.drafts + "/" + DraftKeeper.newDesk() + Self.ending
  }

  /// Shows what somebody has open here now; with nothing open the sign goes.
  public func show(_ records: [String], by who: String) {
    let records = Array(records.prefix(Self.most))
    guard records != shown.records || who != shown.name else { return }
    shown = (who, records)
    guard !records.isEmpty else {
      if lock != nil { try? folder.remove(name) }
      lock = nil
      return
    }
    let bytes = JSONWriter.file {
      $0.members(["format": Self.format, "version": Self.version, "operator": who, "records": records])
    }
    try? folder.makeFolderIfMissing(StoreLayout.drafts)
    // The sign before is let go of only now.
    if let lock = try? folder.replaceOwn(name, with: bytes, forGroup: true) { self.lock = lock }
  }

  /// Who has which records open at other desks: names by record.
  public func others() -> [String: [String]] {
    var found: [String: [String]] = [:]
    let names = (try? folder.list(StoreLayout.drafts)) ?? []
    for file in names.map({ StoreLayout.drafts + "/" + $0 }) where file.hasSuffix(Self.ending) && file != name
    {
      if let left = try? folder.lockLeftBehind(file) {
        withExtendedLifetime(left) { try? folder.remove(file) }
        continue
      }
      guard let bytes = try? folder.read(file, to: Self.largest), let sign = Self.read(bytes) else {
        continue
      }
      for record in sign.records where found[record]?.contains(sign.name) != true {
        found[record, default: []].append(sign.name)
      }
    }
    return found
  }

  /// Reads a sign; nil where it is none that this program knows.
  private static func read(_ bytes: [UInt8]) -> (name: String, records: [String])? {
    guard let record = try? JSONMembers(bytes), (try? record.value("format")) == format,
      (try? record.value("version")) == version, let name: String = try? record.value("operator"),
      let records: [String] = try? record.value("records", or: []), !name.isEmpty
    else { return nil }
    return (name, records)
  }
}

extension OpenOffice {
  /// The signs of what is open at this desk and at others.
  public func openRecords() -> OpenRecords { OpenRecords(journal.folder) }
}
