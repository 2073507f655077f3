import Foundation
import Testing

/// A folder where a file is asked for, a file where a folder is, a place that can't be written (interchange.md, exit status):
/// each told by the path as it was typed, with nothing done.
@Suite struct PathCommandTests {
  @Test func whatIsInTheWayIsNamedAndNothingIsDone() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let store = scratch.store
    let folder = scratch.path + "/folder"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let (plain, backup) = (try scratch.file("plain", "甲"), scratch.path + "/one.zb")
    try #require(try Program.run(["backup", backup, "--store", store]).status == 0)
    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
    func path(_ name: String) -> String { scratch.path + "/" + name }
    let office = ["--office", "甲局", "--district", "441881", "--operator", "李经办"]
    for (arguments, status, words) in [
      (["backup", path("none/b.zb"), "--store", store], 73, "没有放它的文件夹"),
      (["backup", plain + "/b.zb", "--store", store], 73, "没有放它的文件夹"),
      (["backup", backup, "--store", store], 73, "已存在，没有覆盖"),
      (["backup", folder, "--store", store], 73, "已存在，没有覆盖"),
      (["restore", path("none.zb"), path("r")], 66, "没有这个文件"),
      (["restore", folder, path("r")], 66, "这是文件夹，不是文件"),
      (["restore", plain, path("r")], 65, "备份文件损坏"), (["restore", plain + "/b.zb", path("r")], 66, "打不开"),
      (["restore", backup, store], 73, "已有内容"), (["restore", backup, plain], 74, "不是文件夹"),
      (["init", plain] + office, 73, "不是文件夹"), (["init", plain + "/store"] + office, 73, "不是文件夹"),
      (["init", "/proc/store"] + office, 73, "没有这个文件夹"),
      (["export", "--store", plain], 66, "没有资助数据库"), (["verify", "--store", path("none")], 66, "没有资助数据库"),
      (["verify", "--store", folder], 66, "没有资助数据库"), (["policy", "check", folder], 66, "这是文件夹"),
      (["policy", "compare", folder, "--store", store], 66, "这是文件夹"),
      (["policy", "adopt", folder, "--note", "试", "--store", store], 66, "这是文件夹"),
      (["assess", plain + "/x"], 66, "打不开"), (["file", folder, "--store", store], 66, "这是文件夹"),
      (["claims", "--into", plain, "--store", store], 73, "建不了文件夹"),
      (["gather", path("none.zb"), "--store", store], 66, "没有这个文件"),
    ] as [([String], Int32, String)] {
      let result = try Program.run(arguments)
      #expect(result.status == status, "\(arguments): \(result)")
      #expect(
        result.errors.contains(words) && !result.errors.contains("系统错误"), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty && result.errors.hasPrefix("zizhu："), "\(arguments)")
      // The path that was typed, and no file of the program's own.
      #expect(
        arguments.contains { $0.hasPrefix(scratch.path) && result.errors.contains($0) }
          || words.contains("数据库") || arguments[1] == "/proc/store", "\(result.errors)")
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == before)
  }
}
