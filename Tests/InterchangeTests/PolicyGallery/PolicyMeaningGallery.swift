import Testing

@Suite("Policy mistakes: meaning")
struct PolicyMeaningGallery {
  static let missing: [BrokenText] = [
    .init(
      #""id": "growth", "article": "2", "label""#, #""id": "growth", "label""#,
      at: "{\n      \"id\": \"growth\"", "items[growth]：缺少“article”。"),
    .init(
      #""once": ["number"],\#n      "papers": [{"id": "invoice", "label": "发票", "copies": 1}]"#,
      #""once": ["number"]"#,
      at: "{\n      \"id\": \"agency-fee\"", "items[agency-fee]：缺少“papers”。"),
    .init(
      #"[{"id": "invoice", "label": "发票", "copies": 1}]"#, "▸[]", "items[agency-fee].papers：不能为空。"),
    .init(
      #""once": ["applicant", "year"],"#, "", at: "{\n      \"id\": \"growth\"", "items[growth]：缺少“once”。"),
    .init(#""order": "received", "#, "", at: "{\n      \"id\": \"fee-year\"", "caps[fee-year]：缺少“order”。"),
    .init(
      #""order": "received", "remainder": "reduce""#, #""order": "received""#,
      at: "{\n      \"id\": \"fee-year\"", "caps[fee-year]：缺少“remainder”。"),
    .init(
      #""choice": "total", "#, "", at: "{\n      \"id\": \"share-base\"", "readings[share-base]：缺少“choice”。"),
    .init(
      #", "reason": "主语是总量""#, "", at: "{\n      \"id\": \"share-base\"", "readings[share-base]：缺少“reason”。"),
    .init(
      #""kind": "choice", "record": true, "options": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}]}"#,
      #""kind": "choice", "record": true}"#, at: #"{"id": "level""#,
      "items[certificate].inputs[level]：缺少“options”。"),
    .init(
      #""label": "付款日期", "kind": "date""#, #""label": "付款日期", "kind": "date", "options": ▸[]"#,
      "items[agency-fee].inputs[paidOn].options：只有 kind 为 choice 的栏才有 options。"),
    .init(
      #""label": "付款日期", "kind": "date""#, #""label": "付款日期", "kind": "date", "range": ▸[1, 2]"#,
      "items[agency-fee].inputs[paidOn].range：只有 kind 为 count 的栏才有 range。"),
  ]

  static let types: [BrokenText] = [
    .init(#""event": "paidOn""#, #""event": ▸"fee""#, "items[agency-fee].event：这里应为日期。"),
    .init(
      #""share": {"of": "fee""#, #""share": {"of": ▸"number""#, "items[agency-fee].amount.share.of：这里应为金额。"),
    .init(
      #"{"last-day": "year"}"#, #"{"last-day": ▸"filings"}"#,
      "items[growth].event.last-day：这里应为年度：kind 为 year 的一栏，或某个日期的 year。"),
    .init(
      #"["fee", ">", "500元"]"#, #"["number", ">", ▸"fee"]"#,
      "items[agency-fee].conditions[2].compare[3]：这里应为专利申请号。"),
    .init(
      #"["fee", ">", "500元"]"#, #"["paidOn", ">", ▸"fee"]"#,
      "items[agency-fee].conditions[2].compare[3]：这里应为日期。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason""#,
      #"{"compare": ▸["kind", ">", {"type": "number"}], "reason""#,
      "items[agency-fee].conditions[2].compare：这样的值不能这样比较：大小只比数、金额和日期，文字用 among。"),
    .init(
      #"{"among": {"value": {"type": "number"}, "#, #"{"among": {"value": {"type": ▸"fee"}, "#,
      "items[agency-fee].conditions[1].among.value.type：这里应为专利申请号。"),
    .init(
      #""whole": "increase"}"#, #""whole": ▸"year2"}"#,
      "items[growth].conditions[1].options.increment[1].share.whole：不认识“year2”，是不是“year”。"),
    .init(
      #""atMost": "filings""#, #""atMost": ▸"year""#, "items[growth].inputs[inventions].atMost：这里应为数。"),
    .init(
      #""atMost": "filings""#, #""atMost": ▸"inventions""#,
      "items[growth].inputs[inventions].atMost：不能以自己为上限。"),
    .init(
      #"{"paid": "approvedAmount", "ceiling": "50000元"}"#, #"{"paid": ▸"certifiedOn", "ceiling": "50000元"}"#,
      "items[certificate].amount.paid：这里应为金额。"),
    .init(
      #""of": {"subtract": ["filings", "filingsBefore"]}"#,
      #""of": {"subtract": ["filings", {"add": ["filingsBefore", ▸"2021-01-01"]}]}"#,
      "items[growth].values[increase].of.subtract[2].add[2]：这里应为数。"),
  ]

  static let use: [BrokenText] = [
    .init(
      #"{"id": "fee", "label": "代理费", "kind": "money"}"#,
      #"{"id": "fee", "label": "代理费", "kind": "money"}, ▸{"id": "bank", "label": "开户行", "kind": "text"}"#,
      "items[agency-fee].inputs[bank]：没有条件、金额、去重或限额用到“bank”；只作记录的请注明 \"record\": true。"),
    // A value that nobody uses does not make its inputs used.
    .init(
      #"{"id": "increase", "label": "增量","#,
      #"▸{"id": "total", "label": "合计", "of": {"add": ["filings", "filingsBefore"]}}, {"id": "increase", "label": "增量","#,
      "items[growth].values[total]：没有条件、金额或限额用到“total”，请删去或用上。"),
    .init(
      #""readings": ["#,
      #""readings": [▸{"id": "other", "articles": ["1"], "label": "其他", "question": "？", "options": [{"id": "x", "label": "甲"}, {"id": "y", "label": "乙"}], "choice": "x", "reason": "无"},"#,
      "readings[other]：选哪个选项都一样：没有条件或去重用到口径“other”。"),
    .init(
      #""readings": ["#,
      #""readings": [{"id": "other", "articles": ["1"], "label": "其他", "question": "？", "options": ▸[{"id": "x", "label": "甲"}], "choice": "x", "reason": "无"},"#,
      "readings[other].options：一个口径至少要有两个选项。"),
    .init(
      #""increment": [{"share""#, #"▸"incremental": [{"share""#,
      "items[growth].conditions[1].options.incremental：不认识“incremental”，是不是“increment”。"),
    .init(
      #"{"share": {"part": "inventions", "compare""#, #"{"share": {"part": ▸"inventionIncrease", "compare""#,
      "items[growth].conditions[1].options.total[1].share.part：“inventionsBefore”只在一个口径选项下才必填（neededUnder），这里却总要用到。"
    ),
    .init(
      #"{"tiers": {"of": "increase", "rows""#, #"{"tiers": {"of": ▸"inventionIncrease", "rows""#,
      "items[growth].amount.tiers.of：“inventionsBefore”只在一个口径选项下才必填（neededUnder），这里却总要用到。"),
    .init(
      #""once": ["applicant", "year"]"#, #""once": ["applicant", "year", ▸"inventionsBefore"]"#,
      "items[growth].once[3]：“inventionsBefore”只在一个口径选项下才必填（neededUnder），这里却总要用到。"),
  ]

  static let sense: [BrokenText] = [
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason""#, #"{"compare": ▸["fee", ">", "fee"], "reason""#,
      "items[agency-fee].conditions[2].compare：两边是同一个值。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#,
      #"{"compare": ▸[5, ">", 3], "reason": "window"}"#,
      "items[agency-fee].conditions[2].compare：不取决于任何一栏，对每件申报都一样。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#,
      #"{"among": {"value": "kind", "of": ["enterprise"]}, "reason": ▸"condition"}"#,
      "items[agency-fee].conditions[2].reason：reason 为 condition 时，条件里要有一栏，好告诉申请人是哪一栏不符。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#,
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}, ▸{"compare": ["fee", ">", "500元"], "reason": "window"}"#,
      "items[agency-fee].conditions[3]：与前面的条件相同。"),
    .init(
      #"{"id": "increase", "label": "增量", "of": {"subtract": ["filings", "filingsBefore"]}}"#,
      #"▸{"id": "one", "label": "一", "of": 1}, {"id": "increase", "label": "增量", "of": {"subtract": ["filings", {"add": ["filingsBefore", "one"]}]}}"#,
      "items[growth].values[one]：不取决于任何一栏，对每件申报都一样。"),
    .init(
      #""event": {"last-day": "year"}"#, #""event": ▸"2021-12-31""#, "items[growth].event：不取决于任何一栏，对每件申报都一样。"),
    .init(
      #"{"paid": "approvedAmount", "ceiling": "50000元"}"#, #"▸{"paid": "approvedAmount"}"#,
      "items[certificate].amount：金额由办公室核定的要有封顶（ceiling）；确无封顶的，用 unexpressed 写明原文和理由。"),
    .init(
      #""kind": "text", "from": "office", "record": true}"#, #""kind": "text", "record": true}"#,
      at: #"{"paid": "approvedAmount""#, "items[certificate].amount：金额由办公室核定的，还要有一栏由办公室填写的文字 basis（核定依据）。"),
    .init(
      #""amount": {"tiers""#, #""unexpressed": {"clause": "视情况", "reason": "无标准"}, "amount": ▸{"tiers""#,
      "items[growth].amount：规则不能表达的项目，金额应为 {\"paid\": \"approvedAmount\"}，approvedAmount 由办公室填写（\"from\": \"office\"）。"
    ),
    .init(
      #""event": "certifiedOn","#, #""event": "certifiedOn", "unexpressed": ▸{"clause": "视情况"},"#,
      "items[certificate].unexpressed：缺少“reason”。"),
  ]

  @Test("Something that must be there", arguments: missing)
  func missingPart(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Values of the wrong type", arguments: types)
  func wrongType(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("What nothing rests on, and what rests on what may be missing", arguments: use)
  func wrongUse(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("What can't be meant", arguments: sense)
  func noSense(broken: BrokenText) throws { try broken.checkPolicy() }
}
