import Interchange
import Testing
import Wording

/// Mistakes in sums that are worked out, in conditions of which one has to hold, and in what caps are held by.
@Suite("Policy mistakes: sums")
struct PolicySumGallery {
  private static let rate =
    #""share": {"of": "fee", "rate": {"by": "kind", "cases": {"enterprise": "50%", "individual": "80%"}}},"#
  private static let tiers =
    #"{"tiers": {"of": "increase", "rows": [{"atLeast": 10, "amount": "10000元"}, {"over": 50, "amount": "30000元"}]}}"#
  private static let increase = #"{"subtract": ["filings", "filingsBefore"]}"#

  static let sums: [BrokenText] = [
    .init(rate, #""paid": ▸"500元","#, "items[agency-fee].amount.paid：不取决于任何一栏，对每件申报都一样。"),
    .init(rate, #""paid": {"add": ["fee", ▸5]},"#, "items[agency-fee].amount.paid.add[2]：这里应为金额。"),
    .init(
      rate, #""paid": {"add": ["fee", ▸"fe"]},"#, "items[agency-fee].amount.paid.add[2]：不认识“fe”，是不是“fee”。"),
    .init(rate, #""paid": {"least": ▸["fee"]},"#, "items[agency-fee].amount.paid.least：这里应为 [值, 值, …]，两个以上。"),
    .init(rate, #""paid": {"most": ▸"fee"},"#, "items[agency-fee].amount.paid.most：这里应为 [值, 值, …]，两个以上。"),
    .init(
      rate, #""paid": {"subtract": ▸["fee", "5元", "6元"]},"#,
      "items[agency-fee].amount.paid.subtract：这里应为 [值, 值]。"),
    .init(
      rate, #""paid": {"share": ▸["fee"]},"#,
      "items[agency-fee].amount.paid.share：这里应为 [金额, 比例] 或 [金额, 部分, 总数]。"),
    .init(rate, #""paid": {"share": ["fee", ▸"fee"]},"#, "items[agency-fee].amount.paid.share[2]：这里应为比例。"),
    .init(
      rate, #""paid": {"share": ["fee", ▸"180%"]},"#, "items[agency-fee].amount.paid.share[2]：比例不能超过100%。"),
    .init(rate, #""paid": {"share": ["fee", ▸"fee", 5]},"#, "items[agency-fee].amount.paid.share[2]：这里应为数。"),
    .init(
      rate, #""paid": {"by": "kind", "cases": {"enterprise": "fee", "individual": ▸5}},"#,
      "items[agency-fee].amount.paid.cases.individual：这里应为金额。"),
    .init(
      rate, #""paid": {"by": "kind", "cases": ▸{"enterprise": "fee"}},"#,
      "items[agency-fee].amount.paid.cases：还缺这些情形：individual。"),
    .init(
      rate,
      #""fixed": {"by": "kind", "cases": {"enterprise": {"by": {"type": "number"}, "cases": ▸{"invention": "9元"}}, "individual": "5元"}},"#,
      "items[agency-fee].amount.fixed.cases.enterprise.cases：还缺这些情形：utility。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"feee""#, "items[agency-fee].amount.ceiling：不认识“feee”，是不是“fee”。"),
    .init(#""ceiling": "6000元""#, #""ceiling": ▸"paidOn""#, "items[agency-fee].amount.ceiling：这里应为金额。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": {▸"lest": ["fee", "5元"]}"#,
      "items[agency-fee].amount.ceiling.lest：没有“lest”这个键，是不是“least”。"),
    .init(
      tiers, #"{"paid": {"times": ["100元", ▸"increase"]}}"#,
      "items[growth].amount.paid.times[2]：这个数可能小于零，不能用来乘金额；差额请用 steps 计档。"),
    .init(
      tiers, #"{"paid": {"times": [▸"filings", "increase"]}}"#, "items[growth].amount.paid.times[1]：这里应为金额。"),
    .init(
      tiers,
      #"{"paid": {"add": ▸[{"times": ["9000000000元", "filings"]}, {"times": ["9000000000元", "filings"]}]}}"#,
      "items[growth].amount.paid.add：这样算出的数可能大到无法处理，请缩小输入的范围（range）或金额。"),
    .init(
      tiers,
      #"{"paid": {"tiers": {"of": "increase", "rows": [{"atLeast": 9, "amount": "5元"}, ▸{"over": 8, "amount": "6元"}]}}}"#,
      "items[growth].amount.paid.tiers.rows[2]：各档的门槛应从低到高，不得重复或重叠。"),
    .init(
      increase, #"{"subtract": [{"add": ▸["filings"]}, "filingsBefore"]}"#,
      "items[growth].values[increase].of.subtract[1].add：这里应为 [值, 值, …]，两个以上。"),
    .init(
      increase, #"{"subtract": [{"steps": ▸["filings", 1]}, "filingsBefore"]}"#,
      "items[growth].values[increase].of.subtract[1].steps：这里应为 [数, 起点, 每档的大小]。"),
    .init(
      increase, #"{"subtract": [{"steps": ["filings", 1, ▸0]}, "filingsBefore"]}"#,
      "items[growth].values[increase].of.subtract[1].steps[3]：应为 1 到 1000000 之间的数。"),
    .init(
      tiers,
      #"{"paid": {"reading": ▸"share-bse", "options": {"total": "5元", "increment": {"times": ["1元", "filings"]}}}}"#,
      "items[growth].amount.paid.reading：不认识“share-bse”，是不是“share-base”。"),
    .init(
      tiers,
      #"{"paid": {"reading": "share-base", "options": {"total": {"times": ["1元", "filings"]}, "increment": ▸5}}}"#,
      "items[growth].amount.paid.options.increment：这里应为金额。"),
  ]

  private static let compared = #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#

  static let conditions: [BrokenText] = [
    .init(
      compared, #"{"any": ▸[{"compare": ["fee", ">", "500元"]}], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].any：这里应为两个以上的条件。"),
    .init(
      compared,
      #"{"any": [{"compare": ["fee", ">", "500元"]}, ▸{"compare": ["fee", ">", "500元"]}], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].any[2]：与前面的条件相同。"),
    .init(
      compared, #"{"any": [{"compare": ["fee", ">", "500元"]}, ▸{}], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].any[2]：这几个键要有一个，也只能有一个：compare、among、share。"),
    .init(
      compared, #"{"any": [{"compare": ["fee", ">", "500元"]}, {▸"any": []}], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].any[2].any：没有“any”这个键，这里可以写：compare、among、share。"),
    .init(
      compared,
      #"{"compare": ["received", ">=", {"day": [▸"02-29", {"year": "event"}]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day[1]：每年的某一天应写成“05-01”，且每年都有这一天。"),
    .init(
      compared,
      #"{"compare": ["received", ">=", {"day": [▸"5月1日", {"year": "event"}]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day[1]：每年的某一天应写成“05-01”，且每年都有这一天。"),
    .init(
      compared, #"{"compare": ["received", ">=", {"day": ▸"05-01"}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day：这里应为 [\"05-01\", 年度]。"),
    .init(
      compared, #"{"compare": ["received", ">=", {"day": ["05-01", ▸"paidOn"]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day[2]：这里应为数。"),
    .init(
      compared, #"{"compare": ["received", ">=", {"day": ["05-01", ▸5000000]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day[2]：应为 -1000000 到 1000000 之间的数。"),
    .init(
      compared, #"{"compare": ["received", ">=", {"day": ["05-01", ▸50000]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].day[2]：这里应为年度：kind 为 year 的一栏，或某个日期的 year。"),
    .init(
      compared, #"{"compare": ["received", "<=", {"after": ▸"paidOn"}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].after：这里应为 [日期, \"6个月\"]。"),
    .init(
      compared, #"{"compare": ["received", "<=", {"after": [▸"fee", "6个月"]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].after[1]：这里应为日期。"),
    .init(
      compared, #"{"compare": ["received", "<=", {"after": ["paidOn", ▸"6月"]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].after[2]：期限应写成“90天”“6个月”“1年”这样的文字，数字最大 1000。"),
    .init(
      compared, #"{"compare": ["received", "<=", {"after": ["paidOn", ▸"0天"]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].after[2]：期限应写成“90天”“6个月”“1年”这样的文字，数字最大 1000。"),
    .init(
      compared, #"{"compare": ["received", "<=", {"after": ["paidOn", ▸6]}], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare[3].after[2]：期限应写成“90天”“6个月”“1年”这样的文字，数字最大 1000。"),
    // When a filing comes decides no day that an award attaches to.
    .init(
      #""event": "certifiedOn""#, #""event": ▸"received""#,
      "items[certificate].event：不认识“received”，这里可以写：certifiedOn、level、approvedAmount、basis、kind。"),
  ]

  private static let limit =
    #"{"by": {"type": "number"}, "cases": {"invention": "9000元", "utility": "3000元"}}"#

  static let caps: [BrokenText] = [
    .init(
      limit, #"{"by": {"type": "number"}, "cases": {"invention": ▸"0件", "utility": "3件"}}"#,
      "caps[fee-year].limit.cases.invention：应为 1 到 1000000 之间的数。"),
    .init(
      limit, #"▸{"by": {"type": "number"}, "cases": {"invention": "none", "utility": "none"}}"#,
      "caps[fee-year].limit：不能为空。"),
    .init(
      limit, #"{"by": {"type": "number"}, "cases": {"invention": ▸"non", "utility": "3000元"}}"#,
      "caps[fee-year].limit.cases.invention：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
  ]

  @Test(
    "A condition that always or never holds is told, and the file can be gone by",
    arguments: [
      (#"["filings", ">=", 0]"#, "items[growth].conditions[2].compare：不管填什么，这个条件总是成立，等于没有。"),
      (#"["filings", ">", 1000000]"#, "items[growth].conditions[2].compare：不管填什么，这个条件都不成立，谁也得不到资助。"),
      (#"["filings", "=", -1]"#, "items[growth].conditions[2].compare：不管填什么，这个条件都不成立，谁也得不到资助。"),
      (#"["filings", "!=", -1]"#, "items[growth].conditions[2].compare：不管填什么，这个条件总是成立，等于没有。"),
      (#"["filings", ">=", 1]"#, nil), (#"["filings", "<=", 999999]"#, nil), (#"["filings", "=", 0]"#, nil),
      (#"["filings", ">", "filingsBefore"]"#, nil),
    ] as [(String, String?)])
  func remarks(comparison: String, said: String?) throws {
    let end = #""whole": "increase"}, "reason": "share-too-low"}]\n          }\n        }"#
    let whole = end.replacing(#"\n"#, with: "\n")
    try BrokenText.requireOnce(whole, in: GoodPolicy.text)
    let text = GoodPolicy.text.replacing(
      whole, with: whole + #", {"compare": \#(comparison), "reason": "below-threshold"}"#)
    let remarks = try PolicyFile.proofread(Array(text.utf8)).get().remarks
    #expect(remarks.map(MistakeWording.sentence) == [said].compactMap(\.self))
  }

  private static let always = "：不管填什么，这个条件总是成立，等于没有。"
  private static let never = "：不管填什么，这个条件都不成立，谁也得不到资助。"
  private static let contradictory = "：与前面的条件不可能同时成立，谁也得不到资助。"

  /// Behind inventions and utility models alone, a fee above 500 and days from 2021-02-01 to 2022-12-31.
  @Test(
    "Conditions that contradict those before, or the item's own days, are told",
    arguments: [
      (#"{"compare": ["fee", "<=", "500元"], "reason": "condition"}"#, contradictory),
      (#"{"compare": ["fee", "=", "500元"], "reason": "condition"}"#, contradictory),
      (#"{"compare": ["fee", "<=", "500.01元"], "reason": "condition"}"#, nil),
      (#"{"compare": ["fee", "!=", "500元"], "reason": "condition"}"#, nil),
      (
        #"{"among": {"value": {"type": "number"}, "of": ["design"]}, "reason": "patent-type"}"#, contradictory
      ),
      (
        #"{"among": {"value": {"type": "number"}, "of": ["design", "utility"]}, "reason": "patent-type"}"#,
        nil
      ),
      (
        #"{"among": {"value": {"type": "number"}, "of": ["design", "utility", "invention"]}, "reason": "patent-type"}"#,
        ".among" + always
      ),
      (
        #"{"among": {"value": "kind", "of": ["individual", "enterprise"]}, "reason": "window"}"#,
        ".among" + always
      ),
      (#"{"compare": ["paidOn", ">=", "2021-02-01"], "reason": "window"}"#, ".compare" + always),
      (#"{"compare": ["event", "<=", "2022-12-31"], "reason": "window"}"#, ".compare" + always),
      (#"{"compare": ["paidOn", ">", "2022-12-31"], "reason": "window"}"#, ".compare" + never),
      (#"{"compare": ["paidOn", "<", "2021-02-01"], "reason": "window"}"#, ".compare" + never),
      (#"{"compare": ["paidOn", ">", "2021-02-01"], "reason": "window"}"#, nil),
      (#"{"compare": ["received", ">=", "2021-02-01"], "reason": "window"}"#, nil),
    ] as [(String, String?)])
  func contradictions(condition: String, said: String?) throws {
    let before = #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#
    try BrokenText.requireOnce(before, in: GoodPolicy.text)
    let text = GoodPolicy.text.replacing(before, with: before + ", " + condition)
    let remarks = try PolicyFile.proofread(Array(text.utf8)).get().remarks
    let expected = [said.map { "items[agency-fee].conditions[3]" + $0 }].compactMap(\.self)
    #expect(remarks.map(MistakeWording.sentence) == expected)
  }

  @Test("Sums worked out of others", arguments: sums)
  func wrongSum(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Conditions of which one has to hold, and days of a year", arguments: conditions)
  func wrongCondition(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Limits in pieces, and cases without one", arguments: caps)
  func wrongCap(broken: BrokenText) throws { try broken.checkPolicy() }
}
