/// How clauses that many cities have are written: what the text says, and what stands in the file for it.
extension PolicyGuide {
  /// One clause with its form.
  public struct Recipe: Sendable {
    /// Where the form stands: as an item's `amount`, as one of its `conditions`, as a member of the item, or among `caps`.
    public enum Place: String, Sendable, CaseIterable { case amount, condition, item, cap }

    public var place: Place
    public var clause: String
    public var json: String
  }

  /// The recipes, those of one place together.
  public static let recipes: [Recipe] = clauses.flatMap { place, clauses in
    clauses.map { Recipe(place: place, clause: $0, json: $1) }
  }

  private static let clauses: [(Recipe.Place, KeyValuePairs<String, String>)] = [
    (
      .amount,
      [
        #"按专利类型定额"#:
          #"{"fixed": {"by": {"type": "number"}, "cases": {"invention": "3000元", "utility": "1000元", "design": "500元"}}}"#,
        #"单位和个人标准不同，类型也不同"#:
          #"{"fixed": {"by": "kind", "cases": {"enterprise": {"by": {"type": "number"}, "cases": {"invention": "3000元", "utility": "1000元", "design": "500元"}}, "individual": "800元"}}}"#,
        #"据实资助，最高 5000 元"#:
          #"{"paid": "fee", "ceiling": "5000元"}"#,
        #"按费用的 50%，最高 3000 元"#:
          #"{"share": {"of": "fee", "rate": "50%"}, "ceiling": "3000元"}"#,
        #"定额，但各级合计不超过官费加代理费"#:
          #"{"fixed": "5000元", "ceiling": {"subtract": [{"add": ["fee", "agencyFee"]}, "paidByOthers"]}}"#,
        #"按上级资助额的 50% 配套"#:
          #"{"share": {"of": "paidByOthers", "rate": "50%"}}"#,
        #"会员在此基础上上浮 20%"#:
          #"{"paid": {"by": "isMember", "cases": {"true": {"add": ["fee", {"share": ["fee", "20%"]}]}, "false": "fee"}}}"#,
        #"5 件以上 3 万，超过 10 件 5 万，取最高一档"#:
          #"{"tiers": {"of": "grants", "rows": [{"atLeast": 5, "amount": "30000元"}, {"over": 10, "amount": "50000元"}]}}"#,
        #"10 件以上 5 万，每再增 5 件加 1 万，最高 15 万"#:
          #"{"paid": {"add": [{"tiers": {"of": "grants", "rows": [{"atLeast": 10, "amount": "50000元"}]}}, {"times": ["10000元", {"steps": ["grants", 10, 5]}]}]}, "ceiling": "150000元"}"#,
        #"每件 500 元"#:
          #"{"paid": {"times": ["500元", "grants"]}}"#,
        #"前 10 件每件 3000 元，超过的每件 5000 元（分段）"#:
          #"{"paid": {"add": [{"times": ["3000元", {"least": ["grants", 10]}]}, {"times": ["5000元", {"steps": ["grants", 10, 1]}]}]}}"#,
        #"两种标准就高"#:
          #"{"paid": {"most": [{"tiers": {"of": "grants", "rows": [{"atLeast": 10, "amount": "30000元"}]}}, {"tiers": {"of": "filings", "rows": [{"atLeast": 50, "amount": "20000元"}]}}]}}"#,
        #"超出预算的按比例核减（budget、claimed 两栏由本局填预算和应资助总额，以万元计，range 写 [1, 10000]）"#:
          #"{"paid": {"least": ["fee", {"share": ["fee", "budget", "claimed"]}]}}"#,
      ]
    ),
    (
      .condition,
      [
        #"只资助发明和实用新型"#:
          #"{"among": {"value": {"type": "number"}, "of": ["invention", "utility"]}, "reason": "patent-type"}"#,
        #"10 件以上，或申请 50 件以上"#:
          #"{"any": [{"compare": ["grants", ">=", 10]}, {"compare": ["filings", ">=", 50]}], "reason": "below-threshold"}"#,
        #"比上年增长 20% 以上（增量占上年的比例）"#:
          #"{"share": {"part": "increase", "compare": ">=", "rate": "20%", "whole": "lastYear"}, "reason": "share-too-low"}"#,
        #"次年 3 月 31 日前申报"#:
          #"{"compare": ["received", "<=", {"day": ["03-31", {"add": [{"year": "event"}, 1]}]}], "reason": "window"}"#,
        #"自授权之日起一年内申报（最后一天算在内）"#:
          #"{"compare": ["received", "<=", {"after": ["grantedOn", "1年"]}], "reason": "window"}"#,
        #"自授权所在年度起三个年度的年费"#:
          #"{"compare": [{"annuity": ["filedOn", "paidOn"]}, "<=", {"add": [{"annuity": ["filedOn", "grantedOn"]}, 2]}], "reason": "window"}"#,
        #"首件（此前没有授权过；once 写 ["applicant"]）"#:
          #"{"compare": ["prior", "=", 0], "reason": "condition"}"#,
        #"“无重大违法”这类由人判断的条件"#:
          #"{"unexpressed": {"id": "noOffence", "label": "无重大违法", "clause": "三年内无重大违法行为", "reason": "由主管部门认定"}}"#,
      ]
    ),
    (
      .cap,
      [
        #"每个单位每年最高 10 万元，个人 2 万元"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": ["applicant"], "window": "year", "limit": {"by": "kind", "cases": {"enterprise": "100000元", "individual": "20000元"}}, "order": "received", "remainder": "reduce"}"#,
        #"每人每年最多 5 件，各件金额不同也可以"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": ["applicant"], "window": "year", "limit": "5件", "order": "received", "remainder": "reduce"}"#,
        #"一件专利最多资助 5 个国家（once 写 ["number", "country"]）"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one"], "holder": ["number"], "window": "validity", "limit": "5件", "order": "received", "remainder": "reduce"}"#,
        #"同一专利几个项目只享受一项"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": ["number"], "window": "validity", "limit": "1件", "order": "received", "remainder": "reduce"}"#,
        #"省级升国家级只补差额"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one"], "holder": ["applicant"], "window": "validity", "limit": {"by": "level", "cases": {"provincial": "100000元", "national": "200000元"}}, "order": "received", "remainder": "difference"}"#,
        #"申请已资助的，授权时只补差额"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": ["number"], "window": "validity", "limit": {"by": "item", "cases": {"one": "2000元", "other": "5000元"}}, "order": "received", "remainder": "difference"}"#,
        #"按当年授权量取前十名，次年 3 月 31 日截止"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one"], "holder": [], "window": "year", "limit": "10件", "order": {"highest": "grants"}, "closes": {"day": ["03-31", {"add": [{"year": "event"}, 1]}]}, "remainder": "reduce"}"#,
        #"每年名额 100 件，按授权日先后"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": [], "window": "year", "limit": "100件", "order": {"earliest": "grantedOn"}, "closes": {"day": ["01-31", {"add": [{"year": "event"}, 1]}]}, "remainder": "reduce"}"#,
        #"同一天收件的抽签定先后"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one"], "holder": [], "window": "year", "limit": "100000元", "order": "received", "same-day": "lot", "remainder": "reduce"}"#,
        #"全市各年预算不同"#:
          #"{"id": "limit", "article": "1", "label": "限额", "items": ["one", "other"], "holder": [], "window": "year", "limit": {"by": {"year": "event"}, "cases": {"2024": "5000000元", "2025": "6000000元"}}, "order": "received", "remainder": "reduce"}"#,
      ]
    ),
    (
      .item,
      [
        #"第二期凭前一项目的资助（那个项目的 once 是 ["number"]，本项目也有 number 一栏）"#:
          #""needs": "one""#,
        #"金额由人酌定（另加 approvedAmount 和 basis 两栏，都写 "from": "office"）"#:
          #""amount": {"paid": "approvedAmount"}, "unexpressed": {"clause": "视贡献酌情奖励", "reason": "贡献大小由人判断"}"#,
      ]
    ),
  ]

  /// What stands above the recipes of a place.
  static func title(_ place: Recipe.Place) -> String {
    switch place {
    case .amount: "常见条文：金额（写在 \"amount\": 后面）"
    case .condition: "常见条文：条件（写进 conditions 的 [ ] 里）"
    case .item: "常见条文：项目（写在项目里）"
    case .cap: "常见条文：限额（写进 caps 的 [ ] 里）"
    }
  }
}
