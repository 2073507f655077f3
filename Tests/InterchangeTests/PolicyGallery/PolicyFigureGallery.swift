import Interchange
import Testing
import Wording

@Suite("Policy mistakes: figures and time")
struct PolicyFigureGallery {
  static let figures: [BrokenText] = [
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸6000"#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"6000""#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"0.6万元""#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"-6000元""#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"6000.125元""#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"10000000000元""#,
      "items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""ceiling": "6000元""#, #""ceiling": ▸"0元""#,
      "items[agency-fee].amount.ceiling：不能为零；谁不资助，请写成条件。"),
    .init(
      #""invention": "9000元""#, #""invention": ▸"0.00元""#,
      "caps[fee-year].limit.cases.invention：不能为零；谁不资助，请写成条件。"),
    .init(
      #"["fee", ">", "500元"]"#, #"["fee", ">", ▸500]"#, "items[agency-fee].conditions[2].compare[3]：这里应为金额。"),
    .init(
      #""enterprise": "50%""#, #""enterprise": ▸50"#,
      "items[agency-fee].amount.share.rate.cases.enterprise：比例应写成“30%”这样的文字，最多三位小数。"),
    .init(
      #""enterprise": "50%""#, #""enterprise": ▸"0.5""#,
      "items[agency-fee].amount.share.rate.cases.enterprise：比例应写成“30%”这样的文字，最多三位小数。"),
    .init(
      #""enterprise": "50%""#, #""enterprise": ▸"150%""#,
      "items[agency-fee].amount.share.rate.cases.enterprise：比例不能超过100%。"),
    .init(
      #""enterprise": "50%""#, #""enterprise": ▸"100.01%""#,
      "items[agency-fee].amount.share.rate.cases.enterprise：比例不能超过100%。"),
    .init(
      #""rate": "20%", "whole": "filings""#, #""rate": ▸"0%", "whole": "filings""#,
      "items[growth].conditions[1].options.total[1].share.rate：不能为零；谁不资助，请写成条件。"),
    .init(
      #""kind": "count", "atMost": "filings"}"#, #""kind": "count", "range": ▸[20, 1], "atMost": "filings"}"#,
      "items[growth].inputs[inventions].range：范围应写成 [小, 大] 两个数。"),
    .init(
      #""kind": "count", "atMost": "filings"}"#, #""kind": "count", "range": ▸[20], "atMost": "filings"}"#,
      "items[growth].inputs[inventions].range：范围应写成 [小, 大] 两个数。"),
    .init(
      #""kind": "count", "atMost": "filings"}"#,
      #""kind": "count", "range": [0, ▸2000000], "atMost": "filings"}"#,
      "items[growth].inputs[inventions].range[2]：应为 0 到 1000000 之间的数。"),
  ]

  private static let rows = #"[{"atLeast": 10, "amount": "10000元"}, {"over": 50, "amount": "30000元"}]"#

  static let tiers: [BrokenText] = [
    .init(
      rows, #"[{"atLeast": 50, "amount": "10000元"}, ▸{"atLeast": 10, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[2]：各档的门槛应从低到高，不得重复或重叠。"),
    .init(
      rows, #"[{"atLeast": 50, "amount": "10000元"}, ▸{"atLeast": 50, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[2]：各档的门槛应从低到高，不得重复或重叠。"),
    // Over 49 begins at 50, where the row before begins too.
    .init(
      rows, #"[{"atLeast": 50, "amount": "10000元"}, ▸{"over": 49, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[2]：各档的门槛应从低到高，不得重复或重叠。"),
    .init(
      rows, #"[{"atLeast": 10, "amount": "10000元"}, ▸{"over": 50, "amount": "3000元"}]"#,
      "items[growth].amount.tiers.rows[2]：门槛更高的一档，金额也应更高。"),
    .init(
      rows, #"[{"atLeast": 10, "amount": "10000元"}, ▸{"over": 50, "amount": "10000元"}]"#,
      "items[growth].amount.tiers.rows[2]：门槛更高的一档，金额也应更高。"),
    .init(
      rows, #"[▸{"atLeast": 10, "over": 9, "amount": "10000元"}, {"over": 50, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[1]：这几个键要有一个，也只能有一个：atLeast、over。"),
    .init(
      rows, #"[{"atLeast": ▸"10", "amount": "10000元"}, {"over": 50, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[1].atLeast：这里应为整数。"),
    .init(
      rows, #"[{"atLeast": ▸-1, "amount": "10000元"}, {"over": 50, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[1].atLeast：应为 0 到 1000000 之间的数。"),
    .init(rows, "▸[]", "items[growth].amount.tiers.rows：不能为空。"),
    .init(
      rows, #"[{"atLeast": 10, "amount": "10000元"}, ▸{"over": 1000000, "amount": "30000元"}]"#,
      "items[growth].amount.tiers.rows[2]：数量到不了这个门槛，请核对门槛或输入的范围（range）。"),
    // A tier of money begins at a sum, not at a number.
    .init(
      #""share": {"of": "fee", "rate": {"by": "kind", "cases": {"enterprise": "50%", "individual": "80%"}}},"#,
      #""tiers": {"of": "fee", "rows": [{"over": ▸1000, "amount": "500元"}]},"#,
      "items[agency-fee].amount.tiers.rows[1].over：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      #""share": {"of": "fee", "rate": {"by": "kind", "cases": {"enterprise": "50%", "individual": "80%"}}},"#,
      #""tiers": {"of": ▸"paidOn", "rows": [{"over": "1000元", "amount": "500元"}]},"#,
      "items[agency-fee].amount.tiers.of：这里应为数。"),
    .init(
      rows + "}}", rows + #"}, "ceiling": ▸"20000元"}"#,
      "items[growth].amount.ceiling：封顶低于上面的金额，那个金额永远付不出去。"),
    .init(
      #"{"tiers": {"of": "increase", "rows": "# + rows + "}}",
      #"{"steps": {"of": "increase", "beyond": 10, "every": ▸0, "each": "1000元"}, "ceiling": "50000元"}"#,
      "items[growth].amount.steps.every：应为 1 到 1000000 之间的数。"),
    .init(
      #"{"tiers": {"of": "increase", "rows": "# + rows + "}}",
      #"{"steps": ▸{"of": "increase", "beyond": 10, "every": 1, "each": "9000000000元"}}"#,
      "items[growth].amount.steps：这样算出的数可能大到无法处理，请缩小输入的范围（range）或金额。"),
    .init(
      #"{"tiers": {"of": "increase", "rows": "# + rows + "}}",
      #"{"steps": {"of": "increase", "beyond": 10, "every": 5, "each": "1000元"}, "ceiling": ▸"500元"}"#,
      "items[growth].amount.ceiling：封顶低于上面的金额，那个金额永远付不出去。"),
  ]

  static let cases: [BrokenText] = [
    .init(
      #""cases": {"enterprise": "50%", "individual": "80%"}"#, #""cases": ▸{"enterprise": "50%"}"#,
      "items[agency-fee].amount.share.rate.cases：还缺这些情形：individual。"),
    .init(
      #""cases": {"invention": "9000元", "utility": "3000元"}"#, #""cases": ▸{"invention": "9000元"}"#,
      "caps[fee-year].limit.cases：还缺这些情形：utility。"),
    .init(
      #""utility": "3000元"}"#, #""utility": "3000元", ▸"utility": "4000元"}"#,
      "caps[fee-year].limit.cases.utility：键“utility”重复。"),
    .init(
      #""rate": {"by": "kind","#, #""rate": {"by": ▸"paidOn","#,
      "items[agency-fee].amount.share.rate.by：这里应为只有几种情形的值（选项、是否、专利类型、申请人类型、事件所在年）。"),
    .init(
      #""holder": ["applicant", {"type": "number"}]"#, #""holder": ["applicant"]"#,
      at: #"{"by": {"type": "number"}"#,
      "caps[fee-year].limit：共用一个限额的申报，额度必须相同：额度按什么区分，holder（或按年的 window）也要按什么区分；各按自己的额度补差的，remainder 写 difference。"
    ),
    .init(
      #"["applicant", {"type": "number"}], "window": "year",\#n      "limit": {"by": {"type": "number"}, "#
        + #""cases": {"invention": "9000元", "utility": "3000元"}}"#,
      #"["family"], "window": "year", "limit": ▸{"by": "kind", "cases": {"enterprise": "9元", "individual": "3元"}}"#,
      "caps[fee-year].limit：共用一个限额的申报，额度必须相同：额度按什么区分，holder（或按年的 window）也要按什么区分；各按自己的额度补差的，remainder 写 difference。"
    ),
    .init(
      #"["applicant", {"type": "number"}], "window": "year",\#n      "limit": {"by": {"type": "number"}, "#
        + #""cases": {"invention": "9000元", "utility": "3000元"}}"#,
      #"["applicant"], "window": "validity", "limit": ▸{"by": {"year": "event"}, "cases": {"2021": "9元", "2022": "3元"}}"#,
      "caps[fee-year].limit：共用一个限额的申报，额度必须相同：额度按什么区分，holder（或按年的 window）也要按什么区分；各按自己的额度补差的，remainder 写 difference。"
    ),
    .init(
      #""holder": ["applicant", {"type": "number"}]"#,
      #""holder": ["applicant", {"type": "number"}, ▸"fee"]"#,
      "caps[fee-year].holder[3]：这里应为只有几种情形的值（选项、是否、专利类型、申请人类型、事件所在年）。"),
    .init(
      #""limit": {"by": {"type": "number"}, "cases": {"invention": "9000元", "utility": "3000元"}}"#,
      #""limit": {"by": {"year": "event"}, "cases": ▸{"2021": "9000元"}}"#,
      "caps[fee-year].limit.cases：还缺这些情形：2022。"),
    .init(
      #""limit": {"by": {"type": "number"}, "cases": {"invention": "9000元", "utility": "3000元"}}"#,
      #""limit": {"by": {"year": "event"}, "cases": {"2021": "9000元", "2022": "9000元", ▸"2023": "9000元"}}"#,
      "caps[fee-year].limit.cases.2023：不认识“2023”，是不是“2021”。"),
  ]

  static let time: [BrokenText] = [
    .init(
      #""signed": "2021-03-01""#, #""signed": ▸"2021-3-1""#, "signed：日期应写成“2018-01-01”，且确有其日。"),
    .init(
      #""to": "2021-02-28""#, #""to": ▸"2021-02-29""#, "periods[1].to：日期应写成“2018-01-01”，且确有其日。"),
    .init(
      #"{"from": "2021-03-01", "to": "2023-12-31", "article": "closing"}"#,
      #"▸{"from": "2021-03-01", "to": "2020-12-31", "article": "closing"}"#, "periods[2]：终日早于始日。"),
    .init(
      #"{"from": "2021-03-01", "to": "2023-12-31""#, #"▸{"from": "2021-02-28", "to": "2023-12-31""#,
      "periods[2]：与前一段期间重叠。"),
    .init(
      #"{"from": "2021-03-01", "to": "2023-12-31""#, #"▸{"from": "2021-03-02", "to": "2023-12-31""#,
      "periods[2]：与前一段期间之间有空档。"),
    .init(
      #"{"from": "2021-03-01", "to": "2023-12-31""#, #"▸{"from": "2020-01-01", "to": "2020-12-31""#,
      "periods[2]：各段期间应按时间先后排列。"),
    .init(
      #""signed": "2021-03-01""#, #""signed": "2021-02-28""#, at: #"{"from": "2021-01-01""#,
      "periods[1]：注明 retroactive 的期间应在签发日（signed）之前结束。"),
    .init(
      #""signed": "2021-03-01""#, #""signed": ▸"2024-01-01""#, "signed：签发日晚于最后一段期间的终日。"),
    .init(
      #""since": "2021-02-01", "until": "2022-12-31""#, #""since": "2021-02-01", "until": ▸"2021-01-31""#,
      "items[agency-fee].until：终日早于始日。"),
    .init(
      #""until": "2022-12-31""#, #""until": ▸"2032-12-31""#, "items[agency-fee].until：不在政策的期间（periods）之内。"),
    .init(
      #""since": "2021-02-01""#, #""since": ▸"2020-12-31""#, "items[agency-fee].since：不在政策的期间（periods）之内。"),
    .init(#"["441882", "GXQ"]"#, #"["441882", ▸"44188"]"#, "districts[2]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸"天河区"]"#,
      "districts[2]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母；“天河区”的代码是 440106。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸"广东省仙桃市"]"#,
      "districts[2]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸"湖北省仙桃市"]"#,
      "districts[2]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母；“湖北省仙桃市”的代码是 429004。"),
    .init(#"["441882", "GXQ"]"#, #"["441882", ▸"gxq"]"#, "districts[2]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", {"code": ▸"gxq", "name": "高新区"}]"#,
      "districts[2].code：区划代码应为六位数字，没有代码的功能区用二至六个大写字母。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸{"code": "GXQ"}]"#, "districts[2]：缺少“name”。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", {"code": "GXQ", "name": "高新区", "former": [▸"4418"]}]"#,
      "districts[2].former[1]：区划代码应为六位数字，没有代码的功能区用二至六个大写字母。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸{"code": "GXQ", "name": "高新区", "liesIn": "441802"}]"#,
      "districts[2]：不认识“441802”，是不是“441882”。"),
    .init(
      #"["441882", "GXQ"]"#, #"["441882", ▸{"code": "GXQ", "name": "连州市"}]"#,
      "districts[2]：名称“连州市”重复，填表的人分不清。"),
  ]

  private static let compared = #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#
  private static let said = "items[agency-fee].conditions[2].compare[3]："

  /// What begins as a figure does is told what figures look like; what has a letter is a name.
  static let unitless: [BrokenText] = [
    .init(
      compared, #"{"compare": ["fee", ">", ▸"500"], "reason": "condition"}"#,
      said + "数不加引号，金额写成“80000元”，比例写成“30%”，日期写成“2018-01-01”，都用半角。"),
    .init(
      compared, #"{"compare": ["fee", ">", ▸"500块"], "reason": "condition"}"#,
      said + "数不加引号，金额写成“80000元”，比例写成“30%”，日期写成“2018-01-01”，都用半角。"),
    .init(
      compared, #"{"compare": ["fee", ">", ▸"５００"], "reason": "condition"}"#,
      said + "数不加引号，金额写成“80000元”，比例写成“30%”，日期写成“2018-01-01”，都用半角。"),
    .init(
      compared, #"{"compare": ["paidOn", ">", ▸"2021年1月1日"], "reason": "condition"}"#,
      said + "日期应写成“2018-01-01”，且确有其日。"),
    .init(
      compared, #"{"compare": ["fee", ">", ▸"五百元"], "reason": "condition"}"#,
      said + "金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
    .init(
      compared, #"{"compare": ["fee", ">", ▸"2ndFee"], "reason": "condition"}"#,
      said + "不认识“2ndFee”，是不是“fee”。"),
    // The label of a field in the place of a sum.
    .init(
      #""ceiling": "50000元""#, #""ceiling": ▸"核准金额""#,
      "items[certificate].amount.ceiling：不认识“核准金额”，是不是“approvedAmount”。"),
  ]

  /// 441882 is 连州市; 441899 has never been given to a district.
  @Test(
    "A code that the country's table lacks is told, unless the file gives its name",
    arguments: [
      (
        #"["441882", "441899", "GXQ"]"#,
        #"districts[2]：全国区划代码表里没有 441899，填表时只能显示代码；确有其地的，请写成 {"code": "441899", "name": "名称"}。"#
      ),
      (#"["441882", {"code": "441899", "name": "连南新区"}, "GXQ"]"#, nil),
      (#"["441882", "GXQ"]"#, nil),
    ] as [(String, String?)])
  func unlistedDistrict(districts: String, said: String?) throws {
    let place = #"["441882", "GXQ"]"#
    try BrokenText.requireOnce(place, in: GoodPolicy.text)
    let text = GoodPolicy.text.replacing(place, with: districts)
    let remarks = try PolicyFile.proofread(Array(text.utf8)).get().remarks
    #expect(remarks.map(MistakeWording.sentence) == [said].compactMap(\.self))
  }

  @Test("Figures without their unit", arguments: unitless)
  func wrongUnit(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Sums, rates and ranges", arguments: figures)
  func wrongFigure(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Tiers, steps and ceilings", arguments: tiers)
  func wrongTier(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Figures by case", arguments: cases)
  func wrongCase(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Days, periods and districts", arguments: time)
  func wrongTime(broken: BrokenText) throws { try broken.checkPolicy() }
}
