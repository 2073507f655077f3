import Foundation
import Journal
import Testing

/// What can be had of a damaged store where it is asked for, and inputs that are no files.
struct DamageCommandTests {
  private static func file(_ ending: String, in store: String) -> String? {
    FileManager.default.enumerator(atPath: store)?.compactMap { $0 as? String }
      .first { $0.hasSuffix(ending) && !$0.hasPrefix("backup") }
      .map { store + "/" + $0 }
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

  @Test
  func `What can be read of a damaged store is written where that is asked for, and says what is missing`()
    throws
  {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.succeed("李经办", "step", "accept", "F1", "F2")
    try store.succeed("钱复核", "step", "review", "F1", "F2")
    let segment = try #require(Self.file("000001-000001.jsonl", in: store.path))
    var lines = try String(contentsOfFile: segment, encoding: .utf8).split(separator: "\n").map(String.init)
    // The import, the acceptance, 钱复核's PIN and the review are the last lines.
    let number = lines.count - 2
    lines[number - 1] = lines[number - 1].replacing("F2", with: "F3")
    try (lines.joined(separator: "\n") + "\n").write(toFile: segment, atomically: false, encoding: .utf8)
    let (place, backup) = ("第 \(number) 行", store.path + "-b.backup")
    let exported = try store.run(nil, ["export", "--damaged"])
    #expect(exported.status == 65 && exported.errors.contains(place), "\(exported.errors)")
    for text in ["\"damaged\"", place, "\"F1\"", "\"F2\""] {
      #expect(exported.output.contains(text), "\(exported.output)")
    }
    #expect(try store.run(nil, ["export", "--damaged", "--format", "csv"]).status == 64)
    // Such a file is read only where that is asked for, by whatever command.
    let file = try store.file("damaged.json", exported.output)
    let other = try CaseworkStore()
    for words in [["import", file], ["claims", file, "--into", store.path + "-claims"]] {
      let refused = try words[0] == "claims" ? Program.run(words) : other.run(nil, words)
      #expect(refused.status == 65 && refused.errors.contains("内容不全"), "\(words): \(refused)")
    }
    #expect(try Program.run(["assess", file]).status == 65)
    let taken = try other.run(nil, ["import", "--damaged", file])
    #expect(taken.status == 0 && taken.errors.contains(place), "\(taken)")
    #expect(try other.succeed(nil, "show", "F2").contains("1,000.00"))

    #expect(try store.run(nil, ["backup", backup]).status == 65)
    let made = try store.run(nil, ["backup", "--damaged", backup])
    #expect(made.status == 65 && made.errors.contains(place) && made.errors.contains(backup), "\(made)")
    #expect(try Program.run(["verify", backup]).status == 65)
    let new = store.path + "-again"
    let refused = try Program.run(["restore", backup, new])
    #expect(
      refused.status == 65 && !FileManager.default.fileExists(atPath: new + "/store.json"), "\(refused)")
    let restored = try Program.run(["restore", "--damaged", backup, new])
    #expect(restored.status == 65 && restored.errors.contains(place), "\(restored)")
    #expect(restored.errors.contains("只能查看") && !restored.errors.contains("没有办理"), "\(restored)")
    let again = try #require(Self.file("000001-000001.jsonl", in: new))
    #expect(FileManager.default.contents(atPath: again) == FileManager.default.contents(atPath: segment))
    #expect(try Program.run(["show", "F1", "--store", new]).output.contains("1,000.00"))
    #expect(try Program.run(["export", "--store", new]).status == 65)
  }

  @Test
  func `Of a store that holds the damaged forms say the same as the others`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    #expect(try store.succeed(nil, "export", "--damaged") == store.succeed(nil, "export"))
    let backup = store.path + "-b.backup"
    try store.succeed(nil, "backup", "--damaged", backup)
    #expect(try Program.run(["restore", "--damaged", backup, store.path + "-again"]).status == 0)
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
