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

  /// What is written into a file on a full disk is not whole: 74, and why in words, whatever command it was.
  @Test func aFullDiskIsSaidInWords() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    for arguments in [
      ["export", "--store", scratch.store], ["report", "caps", "--store", scratch.store],
      ["report", "--list"],
      ["help", "step"], ["--help"], ["--version"],
    ] {
      let result = try Launch.run(
        ["/bin/sh", "-c", #"exec "$0" "$@" > /dev/full"#, Program.path] + arguments,
        environment: ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "HOME": NSTemporaryDirectory()])
      #expect(result.status == 74, "\(arguments)")
      #expect(result.errors == "zizhu：写标准输出失败：磁盘已满。写出的不完整，请腾出空间或换一个地方再写。\n", "\(arguments)")
    }
  }

  /// A script's slip: of two values for one field nobody knows which was meant.
  @Test func aFieldStandsOnce() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    func add(_ values: String...) throws -> Launch.Result {
      try Program.run(["register", "add", "training"] + values + ["--store", scratch.store])
    }
    let twice = try add(
      "heldOn=2019-03-01", "培训日期=2019-03-02", "topic=撰写", "place=英德", "people=30", "hours=2")
    #expect(twice.status == 64 && twice.errors.contains("“培训日期”写了两次") && twice.output.isEmpty, "\(twice)")
    let once = try add("heldOn=2019-03-01", "topic=撰写", "place=英德", "people=30", "hours=2")
    #expect(once.status == 0 && once.output == "441881-R00001\n", "\(once)")
    let store = try CaseworkStore()
    try store.takeIn(1)
    try store.refuse(
      "李经办", "step", "accept", "F1", "--input", "grantedOn=2019-05-10", "--input", "grantedOn=2019-05-11",
      status: 64,
      ["--input“grantedOn”写了两次"])
  }
}
