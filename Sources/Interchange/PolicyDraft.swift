import JSONText

/// A policy file to begin with (`policy new`): small, without a mistake, every text a placeholder that says what to put.
public enum PolicyDraft {
  /// - Parameter districts: codes of GB/T 2260, at least one.
  public static func text(id: String, title: String, document: String, year: Int, districts: [String])
    -> String
  {
    """
    {
      "format": \(quoted(PolicyFile.format)),
      "id": \(quoted(id)),
      "title": \(quoted(title)),
      "document": \(quoted(document)),
      "signed": "\(year)-01-01",
      "periods": [{"from": "\(year)-01-01", "to": "\(year + 2)-12-31", "article": "closing"}],
      "districts": [\(districts.map(quoted).joined(separator: ", "))],
      "readings": [],
      "caps": [
        {
          "id": "applicant-year", "article": "1", "label": "每个申请人年度限额", "items": ["invention-grant"],
          "holder": ["applicant"], "window": "year", "limit": "100000元", "order": "received", "remainder": "reduce"
        }
      ],
      "papers": [{"id": "application-form", "label": "申请表", "original": true}],
      "items": [
        {
          "id": "invention-grant", "article": "1", "label": "发明授权",
          "who": ["enterprise", "institution", "individual"],
          "inputs": [
            {"id": "applicationNumber", "label": "专利申请号", "kind": "application-number"},
            {"id": "grantedOn", "label": "授权公告日", "kind": "date"},
            {"id": "fees", "label": "官费和代理费", "kind": "money", "hint": "发票合计"}
          ],
          "event": "grantedOn",
          "conditions": [
            {"among": {"value": {"type": "applicationNumber"}, "of": ["invention"]}, "reason": "patent-type"}
          ],
          "amount": {
            "fixed": {"by": "kind", "cases": {"enterprise": "3000元", "institution": "3000元", "individual": "2000元"}},
            "ceiling": "fees"
          },
          "once": ["applicationNumber"],
          "papers": [{"id": "certificate", "label": "专利证书", "copies": 1}]
        }
      ],
      "articles": [{"article": "1", "title": "发明授权"}]
    }

    """
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter(layout: .compact)
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
