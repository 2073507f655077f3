import Testing

/// What stands in the lines between a city and its offices.
struct OfficesMembersTests {
  private static let head = #"{"epoch":1,"sequence":41,"link":"c0"}"#
  private static let office = #"{"name":"英德局","district":"441881","enrolment":"0e"}"#
  private static let writer = #"{"store":"0a","writer":"0b","signing":"s","opening":"o"}"#
  private static let basis = #"{"filing":\#(head),"applicant":\#(head),"rules":"11"}"#
  private static let step = #"{"change":"step","id":"F1","step":"send-back","day":"2019-06-10","note":"请核对"}"#

  static let changes: [WrittenObject] = [
    .init(
      "enrolled",
      ["change": #""office-enrolled""#, "name": #""英德局""#, "district": #""441881""#, "enrolment": #""0e""#],
      spared: ["letter": #""B""#]),
    .init("admitted", ["change": #""office-admitted""#, "office": #""441881B""#, "writer": writer]),
    .init("retired", ["change": #""office-retired""#, "office": #""441881B""#], spared: ["note": #""停用""#]),
    .init("joined", ["change": #""city-joined""#, "name": #""清远局""#, "city": writer, "office": office]),
    .init("bundled", ["change": #""bundled""#, "number": "3"]),
    .init("gathered", ["change": #""gathered""#, "heads": "[]"]),
    .init("parted", ["change": #""parted""#, "partings": "[]"]),
    .init(
      "ruled", ["change": #""ruled""#, "conflict": #""K1-0a""#, "verdict": #""confirm""#, "parties": "[]"],
      spared: ["note": #""先收""#]),
    .init(
      "ruled: keep",
      [
        "change": #""ruled""#, "conflict": #""K1-0a""#, "verdict": #""keep""#,
        "keep": #"{"writer":"0b","id":"F1"}"#,
        "parties": "[]",
      ]),
    .init(
      "ruled: head",
      [
        "change": #""ruled""#, "conflict": #""K1-0a""#, "verdict": #""head""#,
        "head": #"{"writer":"0b","id":"A1"}"#,
        "parties": "[]",
      ]),
    .init(
      "ruled: fork",
      [
        "change": #""ruled""#, "conflict": #""K1-0a""#, "verdict": #""fork-keep""#, "tail": #""c0""#,
        "parties": "[]",
      ]),
    .init(
      "ruled: map",
      [
        "change": #""ruled""#, "conflict": #""K1-0a""#, "verdict": #""map""#, "district": #""441802""#,
        "parties": "[]",
      ]),
    .init("city's step", ["change": #""city-step""#, "writer": #""0b""#, "basis": basis, "step": step]),
    .init("recalled", ["change": #""city-recalled""#, "steps": "[]"]),
    .init("replied", ["change": #""replied""#, "office": #""441881B""#, "number": "2"]),
    .init("recovered", ["change": #""recovered""#, "office": #""441881B""#, "head": head]),
    .init(
      "taken",
      [
        "change": #""taken""#, "number": "3", "writer": #""0b""#, "head": head, "steps": "[]",
        "file": #""0f""#,
      ],
      spared: ["acknowledged": head, "reopened": #"[{"year":2019,"seal":812}]"#]),
    .init(
      "close accepted",
      ["change": #""close-accepted""#, "office": #""441881B""#, "year": "2019", "seal": "812"],
      spared: ["note": #""漏报一件""#]),
    .init(
      "close returned",
      ["change": #""close-returned""#, "office": #""441881B""#, "year": "2019", "seal": "812"],
      spared: ["note": #""漏报一件""#]),
    .init("holidays told", ["change": #""holidays-told""#, "holidays": "[]"]),
    .init("news told", ["change": #""news-told""#, "news": "[]"]),
  ]

  static let parts: [WrittenObject] = [
    .init(
      "a writer", in: (#"{"change":"office-admitted","office":"441881B","writer":"#, "}"),
      ["store": #""0a""#, "writer": #""0b""#, "signing": #""s""#, "opening": #""o""#],
      spared: ["trial": "true"]),
    .init(
      "an office joined", in: (#"{"change":"city-joined","name":"清远局","city":\#(writer),"office":"#, "}"),
      ["name": #""英德局""#, "district": #""441881""#, "enrolment": #""0e""#], spared: ["letter": #""B""#]),
    .init(
      "a head gathered", in: (#"{"change":"gathered","heads":["#, "]}"),
      ["writer": #""0b""#, "head": head, "segment": "2", "size": "4096", "file": #""0f""#, "cover": "[]"],
      spared: ["bundle": "3"]),
    .init(
      "a cover's line",
      in: (
        #"{"change":"gathered","heads":[{"writer":"0b","head":\#(head),"segment":2,"size":9,"file":"","cover":["#,
        "]}]}"
      ), ["item": #""insurance""#, "filings": "2", "award": #""30.00""#]),
    .init(
      "a parting", in: (#"{"change":"parted","partings":["#, "]}"),
      ["writer": #""0b""#, "known": #""c0""#, "other": #""5a""#, "file": #""0f""#],
      spared: ["after": head, "bundle": "3"]),
    .init(
      "a party", in: (#"{"change":"ruled","conflict":"K1","verdict":"link","parties":["#, "]}"),
      ["writer": #""0b""#, "id": #""A1""#]),
    .init(
      "a basis", in: (#"{"change":"city-step","writer":"0b","step":\#(step),"basis":"#, "}"),
      ["filing": head, "applicant": head, "rules": #""11""#]),
    .init(
      "a line's name", in: (#"{"change":"recovered","office":"441881B","head":"#, "}"),
      ["epoch": "1", "sequence": "41", "link": #""c0""#]),
    .init(
      "a step recalled", in: (#"{"change":"city-recalled","steps":["#, "]}"),
      [
        "writer": #""0b""#, "basis": basis, "step": step, "by": #""钱主管""#, "at": #""2019-06-10T02:00:00Z""#,
        "sequence": "7",
      ], spared: ["day": #""2019-06-10""#, "epoch": "2"]),
    .init(
      "a year given back",
      in: (
        #"{"change":"taken","number":3,"writer":"0b","head":\#(head),"steps":[],"file":"","reopened":["#, "]}"
      ), ["year": "2019", "seal": "812"], spared: ["note": #""漏报一件""#]),
    .init(
      "a year of holidays", in: (#"{"change":"holidays-told","holidays":["#, "]}"), ["year": "2019"],
      spared: ["off": #"["2019-05-02"]"#, "work": #"["2019-05-05"]"#]),
    .init(
      "news", in: (#"{"change":"news-told","news":["#, "]}"),
      [
        "office": #""441882""#, "id": #""N1""#, "kind": #""patent-invalid""#, "number": #""201810000001""#,
        "day": #""2019-06-10""#, "paper": #""决定""#, "by": #""钱主管""#, "at": #""2019-06-10T02:00:00Z""#,
      ], spared: ["city": "true", "note": #""全部无效""#, "applicants": #"["A1"]"#]),
  ]

  @Test(arguments: changes) func `Every member of a change between offices`(object: WrittenObject) throws {
    try object.check()
  }

  @Test(arguments: parts) func `Every member of what stands in one`(object: WrittenObject) throws {
    try object.check()
  }

  @Test(arguments: [
    WrittenObject(
      "verdict", ["change": #""ruled""#, "conflict": #""K1""#, "verdict": #""maybe""#, "parties": "[]"]),
    .init(
      "keep without what is kept",
      ["change": #""ruled""#, "conflict": #""K1""#, "verdict": #""keep""#, "parties": "[]"]),
    .init(
      "kind of news", in: (#"{"change":"news-told","news":["#, "]}"),
      [
        "office": #""441882""#, "id": #""N1""#, "kind": #""rumour""#, "number": #""1""#,
        "day": #""2019-06-10""#,
        "paper": #""x""#, "by": #""y""#, "at": #""z""#,
      ]),
    .init(
      "a holiday that is no day", in: (#"{"change":"holidays-told","holidays":["#, "]}"),
      ["year": "2019", "off": #"["2019-02-29"]"#]),
  ])
  func `A word of none of the lists refuses the line`(object: WrittenObject) { #expect(object.isRefused) }
}
