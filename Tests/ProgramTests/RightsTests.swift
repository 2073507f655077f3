import Foundation
import Testing

/// Folders and stores that a login may not write or read, tried as somebody who may not.
@Suite(
  .enabled(
    if: OtherUser.nobody != nil,
    "not root, or no setpriv, or nobody can't run the program: rights can't be tried as another user"))
struct RightsTests {
  /// What the program says and its status, run as nobody.
  private func run(_ arguments: [String]) throws -> Launch.Result {
    let nobody = try #require(OtherUser.nobody)
    return try Program.run(arguments, as: nobody)
  }

  @Test func aFolderThatMayNotBeWrittenIsNoPlaceForAStore() throws {
    let scratch = try Scratch()
    let result = try run(["init", scratch.store, "--office", "甲局", "--district", "441881"])
    #expect(result.status == 73)
    #expect(result.errors.contains("没有权限") && result.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  @Test func aStoreThatMayNotBeReadSaysSo() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    chmod(scratch.store, 0o700)
    let result = try run(["export", "--store", scratch.store])
    #expect(result.status == 74)
    #expect(result.errors.contains("没有权限") && result.errors.split(separator: "\n").count == 1)
    #expect(result.output.isEmpty)
  }

  @Test func aStoreThatMayOnlyBeReadIsShownAndNotWritten() throws {
    let scratch = try Scratch()
    // The store is nobody's own, whose operator they are, until somebody takes the rights away.
    chmod(scratch.path, 0o777)
    let made = try run(["init", scratch.store, "--office", "甲局", "--district", "441881"])
    #expect(made.status == 0, "\(made.errors)")
    _ = try Program.run(["export", "--store", scratch.store])
    let files = try #require(FileManager.default.enumerator(atPath: scratch.store))
    chmod(scratch.store, 0o755)
    chown(scratch.store, 0, 0)
    for case let name as String in files {
      var isFolder: ObjCBool = false
      let path = scratch.store + "/" + name
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      chmod(path, isFolder.boolValue ? 0o755 : 0o644)
      chown(path, 0, 0)
    }
    let export = try run(["export", "--store", scratch.store])
    #expect(export.status == 0 && export.output.contains("zizhu-cases/1"))
    let file = try scratch.file(
      "office.json",
      #"{"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [], "filings": []}"#)
    let applicant = try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(
      of: "\"applicants\": []",
      with: #""applicants": [{"id": "P1", "name": "冯晓岚", "kind": "individual", "district": "441802"}]"#)
    try applicant.write(toFile: file, atomically: true, encoding: .utf8)
    // Another test may narrow what new files are open for, in the same process.
    chmod(file, 0o644)
    let imported = try run(["import", file, "--store", scratch.store])
    #expect(imported.status == 73)
    #expect(imported.errors.contains("没有写入权限"))
  }
}
