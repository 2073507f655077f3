import Foundation
import Testing

/// The walk into a successor's years by command line: what 清府办〔2018〕27号 has decided stays as it is, to the last
/// letter of its papers.
struct SuccessorCommandTests {
  private static let id = "qingyuan-2021-3"
  private static var file: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Policies/\(id).json").path
  }

  /// A grant of 2021 as the interchange file states it.
  private func later(_ id: String, _ serial: Int) -> String {
    #"""
    {"id": "\#(id)", "item": "utility-grant", "applicant": "E1", "received": "2021-11-01",
     "inputs": {"applicationNumber": "20202000000\#(serial)", "grantedOn": "2021-05-10"}}
    """#
  }

  @Test
  func `An office of 2019 and 2020 goes on under the successor, and nothing of before moves`() throws {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.succeed("李经办", "step", "accept", "F1", "F2", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "--today", "2019-06-12")
    try store.succeed("孙复核", "step", "approve", "F1", "--today", "2019-06-13")
    let day = ["--today", "2021-12-01"]
    try store.succeed("李经办", "file", "-", "--today", "2021-12-01", input: later("N1", 1))
    #expect(try store.succeed(nil, "show", "N1").contains("不在有效期内"))
    func papers() throws -> [String] {
      try ["approval", "receipt"].map { try store.run(nil, ["print", $0, "F1"] + day).output }
        + [
          store.run(nil, ["print", "batch", "F2"] + day).output,
          store.succeed(nil, "report", "caps", "--year", "2019"),
        ]
    }
    let before = try papers()
    #expect(before.allSatisfy { !$0.isEmpty } && before[0].contains("清府办〔2018〕27号"))

    // Looking changes nothing; confirming takes a supervisor.
    let adopt = ["policy", "adopt", Self.file, "--note", "新办法施行"] + day
    let seen = try store.run(nil, adopt)
    #expect(seen.output.contains("变动 1 件（其中改由另一份政策核算 1 件）：0.00 元 → 800.00 元"), "\(seen.output)\(seen.errors)")
    #expect(seen.output.contains("没有改动。确认采用《清远市专利资助办法（虚构）》（清府办〔2021〕3号），请加 --confirm。"))
    #expect(try store.succeed(nil, "show", "N1").contains("不在有效期内"))
    #expect(try store.run("李经办", adopt + ["--confirm"]).status == 77)
    #expect(try store.run(nil, adopt + ["--confirm"]).output.contains("已采用《清远市专利资助办法（虚构）》"))
    #expect(try store.run(nil, adopt + ["--confirm"]).output.contains("已在采用，没有改动"))

    #expect(try papers() == before)
    let list = try store.succeed(nil, "policy", "list")
    #expect(
      list.contains(
        "qingyuan-2021-3  《清远市专利资助办法（虚构）》（清府办〔2021〕3号）  2021-01-01 至 2023-12-31，代替 qingyuan-2018-27  申报 1 件"))
    #expect(list.contains("2018-01-01 至 2020-12-31  申报 2 件，建库时的政策"))

    // New events under the new policy, old ones under the old, by the item's plain name.
    let shown = try store.succeed(nil, "show", "N1")
    #expect(shown.contains("800.00") && shown.contains("清府办〔2021〕3号"))
    let old = CaseworkStore.grant("N2", of: "E2", 9).replacing("2019-06-10", with: "2021-11-02")
      .replacing("2019-05-10", with: "2020-12-31")
    try store.succeed("李经办", "file", "-", "--today", "2021-12-01", input: old)
    #expect(try store.succeed(nil, "show", "N2").contains("1,000.00"))
    let receipt = try store.run(nil, ["print", "receipt", "N1"] + day).output
    #expect(receipt.contains("《清远市专利资助办法（虚构）》（清府办〔2021〕3号）"))
    let both = try store.run(nil, ["print", "batch", "N1", "N2"] + day).output
    #expect(
      both.filter { !$0.isWhitespace }.contains("《清远市专利资助办法（虚构）》（清府办〔2021〕3号）、《清远市推进专利工作实施办法》（清府办〔2018〕27号）"),
      "\(both)")

    // Handed on whole; taken back only while nothing rests on it.
    let export = try store.succeed(nil, "export")
    #expect(export.contains(#""item": "qingyuan-2021-3/utility-grant""#))
    let withdraw = ["policy", "withdraw", Self.id, "--note", "误采用"] + day
    #expect(try store.run(nil, withdraw).output.contains("800.00 元 → 0.00 元"))
    #expect(try store.run(nil, withdraw + ["--confirm"]).output.contains("已撤下《清远市专利资助办法（虚构）》。"))
    #expect(try papers() == before)
    #expect(try store.run(nil, adopt + ["--confirm"]).status == 0)
    for (step, name) in [("accept", "李经办"), ("review", "钱复核"), ("approve", "孙复核")] {
      try store.succeed(name, "step", step, "N1", "--today", "2021-12-02")
    }
    #expect(try store.run(nil, withdraw + ["--confirm"]).errors.contains("已有 1 件申报按“qingyuan-2021-3”办结或者核定"))
    #expect(try papers() == before)
    let approval = try store.run(nil, ["print", "approval", "N1"] + day).output
    #expect(approval.contains("清府办〔2021〕3号") && approval.contains("800.00"))
    #expect(try store.succeed(nil, "verify").contains("没有发现问题") || store.run(nil, ["verify"]).status == 0)
    #expect(try store.succeed(nil, "report", "tieout").contains("都对得上"))
  }
}
