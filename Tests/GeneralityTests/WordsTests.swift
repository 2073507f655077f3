import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

@Suite("Other policies in words")
struct WordsTests {
  @Test(
    "What an item pays",
    arguments: [
      ("fee-share", "资助：代理费的比例：企业 50%，个人 80%，事业单位/院校 62.5%，最高 企业 3,000 元，事业单位/院校 2,000 元，个人 1,000 元"),
      ("fee-share", "同一专利申请号只资助一次"),
      ("type-ceiling", "限额：每类专利年度限额，每个申请人、分专利类型每年 发明 10,000 元，实用新型 3,000 元，外观设计 1,000 元"),
      ("type-ceiling", "限额：年度总限额，每个申请人每年 企业 12,000 元，个人 2,000 元"),
      ("thresholds", "资助：增量超过 10：5,000 元；达到 50：20,000 元；超过 100：50,000 元（取最高一档）"),
      ("thresholds", "资助：年销售额达到 10,000,000 元：50,000 元；超过 50,000,000 元：200,000 元（取最高一档）"),
      ("step-bonus", "资助：当年授权发明超过 10 后每 5，2,000 元，最高 10,000 元"),
      ("year-budget", "限额：专项资金年度预算，全市每年 2021 10,000 元，2022 6,000 元，2023 0.01 元"),
      ("year-budget", "同一申请人、培训年度只资助一次"),
      ("yaohai", "资助：50,000 元加（10,000 元乘以（当年发明授权超过 10 后每满 5 的个数）），最高 150,000 元"),
      (
        "jiangning",
        "资助：（当年发明申请达到 20 的 20,000 元，达到 30 的 30,000 元，达到 100 的 50,000 元）、（当年专利申请达到 100 的 20,000 元，达到 150 的 30,000 元）中最高的"
      ),
      ("guangzhou", "资助：职务发明 10,000 元，非职务发明 5,000 元，不超过（官费加代理费）减区级已资助"),
      ("guangzhou", "条件：第几年度等于 6，或第几年度不低于 8"),
      ("tongling-jiaoqu", "限额：实用新型年度件数，每个申请人每年 6 件"),
      ("fengdu", "条件：收件日不早于 授权公告日次年 5 月 1 日"),
      // A term in days, in months and in years (`after`).
      ("yunxi", "条件：收件日不晚于 成果提交日后 90 天"),
      ("linjiang", "条件：收件日不晚于 授权公告日后 6 个月"),
      ("beihe", "条件：收件日不晚于 授权日后 1 年"),
      ("unexpressed", "待人工核定：对作出突出贡献的，视贡献大小酌情奖励"),
      ("xuanzhou", "前提：同一专利申请号已有“发明授权首期”的资助"),
      ("wuhu", "限额：联盟成员授权前十名，全市每年 10 件，按当年发明授权从高到低，到年度的次年 3 月 31 日为止"),
      ("upgrade", "限额：称号补差，每个申请人有效期内 国家级 200,000 元，省级 100,000 元，市级 50,000 元，减去已得的资助（补差）"),
      ("upgrade", "限额：同一专利各项补差，分专利申请号有效期内 2,000 元，减去已得的资助（补差）"),
      ("quota", "限额：每年三件名额，全市每年 3 件，按发证日先后，到发证日次年 3 月 31 日为止"),
      ("quota", "待人工确认：确属原创（作品应当具有较高独创性）"),
      ("unexpressed", "资助：利息的比例：高新技术企业“否” 40%，高新技术企业“是” 60%，最高 高新技术企业“是” 60,000 元，高新技术企业“否” 40,000 元"),
    ])
  func lines(name: String, line: String) throws {
    let policy = try SmallPolicies.policy(name)
    #expect(policy.items.flatMap { PolicyWording.lines($0, of: policy) }.contains(line))
  }

  @Test(
    "Why a filing is not paid in full, with what is short",
    arguments: [
      ("type-ceiling", "des-1", "第1条 2021 年年度总限额只剩 500.00 元，本件应得 1,000.00 元，核减为 500.00 元。请告知申请人。"),
      ("thresholds", "plus-10", "第1条 增量 10 件，未超过 10 件，差 1 件。请核对清单件数。"),
      ("thresholds", "below", "第2条 年销售额 9,999,999.99，未达 10,000,000.00，差 0.01 元。请核对金额。"),
      ("thresholds", "spent-at", "第2条 研发投入 100,000.00，不超过 100,000.00，不符合条件。请核对材料。"),
      ("step-bonus", "fourteen", "第1条 当年授权发明 14 件，未达 15 件，差 1 件。请核对清单件数。"),
      ("year-budget", "same-year", "第2条 同一申请人、同一培训年度已由 next-year 申报，只资助一次。请核对是否重复申报。"),
      ("item-ends", "day-after", "第1条 申请日 2021-07-01，晚于 2021-06-30，晚 1 天，不在有效期内，不予资助。请核对日期。"),
      ("item-ends", "filed-after", "第2条 申请日 2021-07-01，晚于 2021-06-30，不在资助年限内。请核对日期和年度。"),
      ("unexpressed", "waiting", "缺少：核准金额，由本局复核时填写。"),
      ("xuanzhou", "never-first", "第2条 须先有“发明授权首期”的资助，没有找到，不予资助。请核对那一件是否已申报、号码是否一致。"),
      ("quota", "july", "第1条 2021 年每年三件名额已用完（3 件），本件资助额为 0.00 元。请告知申请人。"),
      ("quota", "no-original", "第2条 确属原创 否，应为 是，不符合条件。请核对材料。"),
      ("upgrade", "national", "第1条 称号补差只剩 100,000.00 元，本件应得 200,000.00 元，核减为 100,000.00 元。请告知申请人。"),
      // Ninety days from 2021-06-01 end on 08-30, six months from 08-31 on the last of February, a year from 02-01 on 02-01.
      ("yunxi", "guide-late", "第5条 收件日 2021-08-31，晚于 2021-08-30，不在申报期内。请核对收件日期，或在申报期内申报。"),
      ("linjiang", "day-late", "第2条 收件日 2022-03-01，晚于 2022-02-28，不在申报期内。请核对收件日期，或在申报期内申报。"),
      ("beihe", "year-late", "第4条 收件日 2023-02-02，晚于 2023-02-01，不在申报期内。请核对收件日期，或在申报期内申报。"),
      ("jiangning", "19-99", "第3条 当年发明申请 19 件，未达 20 件，差 1 件；当年专利申请 99 件，未达 100 件，差 1 件。请核对数量。"),
      (
        "fengdu", "day-after",
        "第1条 收件日 2021-08-31，晚于 2021-08-30，不在申报期内；申报期 2021-05-01 至 2021-08-30。请核对收件日期，或在申报期内申报。"
      ),
    ])
  func sentence(name: String, filing: String, sentence: String) throws {
    let policy = try SmallPolicies.policy(name)
    let assessment = try SmallPolicies.assessed(name)
    let row = try #require(assessment.traced(assessment.rows.indices).first { $0.filing.id == filing })
    let said = row.decision.reasons.map {
      ReasonWording.sentence(
        $0, item: policy.item(row.filing.item), policy: policy, trace: row.decision.trace, filing: row.filing)
    }
    #expect(said.contains(sentence))
  }
}
