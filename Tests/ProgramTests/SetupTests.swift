import Foundation
import Testing

/// `zizhu` where there is no store yet.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct SetupTests {
  @Test func anOfficeIsSetUpByAnsweringThreeQuestions() throws {
    let scratch = try Scratch()
    let desk = try Terminal.desk(scratch.path + "/新的/深处")
    try desk.wait(for: "这里还没有资助数据库", "1  新建本单位的数据库", "2  看演示", "请输入编号")
    try desk.type("9")
    try desk.press("Enter")
    try desk.wait(for: "请输入 1、2 或 0")
    try desk.type("1")
    try desk.press("Enter")
    try desk.wait(for: "单位名称")
    try desk.press("Enter")
    try desk.wait(for: "请填写名称")
    try desk.type("连州市知识产权局")
    try desk.press("Enter")
    try desk.wait(for: "9  连州市", "请输入编号、名称或代码")
    try desk.type("广州市")
    try desk.press("Enter")
    try desk.wait(for: "没有这个地区")
    try desk.type("9")
    try desk.press("Enter")
    try desk.wait(for: "第一位操作员（主管）的姓名")
    try desk.type("陈经办")
    try desk.press("Enter")
    try desk.wait(for: "将新建：连州市知识产权局（连州市），主管 陈经办")
    try desk.press("Enter")
    try desk.wait(for: "1 待办", "连州市知识产权局", "陈经办", "还没有申报")
    let shown = try Program.run(["verify", "--store", scratch.path + "/新的/深处"])
    #expect(shown.status == 0)
  }

  @Test func theDemoIsOneAnswerAway() throws {
    let scratch = try Scratch()
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "请输入编号")
    try desk.type("2")
    try desk.press("Enter")
    try desk.wait(for: "演示", "2,730.00")
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  @Test(arguments: ["0", "C-d"]) func leavingMakesNothing(_ key: String) throws {
    let scratch = try Scratch()
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "请输入编号")
    try desk.press(key)
    if key == "0" { try desk.press("Enter") }
    try desk.waitForEnd()
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  /// A folder with something else in it is no place for a store, and nobody is asked.
  @Test func aFolderOfOtherThingsIsLeftAlone() throws {
    let scratch = try Scratch()
    let other = try scratch.file("信.txt", "您好")
    let shell = try Terminal.shell(columns: 160)
    try shell.type("'\(Program.path)' --store \(scratch.path); echo STATUS $?")
    try shell.press("Enter")
    try shell.wait(for: "这里没有资助数据库", "STATUS 66")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "您好")
  }

  @Test func onAPipeNobodyIsAsked() throws {
    let scratch = try Scratch()
    let result = try Program.run(["--store", scratch.store], input: "1\n甲\n1\n乙\n\n")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("zizhu init") && result.errors.contains("zizhu demo"))
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }
}
