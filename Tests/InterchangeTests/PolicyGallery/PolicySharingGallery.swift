import Testing

/// Broken policy files: who is served first, what a limit is in, and awards that need another.
@Suite("Policy mistakes: orders, pieces and needed awards")
struct PolicySharingGallery {
  private static let served = #""order": "received", "remainder": "reduce""#
  private static let paid = #""amount": {"paid": "approvedAmount", "ceiling": "50000元"},"#

  static let orders: [BrokenText] = [
    .init(
      served, #""order": ▸"earliest", "remainder": "reduce""#,
      "caps[fee-year].order：这里应为 \"received\"、{\"earliest\": 日期} 或 {\"highest\": 数或金额}。"),
    .init(
      served, #""order": ▸{}, "remainder": "reduce""#,
      "caps[fee-year].order：这几个键要有一个，也只能有一个：earliest、highest。"),
    .init(
      served, #""order": ▸{"earliest": "paidOn"}, "remainder": "reduce""#,
      "caps[fee-year].order：不按收件先后的限额，要写明到哪天为止不再有人排到前面（closes），此前不能审定。"),
    .init(
      served,
      #""order": "received", "closes": ▸{"day": ["03-31", {"year": "event"}]}, "remainder": "reduce""#,
      "caps[fee-year].closes：按收件先后的限额不用写 closes。"),
    .init(
      served, #""order": {"earliest": ▸"fee"}, "closes": "2022-03-31", "remainder": "reduce""#,
      "caps[fee-year].order.earliest：这里应为日期。"),
    .init(
      served, #""order": {"highest": ▸"paidOn"}, "closes": "2022-03-31", "remainder": "reduce""#,
      "caps[fee-year].order.highest：这里应为数。"),
    .init(
      served, #""order": {"highest": "fee"}, "closes": ▸"fee", "remainder": "reduce""#,
      "caps[fee-year].closes：这里应为日期。"),
    .init(
      served, #""order": "received", "remainder": ▸"none""#,
      "caps[fee-year].remainder：不认识“none”，这里可以写：reduce、difference。"),
    .init(
      served,
      served
        + #"}, ▸{"id": "second", "article": "1", "label": "按付款先后", "items": ["agency-fee"], "holder": [], "#
        + #""window": "year", "limit": "9000元", "order": {"earliest": "paidOn"}, "closes": "2022-03-31", "#
        + #""remainder": "reduce""#,
      "caps[second]：同一项目的几个限额，先后次序（order 和 same-day）要相同。"),
    .init(
      served, #""order": "received", "same-day": ▸"share", "remainder": "reduce""#,
      "caps[fee-year].same-day：不认识“share”，这里可以写：id、lot。"),
    .init(
      served, #""order": "received", "same-day": ▸["lot"], "remainder": "reduce""#,
      "caps[fee-year].same-day：这里应为文字（写在双引号里）。"),
    .init(
      served, #""order": "received", "same-day": ▸"抽签", "remainder": "reduce""#,
      "caps[fee-year].same-day：不认识“抽签”，是不是“lot”。"),
    .init(
      served,
      served
        + #"}, ▸{"id": "second", "article": "1", "label": "同日抽签", "items": ["agency-fee"], "holder": [], "#
        + #""window": "year", "limit": "9000元", "order": "received", "same-day": "lot", "remainder": "reduce""#,
      "caps[second]：同一项目的几个限额，先后次序（order 和 same-day）要相同。"),
  ]

  private static let limit =
    #"{"by": {"type": "number"}, "cases": {"invention": "9000元", "utility": "3000元"}}"#

  static let limits: [BrokenText] = [
    .init(
      limit, #"▸{"by": {"type": "number"}, "cases": {"invention": "5件", "utility": "3000元"}}"#,
      "caps[fee-year].limit：同一个限额，额度要么都写金额，要么都写件数。"),
    .init(
      limit, #"{"by": "item", "cases": ▸{}}"#, "caps[fee-year].limit.cases：还缺这些情形：agency-fee。"),
    .init(
      limit, #"{"by": "item", "cases": {"agency-fee": "5件", ▸"growth": "5件"}}"#,
      "caps[fee-year].limit.cases.growth：不认识“growth”，这里可以写：agency-fee。"),
    .init(
      limit, #"{"by": "item", "cases": {"agency-fee": ▸"多"}}"#,
      "caps[fee-year].limit.cases.agency-fee：金额应写成“80000元”这样的文字，最多十位整数、两位小数。"),
  ]

  private static let needed = #"""
    "order": "received", "remainder": "reduce"
        }
      ],
      "papers": [{"id": "form", "label": "申请表", "original": true}],
      "items": [
    """#
  private static let start = #"""
    {"id": "start", "article": "3", "label": "首期", "who": ["enterprise"],
          "inputs": [{"id": "paidOn", "label": "日期", "kind": "date"}], "event": "paidOn",
          "amount": {"fixed": "100元"}, "once": ["applicant"], "papers": [{"id": "p", "label": "证明"}]},
        {"id": "rest", "article": "3", "label": "后期", "who": ["enterprise"],
          "inputs": [{"id": "paidOn", "label": "日期", "kind": "date"}], "event": "paidOn", "needs": "start",
          "amount": {"fixed": "100元"}, "once": ["applicant"], "papers": [{"id": "p", "label": "证明"}]},
    """#
  private static let ordered = #"""
    },
        ▸{"id": "second", "article": "3", "label": "按日期先后", "items": ["rest"], "holder": [], "window": "year",
          "limit": "9000元", "order": {"earliest": "paidOn"}, "closes": "2022-03-31", "remainder": "reduce"
    """#
  private static let growth = #"""
    "once": ["applicant", "year"],
          "papers": [{"id": "list", "label": "申请清单", "copies": 1}]
    """#

  static let needs: [BrokenText] = [
    .init(
      paid, paid + #" "needs": ▸"agency-fee","#,
      "items[certificate].needs：要凭前一项目的去重内容（once）找到那件资助，本项目还缺同名同种类的：number。"),
    .init(
      paid, paid + #" "needs": ▸"nothing","#, "items[certificate].needs：不认识“nothing”，这里可以写：agency-fee、growth。"
    ),
    .init(paid, paid + #" "needs": ▸3,"#, "items[certificate].needs：这里应为文字（写在双引号里）。"),
    .init(
      #""once": ["number"],"#, #""once": ["number"], "needs": ▸"certificate","#,
      "items[agency-fee].needs：项目“certificate”要写在这个项目的前面。"),
    .init(
      growth,
      growth.replacing(
        #""once": ["applicant", "year"]"#,
        with:
          #""once": {"reading": "share-base", "options": {"total": ["applicant", "year"], "increment": ["applicant"]}}"#
      )
        + #"}, {"id": "later", "article": "2", "label": "后期", "who": ["enterprise"], "#
        + #""inputs": [{"id": "year", "label": "年度", "kind": "year"}], "event": {"last-day": "year"}, "#
        + #""amount": {"fixed": "100元"}, "once": ["year"], "needs": ▸"growth", "papers": [{"id": "p", "label": "证明"}]"#,
      "items[later].needs：那个项目的去重内容因口径而异，不能作为前提。"),
    .init(
      needed,
      needed.replacing("\n    }\n", with: "\n    \(ordered)\n    }\n") + "\n" + start,
      "caps[second]：不按收件先后的限额，所含项目不能有前提（needs），也不能是别的项目的前提。"),
  ]

  private static let compared = #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#

  static let confirmations: [BrokenText] = [
    .init(
      compared, #"{"unexpressed": ▸{"id": "isGood", "label": "较好", "clause": "应当较好"}}"#,
      "items[agency-fee].conditions[2].unexpressed：缺少“reason”。"),
    .init(
      compared, #"{"unexpressed": ▸{"id": "fee", "label": "较好", "clause": "应当较好", "reason": "由人判断"}}"#,
      "items[agency-fee].conditions[2].unexpressed：编号“fee”重复。"),
    .init(
      compared, #"{"unexpressed": ▸{"id": "isGood", "label": "代理费", "clause": "应当较好", "reason": "由人判断"}}"#,
      "items[agency-fee].conditions[2].unexpressed：名称“代理费”重复，填表的人分不清。"),
    .init(
      compared,
      #"{"unexpressed": {"id": ▸"needs", "label": "较好", "clause": "应当较好", "reason": "由人判断"}}"#,
      "items[agency-fee].conditions[2].unexpressed.id：“needs”另有含义，请换一个编号。"),
    .init(
      compared,
      #"{"unexpressed": {"id": "isGood", "label": "较好", "clause": "应当较好", "reason": "由人判断"}, ▸"reason": "window"}"#,
      "items[agency-fee].conditions[2].reason：没有“reason”这个键，这里可以写：unexpressed。"),
  ]

  @Test("Who is served first", arguments: orders)
  func wrongOrder(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("What a limit is in", arguments: limits)
  func wrongLimit(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Awards that need another", arguments: needs)
  func wrongNeed(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Conditions that the office confirms", arguments: confirmations)
  func wrongConfirmation(broken: BrokenText) throws { try broken.checkPolicy() }
}
