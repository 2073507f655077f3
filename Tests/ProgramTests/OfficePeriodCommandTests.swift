import Foundation
import Testing

/// `zizhu office`, publicity, objections and service by command line.
struct OfficePeriodCommandTests {
  @Test
  func `Periods are set, shown, and hold from their day on`() throws {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.refuse("孙复核", "office", "set", "publicity", "7", "--note", "局务会", status: 77, ["主管"])
    try store.refuse(nil, "office", "set", "publicty", "7", "--note", "局务会", status: 64, ["是不是“publicity”"])
    try store.refuse(nil, "office", "set", "publicity", "7", status: 65, ["请写明理由"])
    let set = try store.succeed(
      nil, "office", "set", "publicity", "7", "--note", "局务会", "--today", "2019-06-10")
    #expect(set == "已设定  公示  7 日，2019-06-10 起（局务会）\n")
    try store.refuse(
      nil, "office", "set", "publicity", "5", "--from", "2019-06-09", "--note", "补", "--today", "2019-06-10",
      status: 65, ["已经过去"])
    let shown = try store.succeed(nil, "office", "--today", "2019-06-11")
    #expect(shown.contains("公示  7 日，2019-06-10 起") && shown.contains("补正  没有设定，不写明的按 10 个工作日"), "\(shown)")
    #expect(try store.succeed(nil, "office", "--today", "2019-06-09").contains("公示  没有设定"))
    // Seven days from the 14th: paid from the 22nd on.
    try store.succeed("李经办", "step", "accept", "F1", "F2", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "--today", "2019-06-12")
    try store.succeed("孙复核", "step", "approve", "F1", "F2", "--today", "2019-06-13")
    let published = try store.succeed("孙复核", "step", "publish", "F1", "F2", "--today", "2019-06-14")
    #expect(published.contains("期限 2019-06-21"), "\(published)")
    let list = try store.succeed(nil, "print", "public", "F1", "F2", "--today", "2019-06-14")
    #expect(list.filter { !$0.isWhitespace }.contains("公示期自2019年6月14日至2019年6月21日。"), "\(list)")
    try store.refuse(nil, "step", "pay", "F1", "--today", "2019-06-21", status: 65, ["公示到 2019-06-21 为止"])
    // An objection holds F1, and nothing holds F2.
    try store.succeed("李经办", "step", "object", "F1", "--note", "张三：非本人专利", "--today", "2019-06-20")
    try store.refuse(nil, "step", "pay", "F1", "--today", "2019-06-24", status: 65, ["2019-06-20 登记的异议还没有处理"])
    try store.refuse(
      "孙复核", "step", "overrule", "F1", "--note", "查无实据", "--today", "2019-06-24", status: 77, ["审定了这一件"])
    try store.succeed(nil, "step", "pay", "F2", "--today", "2019-06-24")
    try store.succeed(
      "钱复核", "step", "reject", "F1", "--reason", "objection", "--paper", "英知不〔2019〕1号", "--today",
      "2019-06-24")
    let refusal = try store.succeed(nil, "print", "refusal", "F1", "--today", "2019-06-24")
    #expect(refusal.contains("英知不〔2019〕1号") && refusal.contains("1. 异议成立。"), "\(refusal)")
    let slip = try store.succeed(nil, "print", "service", "F1", "--today", "2019-06-24")
    #expect(slip.contains("不予资助通知书（英知不〔2019〕1号）") && slip.contains("□直接"), "\(slip)")
    try store.succeed("李经办", "step", "serve", "F1", "--way", "direct", "--today", "2019-06-25")
    let served = try store.succeed(nil, "print", "service", "F1", "--today", "2019-06-25")
    #expect(served.contains("送达方式：直接送达") && served.contains("2019年6月25日"), "\(served)")
    let story = try store.succeed(nil, "show", "F1")
    #expect(story.contains("不予资助通知书 英知不〔2019〕1号  直接送达"), "\(story)")
    #expect(story.contains("公示至 2019-06-21"))
    #expect(try store.succeed(nil, "report", "tieout").contains("对得上"))
    try store.succeed(nil, "verify")
  }

  @Test
  func `The sample of the data folder is taken as it is`() throws {
    let store = try CaseworkStore()
    let file = Program.data + "/office.json"
    let set = try store.succeed(
      nil, "office", "set", "--file", file, "--note", "局务会", "--today", "2019-06-10")
    #expect(set.split(separator: "\n").count == 4 && set.contains("追回款退回  30 日"), "\(set)")
    try store.refuse(
      nil, "office", "set", "--file", Program.data + "/holidays.json", "--note", "x", status: 65,
      ["这里应为 zizhu-office/1", "没有设定"])
    // 400 of 1 000 asked back on Friday 28 June: within 30 days, to Sunday 28 July, so Monday the 29th.
    try store.takeIn(1)
    try store.succeed("李经办", "step", "accept", "F1", "--today", "2019-06-11")
    try store.succeed("钱复核", "step", "review", "F1", "--today", "2019-06-12")
    try store.succeed("孙复核", "step", "approve", "F1", "--today", "2019-06-13")
    try store.succeed("孙复核", "step", "publish", "F1", "--today", "2019-06-14")
    try store.succeed(nil, "step", "pay", "F1", "--today", "2019-06-24")
    try store.succeed(
      "钱复核", "step", "revise", "F1", "--amount", "600.00", "--reason", "audit", "--today", "2019-06-28")
    try store.succeed("孙复核", "step", "confirm", "F1", "--today", "2019-06-28")
    let letter = try store.succeed(nil, "print", "recovery", "F1", "--today", "2019-06-28")
    #expect(letter.filter { !$0.isWhitespace }.contains("请于2019年7月29日前（含当日）将人民币400.00元退回"), "\(letter)")
    let late = try store.succeed(
      nil, "report", "recoveries", "--format", "csv", "--today", "2019-08-03")
    #expect(late.filter { $0 != "\"" && $0 != "\t" }.contains("400.00,2019-07-29,5"), "\(late)")
  }
}
