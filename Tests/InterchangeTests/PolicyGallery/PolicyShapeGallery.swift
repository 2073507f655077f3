import Interchange
import SubsidyRules
import Testing

@Suite("Policy mistakes: shapes")
struct PolicyShapeGallery {
  static let json: [BrokenText] = [
    .init(#""signed": "2021-03-01","#, #""signed": "2021-03-01""#, at: #""periods""#, "这里应为 , 或 }。"),
    .init(#""districts": ["441882", "GXQ"]"#, #""districts": ["441882", "GXQ",▸]"#, "这里应有一个值。"),
    .init(#""until": "2022-12-31""#, #"▸until: "2022-12-31""#, "这里应为写在双引号里的键。"),
    .init(#""title": "代理费"}"#, #""title": ▸代理费}"#, "这里应有一个值。"),
    .init(#""rate": "20%", "whole": "filings""#, #""rate": ▸.2, "whole": "filings""#, "这里应有一个值。"),
    .init(#""atLeast": 10"#, #""atLeast": ▸010"#, "数字写法不对。"),
    .init(
      #""rate": "20%", "whole": "filings""#, #""rate": "20%"▸，"whole": "filings""#,
      "这里是中文标点“，”，文件里应当用英文（半角）的标点。"),
    .init(#""until": "2022-12-31""#, #"▸“until": "2022-12-31""#, "这里是中文标点““”，文件里应当用英文（半角）的标点。"),
    .init(#""until": "2022-12-31""#, #""until"▸："2022-12-31""#, "这里是中文标点“：”，文件里应当用英文（半角）的标点。"),
    .init(#""label": "发票""#, "\"label\": \"发▸\n票\"", "文字中有控制字符。"),
    .init(#""label": "发票""#, #""label": "发▸\票""#, "转义写法不对。"),
    .init(#""record": "日期、人数"}"#, #""record": "日期、人数""#, at: "]\n}", "这里应为 , 或 }。"),
  ]

  static let shapes: [BrokenText] = [
    .init(
      #""title": "连州市专利资助办法","#, #"▸"titel": "连州市专利资助办法","#, "titel：没有“titel”这个键，是不是“title”。"),
    .init(
      #""id": "growth","#, #""id": "growth", ▸"colour": "red","#,
      "items[growth].colour：没有“colour”这个键，这里可以写：id、article、label、who、inputs、event、amount、once、papers、values、conditions、mayFollowReceipt、since、until、needs、unexpressed、continues。"
    ),
    .init(
      #""id": "growth","#, #""id": "growth", ▸"id": "growth-2","#, "items[growth].id：键“id”重复。"),
    .init(#""document": "连府办〔2021〕5号","#, "", at: "{\n  \"format\"", "缺少“document”。"),
    .init(
      #""zizhu-policy/1""#, #"▸"zizhu-policy/2""#, "format：不认识“zizhu-policy/2”，是不是“zizhu-policy/1”。"),
    .init(
      #""districts": ["441882", "GXQ"]"#, #""districts": ▸"441882""#, "districts：这里应为列表（[…]）。"),
    .init(#""districts": ["441882", "GXQ"]"#, #""districts": ▸[]"#, "districts：不能为空。"),
    .init(#""title": "贯标"}"#, #""title": ▸7}"#, "articles[3].title：这里应为文字（写在双引号里）。"),
    .init(#""title": "贯标"}"#, #""title": ▸" 　 "}"#, "articles[3].title：不能为空。"),
    .init(
      #""label": "发票""#, #""label": ▸"发\n票""#, "items[agency-fee].papers[invoice].label：文字里有换行、制表等控制字符。"),
    .init(
      #""mayFollowReceipt": true"#, #""mayFollowReceipt": ▸"true""#,
      "items[growth].mayFollowReceipt：这里应为 true 或 false。"),
    .init(
      #"{"id": "invoice", "label": "发票", "copies": 1}"#, #"▸"invoice""#,
      "items[agency-fee].papers[1]：这里应为一组键和值（{…}）。"),
    .init(
      #"{"id": "list", "label": "申请清单", "copies": 1}"#, #"{"id": "list", "label": "申请清单", "copies": ▸1.5}"#,
      "items[growth].papers[list].copies：这里应为整数。"),
    .init(
      #"{"id": "list", "label": "申请清单", "copies": 1}"#, #"{"id": "list", "label": "申请清单", "copies": ▸-1}"#,
      "items[growth].papers[list].copies：应为 0 到 99 之间的数。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#,
      #"{"compare": ▸["fee", ">"], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].compare：这里应为 [值, 比较符, 值]。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#, #"▸{"reason": "condition"}"#,
      "items[agency-fee].conditions[2]：这几个键要有一个，也只能有一个：compare、among、share、any。"),
    .init(
      #"{"paid": "approvedAmount", "ceiling": "50000元"}"#, #"▸{"paid": "approvedAmount", "fixed": "50000元"}"#,
      "items[certificate].amount：这几个键要有一个，也只能有一个：fixed、paid、share、tiers、steps。"),
    .init(
      #"{"paid": "approvedAmount", "ceiling": "50000元"}"#,
      #"{▸"payed": "approvedAmount", "ceiling": "50000元"}"#,
      "items[certificate].amount.payed：没有“payed”这个键，是不是“paid”。"),
    .init(
      #"{"over": 50, "amount": "30000元"}"#, #"▸{"amount": "30000元"}"#,
      "items[growth].amount.tiers.rows[2]：这几个键要有一个，也只能有一个：atLeast、over。"),
    .init(
      #"{"subtract": ["filings", "filingsBefore"]}"#, #"{"subtract": ▸["filings", "filingsBefore", 1]}"#,
      "items[growth].values[increase].of.subtract：这里应为 [值, 值]。"),
    .init(
      #"{"subtract": ["filings", "filingsBefore"]}"#,
      #"▸{"subtract": ["filings", "filingsBefore"], "year": "year"}"#,
      "items[growth].values[increase].of：这里应为一步运算，如 {\"year\": …}。"),
    .init(
      #""event": "paidOn""#, #""event": ▸null"#, "items[agency-fee].event：这里应为一个值：某一栏、某个算出的值、常数或一步运算。"),
  ]

  static let papers: [BrokenText] = [
    .init(
      common, #""papers": {"checked-before": ▸"acept", "list": [{"id": "form", "label": "申请表"}]},"#,
      "papers.checked-before：不认识“acept”，是不是“accept”。"),
    // Papers are looked at until the amount is decided.
    .init(
      common, #""papers": {"checked-before": ▸"publish", "list": [{"id": "form", "label": "申请表"}]},"#,
      "papers.checked-before：不认识“publish”，这里可以写：accept、review、approve。"),
    .init(common, #""papers": ▸{"checked-before": "accept"},"#, "papers：缺少“list”。"),
    .init(common, #""papers": {"checked-before": "accept", "list": ▸[]},"#, "papers.list：不能为空。"),
    .init(common, #""papers": ▸"form","#, "papers：这里应为列表（[…]）。"),
    .init(
      common, #""papers": {▸"checkedBefore": "accept", "list": [{"id": "form", "label": "申请表"}]},"#,
      "papers.checkedBefore：没有“checkedBefore”这个键，是不是“checked-before”。"),
  ]
  private static let common = #""papers": [{"id": "form", "label": "申请表", "original": true}],"#

  @Test("Papers that a step waits for", arguments: papers)
  func wrongPapers(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("A list of papers alone is no condition; with a step it is", arguments: PaperStage.allCases)
  func checkedBefore(stage: PaperStage) throws {
    let list = #"[{"id": "form", "label": "申请表", "original": true}]"#
    let text = GoodPolicy.text.replacing(
      Self.common, with: #""papers": {"list": \#(list), "checked-before": "\#(stage.rawValue)"},"#)
    let policy = try PolicyFile.read(Array(text.utf8)).get()
    #expect(policy.papersCheckedBefore == stage)
    let plain = try PolicyFile.read(Array(GoodPolicy.text.utf8)).get()
    #expect(plain.papersCheckedBefore == nil)
    #expect(policy.commonPapers == plain.commonPapers && policy.commonPapers.count == 1)
    // Another choice of a reading leaves it as it is.
    let reading = try #require(policy.readings.first)
    #expect(policy.choosing(reading.options[1].id, for: reading.id)?.papersCheckedBefore == stage)
  }

  @Test("JSON itself", arguments: json)
  func wrongJSON(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Keys and kinds of values", arguments: shapes)
  func wrongShape(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("The good policy has no mistake")
  func good() { #expect(BrokenText.said(ofPolicy: Array(GoodPolicy.text.utf8)) == []) }

  @Test("A byte order mark is named, and bytes that are no UTF-8")
  func encoding() {
    let good = Array(GoodPolicy.text.utf8)
    #expect(
      BrokenText.said(ofPolicy: [0xEF, 0xBB, 0xBF] + good) == ["1:1 文件开头有字节顺序标记（BOM），请另存为不带 BOM 的 UTF-8。"])
    // GB18030 for 连州, as an office's old editor would write it.
    let bytes = Array("{\n  \"title\": \"".utf8) + [0xC1, 0xAC, 0xD6, 0xDD] + Array("\"}".utf8)
    #expect(BrokenText.said(ofPolicy: bytes) == ["2:13 不是 UTF-8 文字，请把文件另存为 UTF-8。"])
    #expect(BrokenText.said(ofPolicy: []) == ["1:1 文件没有写完就结束了。"])
    #expect(BrokenText.said(ofPolicy: Array("{} {}".utf8)) == ["1:4 结尾之后还有内容。"])
  }
}
