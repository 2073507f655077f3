import Foundation
import Testing

/// The ways round two pairs of eyes, tried by the command line; what is refused says why and by what exit status.
struct WaysRoundTests {
  /// Filings of as many applicants, accepted by 李经办 and reviewed by 钱复核.
  private func reviewed(_ count: Int) throws -> CaseworkStore {
    let store = try CaseworkStore()
    try store.takeIn(count)
    try store.succeed("李经办", "step", "accept", "--stage", "received")
    try store.succeed("钱复核", "step", "review", "--stage", "accepted")
    return store
  }

  @Test
  func `a, d, e: nobody approves what they accepted, undone or among others`() throws {
    let store = try CaseworkStore()
    try store.takeIn(3)
    try store.succeed(nil, "step", "accept", "F1")
    try store.succeed(nil, "step", "accept", "F2")
    try store.succeed(nil, "step", "undo", "F2", "--note", "点错了")
    try store.succeed("李经办", "step", "accept", "F2", "F3")
    try store.succeed(nil, "step", "review", "F1", "F2", "F3")
    for id in ["F1", "F2"] {
      try store.refuse(
        nil, "step", "approve", id, status: 77, ["\(id)：赵主管 于", "受理或接收了这一件", "可由", "孙复核"])
    }
    // 钱复核 accepts one of their own between others.
    try store.succeed(nil, "step", "undo", "F3", "--note", "退回")
    try store.succeed(nil, "step", "undo", "F3", "--note", "退回")
    try store.succeed("钱复核", "step", "accept", "F3")
    try store.succeed(nil, "step", "review", "F3")
    try store.refuse("钱复核", "step", "approve", "F1", "F2", "F3", status: 77, ["F3：钱复核 于", "没有办理任何一件"])
    #expect(try store.succeed(nil, "show", "F1").contains("阶段 初审"))
    let fitting = try store.succeed("钱复核", "step", "approve", "F1", "F2", "F3", "--fit")
    #expect(fitting.contains("已办 2 件，合计 2,000.00 元。"))
    #expect(try store.succeed(nil, "show", "F3").contains("阶段 初审"))
  }

  @Test
  func `b, i: nobody approves what they changed, nor an applicant behind it`() throws {
    let store = try reviewed(4)
    try store.succeed("孙复核", "amend", "F1", input: #"{"inputs": {"grantedOn": "2019-05-20"}}"#)
    try store.succeed("孙复核", "papers", "F2", "--ok", "identity")
    try store.succeed("孙复核", "amend", "E3", input: #"{"account": "1239999321"}"#)
    try store.succeed("孙复核", "amend", "E4", input: #"{"district": "441802", "parent": "E1"}"#)
    let reasons = ["最后修改了“授权公告日”", "最后核对了材料“营业执照或身份证”", "最后修改了申请人的账号", "更新了这一件所依据的申请人情况"]
    let refused = try store.run("孙复核", ["step", "approve", "F1", "F2", "F3", "F4"])
    #expect(refused.status == 77)
    for reason in reasons { #expect(refused.errors.contains(reason), "\(refused.errors)") }
    #expect(!refused.errors.contains("9999"))
    try store.succeed("周主管", "step", "approve", "F1", "F2", "F3", "F4")
  }

  @Test
  func `c, k: after approval nothing is changed, and whoever changes the money does not release it`() throws {
    let store = try reviewed(2)
    try store.succeed("孙复核", "step", "approve", "F1", "F2")
    try store.succeed(nil, "step", "publish", "F1", "F2")
    try store.refuse(
      nil, "amend", "F1", input: #"{"inputs": {"grantedOn": "2019-05-20"}}"#, status: 65, ["F1 已经核定，金额不再变动"])
    try store.refuse(nil, "papers", "F1", "--ok", "identity", status: 65, ["F1 已经核定"])
    try store.succeed(nil, "amend", "E1", input: #"{"account": "1239999321"}"#)
    try store.refuse(nil, "step", "pay", "F1", status: 77, ["赵主管 于", "最后修改了申请人的账号", "可由周主管办理"])
    try store.succeed(nil, "step", "pay", "F2")
    try store.succeed(nil, "step", "reclaim", "F2", "--note", "重复申报")
    try store.refuse(nil, "step", "approve", "F2", status: 65, ["现为“追回”，不能审定"])
    try store.succeed(nil, "step", "revise", "F2", "--amount", "1000", "--note", "重复不成立")
    try store.refuse(nil, "step", "confirm", "F2", status: 77, ["追回了款项或提出了变更金额"])
  }

  @Test
  func
    `f: what comes with a later stage or a decided amount is a supervisor's take-over, and not theirs to pay`()
    throws
  {
    let store = try CaseworkStore()
    try store.takeIn(1)
    let decided = CaseworkStore.grant("F7", of: "E1", 7, #", "status": "published", "decided": "1000.00""#)
    try store.refuse(nil, "file", input: decided, status: 65, ["不能带核定金额、后续状态或收件时的登记"])
    let cases = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [], "filings": [\(decided)]}
      """
    // The file names an applicant that the store has; the interchange file brings its own.
    let own = cases.replacing(
      #""applicants": []"#,
      with:
        #""applicants": [{"id": "E8", "name": "英德市旧档厂", "kind": "enterprise", "district": "441881", "account": "1230001321"}]"#
    ).replacing(#""applicant": "E1""#, with: #""applicant": "E8""#)
    let file = try store.file("taken.json", own)
    try store.refuse("钱复核", "import", file, status: 77, ["F7", "只能由主管接收"])
    try store.succeed(nil, "import", file)
    #expect(try store.succeed(nil, "show", "F7").contains("接收旧档  原为公示  核定 1,000.00 元"))
    try store.refuse(nil, "import", file, status: 65, ["已经有了"])
    try store.refuse(nil, "step", "pay", "F7", status: 77, ["受理或接收了这一件"])
    try store.succeed("周主管", "step", "pay", "F7")
  }

  @Test
  func `g: nobody acts as somebody else`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    try store.succeed(nil, "operator", "add", "郑经办", "--role", "clerk", "--login", "zheng")
    // 李经办 has set their PIN at the first sign-in.
    try store.succeed("李经办", "papers", "F1", "--ok", "identity")
    let other = CaseworkStore.grant("F2", of: "E1", 2)
    for (arguments, text) in [
      (["step", "accept", "F1", "--as", "李经办"], "设有 PIN"),
      (["step", "accept", "F1", "--as", "孙复核"], "还没有设 PIN"),
      (["step", "accept", "F1", "--as", "郑经办"], "绑定了另一个系统登录名"), (["file", "--as", "李经办"], "设有 PIN"),
      (["file", "--as", "无此人"], "没有名为“无此人”的操作员"),
    ] {
      let result = try store.run(nil, arguments, input: other)
      #expect(result.status == 77, "\(arguments): \(result.errors)")
      #expect(result.errors.contains(text), "\(result.errors)")
    }
    let guessed = try store.run("李经办", ["step", "accept", "F1"], pin: "not-theirs")
    #expect(guessed.status == 77 && guessed.errors.contains("的 PIN 不对"))
    #expect(try store.succeed(nil, "show", "F1").contains("阶段 收件"))
  }

  @Test
  func `h: nobody has a second name of their own`() throws {
    let store = try reviewed(1)
    let login = String(cString: getpwuid(getuid()).pointee.pw_name)
    try store.refuse(
      nil, "operator", "add", "赵二", "--role", "reviewer", "--login", login, status: 65, ["已绑定操作员“赵主管”"])
    try store.refuse("钱复核", "operator", "add", "钱二", "--role", "clerk", status: 77, ["须由主管办理"])
    try store.refuse(nil, "operator", "pin", "--clear", "赵主管", status: 77, ["自己的 PIN"])
    // 郑经办, who accepts it anew, was given the name by 赵主管 on this very day.
    try store.succeed(nil, "operator", "add", "郑经办", "--role", "clerk")
    try store.succeed("钱复核", "step", "undo", "F1", "--note", "退回")
    try store.succeed("李经办", "step", "undo", "F1", "--note", "退回")
    try store.succeed("郑经办", "step", "accept", "F1")
    try store.succeed("钱复核", "step", "review", "F1")
    try store.refuse(
      nil, "step", "approve", "F1", status: 77, ["郑经办 于", "当天 赵主管 与 郑经办 按一人计", "可由周主管、钱复核、孙复核办理"])
    try store.succeed("李经办", "operator", "pin", "--new-pin-fd", "0", input: "another-pin\n")
    let old = try store.run("李经办", ["papers", "F1", "--ok", "identity"])
    #expect(old.status == 77 && old.errors.contains("的 PIN 不对"))
    try store.succeed(nil, "operator", "retire", "李经办", "--note", "调离")
    #expect(try store.succeed(nil, "operator", "list").contains("李经办  经办  已停用"))
    try store.refuse(nil, "operator", "retire", "李经办", status: 77, ["“李经办”已停用"])
  }

  @Test
  func `j: whoever chooses the reading does not approve what it lets through`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    // 50 against 14, 11 inventions against 8: 22 % of the year, but 3 of the increase of 36.
    let growth = #"""
      {"id": "F8", "item": "filing-growth", "applicant": "E1", "received": "2019-06-10", "inputs": {
        "year": 2018, "filingsThisYear": 50, "filingsLastYear": 14, "inventionsThisYear": 11, "inventionsLastYear": 8}}
      """#
    try store.succeed("李经办", "file", input: growth)
    try store.succeed("李经办", "step", "accept", "F8")
    try store.succeed("钱复核", "step", "review", "F8")
    try store.refuse("孙复核", "step", "approve", "F8", status: 65, ["换一种口径，本件结论不同", "请主管先选定口径"])
    try store.succeed("周主管", "policy", "choose", "share-base=current-year", "--note", "照原文")
    try store.refuse("周主管", "step", "approve", "F8", status: 77, ["选定了关系到这一件的口径"])
    try store.succeed("孙复核", "step", "approve", "F8")
  }

  @Test
  func `l: nobody approves on what they have not seen`() throws {
    let store = try reviewed(1)
    let shown = try store.succeed(nil, "show", "F1")
    let seen = try #require(shown.split(separator: "版本 ").last?.prefix { $0.isNumber }).description
    #expect(seen == "3")
    try store.succeed("钱复核", "amend", "F1", input: #"{"inputs": {"grantedOn": "2019-05-20"}}"#)
    try store.refuse("孙复核", "step", "approve", "F1", "--seen", seen, status: 75, ["钱复核 于", "又办理过这一件"])
    try store.refuse(
      "孙复核", "step", "approve", "F1", "--amount", "999", status: 65, ["写的是 999.00 元，应为 1,000.00 元"])
    try store.succeed("孙复核", "step", "approve", "F1", "--seen", "4")
  }
}
