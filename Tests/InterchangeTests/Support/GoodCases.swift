import Interchange
import SubsidyRules
import Testing

/// A small interchange file without mistakes, under `GoodPolicy`.
enum GoodCases {
  static let text = """
    {
      "format": "zizhu-cases/1",
      "policy": "lianzhou-2021-5",
      "readings": {"share-base": "increment"},
      "applicants": [
        {"id": "A1", "name": "连州市甲专利代理有限公司", "kind": "agency", "district": "441882", "code": "91441882MA4UQ1L83C"},
        {"id": "A2", "name": "甲代理连州分所", "kind": "agency-branch", "district": "441882", "parent": "A1"},
        {"id": "E1", "name": "连州市乙陶瓷有限公司", "kind": "enterprise", "district": "GXQ", "phone": null}
      ],
      "filings": [
        {
          "id": "F1", "item": "agency-fee", "applicant": "E1", "received": "2021-06-01", "status": "accepted",
          "inputs": {"number": "202010000001.1", "paidOn": "2021-05-01", "fee": "2000"},
          "overrides": {"number": "原件如此"}
        },
        {
          "id": "F2", "item": "certificate", "applicant": "E1", "received": "2021-06-02", "status": "reclaimed",
          "inputs": {"certifiedOn": "2021-05-01"}, "decided": "500.00", "reclaimed": "500.00"
        }
      ]
    }
    """

  private static let good = PolicyFile.read(Array(GoodPolicy.text.utf8))

  static func policy() throws -> Policy { try good.get() }

  static func read(_ bytes: [UInt8]) throws -> CaseFile {
    let policy = try policy()
    return try CaseFile.read(bytes) { $0 == policy.id ? policy : nil }
  }
}
