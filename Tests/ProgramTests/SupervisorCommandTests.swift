import Foundation
import Testing

/// The supervisor's year by command line: reports as of then, sealing, the sample, the correction sheet.
struct SupervisorCommandTests {
  /// Two grants of utility models of 2019, 1 000 each (article 18), approved; a day in the year that follows.
  private func store() throws -> CaseworkStore {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.succeed("李经办", "step", "accept", "F1", "F2", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "--today", "2019-06-12")
    try store.succeed("孙复核", "step", "approve", "F1", "F2", "--today", "2019-06-13")
    return store
  }

  private func head(_ store: CaseworkStore) throws -> String {
    let last = try store.succeed(nil, "verify").split(separator: "\n").last
    return String(try #require(last?.split(separator: " ").last))
  }

  private func rows(_ json: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary)
  }

  @Test
  func `A report made again has the figures of then, and what moved since`() throws {
    let store = try store()
    let totals = ["report", "totals", "--year", "2019", "--format", "json"]
    let then = try rows(store.run(nil, totals).output)
    let head = try head(store)
    try store.succeed("孙复核", "step", "publish", "F1", "--today", "2019-06-20")
    try store.succeed(nil, "step", "pay", "F1", "--today", "2019-06-21")
    try store.succeed("钱复核", "step", "reject", "F2", "--note", "证书系伪造", "--today", "2019-06-21")

    let again = try rows(store.run(nil, totals + ["--as-of", head]).output)
    #expect(again["rows"] as? NSArray == then["rows"] as? NSArray)
    #expect(again["totals"] as? NSArray == then["totals"] as? NSArray)
    let since = try #require(again["since"] as? [[String: String]])
    // F1's 1 000 are paid now, F2's are gone: of 2 000 approved nothing is left to be paid.
    let sums = since.filter { $0["row"] == "合计" }.map {
      [$0["column"], $0["then"], $0["now"], $0["difference"]]
    }
    #expect(
      sums == [
        ["申请", "2000.00", "1000.00", "-1000.00"], ["已审定", "2000.00", "0.00", "-2000.00"],
        ["已拨付", "0.00", "1000.00", "1000.00"], ["资助额", "2000.00", "1000.00", "-1000.00"],
      ])
    // Today everything is known.
    let now = try rows(store.run(nil, totals + ["--as-of", "2100-01-01"]).output)
    #expect((now["since"] as? NSArray)?.count == 0)
    try store.refuse(nil, "report", "totals", "--as-of", "2001-01-01", status: 65, ["还没有任何记录"])
    try store.refuse(nil, "report", "totals", "--as-of", "昨天", status: 64, ["既不是日期", "链头"])
    let other = String(head.dropLast()) + (head.hasSuffix("0") ? "1" : "0")
    try store.refuse(nil, "report", "totals", "--as-of", other, status: 65, ["另一段历史"])
  }

  @Test
  func `A year is sealed, sampled, opened and corrected`() throws {
    let store = try store()
    let day = ["--today", "2020-02-03"]
    try store.refuse(nil, "report", "sample", "--year", "2019", status: 65, ["没有封存，不能抽样"])
    try store.refuse(nil, "print", "year-seal", "--year", "2019", status: 66, ["还没有封存"])
    let head = try head(store)
    #expect(try store.run(nil, ["seal", "2019"] + day).output.contains("2,000.00"))
    #expect(try self.head(store) == head, "looking saves nothing")
    #expect(try store.run("孙复核", ["seal", "2019", "--confirm"] + day).status == 77)
    #expect(try store.run(nil, ["seal", "2019", "--confirm"] + day).output.contains(head))

    let sheet = try store.succeed(nil, "print", "year-seal", "--year", "2019")
    for text in [head, "2019年度专利资助封存表", "贰仟元整", "第18条  实用新型授权", "赵主管"] { #expect(sheet.contains(text)) }
    let sample = try store.succeed(
      nil, "report", "sample", "--year", "2019", "--count", "1", "--format", "json")
    #expect(
      try store.succeed(nil, "report", "sample", "--year", "2019", "--count", "1", "--format", "json")
        == sample)
    let drawn = try #require((try rows(sample)["rows"] as? [[String: Any]])?.first)
    let filing = try #require(drawn["filing"] as? String)
    // Anybody's sha256sum says the same, and that the other filing's hash is larger.
    var hashes: [String: String] = [:]
    for id in ["F1", "F2"] {
      let sum = try Launch.run(
        ["/bin/sh", "-c", #"printf '%s %s' "$0" "$1" | sha256sum"#, head, id],
        environment: ["PATH": "/usr/bin:/bin"])
      hashes[id] = sum.output.split(separator: " ").first.map(String.init)
    }
    #expect(drawn["hash"] as? String == hashes[filing])
    #expect(hashes.values.min() == hashes[filing])

    try store.refuse("孙复核", "step", "publish", "F1", status: 65, ["2019 年度已经封存", "zizhu unseal 2019"])
    try store.refuse("孙复核", "unseal", "2019", "--note", "审计", status: 77, ["主管"])
    try store.succeed(nil, "unseal", "2019", "--note", "审计决定")
    try store.succeed("钱复核", "step", "reject", "F2", "--note", "证书系伪造", "--today", "2020-02-04")
    let correction = try store.succeed(nil, "print", "year-correction", "--year", "2019")
    for text in [head, "理由：审计决定", "F2", "-1,000.00", "净额由2,000.00元变为1,000.00元，差额-1,000.00元", "尚未重新封存"] {
      #expect(correction.contains(text), "\(text)")
    }
    #expect(try store.run(nil, ["seal", "2019", "--confirm"] + day).status == 0)
    #expect(try store.succeed(nil, "print", "year-seal", "--year", "2019").contains("第2次"))
    #expect(try store.succeed(nil, "print", "year-correction", "--year", "2019").contains("重新封存的链头"))
  }

  @Test
  func `Every report is listed and made in every format`() throws {
    let store = try store()
    let names = try store.succeed(nil, "report", "--list").split(separator: "\n")
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "sample" }
    #expect(names.count == 21)
    for name in names {
      for format in ["text", "csv", "html", "json"] {
        #expect(try !store.succeed(nil, "report", name, "--year", "2019", "--format", format).isEmpty)
      }
    }
    try store.refuse(nil, "report", "cap", status: 64, ["是不是“caps”"])
  }
}
