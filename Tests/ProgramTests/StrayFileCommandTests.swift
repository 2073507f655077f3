import Foundation
import Testing

/// Files that are not the store's, media that keep no permissions, and what a restore tells: from the built program.
@Suite struct StrayFileCommandTests {
  private static let office = """
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
     "applicants": [{"id": "P1", "name": "冯晓岚", "kind": "individual", "district": "441802"}], "filings": []}
    """

  private func makeStore() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.makeStore()
    let file = try scratch.file("office.json", Self.office)
    #expect(try Program.run(["import", file, "--store", scratch.store]).status == 0)
    return scratch
  }

  /// One verdict for all: commands write, verify says whole and names the files, the backup is whole and restored.
  @Test func strayFilesChangeNoVerdict() throws {
    let scratch = try makeStore()
    let journal = scratch.store + "/journal"
    let writer = try #require(try FileManager.default.contentsOfDirectory(atPath: journal).first)
    for folder in ["", "/journal", "/journal/\(writer)", "/policies", "/snapshot", "/backup"] {
      for name in [".DS_Store", "._x", "Thumbs.db", "desktop.ini", ".000001-000001.jsonl.swp"] {
        try "x".write(toFile: scratch.store + folder + "/" + name, atomically: true, encoding: .utf8)
      }
    }
    let filing = """
      {"item": "utility-grant", "applicant": "P1", "received": "2019-04-01",
       "inputs": {"applicationNumber": "201820123456.0", "grantedOn": "2019-01-15"}}
      """
    #expect(try Program.run(["file", "--store", scratch.store, "-"], input: filing).status == 0)
    let verified = try Program.run(["verify", "--store", scratch.store])
    #expect(verified.status == 0 && verified.output.hasPrefix("完好"))
    #expect(
      verified.errors.contains("提示：不是资助程序的文件，不影响使用，可以移走（journal/\(writer)/.DS_Store")
        && !verified.errors.contains("损坏"), "\(verified.errors)")
    let backup = scratch.path + "/stick"
    #expect(try Program.run(["backup", backup, "--store", scratch.store]).status == 0)
    #expect(try Program.run(["verify", backup]).errors.isEmpty)
    #expect(try Program.run(["restore", backup, scratch.path + "/again"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/again/policies/.DS_Store"))
  }

  /// A stick that knows no permissions gets the file, and whoever makes it is warned.
  @Test(arguments: ["EPERM", "EOPNOTSUPP"]) func aMediumWithoutPermissionsGetsTheBackup(errno: String) throws
  {
    guard let strace = Tool.strace else {
      print("no strace here: not tried")
      return
    }
    let scratch = try makeStore()
    let backup = scratch.path + "/stick"
    let made = try Program.run(
      ["backup", backup, "--store", scratch.store],
      behind: [strace, "-f", "-o", "/dev/null", "-e", "trace=fchmod", "-e", "inject=fchmod:error=\(errno)"])
    #expect(made.status == 0 && made.errors.contains("不保护文件权限"), "\(made.errors)")
    #expect(try Program.run(["verify", backup]).status == 0)
  }

  /// A restore says how far the backup reaches, and refuses where it ends before the head on the last closing sheet.
  @Test func aRestoreTellsWhatItHoldsAndAsksForTheHead() throws {
    let scratch = try makeStore()
    let old = scratch.path + "/old"
    #expect(try Program.run(["backup", old, "--store", scratch.store]).status == 0)
    let filing = """
      {"item": "utility-grant", "applicant": "P1", "received": "2019-04-01", "inputs": {}}
      """
    #expect(try Program.run(["file", "--store", scratch.store, "-"], input: filing).status == 0)
    let new = scratch.path + "/new"
    let made = try Program.run(["backup", new, "--store", scratch.store])
    let head = try #require(made.output.firstMatch(of: /链头 (\S+)/)?.1)

    let refused = try Program.run(["restore", old, scratch.path + "/a", "--head", String(head)])
    #expect(refused.status == 65 && refused.errors.contains("没有恢复"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/a/store.json"))
    let restored = try Program.run(["restore", new, scratch.path + "/b", "--head", String(head)])
    #expect(restored.status == 0 && restored.output.contains("最后一条是第 3 条"), "\(restored.output)")
    let asked = try Program.run(["restore", new, scratch.path + "/c"])
    #expect(asked.output.contains("verify --head"))
  }
}
