import Interchange
import JSONText
import Testing
import Wording

@Suite("Journal payloads: what is wrong, and where")
struct TransactionMistakeTests {
  private static let person = #"{"id":"E1","kind":"individual","district":"GXQ"}"#
  private static let filing = #"{"id":"F1","item":"exam-fee","applicant":"E1","received":"2019-04-01"}"#
  private static let facts = #"{"kind":"individual","district":"GXQ","family":"E1"}"#

  /// A payload with one change in it.
  private static func save(_ change: String) -> String {
    #"{"by":"李经办","at":"t","policy":"p","changes":["# + change + "]}"
  }

  static let saves: [MistakenText] = [
    MistakenText("▸", "文件没有写完就结束了。"),
    MistakenText("▸[]", "这里应为一组键和值（{…}），却是列表（[…]）。"),
    MistakenText(#"▸{"at":"t","policy":"p","changes":[]}"#, "缺少“by”。"),
    MistakenText(#"▸{"by":"b","policy":"p","changes":[]}"#, "缺少“at”。"),
    MistakenText(#"▸{"by":"b","at":"t","changes":[]}"#, "缺少“policy”。"),
    MistakenText(#"▸{"by":"b","at":"t","policy":"p"}"#, "缺少“changes”。"),
    MistakenText(#"{"by":▸7,"at":"t","policy":"p","changes":[]}"#, "这里应为文字（写在双引号里），却是数字。"),
    MistakenText(#"{"by":"b","by":▸"c","at":"t","policy":"p","changes":[]}"#, "键“by”重复。"),
    MistakenText(#"{"by":"b","at":"t","policy":"p","changes":[],"changes":▸[]}"#, "键“changes”重复。"),
    MistakenText(#"{"by":"b","at":"t","policy":"p","changes":▸{}}"#, "这里应为列表（[…]），却是一组键和值（{…}）。"),
    MistakenText(#"{"by":"b","at":"t","policy":"p","changes":[]} ▸x"#, "结尾之后还有内容。"),
    MistakenText(save("▸1"), "这里应为一组键和值（{…}），却是数字。"),
    MistakenText(save("▸{}"), "缺少“change”。"),
    MistakenText(save(#"{"change":▸3}"#), "这里应为文字（写在双引号里），却是数字。"),
    MistakenText(save(#"{"change":▸"filing-recieved"}"#), "没有变更“filing-recieved”，是不是“filing-received”。"),
    MistakenText(
      save(#"{"change":▸"quite-another-thing-altogether"}"#), "没有变更“quite-another-thing-altogether”。"),
    MistakenText(save(#"{"change":"founded","change":▸"founded"}"#), "键“change”重复。"),
    MistakenText(save(#"▸{"change":"founded","district":"441881","policy":"p"}"#), "缺少“office”。"),
    MistakenText(save(#"▸{"change":"founded","office":"o","policy":"p"}"#), "缺少“district”。"),
    MistakenText(save(#"▸{"change":"founded","office":"o","district":"441881"}"#), "缺少“policy”。"),
    MistakenText(
      save(#"{"change":"founded","office":▸["o"],"district":"441881","policy":"p"}"#),
      "这里应为文字（写在双引号里），却是列表（[…]）。"),
    MistakenText(save(#"▸{"change":"operator-added","role":"clerk"}"#), "缺少“name”。"),
    MistakenText(save(#"▸{"change":"operator-added","name":"甲"}"#), "缺少“role”。"),
    MistakenText(save(#"{"change":"operator-added","name":"甲","role":▸"clark"}"#), "没有角色“clark”，是不是“clerk”。"),
    MistakenText(
      save(#"{"change":"operator-added","name":"甲","role":"clerk","login":▸0}"#), "这里应为文字（写在双引号里），却是数字。"),
    MistakenText(save(#"▸{"change":"reading-chosen","option":"o","note":"n"}"#), "缺少“reading”。"),
    MistakenText(save(#"▸{"change":"reading-chosen","reading":"r","note":"n"}"#), "缺少“option”。"),
    MistakenText(save(#"▸{"change":"reading-chosen","reading":"r","option":"o"}"#), "缺少“note”。"),
    MistakenText(save(#"▸{"change":"policy-adopted","hash":"h","note":"n"}"#), "缺少“id”。"),
    MistakenText(save(#"▸{"change":"policy-adopted","id":"p","note":"n"}"#), "缺少“hash”。"),
    MistakenText(save(#"▸{"change":"policy-adopted","id":"p","hash":"h"}"#), "缺少“note”。"),
    MistakenText(save(#"▸{"change":"policy-joined","hash":"h","note":"n"}"#), "缺少“id”。"),
    MistakenText(save(#"▸{"change":"policy-joined","id":"p","note":"n"}"#), "缺少“hash”。"),
    MistakenText(save(#"▸{"change":"policy-joined","id":"p","hash":"h"}"#), "缺少“note”。"),
    MistakenText(save(#"▸{"change":"policy-withdrawn","note":"n"}"#), "缺少“id”。"),
    MistakenText(save(#"▸{"change":"policy-withdrawn","id":"p"}"#), "缺少“note”。"),
  ]

  static let records: [MistakenText] = [
    MistakenText(save(#"▸{"change":"applicant-entered"}"#), "缺少“applicant”。"),
    MistakenText(save(#"▸{"change":"applicant-changed","filing":"# + filing + "}"), "缺少“applicant”。"),
    MistakenText(save(#"▸{"change":"filing-changed","applicant":"# + person + "}"), "缺少“filing”。"),
    MistakenText(save(#"▸{"change":"filing-received","filing":"# + filing + "}"), "缺少“facts”。"),
    MistakenText(save(#"▸{"change":"filing-received","facts":"# + facts + "}"), "缺少“filing”。"),
    MistakenText(save(#"▸{"change":"filing-taken-over","filing":"# + filing + "}"), "缺少“facts”。"),
    MistakenText(save(#"▸{"change":"filing-taken-over","facts":"# + facts + "}"), "缺少“filing”。"),
    MistakenText(save(#"{"change":"applicant-entered","applicant":▸"E1"}"#), "这里应为一组键和值（{…}），却是文字（写在双引号里）。"),
    MistakenText(save(#"{"applicant":▸{"kind":"agency","district":"GXQ"}}"#), "缺少“id”。"),
    MistakenText(save(#"{"applicant":▸{"id":"E1","district":"GXQ"}}"#), "缺少“kind”。"),
    MistakenText(save(#"{"applicant":▸{"id":"E1","kind":"agency"}}"#), "缺少“district”。"),
    MistakenText(
      save(#"{"applicant":{"id":"E1","kind":▸"agncy","district":"GXQ"}}"#), "没有申请人类型“agncy”，是不是“agency”。"),
    MistakenText(
      save(#"{"applicant":{"id":"E1","kind":"agency","district":"GXQ",▸"phon":"1"}}"#),
      "没有“phon”这个键，是不是“phone”。"),
    MistakenText(save(#"{"applicant":"# + person + #","applicant":▸"# + person + "}"), "键“applicant”重复。"),
    MistakenText(save(#"{"filing":"# + filing + #","filing":▸"# + filing + "}"), "键“filing”重复。"),
    MistakenText(save(#"{"filing":▸{"id":"F1","item":"i","applicant":"E1"}}"#), "缺少“received”。"),
    MistakenText(save(#"{"filing":▸{"item":"i","applicant":"E1","received":"2019-04-01"}}"#), "缺少“id”。"),
    MistakenText(
      save(#"{"filing":{"id":"F1","item":"i","applicant":"E1","received":▸"2019-02-29"}}"#),
      "“received”不是确有其日的日期（应写成 2019-04-01）。"),
    MistakenText(
      save(#"{"filing":{"id":"F1","item":"i","applicant":"E","received":"2019-04-01","status":▸"payed"}}"#),
      "没有状态“payed”，是不是“paid”。"),
    MistakenText(
      save(#"{"filing":{"id":"F1","item":"i","applicant":"E","received":"2019-04-01","decided":▸"1e3"}}"#),
      "“decided”不是金额（应写成“500.00”这样的文字）。"),
    MistakenText(
      save(#"{"filing":{"id":"F1","item":"i","applicant":"E","received":"2019-04-01","reclaimed":▸"1"}}"#),
      "有追回金额而没有核定金额。"),
    MistakenText(save(#"{"filing":{"id":"F1",▸"id":"F1"}}"#), "键“id”重复。"),
    MistakenText(save(#"{"filing":{"inputs":{"a":1,▸"a":2}}}"#), "键“a”重复。"),
    MistakenText(save(#"{"facts":▸null}"#), "这里应为一组键和值（{…}），却是 null。"),
    MistakenText(save(#"{"facts":▸{"district":"GXQ","family":"E1"}}"#), "缺少“kind”。"),
    MistakenText(save(#"{"facts":▸{"kind":"agency","family":"E1"}}"#), "缺少“district”。"),
    MistakenText(save(#"{"facts":▸{"kind":"agency","district":"GXQ"}}"#), "缺少“family”。"),
    MistakenText(
      save(#"{"facts":{"kind":▸"individuals","district":"GXQ","family":"E1"}}"#),
      "没有申请人类型“individuals”，是不是“individual”。"),
    MistakenText(save(#"{"facts":"# + facts + #","facts":▸"# + facts + "}"), "键“facts”重复。"),
  ]

  @Test("A save and its changes", arguments: saves)
  func wrongSave(mistake: MistakenText) throws { try check(mistake) }

  @Test("The records in a change", arguments: records)
  func wrongRecord(mistake: MistakenText) throws { try check(mistake) }

  private func check(_ mistake: MistakenText) throws {
    let bytes = mistake.bytes
    let error = #expect(throws: TransactionError.self) {
      try TransactionLine.read(bytes, in: 0..<bytes.count)
    }
    let said = error.map { "\($0.location) \(MistakeWording.sentence($0))" }
    #expect(try said == mistake.expected())
  }
}
