import Foundation
import Testing

/// Every file of a store, changed in every way, then every command that something goes out by: refused with a name, or
/// without effect, never acted on.
///
/// Each run tries every change with one of the commands; `ZIZHU_TAMPERS=all` tries all of them.
struct TamperTableTests {
  // MARK: - What is changed

  /// A file that a store has, and whether it is the end of the journal: what is cut off there only a head that was
  /// written down elsewhere finds.
  private struct Target {
    var name: String
    var path: String
    var isEnd = false
  }

  private enum Result: Equatable {
    case bytes([UInt8])
    case removed, folder, link
  }

  /// What the file held before the last saves, and what the same file of another office holds.
  private struct Others: Sendable {
    var older: [UInt8]
    var foreign: [UInt8]
  }

  private struct Change: Sendable {
    var name: String
    /// Whether it can take whole records away at the journal's end without leaving a trace there.
    var mayCut = false
    var apply: @Sendable ([UInt8], Others) -> Result
  }

  private static func edit(_ name: String, _ old: String, _ new: String) -> Change {
    Change(name: name) { bytes, _ in
      .bytes(Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8))
    }
  }

  private static func lines(_ name: String, _ change: @escaping @Sendable (inout [ArraySlice<UInt8>]) -> Void)
    -> Change
  {
    Change(name: name) { bytes, _ in
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      if lines.count > 3 { change(&lines) }
      return .bytes(Array(lines.joined(separator: [0x0A])))
    }
  }

  private static let changes: [Change] = [
    Change(name: "a bit in the middle") { bytes, _ in
      var bytes = bytes
      if !bytes.isEmpty { bytes[bytes.count / 2] ^= 1 }
      return .bytes(bytes)
    },
    Change(name: "the first bit") { bytes, _ in
      var bytes = bytes
      if !bytes.isEmpty { bytes[0] ^= 1 }
      return .bytes(bytes)
    },
    Change(name: "the last byte gone", mayCut: true) { bytes, _ in .bytes(bytes.dropLast()) },
    Change(name: "half gone", mayCut: true) { bytes, _ in .bytes(Array(bytes.prefix(bytes.count / 2))) },
    Change(name: "emptied", mayCut: true) { _, _ in .bytes([]) },
    Change(name: "removed", mayCut: true) { _, _ in .removed },
    Change(name: "a folder in its place") { _, _ in .folder },
    Change(name: "a link in its place") { _, _ in .link },
    Change(name: "marked") { bytes, _ in .bytes([0xEF, 0xBB, 0xBF] + bytes) },
    Change(name: "other line ends") { bytes, _ in .bytes(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    },
    lines("a line doubled") { $0.insert($0[1], at: 1) },
    lines("lines swapped") { $0.swapAt(1, 2) },
    lines("a line gone") { $0.remove(at: 1) },
    lines("a line put in") { $0.insert(ArraySlice("{}".utf8), at: 2) },
    Change(name: "a line behind", mayCut: true) { bytes, _ in .bytes(bytes + Array("{}\n".utf8)) },
    Change(name: "zeros behind", mayCut: true) { bytes, _ in .bytes(bytes + [UInt8](repeating: 0, count: 512))
    },
    Change(name: "an older copy", mayCut: true) { _, others in .bytes(others.older) },
    Change(name: "another office's", mayCut: true) { _, others in .bytes(others.foreign) },
    edit("another sum", "1000元", "9000元"),
    edit("another filing", "F1", "F9"),
    edit("another name", "英德", "英徳"),
    edit("another person", "李经办", "周主管"),
  ]

  // MARK: - What goes out

  /// The words of each command; `out` is a path that is free.
  private static func commands(out: String) -> [[String]] {
    [
      ["print", "payment", "--year", "2019"], ["print", "receipt", "F1"], ["export"],
      ["export", "--format", "csv"], ["step", "approve", "F1"], ["step", "pay", "F2"],
      ["seal", "2018", "--confirm"], ["backup", out], ["verify"],
    ]
  }

  /// A store of two segments and two policies, with a filing to approve and one to pay, and what it was before.
  private func makeStore(_ store: CaseworkStore) throws -> (older: String, path: String) {
    let (path, older) = (store.path + "-continued", store.path + "-older")
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
    try #require(try Program.run(["restore", store.path + ".backup", path]).status == 0)
    try store.succeed("钱复核", "step", "review", "F1", "F2", in: path)
    try FileManager.default.copyItem(atPath: path, toPath: older)
    let policy = try String(contentsOfFile: Program.data + "/policies/qingyuan-2018-27.json", encoding: .utf8)
    try store.succeed(
      "周主管", "policy", "adopt", store.file("policy.json", policy + "\n"), "--note", "换行", in: path)
    try store.succeed("周主管", "step", "approve", "F2", in: path)
    try store.succeed("周主管", "step", "publish", "F2", in: path)
    return (older, path)
  }

  /// The files of a store that it rests on, each with the file of another office that lies in its place.
  private func targets(in path: String) throws -> [Target] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    let files = names.filter { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
      return isThere && !isFolder.boolValue && !name.hasPrefix("backup") && !name.hasPrefix("drafts")
    }
    return files.map { name in
      Target(
        name: String(name.split(separator: "/").last ?? ""), path: name,
        isEnd: name.hasSuffix("000002-000001.jsonl"))
    }
  }

  private func put(_ result: Result, at path: String) throws {
    try FileManager.default.removeItem(atPath: path)
    switch result {
    case .bytes(let bytes): try Data(bytes).write(to: URL(filePath: path))
    case .removed: break
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .link: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    }
  }

  @Test
  func `No command acts on a store whose files were changed`() throws {
    let (store, other) = (try CaseworkStore(), try CaseworkStore())
    try other.takeIn(2)
    let (older, path) = try makeStore(store)
    let tried = store.path + "-tried"
    let out = store.path + "-out.backup"
    let commands = Self.commands(out: out)
    func runOnCopy(_ words: [String], _ tamper: () throws -> Void) throws -> Launch.Result {
      for old in [tried, out] where FileManager.default.fileExists(atPath: old) {
        try FileManager.default.removeItem(atPath: old)
      }
      try FileManager.default.copyItem(atPath: path, toPath: tried)
      try tamper()
      return try store.run(nil, words, in: tried)
    }
    let right = try commands.map { try runOnCopy($0) {} }
    for (words, result) in zip(commands, right) { try #require(result.status == 0, "\(words): \(result)") }
    let head = try #require(right[8].output.split(separator: " ").last.map(String.init))
      .trimmingCharacters(in: .whitespacesAndNewlines)

    let isAll = ProcessInfo.processInfo.environment["ZIZHU_TAMPERS"] == "all"
    var (tampers, refused, harmless) = (0, 0, 0)
    for target in try targets(in: path) {
      let bytes = Array(try #require(FileManager.default.contents(atPath: path + "/" + target.path)))
      let foreign = try targets(in: other.path).first {
        $0.path.split(separator: "/").first == target.path.split(separator: "/").first
      }
      let others = Others(
        older: FileManager.default.contents(atPath: older + "/" + target.path).map(Array.init) ?? [],
        foreign: foreign.flatMap { FileManager.default.contents(atPath: other.path + "/" + $0.path) }.map(
          Array.init) ?? [])
      for change in Self.changes {
        let result = change.apply(bytes, others)
        guard result != .bytes(bytes) else { continue }
        tampers += 1
        let isCut = target.isEnd && change.mayCut
        // What was cut off at the end, nothing but a head that was written down finds.
        let words =
          isCut ? [["verify", "--head", head]] : isAll ? commands : [commands[tampers % commands.count]]
        for words in words {
          let found = try runOnCopy(words) { try put(result, at: tried + "/" + target.path) }
          let what: Comment =
            "\(target.path), \(change.name), \(words): \(found.status) \(found.errors) \(found.output.prefix(300))"
          #expect(found.status >= 0 && found.status != 70 && found.status < 128, what)
          if found.status == 0 {
            harmless += 1
            #expect(found.output == right[commands.firstIndex(of: words) ?? 8].output, what)
          } else {
            refused += 1
            #expect(found.errors.contains(target.name) || found.errors.contains("损坏"), what)
            #expect(found.output.isEmpty || words[0] == "seal", what)
            #expect(!FileManager.default.fileExists(atPath: out), what)
          }
        }
      }
    }
    #expect(tampers >= 80, "\(tampers)")
    print("tampers: \(tampers), refused \(refused), without effect \(harmless)")
  }
}
