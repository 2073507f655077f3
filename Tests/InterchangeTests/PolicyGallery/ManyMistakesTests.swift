import Testing

/// All mistakes are told at once, in the order of their places, and one slip is told once.
@Suite("Policy mistakes: many at once")
struct ManyMistakesTests {
  /// Makes several changes to the good policy, each at a place of its own.
  private func said(_ changes: [(place: String, other: String)]) throws -> [String] {
    var text = GoodPolicy.text
    for change in changes {
      try BrokenText.requireOnce(change.place, in: text)
      text = text.replacing(change.place, with: change.other)
    }
    return BrokenText.said(ofPolicy: Array(text.utf8))
  }

  @Test("Six mistakes in six rooms of the file, with line and column")
  func six() throws {
    let said = try said([
      (#""signed": "2021-03-01""#, #""signed": "2021-13-01""#),
      (#""choice": "total", "#, ""),
      (#""order": "received", "#, ""),
      (#""ceiling": "6000元""#, #""ceiling": 6000"#),
      (#"{"over": 50,"#, #"{"over": 5,"#),
      (#""article": "3", "label": "贯标认证""#, #""article": "9", "label": "贯标认证""#),
    ])
    #expect(
      said == [
        "6:13 signed：日期应写成“2018-01-01”，且确有其日。",
        "13:5 readings[share-base]：缺少“choice”。",
        "20:5 caps[fee-year]：缺少“order”。",
        "44:20 items[agency-fee].amount.ceiling：金额应写成“80000元”这样的文字，最多十位整数、两位小数。",
        "73:92 items[growth].amount.tiers.rows[2]：各档的门槛应从低到高，不得重复或重叠。",
        "78:39 items[certificate].article：articles 里没有第“9”条。",
      ])
  }

  @Test("Two mistakes of one object, and two in one list")
  func twoInOne() throws {
    let said = try said([
      (#""label": "申请表", "original": true"#, #""lable": "申请表", "orginal": true"#),
      (#"["enterprise", "individual"]"#, #"["enterprize", "individal"]"#),
    ])
    #expect(
      said
        == [
          "27:29 papers[form].lable：没有“lable”这个键，是不是“label”。",
          "27:45 papers[form].orginal：没有“orginal”这个键，是不是“original”。",
          "31:15 items[agency-fee].who[1]：不认识“enterprize”，是不是“enterprise”。",
          "31:29 items[agency-fee].who[2]：不认识“individal”，是不是“individual”。",
          "43:65 items[agency-fee].amount.share.rate.cases.enterprise：不认识“enterprise”。",
          "43:86 items[agency-fee].amount.share.rate.cases.individual：不认识“individual”。",
        ].filter { !$0.contains(".cases.") })
  }

  @Test("An item that can't be read whole is checked in all its parts, its use of inputs too")
  func brokenItem() throws {
    let said = try said([
      (#""id": "agency-fee", "article": "1", "#, #""id": "agency-fee", "#),
      (
        #""kind": "money"}\#n      ],"#,
        #""kind": "money"},\#n{"id": "bank", "label": "开户行", "kind": "text"}],"#
      ),
      (#""once": ["number"]"#, #""once": ["nummer"]"#),
    ])
    #expect(
      said == [
        "29:5 items[agency-fee]：缺少“article”。",
        "36:1 items[agency-fee].inputs[bank]：没有条件、金额、去重或限额用到“bank”；只作记录的请注明 \"record\": true。",
        "46:16 items[agency-fee].once[1]：不认识“nummer”，是不是“number”。",
      ])
  }

  /// A count of a million doubled twenty times is beyond 10^12; what rests on that value is not told too.
  @Test("Sums of sums stop before they outgrow a number")
  func doubling() throws {
    let values = (1...60).map { number in
      let before = number == 1 ? "filings" : "double\(number - 1)"
      return
        #"{"id": "double\#(number)", "label": "\#(number)倍", "of": {"add": ["\#(before)", "\#(before)"]}}"#
    }
    let said = try said([
      (#""values": ["#, #""values": ["# + values.map { "\n" + $0 + "," }.joined()),
      (#"{"tiers": {"of": "increase""#, #"{"tiers": {"of": "double60""#),
      (#""once": ["applicant", "year"]"#, #""once": ["applicant", "year", "increase"]"#),
    ])
    #expect(said == ["79:50 items[growth].values[double20].of.add：这样算出的数可能大到无法处理，请缩小输入的范围（range）或金额。"])
  }

  /// Whoever works a value out follows all that it rests on at once: a hundred operations and names, no more.
  @Test("A chain of values has an end")
  func chain() throws {
    // Each value is one operation and one name deep.
    func said(_ count: Int) throws -> [String] {
      let chain = (1...count).map { number in
        let before = number == 1 ? "filings" : "v\(number - 1)"
        return
          #"{"id": "v\#(number)", "label": "\#(number)", "of": {"subtract": ["\#(before)", "filingsBefore"]}},"#
      }
      return try self.said([
        (#""values": ["#, #""values": ["# + chain.map { "\n" + $0 }.joined()),
        (#"{"tiers": {"of": "increase""#, #"{"tiers": {"of": "v\#(count)""#),
        (#""once": ["applicant", "year"]"#, #""once": ["applicant", "year", "increase"]"#),
      ])
    }
    #expect(try said(49) == [])
    #expect(try said(50) == ["109:1 items[growth].values[v50]：算出的值一个套一个，层数太多，最多 100 层。"])
    #expect(try said(20_000) == ["109:1 items[growth].values[v50]：算出的值一个套一个，层数太多，最多 100 层。"])
  }

  @Test(
    "A slip is told once, not again by all that rests on it",
    arguments: [
      // An input that can't be read is still there for conditions, amount, key and caps.
      (#"{"id": "fee", "label": "代理费", "kind": "money"}"#, #"{"id": "fee", "label": "代理费", "kind": "mony"}"#),
      (
        #"{"id": "filings", "label": "当年申请", "kind": "count"}"#,
        #"{"id": "filings", "label": 1, "kind": "count"}"#
      ),
      // So is a value, a reading, an item.
      (
        #"{"id": "increase", "label": "增量", "of": {"subtract": ["filings", "filingsBefore"]}}"#,
        #"{"id": "increase", "label": "增量", "of": {"subtract": ["filings", "filingBefore"]}}"#
      ),
      (#""question": "以总量还是以增量为基数？","#, #""question": 2,"#),
      (#""choice": "total", "#, #""choice": "", "#),
      (#""id": "agency-fee", "article": "1", "#, #""id": "agency-fee", "#),
      // A misspelt key is read as the one it is nearest to.
      (#""conditions": [\#n        {"among""#, #""conditons": [\#n        {"among""#),
      (#""values": ["#, #""valves": ["#),
      (#""inputs": [\#n        {"id": "year""#, #""input": [\#n        {"id": "year""#),
      (#""readings": ["#, #""reading": ["#), (#""articles": [\#n"#, #""artikles": [\#n"#),
      // What can't be read counts as using what it names.
      (#"["fee", ">", "500元"]"#, #"["fee", "500元"]"#),
      (#""once": ["applicant", "year"]"#, #""once": "year""#),
      (#"["fee", ">", "500元"]"#, #"["fees", ">", "500元"]"#),
      (#"{"tiers": {"of": "increase""#, #"{"tiers": {"of": "increas""#),
      (#"{"last-day": "year"}"#, #"{"last-day": "year", "year": "year"}"#),
      (#"{"paid": "approvedAmount", "ceiling": "50000元"}"#, #"{"paid": "approvedAmount", "ceiling": 5}"#),
      (#"{"by": "kind", "cases""#, #"{"by": 7, "cases""#),
    ])
  func once(place: String, other: String) throws {
    let said = try said([(place, other)])
    #expect(said.count == 1)
  }
}
