import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// The files that go out, sign by sign: a stranger's script reads them (interchange.md).
struct WrittenFileTests {
  private func policy() throws -> Policy {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try PolicyFile.read(
      [UInt8](Data(contentsOf: root.appending(path: "data/policies/qingyuan-2018-27.json")))
    ).get()
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private let agency = Applicant(
    id: "G1", name: "北江\"代理\"\n事务所", kind: .agency, district: "441802", code: "91441802MAFARM019H",
    account: "0")

  private func grant(_ id: String, _ inputs: [Filing.Input]) throws -> Filing {
    Filing(id: id, item: "agency-grant", applicant: "G1", received: try day("2019-04-01"), inputs: inputs)
  }

  private func good() throws -> Filing {
    try grant(
      "F1",
      [
        .init("applicationNumber", .text("201620000008.2")), .init("grantedOn", .text("2019-01-15")),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ])
  }

  @Test func `Applicants and filings, key by key, and nothing where nothing is`() throws {
    var filing = try grant("F1", [.init("grantedOn", .null), .init("applicationNumber", .other("12.50"))])
    filing.overrides = [.init("applicationNumber", reason: "原件\t如此")]
    (filing.stage, filing.decided, filing.reclaimed) = (.reclaimed, Money(fen: 500_50), .zero)
    filing.asReceived = FactsAtReceipt(kind: .agencyBranch, district: "GXQ", family: "G1", further: ["G2"])
    var file = CaseFile(policy: try policy(), applicants: [agency], filings: [filing])
    file.readings = [.init("share-base", "increment")]
    let expected = #"""
      {
        "format": "zizhu-cases/1",
        "policy": "qingyuan-2018-27",
        "readings": {
          "share-base": "increment"
        },
        "applicants": [
          {
            "id": "G1",
            "name": "北江\"代理\"\n事务所",
            "kind": "agency",
            "district": "441802",
            "code": "91441802MAFARM019H",
            "account": "0"
          }
        ],
        "filings": [
          {
            "id": "F1",
            "item": "agency-grant",
            "applicant": "G1",
            "received": "2019-04-01",
            "status": "reclaimed",
            "inputs": {
              "grantedOn": null,
              "applicationNumber": 12.50
            },
            "overrides": {
              "applicationNumber": "原件\t如此"
            },
            "decided": "500.50",
            "reclaimed": "0.00",
            "asReceived": {
              "kind": "agency-branch",
              "district": "GXQ",
              "family": "G1",
              "further": [
                "G2"
              ]
            }
          }
        ]
      }

      """#
    #expect(String(decoding: file.write(), as: UTF8.self) == expected)
  }

  private func written(_ filings: [Filing], tracing: Bool = false) throws -> String {
    let policy = try policy()
    let assessment = Assessment(policy: policy, applicants: [agency], filings: filings)
    var bytes: [UInt8] = []
    AssessmentFile.write(assessment, policy: policy.id, tracing: tracing) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Article 2: a utility model is 200 yuan, under the cap of 50 000 of the year of grant.
  @Test func `An assessment: outcome, sums with two decimals, caps and totals by item and year`() throws {
    var decided = try good()
    (decided.id, decided.stage, decided.decided) = ("F2", .paid, Money(yuan: 49_900))
    decided.inputs[0].value = .text("201610000007.2")
    let expected = """
      {
        "policy": "qingyuan-2018-27",
        "filings": [
          {
            "id": "F1",
            "outcome": "reduced",
            "gross": "200.00",
            "award": "100.00",
            "reasons": [
              "cap:agency-year"
            ],
            "warnings": []
          },
          {
            "id": "F2",
            "outcome": "decided",
            "gross": "49900.00",
            "award": "49900.00",
            "reasons": [],
            "warnings": []
          },
          {
            "id": "F3",
            "outcome": "incomplete",
            "gross": "0.00",
            "award": "0.00",
            "reasons": [
              "missing:applicationNumber",
              "missing:grantedOn",
              "missing:localAddress",
              "missing:compliant"
            ],
            "warnings": []
          }
        ],
        "caps": [
          {
            "cap": "agency-year",
            "holder": "G1",
            "year": 2019,
            "limit": "50000.00",
            "used": "50000.00",
            "remaining": "0.00",
            "over": "0.00"
          }
        ],
        "totals": {
          "award": "50000.00",
          "byItem": {
            "agency-grant": "50000.00"
          },
          "byYear": {
            "2019": "50000.00"
          }
        }
      }

      """
    #expect(try written([good(), decided, grant("F3", [])]) == expected)
  }

  @Test func `Of nothing there is nothing, and a trace comes only where it is asked for`() throws {
    let expected = """
      {
        "policy": "qingyuan-2018-27",
        "filings": [],
        "caps": [],
        "totals": {
          "award": "0.00",
          "byItem": {},
          "byYear": {}
        }
      }

      """
    #expect(try written([]) == expected)
    #expect(
      try !written([good()]).contains("trace") && written([good()], tracing: true).contains(#""trace": ["#))
  }

  /// The same bytes however many there are: pieces are written side by side.
  @Test(arguments: [63, 64, 65, 200]) func `Filings come back in the order of the file`(count: Int) throws {
    let filings = try (0..<count).map { number in
      var filing = try good()
      filing.id = "N\(number)"
      return filing
    }
    let text = try written(filings)
    let ids = text.split(separator: "\n").filter { $0.contains(#""id": "N"#) }
    #expect(ids.map { $0.filter(\.isNumber) } == (0..<count).map(String.init))
    // One patent: the first in the order of bytes is paid, the others are its duplicates.
    #expect(text.ranges(of: #""outcome": "pay""#).count == 1)
    #expect(text.ranges(of: #""duplicate:N0""#).count == count - 1)
  }
}
