import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

@testable import Desk

/// The desk of an office in another city: its policy, its districts, its sums.
@Suite struct OtherCityDeskTests {
  private static func text(_ name: String) throws -> String {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/\(name).json")
    return try String(contentsOf: path, encoding: .utf8)
  }

  /// An office under a policy of the tests with a clerk, two reviewers and a supervisor, the clerk at the desk.
  private func desk(_ text: String, in district: String, on day: String) throws -> DeskSession {
    let policy = try PolicyFile.read(Array(text.utf8)).get()
    var state = OfficeState(policy: policy, pinyin: DemoOffice.pinyinTable)
    let roles: [Operator.Role] = [.clerk, .reviewer, .reviewer, .supervisor]
    state.fold(
      Transaction(
        by: "演示", at: "2019-01-02T01:00:00Z", policy: "",
        changes: [
          .founded(.init(name: "某市知识产权局", district: district, policy: policy.id)),
          .operatorAdded(.init(name: "演示", role: .supervisor, login: nil)),
        ]
          + zip(DeskSession.people, roles).map { .operatorAdded(.init(name: $0, role: $1, login: $0)) }))
    var desk = try DeskSession(state)
    try desk.on(day)
    desk.model.year = desk.model.device.today.year
    desk.model.stateChanged(state)
    try desk.turn("李经办")
    return desk
  }

  @Test("A clerk of 广州 takes the district by its name, files, and another approves and prints")
  func guangzhou() throws {
    var desk = try desk(Self.text("guangzhou"), in: "440100", on: "2020-05-11")
    try desk.press("<F3>广州某某科技有限公司<Tab>1<Tab>天河<Tab>")
    #expect(desk.screen.contains("天河区"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.message.contains("已保存申请人"), "\(desk.message)")
    #expect(desk.state.people.applicants.first?.district == "440106")
    // C1: 职务 3 000, and 2 000 with an agency, 5 000 in full (pay, so 全额资助); the fees, 5 000 official and 4 000 of the
    // agency, nothing paid by the district, come to 9 000 and bound nothing. 10 000 000 a year for a unit less 5 000.
    try desk.press(
      "1<F2>国内发明<Tab>广州某某<Tab><Tab>201810000001<Tab>2020-04-03<Tab>职务发明<Tab>否<Tab>是<Tab>5000<Tab>4000<Tab>0<Tab>"
    )
    #expect(desk.screen.contains("全额资助  5,000.00 元"), "\(desk.screen)")
    // Eight digits of the yearly limit have their room.
    #expect(desk.screen.contains("10,000,000.00") && desk.screen.contains("9,995,000.00"), "\(desk.screen)")
    try desk.press("<F8>")
    let id = "440100-2020-000001"
    #expect(desk.message.contains("已保存 \(id)"), "\(desk.message)")
    // Under the worklist, beside it on a wide screen, and in the table of caps.
    for (size, keys) in [("24 80", "<Esc>1"), ("16 60", ""), ("30 110", ""), ("45 160", "")] {
      try desk.press("\(keys)<Resize \(size)>")
      #expect(desk.screen.contains("余 9,995,000.00"), "\(desk.screen)")
    }
    try desk.press("<Resize 30 110>4")
    #expect(desk.screen.contains("10,000,000.00") && desk.screen.contains(" 9,995,000.00"), "\(desk.screen)")
    try desk.press("<Resize 24 80>1<F4><C-a><F8><F5><F8>")
    #expect(desk.standing(id) == .accepted, "\(desk.screen)")
    try desk.turn("钱复核")
    try desk.press("1<F5><F8>")
    #expect(desk.standing(id) == .reviewed, "\(desk.screen)")
    try desk.turn("孙复核")
    try desk.press("1<F5><F8>")
    #expect(desk.standing(id) == .approved, "\(desk.screen)")
    try desk.press("3<F9><Enter>")
    #expect(desk.screen.contains("5,000.00") || desk.screen.contains("5000.00"), "\(desk.screen)")
  }

  @Test("Awards of eight digits are whole in a list, and what is left in pieces is told in pieces")
  func largeAwards() throws {
    let text = try Self.text("guangzhou")
    let large = text.replacing(
      #""duty": "10000元", "free": "5000元""#, with: #""duty": "45678901.23元", "free": "5000元""#
    )
    .replacing(#""enterprise": "10000000元""#, with: #""enterprise": "99000000元""#)
    try #require(large != text)
    var desk = try desk(large, in: "440100", on: "2020-05-11")
    try desk.press("<F3>广州某某科技有限公司<Tab>1<Tab>天河<Tab><F8>")
    try desk.press("1<F2>PCT<Tab>广州某某<Tab><Tab><C-t>")
    let row = "\\t2020-04-03\\t职务发明\\t60000000\\t0\\t0\\n"
    try desk.press("<Paste \"PCT/CN2019/000001\(row)PCT/CN2019/000002\(row)PCT/CN2019/000003\(row)\">")
    #expect(desk.model.listEntry?.filled().count == 3, "\(desk.screen)")
    // 99 000 000 less 45 678 901.23 once is 53 321 098.77, twice 7 642 197.54.
    for figure in ["45,678,901.23", "53,321,098.77", "7,642,197.54"] {
      #expect(desk.screen.contains(figure), "\(figure)\n\(desk.screen)")
    }
  }

  @Test("A limit in pieces is told in pieces beside each row of a list")
  func pieces() throws {
    var desk = try desk(Self.text("yunxi"), in: "430603", on: "2021-06-01")
    try desk.press("<F3>云溪某某化工有限公司<Tab>1<Tab>云溪<Tab><F8>")
    try desk.press("1<F2>专利授权<Tab>云溪某某<Tab><Tab><C-t>")
    let rows = ["201820000024", "201820000025", "201820000026", "201820000027"].map {
      "\($0)\\t2021-05-01\\t否\\n"
    }
    try desk.press("<Paste \"\(rows.joined())\">")
    let left = desk.model.listEntry?.preview.rows.map { $0.roomLeft.map { "\($0.left) \($0.isInPieces)" } }
    #expect(left == ["2.00 true", "1.00 true", "0.00 true", "0.00 true"], "\(desk.screen)")
    for words in ["2 件", "1 件", "0 件", "余额 3 件 -> 0 件"] {
      #expect(desk.screen.contains(words), "\(words)\n\(desk.screen)")
    }
  }

  @Test("What stands in the way is told while most of the form is empty, and who has to add what")
  func halfFilled() throws {
    var desk = try desk(Self.text("yunxi"), in: "430603", on: "2022-01-05")
    try desk.press("<F3>云溪某某茶叶协会<Tab>4<Tab>云溪<Tab><F8>")
    // 29 members are too few, sales of 20 000 000 not above it: only the mark's being new is open.
    try desk.press("1<F2>地理标志<Tab>云溪某某<Tab><Tab>云溪绿茶<Tab>2021<Tab>2000万元<Tab>29<Tab>")
    #expect(!desk.screen.contains("预先告知"), "\(desk.screen)")
    #expect(desk.screen.contains("缺少 2 项：当年新获、品牌投入"), "\(desk.screen)")
    try desk.press("否")
    #expect(desk.screen.contains("预先告知：第4条"), "\(desk.screen)")
    #expect(desk.screen.contains("缺少：品牌投入"), "\(desk.screen)")
    #expect(desk.screen.contains("由本局复核"), "\(desk.screen)")
  }

  @Test(
    "Screen 7 has every clause of an item at full length: ceilings, windows, what the office confirms or finds"
  )
  func clauses() throws {
    var desk = try desk(Self.text("yunxi"), in: "430603", on: "2022-01-05")
    try desk.press("7<F7>第4条<Enter>")
    #expect(desk.screen.contains("按 F4 看全文"), "\(desk.screen)")
    try desk.press("<F4>")
    var seen = desk.screen
    for _ in 0..<4 {
      try desk.press("<PageDown>")
      seen += desk.screen
    }
    // What stands in yunxi's file: `sales > 20000000元` is 超过, as in items.md 以上 and 不低于 include their figure.
    for words in [
      "地理标志品牌", "不超过", "60,000 元", "当年新获为", "年销售额超过 20,000,000 元", "用标企业不低于 30",
      "近三年未发生重大质量安全事故", "市场监管部门认定", "由本局填写", "品牌分项资金", "2023 80,000 元",
    ] { #expect(seen.contains(words), "\(words)\n\(seen)") }
    try desk.press("<Esc><C-u><F7>第5条<Enter><F4>")
    #expect(desk.screen.contains("收件日不晚于 成果提交日后 90 天"), "\(desk.screen)")
  }
}
