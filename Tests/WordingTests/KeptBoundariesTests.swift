import CaseModel
import Interchange
import SubsidyRules
import Testing
import Wording

/// What lies next to a boundary, kept once a person has confirmed it.
@Suite("Boundaries that were confirmed")
struct KeptBoundariesTests {
  private func policy(grants: Int = 10, rate: String = "50%") throws -> Policy {
    let text = """
      {
        "format": "zizhu-policy/1", "id": "kept", "title": "例", "document": "例", "signed": "2021-01-01",
        "periods": [{"from": "2021-01-01", "to": "2023-12-31", "article": "closing"}], "districts": ["441802"],
        "readings": [], "papers": [{"id": "form", "label": "申请表"}],
        "caps": [{"id": "pieces", "article": "1", "label": "件数", "items": ["item", "other"], "holder": ["applicant"],
          "window": "year", "limit": "5件", "order": "received", "remainder": "reduce"}],
        "items": [{
          "id": "item", "article": "1", "label": "项目", "who": ["enterprise"],
          "inputs": [{"id": "grantedOn", "label": "授权日", "kind": "date"}, {"id": "fee", "label": "费用", "kind": "money"},
            {"id": "grants", "label": "授权", "kind": "count"}],
          "event": "grantedOn",
          "amount": {"paid": {"add": [{"share": ["fee", "\(rate)"]}, {"least": ["fee", "300元"]},
            {"tiers": {"of": "grants", "rows": [{"atLeast": \(grants), "amount": "5000元"}]}},
            {"times": ["100元", {"steps": ["grants", 20, 5]}]}]}},
          "once": ["applicant"], "papers": [{"id": "proof", "label": "证明"}]
        }, {
          "id": "other", "article": "1", "label": "另一项目", "who": ["enterprise"],
          "inputs": [{"id": "grantedOn", "label": "授权日", "kind": "date"}],
          "event": "grantedOn", "amount": {"fixed": "200元"}, "once": ["applicant"],
          "papers": [{"id": "proof", "label": "证明"}]
        }],
        "articles": [{"article": "1", "title": "例"}]
      }
      """
    return try PolicyFile.read(Array(text.utf8)).get()
  }

  @Test(
    "Rows, steps, shares and bounds inside of a sum have their boundaries, and pieces theirs",
    arguments: [
      "  费用的 50%：1,000.00 元 为 500.00 元；0.01 元 为 0.00 元；0.02 元 为 0.01 元",
      "  费用：299.99 元 取 299.99 元；300.00 元 取 300.00 元；300.01 元 取 300.00 元",
      "  授权：9 为零；10 5,000 元；11 5,000 元", "  授权：24 计 0；25 计 1；30 计 2",
      "  上限 5 件：已用 4 件 余 1 件；已用 5 件 余 0 件",
    ])
  func inside(line: String) throws {
    #expect(PolicyBoundaries.lines(try policy()).contains(line))
  }

  @Test("The same policy comes out as it was confirmed; another threshold and another rate are told")
  func differences() throws {
    let day = try #require(CivilDate("2021-02-03"))
    let written = KeptBoundaries(try policy(), confirmedBy: "赵\t主管", day: day).text
    #expect(written.hasPrefix("zizhu-boundaries/1\tkept\t赵 主管\t2021-02-03\n"))
    let kept = try #require(KeptBoundaries(written))
    #expect(kept.text == written)
    #expect(kept.differences(from: try policy()).isEmpty)
    #expect(
      kept.differences(from: try policy(grants: 11)) == [
        "确认过：第1条 项目，授权：9 为零；10 5,000 元；11 5,000 元",
        "现在是：第1条 项目，授权：10 为零；11 5,000 元；12 5,000 元",
      ])
    #expect(kept.differences(from: try policy(rate: "60%")).count == 2)
    #expect(KeptBoundaries("") == nil && KeptBoundaries("zizhu-boundaries/1\tkept\n") == nil)
    #expect(KeptBoundaries(written.replacing("2021-02-03", with: "昨天")) == nil)
  }
}
