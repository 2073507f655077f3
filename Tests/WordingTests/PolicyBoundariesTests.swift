import Foundation
import Interchange
import SubsidyRules
import Testing
import Wording

/// The boundaries of 清府办〔2018〕27号, by hand from its text.
@Suite("What comes out next to every boundary")
struct PolicyBoundariesTests {
  @Test(
    "Thresholds, days, shares and limits",
    arguments: [
      // Article 6: 增量 30, 50, 80 件以上; 发明专利申请不低于20%.
      "  申请量增量：29 不资助；30 20,000 元；31 20,000 元；49 20,000 元；50 50,000 元；51 50,000 元；79 50,000 元；80 100,000 元；81 100,000 元",
      "  发明占比的基数取“以当年总量为基数”时，当年专利申请为 100 时，当年发明申请：19 不符合；20 符合；21 符合",
      // The validity: both days in.
      "  授权公告日：2017-12-31 不在期间内；2018-01-01 在期间内；2020-12-31 在期间内；2021-01-01 不在期间内",
      // Article 5: the first filing.
      "  此前专利申请：0 符合；1 不符合",
      // Article 9: up to 100 000.
      "  封顶前应得：99,999.99 元 资助 99,999.99 元；100,000.00 元 资助 100,000.00 元；100,000.01 元 资助 100,000.00 元",
      // Article 2: 50 000 a year.
      "  上限 50,000.00 元：已用 49,999.99 元 余 0.01 元；已用 50,000.00 元 余 0.00 元",
    ])
  func shipped(line: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "data/policies/qingyuan-2018-27.json")
    let lines = PolicyBoundaries.lines(try read(try String(contentsOf: path, encoding: .utf8)))
    #expect(lines.contains(line))
  }

  @Test("Over a threshold is not at it")
  func strict() throws {
    let lines = PolicyBoundaries.lines(try read(strictPolicy))
    #expect(lines.contains("  授权：9 不资助；10 不资助；11 5,000 元；49 5,000 元；50 9,000 元；51 9,000 元"))
    #expect(
      lines.contains("  收件日：授权日次年 5 月 1 日的前一天 不符合；授权日次年 5 月 1 日当天 符合；授权日次年 5 月 1 日的后一天 符合"))
  }

  private func read(_ text: String) throws -> Policy { try PolicyFile.read(Array(text.utf8)).get() }

  private let strictPolicy = """
    {
      "format": "zizhu-policy/1", "id": "strict", "title": "例", "document": "例", "signed": "2021-01-01",
      "periods": [{"from": "2021-01-01", "to": "2023-12-31", "article": "closing"}], "districts": ["441802"],
      "readings": [], "caps": [], "papers": [{"id": "form", "label": "申请表"}],
      "items": [{
        "id": "item", "article": "1", "label": "项目", "who": ["enterprise"],
        "inputs": [{"id": "grantedOn", "label": "授权日", "kind": "date"}, {"id": "grants", "label": "授权", "kind": "count"}],
        "event": "grantedOn",
        "conditions": [{"compare": ["received", ">=", {"day": ["05-01", {"add": [{"year": "event"}, 1]}]}], "reason": "window"}],
        "amount": {"tiers": {"of": "grants", "rows": [{"over": 10, "amount": "5000元"}, {"atLeast": 50, "amount": "9000元"}]}},
        "once": ["applicant"], "papers": [{"id": "proof", "label": "证明"}]
      }],
      "articles": [{"article": "1", "title": "例"}]
    }
    """
}
