import Foundation
import Testing

/// A city and its county worked by keys alone, in a terminal on stores on disk: from a conflict to a commit, and back to the
/// county.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct CityWalkTests {
  /// One utility model that the county handed up on 10 June 2019 and that came to the city itself a day later: 1 000.00 for one
  /// of them (article 18).
  private func claimedTwice() throws -> CityAndCounty {
    let offices = try CityAndCounty()
    for step in ["accept", "review", "hand-up"] { try offices.run(at: offices.county, "step", step, "F1") }
    try offices.run(at: offices.county, "bundle", offices.file("bundle-2"))
    try offices.giveCity(CaseworkStore.grant("C1-1", of: "C1", 1).replacing("2019-06-10", with: "2019-06-11"))
    try offices.run(
      at: offices.city, "gather", offices.file("bundle"), offices.file("bundle-2"), "--confirm")
    return offices
  }

  private func ruleAndCommit(_ desk: Terminal) throws {
    try desk.wait(for: "1 待办")
    try desk.press("9")
    try desk.wait(for: "9 各局", "冲突 1")
    try desk.press("Right")
    try desk.wait(for: "同一依据在清远市知识产权局、英德市知识产权局各报了一件", "裁定以前，几件都不能核定、拨付。")
    try desk.press("F5")
    try desk.wait(for: "以英德的 F1 为先")
    try desk.type("已与县局核对")
    try desk.press("F8")
    try desk.wait(for: "已裁定：以英德的 F1 为先", "各局之间没有未裁定的冲突")
    try desk.press("1")
    try desk.wait(for: "1 待办")
    try desk.press("F7")
    try desk.type("F1")
    try desk.wait(for: "查找 F1")
    try desk.press("Enter")
    try desk.wait(for: "全额资助 1,000.00 元", "F5 核定")
    try desk.press("F5")
    try desk.wait(for: "可以核定")
    try desk.press("F8")
    try desk.wait(for: "已核定 F1", "阶段 审定")
  }

  @Test func fromAConflictToACommitAndBackToTheCounty() throws {
    let offices = try claimedTwice()
    let city = try Terminal.desk(offices.city, columns: 120, rows: 40, today: nil)
    try ruleAndCommit(city)
    try city.press("F10")
    try city.press("9")
    try city.wait(for: "9 各局")
    try city.press("Left")
    try city.wait(for: "[各局]")
    try city.press("Down")
    try city.wait(for: "英德市知识产权局（441881）", "F6 回执")
    try city.press("F6")
    try city.wait(for: "给 英德市知识产权局 写回执件", "核定 1")
    try city.type(offices.file("reply"))
    try city.press("F8")
    try city.wait(for: "第 1 号回执件，核定、退回等 1 步")
    let county = try Terminal.desk(offices.county, columns: 120, rows: 40, today: nil)
    try county.wait(for: "1 待办")
    try county.press("C-p")
    try county.type("收下回执")
    try county.wait(for: "收下回执件")
    try county.press("Enter")
    try county.wait(for: "收下 清远市知识产权局 的回执件")
    try county.type(offices.file("reply"))
    try county.press("F8")
    try county.wait(for: "F1  核定", "以上还没有收")
    // The same key again is asked about: it would do another thing.
    try county.press("F8")
    try county.wait(for: "也办请按 Enter")
    try county.press("Enter")
    try county.wait(for: "已收下第 1 号回执件，1 步", "余额截至 ")
    try county.press("F7")
    try county.type("F1")
    try county.wait(for: "查找 F1")
    try county.press("Enter")
    try county.wait(for: "已核定 1,000.00 元", "阶段 审定")
    #expect(try offices.run(at: offices.county, "show", "F1").contains("主管441800 核定"))
  }
}
