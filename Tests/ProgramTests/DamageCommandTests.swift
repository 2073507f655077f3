import Foundation
import Journal
import Testing

/// Every way to damage a store's files, each with every command that something goes out by: named, and never acted on.
struct DamageCommandTests {
  /// What is done to a file, behind the program's back.
  struct Tamper: CustomTestStringConvertible {
    var testDescription: String
    /// How the file's path ends.
    var file: String
    /// What becomes of its bytes; nil takes it away.
    var change: @Sendable ([UInt8]) -> [UInt8]?
  }

  private static func lines(
    _ name: String, _ change: @escaping @Sendable (inout [ArraySlice<UInt8>]) -> Void
  ) -> Tamper {
    Tamper(testDescription: name, file: "000001-000001.jsonl") { bytes in
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
      change(&lines)
      return Array(lines.map { $0 + [0x0A] }.joined())
    }
  }

  private static func replace(_ file: String, _ old: String, _ new: String) -> Tamper {
    Tamper(testDescription: "\(file): \(old)", file: file) {
      Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8)
    }
  }

  private static let tampers: [Tamper] = [
    lines("line edited") {
      $0[8] = ArraySlice(String(decoding: $0[8], as: UTF8.self).replacing("F1", with: "F9").utf8)
    },
    lines("line deleted") { $0.remove(at: 5) },
    lines("line doubled") { $0.insert($0[5], at: 5) },
    lines("lines swapped") { $0.swapAt(4, 5) },
    lines("line put in") { $0.insert(ArraySlice("{}".utf8), at: 4) },
    lines("header edited") {
      $0[0] = ArraySlice(String(decoding: $0[0], as: UTF8.self).replacing("salt", with: "silt").utf8)
    },
    lines("header deleted") { $0.removeFirst() },
    lines("first record edited") {
      $0[1] = ArraySlice(String(decoding: $0[1], as: UTF8.self).replacing("英德", with: "英徳").utf8)
    },
    Tamper(testDescription: "mark", file: ".jsonl") { [0xEF, 0xBB, 0xBF] + $0 },
    Tamper(testDescription: "other line ends", file: ".jsonl") {
      $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    },
    Tamper(testDescription: "emptied", file: ".jsonl") { _ in [] },
    Tamper(testDescription: "segment missing", file: ".jsonl") { _ in nil },
    replace("qingyuan-2018-27.json", "\"1000元\"", "\"9000元\""),
    Tamper(testDescription: "policy marked", file: "qingyuan-2018-27.json") { $0 + [0x0A] },
    Tamper(testDescription: "policy missing", file: "qingyuan-2018-27.json") { _ in nil },
    Tamper(testDescription: "identity emptied", file: "store.json") { _ in [] },
  ]

  private static func file(_ ending: String, in store: String) -> String? {
    FileManager.default.enumerator(atPath: store)?.compactMap { $0 as? String }
      .first { $0.hasSuffix(ending) && !$0.hasPrefix("backup") }
      .map { store + "/" + $0 }
  }

  @Test
  func `No command acts on a damaged store, and each says where it is damaged`() throws {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.succeed("李经办", "step", "accept", "F1", "F2")
    try store.succeed("钱复核", "step", "review", "F1", "F2")
    try store.succeed("周主管", "step", "approve", "F2")
    try store.succeed("周主管", "step", "publish", "F2")
    let backup = try store.file("b", "") + ".backup"
    let commands: [[String]] = [
      ["print", "payment", "--year", "2019"], ["print", "receipt", "F1"], ["export"],
      ["export", "--format", "csv"],
      ["step", "approve", "F1"], ["step", "pay", "F2"], ["seal", "2019", "--confirm"], ["backup", backup],
    ]
    for tamper in Self.tampers {
      let path = try #require(Self.file(tamper.file, in: store.path))
      let right = try #require(FileManager.default.contents(atPath: path))
      let wrong = tamper.change(Array(right)).map { Data($0) }
      try #require(wrong != right, "\(tamper.testDescription)")
      for words in commands {
        // Written anew each time, in case a command had set something aside.
        if let wrong {
          try wrong.write(to: URL(filePath: path))
        } else {
          try FileManager.default.removeItem(atPath: path)
        }
        let result = try store.run(nil, words)
        let what: Comment = "\(tamper.testDescription), \(words): \(result.status) \(result.errors)"
        #expect(result.status != 0 && result.status != 70 && result.status > 0, what)
        let isNamed = [tamper.file, "qingyuan-2018-27.json", "store.json"].contains {
          result.errors.contains($0)
        }
        #expect(isNamed, what)
        if words[0] != "seal" { #expect(result.output.isEmpty, what) }
        #expect(FileManager.default.contents(atPath: path) == wrong, what)
        #expect(!FileManager.default.fileExists(atPath: backup), what)
        try right.write(to: URL(filePath: path))
      }
    }
    #expect(try store.succeed(nil, "verify").contains("完好"))
    try store.succeed(nil, "backup", backup)
  }

  @Test
  func `A backup whose policy was replaced is restored only where that is asked for`() throws {
    let store = try CaseworkStore()
    let backup = try store.file("b", "") + ".backup"
    try store.succeed(nil, "backup", backup)
    let whole = try Program.run(["restore", backup, store.path + "-whole"])
    #expect(whole.status == 0, "\(whole)")
    let policy = try #require(Self.file("qingyuan-2018-27.json", in: store.path))
    let text = try String(contentsOfFile: policy, encoding: .utf8)
    try text.replacing("\"1000元\"", with: "\"9000元\"").write(
      toFile: policy, atomically: true, encoding: .utf8)
    // As a program of before wrote it.
    let wrong = backup + "2"
    try Journal.open(store.path) { _ in }.backup(to: wrong)
    let new = store.path + "-new"
    let refused = try Program.run(["restore", wrong, new])
    #expect(refused.status == 65 && refused.errors.contains("qingyuan-2018-27.json"), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: new + "/store.json"))
    let damaged = try Program.run(["restore", wrong, new, "--damaged"])
    #expect(damaged.status == 65 && damaged.errors.contains("qingyuan-2018-27.json"), "\(damaged)")
    #expect(try Program.run(["operator", "list", "--store", new]).status == 0)
    #expect(try Program.run(["export", "--store", new]).status == 65)
  }

  // MARK: - Inputs

  @Test
  func `A device, a pipe without a writer, a folder and a file too large are refused by name`() throws {
    let store = try CaseworkStore()
    let pipe = try store.file("x", "") + "-pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let large = try store.file("large.json", "")
    try #require(truncate(large, (2 << 30) + 1) == 0)
    for (path, status, reason) in [
      ("/dev/zero", 66, "设备"), ("/dev/full", 66, "设备"), (pipe, 66, "管道"), ("/tmp", 66, "文件夹"),
      (large, 65, "超过 2 GB"), (pipe + "-none", 66, "没有这个文件"),
    ] as [(String, Int32, String)] {
      let result = try store.run(nil, ["import", path])
      #expect(result.status == status, "\(path): \(result)")
      #expect(result.errors.contains(reason) && result.errors.contains(path), "\(result.errors)")
    }
    // A pipe with somebody at its other end is read, however late they come or write.
    let text = #"{"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [], "filings": []}"#
    let cases = try store.file("cases.json", text)
    let read = try Launch.run(
      [
        "/bin/sh", "-c", #"{ sleep 0.3; exec >"$1"; sleep 0.3; cat "$2"; } & shift 2; "$@" "$0"; wait"#, pipe,
        pipe, cases,
      ]
        + [Program.path, "import", "--store", store.path],
      environment: ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "HOME": NSTemporaryDirectory()])
    #expect(read.status == 0, "\(read)")
  }
}
