import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

@testable import Papers

@Suite("Blank forms and counter guides, made from the policy file")
struct ItemPapersTests {
  private func lines(_ paper: PrintedPaper, _ items: String...) throws -> [String] {
    try PrintOffice.printout(paper, items).text(PrintOffice.templates()).split(separator: "\n").map(
      String.init)
  }

  /// Article 4 pays the examination fee of somebody who lives, works, runs a business or studies here.
  @Test("申请表: boxes in the order of the policy's inputs, papers with what is due of each")
  func form() throws {
    let lines = try lines(.form, "exam-fee")
    let wanted = [
      "项目：代理人考试报名费", "申请人", "  类型：□个人", "申报内容", "  与本市的关系：□本地户籍  □在本市就业  □在本市创业  □在本市求学",
      "  考试通过日期：______年____月____日", "  报名费：________________元", "材料", "  1. □ 申请表（盖章或签名）（1份，须有原件）",
      "  2. □ 营业执照或身份证（复印件1份）", "  5. □ 委托书（他人代办时）（原件，如有）", "  6. □ 资格证或成绩合格单（复印件1份）",
      "  7. □ 报名费票据（原件）", "  8. □ 户口本、劳动合同、营业执照或学生证（复印件1份）",
    ]
    #expect(lines.filter(wanted.contains) == wanted)
    #expect(lines.contains { $0.contains("《清远市推进专利工作实施办法》（清府办〔2018〕27号）第4条") })
  }

  /// What others paid for an owner's patent is asked with what was paid in fees (国家知识产权局 2013); of an agency it is not.
  @Test("申请表: other money and the fees paid, of an owner's patent alone")
  func others() throws {
    let asked = ["  其他资助：□没有  □有 ________________元（这件专利从其他部门得到的）", "  实缴官费：________________元（到现在缴纳的合计）"]
    #expect(try lines(.form, "utility-grant").filter(asked.contains) == asked)
    for item in ["agency-grant", "insurance", "exam-fee"] {
      #expect(try !lines(.form, item).contains { $0.contains("官费") })
    }
  }

  @Test("An item goes by its name too, and an unknown one is answered with those that there are")
  func names() throws {
    #expect(try lines(.form, "代理人考试报名费") == lines(.form, "exam-fee"))
    let refusal = try #require(try PrintOffice.refusal(.form, "exam-fees"))
    #expect(refusal.sentence.hasPrefix("没有项目“exam-fees”。项目有：agency-setup 代理机构设立，"))
  }

  /// Article 2: a share of inventions of at least 20 % of the year's filings; 20 000, 50 000 and 100 000 yuan for 100,
  /// 200 and 300 more filings than the year before; once a year. Events of 2018 before 4 July are paid by reference.
  @Test("办事指南: who, when, on what conditions, how much, how often")
  func guide() throws {
    let lines = try lines(.guide, "agency-growth")
    let wanted = [
      "谁可以申报：专利代理机构、代理分支机构", "什么时间：", "  以年度的最后一天为准：", "  2018年1月1日至2018年7月3日（文件签发之前，可参照执行）",
      "  2018年7月4日至2020年12月31日", "条件：当年发明申请占当年代理申请量的比例不低于 20%",
      "资助多少：代理量增量达到 100：20,000 元；达到 200：50,000 元；达到 300：100,000", "元（取最高一档）",
      "同一机构（含分支机构）、年度只资助一次",
    ]
    #expect(lines.filter(wanted.contains) == wanted)
    #expect(!lines.contains("  在这一天以前不能申报。"))
  }

  /// Article 1: the later of registration and licence counts; nobody files before it.
  @Test("The day that counts, where it is the later of two")
  func laterDay() throws {
    let lines = try lines(.guide, "agency-setup")
    #expect(lines.contains("  以工商登记日期与执业许可日期中较晚的一天为准："))
    #expect(lines.contains("  在这一天以前不能申报。"))
  }

  @Test("All items where none is named, each on a sheet of its own")
  func all() throws {
    let policy = try PrintOffice.state().policy
    for paper in [PrintedPaper.form, .guide] {
      let pages = try PrintOffice.text(paper).split(separator: "\u{0C}")
      #expect(pages.count == policy.items.count)
      for (page, item) in zip(pages, policy.items) { #expect(page.contains(item.label)) }
      let html = try PrintOffice.printout(paper, []).html(try PrintOffice.templates())
      #expect(html.components(separatedBy: "<section class=\"sheet\">").count == policy.items.count + 1)
    }
  }

  private static let others = URL(filePath: #filePath).appending(path: "../../GeneralityTests/Policies")
    .standardized

  @Test(
    "Any city's policy has its forms and guides",
    arguments: ["fee-share", "item-ends", "thresholds", "type-ceiling"])
  func anyPolicy(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.others.appending(path: name + ".json")))
    let policy = try PolicyFile.read(bytes).get()
    let letterhead = Letterhead(
      office: "", policy: policy.title, document: policy.document, today: try PrintOffice.day("2020-03-27"))
    for paper in [PrintedPaper.form, .guide] {
      let text = try ItemPapers.printout(paper, of: policy.items, policy: policy, letterhead: letterhead)
        .text(PrintOffice.templates())
      for item in policy.items {
        #expect(text.contains(item.label))
        for paper in item.papers { #expect(text.contains(paper.label)) }
        for input in item.inputs where input.source == .applicant { #expect(text.contains(input.label)) }
      }
    }
  }
}
