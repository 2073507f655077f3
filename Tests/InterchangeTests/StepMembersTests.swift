import Testing

/// What stands in the line of a step: the step itself, and each kind of part that one can have.
struct StepMembersTests {
  private static func part(_ step: String, _ member: String) -> (String, String) {
    (#"{"change":"step","id":"F1","step":"\#(step)","day":"2019-06-10","\#(member)":"#, "}")
  }

  private static let doubtful = (part("approve", "approval").0 + #"{"amount":"1.00","doubts":["#, "]}}")
  private static let pointed = (part("correct", "notice").0 + #"{"due":"2019-06-20","points":["#, "]}}")

  static let parts: [WrittenObject] = [
    .init(
      "step", ["change": #""step""#, "id": #""F1""#, "step": #""undo""#, "day": #""2019-06-10""#],
      spared: [
        "note": #""点错了""#, "grounds": #"["audit"]"#, "paper": #""文号""#, "alone": "true",
        "due": #""2019-06-20""#,
        "undone": #""accept""#,
      ]),
    .init(
      "notice", in: part("correct", "notice"), ["due": #""2019-06-20""#, "points": "[]"],
      spared: ["late": #"[{"remark":"缺页"}]"#]),
    .init("point of an original", in: pointed, ["fault": #""original""#, "paper": #""invoice""#]),
    .init(
      "point of copies", in: pointed,
      ["fault": #""copies""#, "paper": #""invoice""#, "have": "1", "need": "2"]),
    .init(
      "point of a failing paper", in: pointed, ["fault": #""failing""#, "paper": #""invoice""#],
      spared: ["why": #""户名不符""#]),
    .init(
      "approval", in: part("approve", "approval"), ["amount": #""500.00""#],
      spared: ["overtakes": #"["F0"]"#, "doubts": #"[{"doubt":"unlisted"}]"#]),
    .init(
      "decision", in: (part("approve", "approval").0 + #"{"amount":"1.00","decision":"#, "}}"),
      [
        "outcome": #""reduced""#, "gross": #""500.00""#, "award": #""200.00""#, "policy": #""p""#,
        "readings": #"{"share-base":"increment"}"#,
        "trace": #"[{"step":1,"article":"2","op":"fact","operands":["kind","agency"],"result":"agency"}]"#,
      ],
      spared: [
        "event": #""2019-01-15""#, "reasons": #"["cap:agency-year"]"#, "warnings": #"["retroactive"]"#,
      ]),
    .init(
      "payment", in: part("pay", "payment"),
      ["amount": #""500.00""#, "name": #""甲""#, "bank": #""乙""#, "account": #""0""#],
      spared: ["setOff": #"{"id":"F0","amount":"1.00"}"#]),
    .init(
      "set-off",
      in: (part("pay", "payment").0 + #"{"amount":"5.00","name":"","bank":"","account":"","setOff":"#, "}}"),
      ["id": #""F0""#, "amount": #""1.00""#]),
    .init(
      "batched", in: part("batch", "batched"),
      ["batch": #""P1""#, "amount": #""500.00""#, "name": #""甲""#, "bank": #""乙""#, "account": #""0""#],
      spared: ["setOff": #"{"id":"F0","amount":"1.00"}"#]),
    .init("returned", in: part("return", "returned"), ["amount": #""500.00""#, "due": #""2019-06-20""#]),
    .init(
      "recovery", in: part("reclaim", "recovery"), ["amount": #""500.00""#],
      spared: ["setOffAgainst": #""F2""#]),
    .init(
      "service", in: part("serve", "service"), ["of": #""reject""#, "number": #""3号""#, "way": #""mail""#]),
  ]

  static let doubts: [WrittenObject] = [
    .init("filed year", in: doubtful, ["doubt": #""filed-year""#, "day": #""2019-06-10""#, "year": "2017"]),
    .init(
      "tariff", in: doubtful,
      ["doubt": #""above-tariff""#, "paid": #""1300.00""#, "annuity": "6", "fee": #""1200.00""#]),
    .init(
      "other day", in: doubtful,
      [
        "doubt": #""other-day""#, "by": #""F2""#, "input": #""grantedOn""#, "day": #""2019-06-10""#,
        "known": #""2019-06-11""#,
      ]),
    .init(
      "owner", in: doubtful,
      ["doubt": #""not-owner""#, "by": #""R1""#, "day": #""2019-06-10""#, "owner": #""某厂""#]),
    .init("claimant", in: doubtful, ["doubt": #""other-claimant""#, "by": #""F3""#, "name": #""某厂""#]),
    .init("agency", in: doubtful, ["doubt": #""other-agency""#, "by": #""R2""#, "agency": #""某所""#]),
    .init(
      "not in force", in: doubtful,
      ["doubt": #""not-in-force""#, "by": #""R3""#, "state": #""ceased""#, "seen": #""2019-06-10""#]),
    .init("fees", in: doubtful, ["doubt": #""above-fees""#, "sum": #""600.00""#, "fees": #""560.00""#]),
    .init(
      "banned", in: doubtful,
      ["doubt": #""banned""#, "by": #""R4""#, "until": #""2024-06-10""#, "reason": #""虚假材料""#],
      spared: ["taken": #""已提出复议""#]),
    .init(
      "listed", in: doubtful,
      ["doubt": #""listed""#, "input": #""filingsThisYear""#, "typed": "40", "listed": "39"]),
  ]

  @Test(arguments: parts) func `Every member of a step and its part`(object: WrittenObject) throws {
    try object.check()
  }

  @Test(arguments: doubts) func `Every member of a doubt`(object: WrittenObject) throws { try object.check() }

  /// Words of closed lists: another is no step, ground of a point, way, outcome or doubt.
  @Test(arguments: [
    WrittenObject(
      "step", ["change": #""step""#, "id": #""F1""#, "step": #""aprove""#, "day": #""2019-06-10""#]),
    .init("day", ["change": #""step""#, "id": #""F1""#, "step": #""undo""#, "day": #""2019-02-29""#]),
    .init("fault", in: pointed, ["fault": #""lost""#, "paper": #""invoice""#]),
    .init(
      "way", in: part("serve", "service"), ["of": #""reject""#, "number": #""3号""#, "way": #""pigeon""#]),
    .init("doubt", in: doubtful, ["doubt": #""rumour""#]),
    .init("money", in: part("revise", "whole"), [:]), .init("undone", in: part("undo", "undone"), [:]),
    .init("sum", in: part("approve", "approval"), ["amount": #""-1.00""#]),
    .init("decimals", in: part("approve", "approval"), ["amount": #""1.000""#]),
  ])
  func `A word of none of the lists refuses the line`(object: WrittenObject) { #expect(object.isRefused) }
}
