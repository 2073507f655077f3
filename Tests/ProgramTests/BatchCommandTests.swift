import Foundation
import Testing

/// Payment batches by command line: the list made, printed, paid, sent back, printed again.
struct BatchCommandTests {
  /// Three grants of utility models, 1 000 each (article 18), published.
  private func store() throws -> CaseworkStore {
    let store = try CaseworkStore()
    try store.takeIn(3)
    try store.succeed("李经办", "step", "accept", "F1", "F2", "F3", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "F3", "--today", "2019-06-12")
    try store.succeed("孙复核", "step", "approve", "F1", "F2", "F3", "--today", "2019-06-13")
    try store.succeed("孙复核", "step", "publish", "F1", "F2", "F3", "--today", "2019-06-14")
    return store
  }

  @Test
  func `A batch is made, printed, paid and printed again as it was`() throws {
    let store = try store()
    try store.refuse("孙复核", "step", "batch", "F1", "--today", "2019-06-24", status: 77, ["主管"])
    let made = try store.succeed(nil, "step", "batch", "F1", "F2", "--today", "2019-06-24")
    let id = "441881-P2019-001"
    #expect(made.contains("已办 2 件，合计 2,000.00 元。") && made.contains("拨付批次 \(id)"))
    let printed = try store.succeed(nil, "print", "payment", "--batch", id)
    for text in [id, "2019年6月24日", "8002000012\(1)", "贰仟元整", "英德市第2陶瓷厂"] {
      #expect(printed.contains(text), "\(text)")
    }
    try store.refuse(
      nil, "step", "reject", "F1", "--note", "x", "--today", "2019-06-24", status: 65, [id, "撤销"])
    try store.refuse(nil, "step", "pay", "--batch", "441881-P2019-009", status: 66, ["没有拨付批次"])
    let paid = try store.succeed(
      nil, "step", "pay", "--batch", id, "--paper", "清财〔2019〕1号", "--today", "2019-06-25")
    #expect(paid.contains("已办 2 件"))
    try store.refuse(nil, "step", "pay", "--batch", id, "--today", "2019-06-25", status: 66, ["没有待拨的申报"])
    // Sent back, another account, reclaimed: the list stays.
    try store.succeed(
      nil, "step", "return", "F1", "--reason", "account-closed", "--due", "2019-07-10", "--today",
      "2019-06-26")
    try store.succeed("李经办", "amend", "E1", "--today", "2019-06-27", input: #"{"account": "80020000777"}"#)
    try store.succeed(nil, "step", "batch", "F1", "--today", "2019-06-28")
    try store.succeed(
      nil, "step", "reclaim", "F2", "--reason", "audit", "--today", "2019-06-28")
    let again = try store.run(nil, ["print", "payment", "--batch", id])
    #expect(again.output == printed && again.errors.contains("已拨付，后被银行退回：F1"))
    #expect(try store.succeed(nil, "print", "payment", "--batch", "441881-P2019-002").contains("80020000777"))
    let batches = try store.succeed(nil, "report", "batches", "--year", "2019", "--format", "csv")
    let lines = batches.split(separator: "\r\n").map { $0.filter { $0 != "\"" && $0 != "\t" } }
    #expect(
      lines[1].contains("\(id),2019-06-24,赵主管,2,2000.00,0.00,2000.00,0.00,1000.00,1000.00,0.00"), "\(lines)")
    #expect(lines[2].contains("441881-P2019-002,2019-06-28,赵主管,1,1000.00,0.00,1000.00,1000.00"), "\(lines)")
    // 2 000 paid, 1 000 sent back, 1 000 given back, all in June.
    let spending = try store.succeed(nil, "report", "spending", "--year", "2019", "--format", "csv")
    #expect(
      spending.filter { $0 != "\"" && $0 != "\t" }.contains(
        "2019-06,2,2000.00,0.00,2000.00,1000.00,1000.00,0.00,0.00,"), "\(spending)")
    #expect(try store.succeed(nil, "show", "F1").contains("列入拨付批次"))
    #expect(try store.succeed(nil, "report", "tieout").contains("对得上"))
  }

  /// A year's budget of 2 500.00 for 英德市: three approvals of 1 000.00 each are 500.00 too many, said before.
  @Test
  func `An overdrawn budget is said with the approval`() throws {
    let store = try CaseworkStore()
    try store.takeIn(3)
    try store.succeed(
      nil, "register", "add", "fund-budget", "year=2019", "amount=2500.00", "--district", "441881")
    try store.succeed("李经办", "step", "accept", "F1", "F2", "F3", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "F3", "--today", "2019-06-12")
    let sentence = "2019 年度英德市专项资金预算 2,500.00 元，已核定 0.00 元，这次 3,000.00 元，超出预算 500.00 元。"
    let tried = try store.succeed(
      "孙复核", "step", "approve", "F1", "F2", "F3", "--dry-run", "--today", "2019-06-13")
    #expect(tried.contains(sentence), "\(tried)")
    let one = try store.succeed("孙复核", "step", "approve", "F1", "--today", "2019-06-13")
    #expect(!one.contains("超出预算"))
  }
}
