import Foundation
import Testing

/// A store of two segments and two policies, with a filing to approve and one to pay, and copies of it in which one
/// file was changed.
final class TamperedStore {
  /// One file changed in one way.
  struct Change {
    /// The file, by its path in the store, and how it was changed.
    var file: String
    var tamper: String
    /// What is cut off at the journal's end nothing but a head that was written down elsewhere finds.
    var isCut: Bool
    fileprivate var result: Tamper.Result

    /// The file's own name.
    var name: String { String(file.split(separator: "/").last ?? "") }
    var description: String { "\(file), \(tamper)" }
  }

  static let isAllWanted = ProcessInfo.processInfo.environment["ZIZHU_TAMPERS"] == "all"

  private let store: CaseworkStore
  /// The store as it stands, and where its copies are made.
  private let whole: String
  let tried: String
  private(set) var changes: [Change] = []

  init() throws {
    let (store, other) = (try CaseworkStore(), try CaseworkStore())
    self.store = store
    (whole, tried) = (store.path + "-continued", store.path + "-tried")
    try other.takeIn(2)
    let older = try make()
    for file in try Self.files(in: whole) {
      let bytes = Self.bytes(whole + "/" + file) ?? []
      let foreign = try Self.files(in: other.path).first {
        $0.split(separator: "/").first == file.split(separator: "/").first
      }
      let others = Tamper.Others(
        older: Self.bytes(older + "/" + file) ?? [],
        foreign: foreign.flatMap { Self.bytes(other.path + "/" + $0) } ?? [])
      for tamper in Tamper.all {
        let result = tamper.apply(bytes, others)
        guard result != .bytes(bytes) else { continue }
        changes.append(
          Change(
            file: file, tamper: tamper.name, isCut: tamper.mayCut && file.hasSuffix("000002-000001.jsonl"),
            result: result))
      }
    }
  }

  /// Makes the store, and gives a copy of what it was before the last saves.
  private func make() throws -> String {
    let older = store.path + "-older"
    try store.takeIn(2)
    // A year of its own that can be sealed: its only filing was withdrawn.
    let withdrawn = #"""
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants":
       [{"id": "E3", "name": "英德市第三陶瓷厂", "kind": "enterprise", "district": "441881"}], "filings":
       [{"id": "F3", "item": "utility-grant", "applicant": "E3", "received": "2018-12-10", "status": "withdrawn",
         "inputs": {"applicationNumber": "201820000007", "grantedOn": "2018-11-10"}}]}
      """#
    try store.succeed(nil, "import", store.file("withdrawn.json", withdrawn))
    try store.succeed("李经办", "step", "accept", "F1", "F2")
    try store.succeed(nil, "backup", store.path + ".backup")
    try #require(try Program.run(["restore", store.path + ".backup", whole]).status == 0)
    try store.succeed("钱复核", "step", "review", "F1", "F2", in: whole)
    try FileManager.default.copyItem(atPath: whole, toPath: older)
    let policy = try String(contentsOfFile: Program.data + "/policies/qingyuan-2018-27.json", encoding: .utf8)
    try store.succeed(
      "周主管", "policy", "adopt", store.file("policy.json", policy + "\n"), "--note", "换行", "--confirm",
      in: whole)
    try store.succeed("周主管", "step", "approve", "F2", in: whole)
    try store.succeed("周主管", "step", "publish", "F2", in: whole)
    return older
  }

  /// The files of a store that it rests on.
  private static func files(in path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue && !name.hasPrefix("backup") && !name.hasPrefix("drafts")
    }
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// A copy of the store lies in `tried`, with a change or as it stands.
  func lay(_ change: Change?) throws {
    if FileManager.default.fileExists(atPath: tried) { try FileManager.default.removeItem(atPath: tried) }
    try FileManager.default.copyItem(atPath: whole, toPath: tried)
    guard let change else { return }
    let path = tried + "/" + change.file
    try FileManager.default.removeItem(atPath: path)
    switch change.result {
    case .bytes(let bytes): try Data(bytes).write(to: URL(filePath: path))
    case .removed: break
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .link: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    }
  }

  /// What lies in `tried` of the journal, by the names of its files.
  func journal() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try Self.files(in: tried) where name.hasPrefix("journal/") {
      files[name] = Self.bytes(tried + "/" + name)
    }
    return files
  }

  /// Runs a command on a copy, by whoever has the login.
  func run(_ words: [String], on change: Change?) throws -> Launch.Result {
    try lay(change)
    return try store.run(nil, words, in: tried)
  }
}
