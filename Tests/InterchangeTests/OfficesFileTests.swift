import CaseModel
import Casework
import Interchange
import JSONText
import SubsidyRules
import Testing

/// The files inside what goes between a city and its offices (offices.md): enrolment and answer, the head of a bundle,
/// the reply with the city's rules, and what others use.
struct OfficesFileTests {
  private static let head = #"{"epoch":1,"sequence":41,"link":"c0"}"#
  private static let office = #"{"name":"英德局","district":"441881","enrolment":"0e"}"#
  private static let writer = #"{"store":"0a","writer":"0b","signing":"s","opening":"o"}"#
  private static let year = #"[{"year":2019,"off":["2019-05-02"]}]"#
  private static let shared = WrittenObject.Form.file(SharedUseFile.read)

  static let files: [WrittenObject] = [
    .init(
      "enrolment", of: .file(OfficesFile.enrolment),
      ["name": #""清远局""#, "city": writer, "office": office, "readings": #"{"share-base":"increment"}"#],
      spared: ["policies": #"["0f"]"#, "holidays": year]),
    .init("answer", of: .file(OfficesFile.answer), ["office": #""0e""#, "writer": writer]),
    .init(
      "reply", of: .file(OfficesFile.reply),
      ["number": "3", "writer": #""0b""#, "head": head, "steps": "[]", "file": #""0f""#],
      spared: ["acknowledged": head, "reopened": #"[{"year":2019,"seal":812}]"#]),
    .init(
      "rules", of: .file(OfficesFile.rules), ["readings": "{}", "note": #""市局口径""#],
      spared: [
        "policies": #"["0f"]"#, "words": #"[{"verdict":"link","applicants":["A","B"],"note":"同一执照"}]"#,
        "holidays": year,
        "news":
          #"[{"office":"441882","id":"N1","kind":"patent-invalid","number":"1","day":"2019-06-10","paper":"x","by":"y","at":"z"}]"#,
      ]),
    .init(
      "what others use", of: shared, [:],
      spared: [
        "day": #""2019-06-10""#, "heads": #"{"0b":41}"#, "names": #"{"A1":"甲"}"#, "families": #"{"A2":"A1"}"#,
        "aliases": #"{"A3":"A1"}"#,
        "balances": #"[{"cap":"agency-year","holder":"G1","decided":"1.00","handedUp":"0.00"}]"#,
        "index": #"[{"key":"k","office":"441882","received":"2019-06-10","decided":true}]"#,
        "bans":
          #"[{"who":["t"],"from":"2019-06-10","until":"2024-06-10","reason":"虚假材料","office":"441882"}]"#,
      ]),
  ]

  static let parts: [WrittenObject] = [
    .init(
      "a cap's use", of: shared, in: (#"{"balances":["#, "]}"),
      ["cap": #""agency-year""#, "holder": #""G1""#, "decided": #""49900.00""#, "handedUp": #""200.00""#],
      spared: ["year": "2019"]),
    .init(
      "a key taken", of: shared, in: (#"{"index":["#, "]}"),
      ["key": #""k""#, "office": #""441882""#, "received": #""2019-06-10""#, "decided": "true"]),
    .init(
      "a ban", of: shared, in: (#"{"bans":["#, "]}"),
      [
        "who": #"["t"]"#, "from": #""2019-06-10""#, "until": #""2024-06-10""#, "reason": #""虚假材料""#,
        "office": #""441882""#,
      ]),
    .init(
      "a word on persons", of: .file(OfficesFile.rules), in: (#"{"readings":{},"note":"n","words":["#, "]}"),
      ["verdict": #""link""#, "note": #""同一执照""#], spared: ["applicants": #"["A","B"]"#]),
  ]

  @Test(arguments: files) func `Every member of a file`(object: WrittenObject) throws { try object.check() }

  @Test(arguments: parts) func `Every member of what stands in a file`(object: WrittenObject) throws {
    try object.check()
  }

  @Test func `What is written is read as it was`() throws {
    for change in OfficesChanges.all {
      switch change {
      case .gathered(let heads):
        for head in heads { #expect(try OfficesFile.head(OfficesFile.write(head)) == head) }
      case .taken(let reply): #expect(try OfficesFile.reply(OfficesFile.write(reply)) == reply)
      case .joined(let link):
        var enrolment = OfficesFile.Enrolment(link: link, readings: ["a": "b"], policies: ["0f", "1f"])
        enrolment.holidays = WorkCalendar([2019: .init(off: [], work: [])])
        #expect(try OfficesFile.enrolment(OfficesFile.write(enrolment)) == enrolment)
      case .admitted(_, let writer):
        let answer = OfficesFile.Answer(enrolment: "0e", writer: writer)
        #expect(try OfficesFile.answer(OfficesFile.write(answer)) == answer)
      default: continue
      }
    }
    var rules = CityRules(policies: ["0f"], readings: ["share-base": "increment"], note: "市局口径")
    rules.words = [PersonWord(.distinct, ["A", "B"], note: "两家")]
    #expect(try OfficesFile.rules(OfficesFile.write(rules)) == rules)
  }

  /// A bundle is one journal's: no head, and two, are none.
  @Test(arguments: ["[]", "two"]) func `A bundle has one head`(heads: String) throws {
    let one = #"{"writer":"0b","head":\#(Self.head),"segment":2,"size":9,"file":"0f","cover":[]}"#
    let text = #"{"heads":\#(heads == "two" ? "[\(one),\(one)]" : heads)}"#
    let error = #expect(throws: JSONError.self) { try OfficesFile.head(Array(text.utf8)) }
    #expect(error?.reason == .expected("gathered"))
    #expect(throws: Never.self) { try OfficesFile.head(Array(#"{"heads":[\#(one)]}"#.utf8)) }
  }

  /// What others use goes out under tags alone: neither a key nor a name or code of whoever is banned is readable.
  @Test func `Keys and names go out as tags`() throws {
    let day = try #require(CivilDate("2019-06-10"))
    let use = SharedUse.Use(
      group: Claim.Group(cap: "agency-year", holder: "name:某所", year: 2019),
      decided: MoneyTotal(fen: 123_456_789_012_345_678), waiting: .zero)
    let shared = SharedUse(
      heads: ["0b": 41], day: day, uses: [use],
      keys: [.init(key: "utility-grant|201920000018", office: "441882", received: day, isDecided: true)],
      bans: [.init(who: ["name:某厂", "code:9144"], from: day, until: day, reason: "虚假材料", office: "441882")])
    let bytes = SharedUseFile.write(shared) { "tag\($0.count)" }
    let text = String(decoding: bytes, as: UTF8.self)
    for secret in ["201920000018", "某厂", "9144"] { #expect(!text.contains(secret), "\(secret)") }
    let read = try SharedUseFile.read(bytes)
    #expect(read.keys.map(\.key) == ["tag26"] && read.bans.map(\.who) == [["tag7", "tag9"]])
    #expect(read.uses == [use] && read.heads == ["0b": 41] && read.day == day)
  }
}
