import Testing

@Suite("Policy mistakes: names")
struct PolicyNameGallery {
  static let ids: [BrokenText] = [
    .init(
      #""id": "lianzhou-2021-5""#, #""id": ▸"连州-2021-5""#,
      "id：编号“连州-2021-5”只能用英文字母、数字、- 和 _，以字母或数字开头，最多 64 个字符。"),
    .init(
      #""id": "lianzhou-2021-5""#, #""id": ▸"../2021-5""#,
      "id：编号“../2021-5”只能用英文字母、数字、- 和 _，以字母或数字开头，最多 64 个字符。"),
    .init(
      #"{"id": "invoice", "label""#, #"{"id": ▸"the invoice", "label""#,
      "items[agency-fee].papers[1].id：编号“the invoice”只能用英文字母、数字、- 和 _，以字母或数字开头，最多 64 个字符。"),
    .init(
      #""id": "level", "label": "等级""#, #""id": ▸"kind", "label": "等级""#,
      "items[certificate].inputs[kind].id：“kind”另有含义，请换一个编号。"),
    .init(
      #""id": "level", "label": "等级""#, #""id": ▸"applicant", "label": "等级""#,
      "items[certificate].inputs[applicant].id：“applicant”另有含义，请换一个编号。"),
    .init(
      #""label": "认证日期", "kind": "date"},"#,
      #""label": "认证日期", "kind": "date"}, ▸{"id": "certifiedOn", "label": "日期", "kind": "date", "record": true},"#,
      "items[certificate].inputs[certifiedOn]：编号“certifiedOn”重复。"),
    .init(
      #""values": ["#, #""values": [▸{"id": "filings", "label": "申请", "of": "inventions"}, "#,
      "items[growth].values[filings]：编号“filings”重复。"),
    .init(
      #"{"id": "b", "label": "乙"}"#, #"▸{"id": "a", "label": "乙"}"#,
      "items[certificate].inputs[level].options[a]：编号“a”重复。"),
    .init(
      #"{"id": "b", "label": "乙"}"#, #"▸{"id": "b", "label": "甲"}"#,
      "items[certificate].inputs[level].options[b]：名称“甲”重复，填表的人分不清。"),
    .init(
      #"{"id": "filingsBefore", "label": "上年申请""#, #"▸{"id": "filingsBefore", "label": "当年申请""#,
      "items[growth].inputs[filingsBefore]：名称“当年申请”重复，填表的人分不清。"),
    .init(
      #""id": "certificate", "article": "3""#, #""id": "growth", "article": "3""#,
      at: "{\n      \"id\": \"growth\", \"article\": \"3\"", "items[growth]：编号“growth”重复。"),
    .init(
      #""label": "贯标认证""#, #""label": "申请增量""#, at: "{\n      \"id\": \"certificate\"",
      "items[certificate]：名称“申请增量”重复，填表的人分不清。"),
    .init(
      #"{"id": "increment", "label": "增量"}"#,
      #"{"id": "increment", "label": "增量"}, ▸{"id": "total", "label": "总数"}"#,
      "readings[share-base].options[total]：编号“total”重复。"),
    .init(
      #"{"article": "4", "title": "培训", "record": "日期、人数"}"#, #"▸{"article": "3", "title": "培训"}"#,
      "articles[4]：编号“3”重复。"),
    .init(
      #"{"id": "list", "label": "申请清单""#, #"▸{"id": "form", "label": "申请清单""#,
      "items[growth].papers[form]：编号“form”重复。"),
    .init(
      #""copies": 1}]\#n    },\#n    {\#n      "id": "growth""#,
      #""copies": 1}, ▸{"id": "invoice", "label": "发票原件"}]\#n    },\#n    {\#n      "id": "growth""#,
      "items[agency-fee].papers[invoice]：编号“invoice”重复。"),
  ]

  static let others: [BrokenText] = [
    .init(
      #""id": "fee-year","#, #""id": "fee-year", "continues": ▸"fee-year","#,
      "caps[fee-year].continues：延续的名称“fee-year”应写成“政策编号/项目或限额编号”。"),
    .init(
      #""id": "fee-year","#, #""id": "fee-year", "continues": ▸"a/b/c","#,
      "caps[fee-year].continues：延续的名称“a/b/c”应写成“政策编号/项目或限额编号”。"),
    .init(
      #""id": "growth","#, #""id": "growth", "continues": ▸"lianzhou-2018-1/","#,
      "items[growth].continues：延续的名称“lianzhou-2018-1/”应写成“政策编号/项目或限额编号”。"),
    .init(
      #""id": "growth","#, #""id": "growth", "continues": ▸"lianzhou-2021-5/growth","#,
      "items[growth].continues：这里要写另一份政策，写的是这份政策自己。"),
    .init(
      #""id": "lianzhou-2021-5","#, #""id": "lianzhou-2021-5", "replaces": ▸"lianzhou-2021-5","#,
      "replaces：这里要写另一份政策，写的是这份政策自己。"),
    .init(
      #""id": "lianzhou-2021-5","#, #""id": "lianzhou-2021-5", "replaces": ▸"../x","#,
      "replaces：编号“../x”只能用英文字母、数字、- 和 _，以字母或数字开头，最多 64 个字符。"),
  ]

  static let lists: [BrokenText] = [
    .init(
      #""who": ["enterprise", "individual"]"#, #""who": ["enterprise", "individual", ▸"enterprise"]"#,
      "items[agency-fee].who[3]：“enterprise”重复。"),
    .init(#"["441882", "GXQ"]"#, #"["441882", "GXQ", ▸"441882"]"#, "districts[3]：“441882”重复。"),
    .init(
      #""of": ["invention", "utility"]"#, #""of": ["invention", "utility", ▸"utility"]"#,
      "items[agency-fee].conditions[1].among.of[3]：“utility”重复。"),
    .init(#""articles": ["2"]"#, #""articles": ["2", ▸"2"]"#, "readings[share-base].articles[2]：“2”重复。"),
    .init(
      #""items": ["agency-fee"]"#, #""items": ["agency-fee", ▸"agency-fee"]"#,
      "caps[fee-year].items[2]：“agency-fee”重复。"),
    .init(#""once": ["number"]"#, #""once": ["number", ▸"number"]"#, "items[agency-fee].once[2]：“number”重复。"),
    .init(
      #""holder": ["applicant", {"type": "number"}]"#,
      #""holder": ["applicant", {"type": "number"}, ▸"applicant"]"#,
      "caps[fee-year].holder[3]：与前面的一项相同。"),
  ]

  static let unknown: [BrokenText] = [
    .init(
      #""who": ["enterprise", "individual"]"#, #""who": ["enterprise", "individual", ▸"agncy"]"#,
      "items[agency-fee].who[3]：不认识“agncy”，是不是“agency”。"),
    .init(
      #""kind": "application-number""#, #""kind": ▸"aplication-number""#,
      "items[agency-fee].inputs[number].kind：不认识“aplication-number”，是不是“application-number”。"),
    .init(
      #""event": "paidOn""#, #""event": ▸"payedOn""#, "items[agency-fee].event：不认识“payedOn”，是不是“paidOn”。"),
    .init(
      #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#,
      #"{"compare": [▸"fees", ">", "500元"], "reason": "condition"}"#,
      "items[agency-fee].conditions[2].compare[1]：不认识“fees”，是不是“fee”。"),
    .init(
      #"["fee", ">", "500元"]"#, #"["fee", ▸"=>", "500元"]"#,
      "items[agency-fee].conditions[2].compare[2]：不认识“=>”，是不是“=”。"),
    .init(
      #""reason": "patent-type""#, #""reason": ▸"patent-kind""#,
      "items[agency-fee].conditions[1].reason：不认识“patent-kind”，是不是“patent-type”。"),
    .init(
      #""of": ["invention", "utility"]"#, #""of": ["invention", "utility", ▸"desing"]"#,
      "items[agency-fee].conditions[1].among.of[3]：不认识“desing”，是不是“design”。"),
    .init(
      #""share": {"of": "fee""#, #""share": {"of": ▸"fe""#,
      "items[agency-fee].amount.share.of：不认识“fe”，是不是“fee”。"),
    .init(
      #"{"last-day": "year"}"#, #"{▸"lastday": "year"}"#,
      "items[growth].event.lastday：没有“lastday”这个键，是不是“last-day”。"),
    .init(
      #""atMost": "filings""#, #""atMost": ▸"filing""#,
      "items[growth].inputs[inventions].atMost：不认识“filing”，是不是“filings”。"),
    .init(
      #""items": ["agency-fee"]"#, #""items": ["agency-fee", ▸"agency-free"]"#,
      "caps[fee-year].items[2]：不认识“agency-free”，是不是“agency-fee”。"),
    .init(
      #""holder": ["applicant", {"#, #""holder": [▸"aplicant", {"#,
      "caps[fee-year].holder[1]：不认识“aplicant”，是不是“applicant”。"),
    .init(
      #""window": "year""#, #""window": ▸"month""#, "caps[fee-year].window：不认识“month”，这里可以写：year、validity。"),
    .init(
      #""order": "received""#, #""order": ▸"amount""#,
      "caps[fee-year].order：不认识“amount”，这里可以写：received、earliest、highest。"),
    .init(
      #""warning": "retroactive""#, #""warning": ▸"retroactiv""#,
      "periods[1].warning：不认识“retroactiv”，是不是“retroactive”。"),
    .init(
      #""choice": "total""#, #""choice": ▸"totals""#, "readings[share-base].choice：不认识“totals”，是不是“total”。"),
    .init(
      #"{"reading": "share-base", "option": "increment"}"#,
      #"{"reading": ▸"share-bse", "option": "increment"}"#,
      "items[growth].inputs[inventionsBefore].neededUnder.reading：不认识“share-bse”，是不是“share-base”。"),
    .init(
      #"{"reading": "share-base", "option": "increment"}"#,
      #"{"reading": "share-base", "option": ▸"incremental"}"#,
      "items[growth].inputs[inventionsBefore].neededUnder.option：不认识“incremental”，是不是“increment”。"),
    .init(
      #""cases": {"enterprise": "50%", "#, #""cases": {"enterprise": "50%", ▸"agency": "60%", "#,
      "items[agency-fee].amount.share.rate.cases.agency：不认识“agency”，这里可以写：enterprise、individual。"),
    .init(
      #""from": "office"},"#, #""from": ▸"ofice"},"#,
      "items[certificate].inputs[approvedAmount].from：不认识“ofice”，是不是“office”。"),
    .init(
      #""id": "certificate", "article": "3""#, #""id": "certificate", "article": ▸"5""#,
      "items[certificate].article：articles 里没有第“5”条。"),
    .init(
      #""id": "fee-year", "article": "1""#, #""id": "fee-year", "article": ▸"一""#,
      "caps[fee-year].article：articles 里没有第“一”条。"),
    .init(
      #""articles": ["2"]"#, #""articles": [▸"22"]"#, "readings[share-base].articles[1]：articles 里没有第“22”条。"),
    .init(
      #""to": "2023-12-31", "article": "closing""#, #""to": "2023-12-31", "article": ▸"end""#,
      "periods[2].article：articles 里没有第“end”条。"),
  ]

  @Test("Ids and labels", arguments: ids)
  func wrongID(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Another policy's", arguments: others)
  func wrongOther(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Words that stand twice", arguments: lists)
  func repeated(broken: BrokenText) throws { try broken.checkPolicy() }

  @Test("Words that nothing bears, with the nearest", arguments: unknown)
  func unknownWord(broken: BrokenText) throws { try broken.checkPolicy() }
}
