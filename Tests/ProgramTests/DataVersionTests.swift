import Foundation
import Testing

/// Program and data are installed together; where they are of different versions, whoever begins to work is told.
@Suite struct DataVersionTests {
  /// The program's data in a folder of its own, with another word in the place of the version.
  private func data(_ version: String?, in scratch: Scratch) throws -> String {
    let folder = scratch.path + "/data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: Program.data) where name != "version" {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: Program.data + "/" + name)
    }
    if let version { _ = try scratch.file("data/version", version) }
    return folder
  }

  @Test(arguments: [("0.9\n", "数据文件夹是 0.9 版"), (nil, "数据文件夹没有写明版本")] as [(String?, String)])
  func anotherVersionIsTold(_ version: String?, _ sentence: String) throws {
    let scratch = try Scratch()
    let folder = try data(version, in: scratch)
    let words = ["--data", folder]
    let founding = ["--office", "英德市知识产权局", "--district", "441881", "--operator", "王芳"]
    let made = try Program.run(["init", scratch.store] + founding + words)
    #expect(made.status == 0 && made.errors.contains(sentence), "\(made.errors)")
    // Neither has a terminal here, and each says the version first.
    for command in [["desk", "--store", scratch.store], ["demo"]] {
      let opened = try Program.run(command + words)
      #expect(opened.errors.contains(sentence), "\(command): \(opened.errors)")
    }
  }

  @Test func theDataThatComeWithTheProgramAreOfItsVersion() throws {
    let scratch = try Scratch()
    let number = try Program.run(["--version"]).output.split(separator: "\n").first?.dropFirst("zizhu ".count)
    #expect(try String(contentsOfFile: Program.data + "/version", encoding: .utf8) == "\(number ?? "")\n")
    let made = try Program.run(
      ["init", scratch.store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "王芳"])
    #expect(made.status == 0 && made.errors.isEmpty)
  }
}
