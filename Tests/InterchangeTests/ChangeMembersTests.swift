import Testing

/// What stands in the lines of one office's own changes. A store is read for decades: what is needed today was always
/// written, and what a line of before lacks has to stay spared.
struct ChangeMembersTests {
  private static let key = #"{"salt":"07","key":"09","n":1024,"r":8,"p":1}"#

  static let changes: [WrittenObject] = [
    .init(
      "founded", ["change": #""founded""#, "office": #""英德局""#, "district": #""441881""#, "policy": #""p""#],
      spared: ["trial": "true"]),
    .init(
      "operator-added", ["change": #""operator-added""#, "name": #""甲""#, "role": #""clerk""#],
      spared: ["login": #""jia""#, "code": key]),
    .init(
      "operator-retired", ["change": #""operator-retired""#, "name": #""甲""#], spared: ["note": #""调离""#]),
    .init(
      "pin-set",
      ["change": #""pin-set""#, "salt": #""07""#, "key": #""09""#, "n": "1024", "r": "8", "p": "1"]),
    .init(
      "pin-cleared", ["change": #""pin-cleared""#, "name": #""甲""#], spared: ["note": #""遗忘""#, "code": key]),
    .init("code-missed", ["change": #""code-missed""#, "name": #""甲""#]),
    .init("pins-missed", ["change": #""pins-missed""#, "count": "3"]),
    .init("alone", ["change": #""alone""#], spared: ["allowed": "true", "note": #""只有一人""#]),
    .init(
      "applicant-changed",
      ["change": #""applicant-changed""#, "applicant": #"{"id":"E1","kind":"agency","district":"GXQ"}"#],
      spared: ["from": #""always""#]),
    .init(
      "snapshot-anchored", ["change": #""snapshot-anchored""#, "head": #""0/1/2/3""#, "sha256": #""0f""#]),
    .init("papers", ["change": #""papers""#, "id": #""F1""#, "papers": "[]"]),
    .init(
      "facts-changed",
      [
        "change": #""facts-changed""#, "id": #""F1""#,
        "facts": #"{"kind":"agency","district":"GXQ","family":"G1"}"#,
      ]),
    .init(
      "news",
      [
        "change": #""news""#, "id": #""N1""#, "kind": #""patent-invalid""#, "number": #""201810000001""#,
        "day": #""2019-06-10""#, "paper": #""决定""#,
      ], spared: ["note": #""全部无效""#, "applicants": #"["E1"]"#]),
    .init(
      "record",
      [
        "change": #""record""#, "id": #""R1""#, "kind": #""training""#, "district": #""441881""#,
        "values": #"{"people":30}"#,
      ]),
    .init(
      "record-changed",
      [
        "change": #""record-changed""#, "id": #""R1""#, "kind": #""training""#, "district": #""441881""#,
        "values": "{}",
      ]),
    .init("record-struck", ["change": #""record-struck""#, "id": #""R1""#, "note": #""录重""#]),
    .init(
      "period-set",
      [
        "change": #""period-set""#, "kind": #""publicity""#, "count": "7", "unit": #""days""#,
        "from": #""2019-06-10""#,
      ], spared: ["note": #""局务会""#]),
    .init(
      "persons-told", ["change": #""persons-told""#, "verdict": #""link""#, "note": #""同一执照""#],
      spared: ["applicants": #"["E1","E2"]"#]),
    .init(
      "year-sealed", ["change": #""year-sealed""#, "year": "2019", "head": #""0/1/2/3""#, "sums": "[]"],
      spared: ["note": #""年结""#, "heads": #"[{"writer":"0f","epoch":1,"sequence":8,"link":"c0"}]"#]),
    .init("year-unsealed", ["change": #""year-unsealed""#, "year": "2019", "note": #""审计决定""#]),
  ]

  private static func sealed(_ member: String) -> (String, String) {
    (#"{"change":"year-sealed","year":2019,"head":"h","# + member, "]}")
  }

  static let parts: [WrittenObject] = [
    .init(
      "a key", in: (#"{"change":"pin-cleared","name":"甲","code":"#, "}"),
      ["salt": #""07""#, "key": #""09""#, "n": "1024", "r": "8", "p": "1"]),
    .init(
      "a paper's tick", in: (#"{"change":"papers","id":"F1","papers":["#, "]}"),
      ["paper": #""invoice""#, "copies": "2", "pages": "3", "verdict": #""failing""#],
      spared: ["original": "true", "why": #""缺章""#]),
    .init(
      "facts", in: (#"{"change":"facts-changed","id":"F1","facts":"#, "}"),
      ["kind": #""agency""#, "district": #""GXQ""#, "family": #""G1""#], spared: ["further": #"["G2"]"#]),
    .init(
      "a year's line", in: sealed(#""sums":["#),
      [
        "item": #""insurance""#, "filings": "2", "requested": #""30.00""#, "committed": #""0.00""#,
        "paid": #""30.00""#, "returned": #""1.00""#,
      ]),
    .init(
      "a year's head of an office", in: sealed(#""sums":[],"heads":["#),
      ["writer": #""0f""#, "epoch": "1", "sequence": "8", "link": #""c0""#]),
  ]

  @Test(arguments: changes) func `Every member of a change`(object: WrittenObject) throws {
    try object.check()
  }

  @Test(arguments: parts) func `Every member of what stands in a change`(object: WrittenObject) throws {
    try object.check()
  }
}
