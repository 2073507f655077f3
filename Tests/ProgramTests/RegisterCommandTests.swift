import Foundation
import Testing

/// `zizhu register`: typed as clerks type, refused in words, the same in text, CSV and JSON lines.
struct RegisterCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "zizhu-" + UUID().uuidString)
  private var store: String { folder.appending(path: "store").path }

  private func prepare() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let made = try Program.run(
      ["init", store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管", "--trial"])
    #expect(made.status == 0)
  }

  private func register(_ words: String...) throws -> Launch.Result {
    try Program.run(["register"] + words + ["--store", store, "--today", "2020-03-27"])
  }

  @Test func aRecordIsTypedFoundChangedCountedAndStruckOut() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let added = try register("add", "培训", "培训日期=2019年5月20日", "主题=专利检索", "地点=县城", "people=８６人", "学时=4")
    #expect(added.status == 0 && added.output == "441881-R00001\n")
    #expect(try register("list", "--find", "zljs").output.contains("专利检索"))
    #expect(try register("change", "441881-R00001", "培训人数=90").status == 0)
    #expect(try register("count", "--year", "2019").output.contains("培训人数 90 人，学时 4 学时"))
    let lines = try register("list", "--format", "jsonl").output
    #expect(
      lines == """
        {"id":"441881-R00001","kind":"training","district":"441881","values":{"heldOn":"2019-05-20",\
        "topic":"专利检索","place":"县城","people":90,"hours":4},"article":"3","year":2019,"label":"培训"}

        """)
    #expect(
      try register("list", "培训", "--format", "csv").output.contains(
        "\"\t2019-05-20\",\"专利检索\",\"县城\",\"90\",\"4\""))
    #expect(try register("strike", "441881-R00001", "--note", "录重").status == 0)
    #expect(try register("list", "--format", "jsonl").output.isEmpty)
  }

  @Test func whatDoesNotFitIsRefusedInWords() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (words, status, says) in [
      (["add", "培圳"], Int32(64), "培训"), (["add", "培训", "人数=3"], 64, "培训人数"),
      (["add", "培训", "培训人数=很多"], 65, "培训人数：数量看不懂"),
      (["add", "培训", "主题=检索"], 65, "还没有填培训日期、地点、培训人数、学时"),
      (["add", "专项资金预算", "年度=2019", "预算=3万", "--district", "广州"], 64, "广州"),
      (["strike", "441881-R9", "--note", "错"], 65, "441881-R9"),
    ] {
      let result = try Program.run(["register"] + words + ["--store", store, "--today", "2020-03-27"])
      #expect(result.status == status && result.errors.contains(says), "\(words): \(result.errors)")
    }
    #expect(try register("list", "--format", "jsonl").output.isEmpty)
  }
}
