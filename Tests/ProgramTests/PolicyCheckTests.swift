import Foundation
import Testing

/// What `policy check` keeps beside a file, and what it says of it afterwards.
@Suite struct PolicyCheckTests {
  @Test("Confirmed results are kept beside the file, and every later check is held against them")
  func kept() throws {
    let scratch = try Scratch()
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/quota.json")
    let text = try String(contentsOf: path, encoding: .utf8)
    let file = try scratch.file("quota.json", text)
    let before = try Program.run(["policy", "check", file])
    #expect(before.status == 0 && !before.output.contains("确认的结果"), "\(before.errors)")

    let keep = try Program.run(["policy", "check", file, "--confirmed-by", "赵主管", "--today", "2021-02-03"])
    #expect(keep.status == 0, "\(keep.errors)")
    #expect(
      keep.output.contains("已保存 赵主管 确认的结果") && FileManager.default.fileExists(atPath: file + ".boundaries"))
    let same = try Program.run(["policy", "check", file])
    #expect(same.status == 0 && same.output.contains("与 赵主管 于 2021-02-03 确认的结果相同"))

    _ = try scratch.file("quota.json", text.replacingOccurrences(of: "\"2件\"", with: "\"3件\""))
    let moved = try Program.run(["policy", "check", file])
    #expect(moved.status == 65)
    #expect(moved.errors.contains("确认过：第2条 每人每年两件，上限 2 件：已用 1 件 余 1 件；已用 2 件 余 0 件"))
    #expect(moved.errors.contains("现在是：第2条 每人每年两件，上限 3 件：已用 2 件 余 1 件；已用 3 件 余 0 件"))
    let again = try Program.run(["policy", "check", file, "--confirmed-by", "周主管", "--today", "2021-03-04"])
    #expect(again.status == 0 && again.output.contains("与 周主管 于 2021-03-04 确认的结果相同"))

    _ = try scratch.file("quota.json.boundaries", "别的\n")
    #expect(try Program.run(["policy", "check", file]).status == 65)
    #expect(try Program.run(["policy", "check", file, "--confirmed-by", " "]).status == 64)
    #expect(try Program.run(["policy", "check", file, "--confirmed-by", "甲", "--today", "昨天"]).status == 64)
  }

  @Test("A label that the entry form cuts is told, and the file can be gone by")
  func longLabel() throws {
    let scratch = try Scratch()
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/quota.json")
    let text = try String(contentsOf: path, encoding: .utf8)
      .replacingOccurrences(of: "\"label\": \"费用\"", with: "\"label\": \"登记和代理费用合计\"")
    let said = try Program.run(["policy", "check", try scratch.file("long.json", text)])
    #expect(
      said.status == 0 && said.output.contains("名称“登记和代理费用合计”占 18 列，填报窗口只有 16 列（8 个汉字）"), "\(said.output)")
    let whole = text.replacingOccurrences(of: "登记和代理费用合计", with: "登记和代理费用合")
    let fits = try Program.run(["policy", "check", try scratch.file("fits.json", whole)])
    #expect(fits.status == 0 && !fits.output.contains("列"), "\(fits.output)")
  }

  @Test("Of thousands of mistakes the first hundred are printed and the rest counted")
  func manyMistakes() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/quota.json")
    let fee = #"{"id": "fee", "label": "费用", "kind": "money"}"#
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.contains(fee))
    let scratch = try Scratch()
    func check(_ count: Int) throws -> (status: Int32, lines: [String]) {
      let wrong = (0..<count).map { #"{"id": "a\#($0)", "label": "第\#($0)栏", "kind": "dat"}"# }
      let file = try scratch.file(
        "many.json", text.replacingOccurrences(of: fee, with: (wrong + [fee]).joined(separator: ",\n")))
      let said = try Program.run(["policy", "check", file])
      return (said.status, said.errors.split(separator: "\n").map(String.init))
    }
    let many = try check(4000)
    #expect(many.status == 65)
    // A heading, the hundred, and how many there are besides.
    #expect(many.lines.count == 102, "\(many.lines.count)")
    #expect(many.lines.dropFirst().prefix(100).allSatisfy { $0.contains("不认识“dat”，是不是“date”。") })
    #expect(many.lines.last == "还有 3900 处，改好上面的再检查。")
    let hundred = try check(100)
    #expect(hundred.lines.count == 101 && hundred.lines.last?.contains("a99") == true)
    let more = try check(101)
    #expect(more.lines.count == 102 && more.lines.last == "还有 1 处，改好上面的再检查。")
  }
}
