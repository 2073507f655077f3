import Foundation
import Testing

/// An office of another city: its policy is a file, and its districts stand in it.
@Suite struct OtherCityTests {
  /// Two districts of 广州, and a zone that has no code of its own.
  private let policy = """
    {"format": "zizhu-policy/1", "id": "guangzhou-trial", "title": "发明专利授权资助（试写）", "document": "试写〔2019〕1号",
     "signed": "2019-01-01",
     "periods": [{"from": "2019-01-01", "to": "2020-12-31", "article": "closing"}],
     "districts": ["440100", "440106", {"code": "GZKFQ", "name": "广州开发区", "liesIn": "440106"}],
     "readings": [], "caps": [], "papers": [{"id": "form", "label": "申请表"}],
     "items": [
       {"id": "grant", "article": "1", "label": "发明授权",
        "who": ["enterprise", "individual"],
        "inputs": [
          {"id": "number", "label": "专利申请号", "kind": "application-number"},
          {"id": "grantedOn", "label": "授权公告日", "kind": "date"},
          {"id": "owner", "label": "发明类别", "kind": "choice", "options": [
            {"id": "service", "label": "职务发明"}, {"id": "own", "label": "非职务发明"}]}
        ],
        "event": "grantedOn",
        "conditions": [{"among": {"value": {"type": "number"}, "of": ["invention"]}, "reason": "patent-type"}],
        "amount": {"fixed": {"by": "owner", "cases": {"service": "3000元", "own": "2000元"}}},
        "once": ["number"],
        "papers": [{"id": "certificate", "label": "专利证书"}]}
     ],
     "articles": [{"article": "1", "title": "发明专利授权"}]}
    """
  private let parties = """
    {"format": "zizhu-cases/1", "policy": "guangzhou-trial", "applicants": [
       {"id": "A1", "name": "甲公司", "kind": "enterprise", "district": "440106"},
       {"id": "A2", "name": "乙公司", "kind": "enterprise", "district": "GZKFQ"},
       {"id": "A3", "name": "丙公司", "kind": "enterprise", "district": "441881"}],
     "filings": [
       {"id": "F1", "item": "grant", "applicant": "A1", "received": "2019-06-01",
        "inputs": {"number": "201610000001.5", "grantedOn": "2019-03-01", "owner": "service"}},
       {"id": "F2", "item": "grant", "applicant": "A2", "received": "2019-06-01",
        "inputs": {"number": "201610000002.X", "grantedOn": "2019-03-01", "owner": "own"}},
       {"id": "F3", "item": "grant", "applicant": "A3", "received": "2019-06-01",
        "inputs": {"number": "201610000003.4", "grantedOn": "2019-03-01", "owner": "own"}}]}
    """

  @Test(
    "Papers that nobody looked at stop acceptance where the policy says so")
  func papersBeforeAcceptance() throws {
    let scratch = try Scratch()
    let condition = #""papers": {"checked-before": "accept", "list": [{"id": "form", "label": "申请表"}]}"#
    let text = policy.replacing(#""papers": [{"id": "form", "label": "申请表"}]"#, with: condition)
    let file = try scratch.file("guangzhou.json", text)
    let made = try Program.run(
      [
        "init", scratch.store, "--office", "广州市知识产权局", "--district", "440106", "--operator", "李经办",
        "--policy", file,
      ])
    try #require(made.status == 0, "\(made.errors)")
    let taken = try Program.run(["import", try scratch.file("cases.json", parties), "--store", scratch.store])
    try #require(taken.status == 0, "\(taken.errors)")
    let accept = ["step", "accept", "F1", "--store", scratch.store]
    let refused = try Program.run(accept)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("材料 2 项还未核对：“申请表”、“专利证书”。按政策，核对后才能办理"))
    let ticked = try Program.run(["papers", "F1", "--all-ok", "--store", scratch.store])
    #expect(ticked.status == 0, "\(ticked.errors)")
    #expect(try Program.run(accept).status == 0)
  }

  @Test("An office in 广州 is made from its policy's file, decides, and reads its own and others' names")
  func guangzhou() throws {
    let scratch = try Scratch()
    let file = try scratch.file("guangzhou.json", policy)
    let made = try Program.run(
      [
        "init", scratch.store, "--office", "广州市知识产权局", "--district", "440106", "--operator", "李经办",
        "--policy", file,
      ])
    try #require(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("试写〔2019〕1号"))

    let cases = try scratch.file("cases.json", parties)
    let taken = try Program.run(["import", cases, "--store", scratch.store])
    #expect(taken.status == 0, "\(taken.errors)")
    func shown(_ id: String) throws -> String {
      try Program.run(["show", id, "--store", scratch.store]).output
    }
    #expect(try shown("F1").contains("3,000.00"))
    #expect(try shown("F2").contains("2,000.00"))
    #expect(try shown("F3").contains("所在地不在本市（清远市英德市）"))
    #expect(try shown("A1").contains("天河区") && !shown("A1").contains("广州市天河区"))
    #expect(try shown("A2").contains("广州开发区"))
    #expect(try shown("A3").contains("清远市英德市"))
    let totals = try Program.run(["report", "districts", "--store", scratch.store, "--year", "2019"]).output
    #expect(totals.contains("天河区") && totals.contains("广州开发区"))
    let printed = try Program.run(["print", "receipt", "F1", "--store", scratch.store])
    #expect(printed.output.contains("试写〔2019〕1号") && printed.output.contains("广州市知识产权局"), "\(printed.errors)")
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }

  @Test("A district that no policy at hand has is called by its name, with what to do")
  func unknownDistrict() throws {
    let scratch = try Scratch()
    let arguments = ["init", scratch.store, "--office", "甲局", "--district"]
    let other = try Program.run(arguments + ["440106"])
    #expect(other.status == 64 && other.errors.contains("（广州市天河区）") && other.errors.contains("--policy"))
    #expect(try Program.run(arguments + ["999999"]).status == 64)
    let file = try scratch.file("guangzhou.json", policy)
    let wrong = try Program.run(arguments + ["441881", "--policy", file])
    #expect(wrong.status == 64 && wrong.errors.contains("440106 天河区"), "\(wrong.errors)")
    #expect(try Program.run(arguments + ["441881", "--policy", "没有这份"]).status == 66)
  }

  @Test("Checking a policy names the districts that no office can have")
  func checked() throws {
    let scratch = try Scratch()
    let sound = try Program.run(["policy", "check", try scratch.file("a.json", policy)])
    #expect(sound.status == 0 && sound.output.contains("没有错误") && !sound.output.contains("查不到"))
    let changed = policy.replacingOccurrences(
      of: #""440106", {"#, with: #""440106", "440182", "449999", "KFQ", {"#)
    let odd = try Program.run(["policy", "check", try scratch.file("b.json", changed)])
    #expect(odd.status == 0, "\(odd.errors)")
    #expect(odd.output.contains("440182") && odd.output.contains("449999") && odd.output.contains("KFQ"))
    #expect(!odd.output.contains("440106"))
  }
}
