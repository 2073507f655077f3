import CaseModel
import Foundation
import Interchange
import SubsidyRules
import Testing
import Wording

/// `policy check --explain`: the file of 清府办〔2018〕27号 in sentences, held against the articles of the text.
struct PolicyExplanationTests {
  private func lines(_ change: (String) -> String = { $0 }) throws -> [String] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "data/policies/qingyuan-2018-27.json")
    let text = change(try String(contentsOf: path, encoding: .utf8))
    return PolicyExplanation.lines(try PolicyFile.read(Array(text.utf8)).get())
  }

  /// The lines of one item.
  private func item(_ label: String, _ lines: [String]) -> [String] {
    let first = lines.firstIndex(of: "  【\(label)】").map { $0 + 1 } ?? lines.endIndex
    return lines[first...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }

  @Test("Article 2: the bonus on growth, its share by both readings, and what is not there twice")
  func growth() throws {
    let said = item("代理增量", try lines())
    #expect(said.contains("资助：代理量增量达到 100：20,000 元；达到 200：50,000 元；达到 300：100,000 元（取最高一档）"))
    #expect(said.contains("条件：发明占比的基数取“以当年总量为基数”时：当年发明申请占当年代理申请量的比例不低于 20%"))
    #expect(said.contains("条件：发明占比的基数取“以比上年的增量为基数”时：发明增量占代理量增量的比例不低于 20%"))
    #expect(said.contains("增量资助的次数取“每年一次”时：同一机构（含分支机构）、年度只资助一次"))
    #expect(said.contains("增量资助的次数取“办法有效期内一次”时：同一机构（含分支机构）只资助一次"))
    #expect(said.contains("算出：代理量增量 = 当年代理申请量减上年代理申请量"))
    #expect(said.count { $0.contains("只资助一次") } == 2)
  }

  @Test("Articles 9 and 11: thresholds include their figure, days are early or late")
  func conditions() throws {
    let lines = try lines()
    let standards = item("贯标认证", lines)
    #expect(standards.contains("条件：有效专利不低于 1") && standards.contains("条件：当年专利申请不低于 5"))
    #expect(standards.contains("填报：核准金额（金额），由本局填写"))
    #expect(item("专利转化标准", lines).contains("条件：授权公告日不晚于 标准发布日期"))
    #expect(item("代理授权", lines).contains("条件：申请人地址在本市为“是”"))
    #expect(item("发明实审", lines).contains("条件：专利类型为发明"))
  }

  @Test("Article 18: three annuities from the one in which the grant falls")
  func annuities() throws {
    let said = item("发明年费", try lines())
    #expect(said.contains { $0.hasPrefix("条件：年费资助的三年取“授权当年度起连续三个年度的年费”时：") })
    #expect(said.contains { $0.hasPrefix("条件：年费资助的三年取“授权当年及其后两个公历年内缴纳的年费”时：") })
  }

  @Test("A comparison that is turned round is read back turned round")
  func turned() throws {
    let changed = try lines {
      $0.replacing(#"["validPatents", ">=", 1]"#, with: #"["validPatents", "<", 1]"#)
    }
    #expect(item("贯标认证", changed).contains("条件：有效专利低于 1"))
  }

  @Test("Every article stands there, those that pay nothing with what is recorded")
  func articles() throws {
    let lines = try lines()
    for number in 1...21 { #expect(lines.contains { $0.hasPrefix("第\(number)条 ") }) }
    #expect(lines.contains { $0.hasPrefix("各项目都要的材料：申请表（盖章或签名）") })
  }
}
