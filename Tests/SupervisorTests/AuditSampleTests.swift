import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// The audit sample: what anybody draws with `printf '%s %s' HEAD ID | sha256sum`.
@Suite struct AuditSampleTests {
  private static let head = "0f1e2d3c4b5a6978/1/42/" + String(repeating: "ab", count: 32)

  private func office(sealing: Bool = true, heads: [String: LineName] = [:]) throws -> OfficeState {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
    let file = root.appending(path: "../../data/policies/qingyuan-2018-27.json")
    let policy = try PolicyFile.read([UInt8](try Data(contentsOf: file))).get()
    var state = OfficeState(policy: policy)
    let facts = FactsAtReceipt(kind: .enterprise, district: "441802", family: "C")
    var changes: [Change] = [
      .founded(.init(name: "清远市知识产权局", district: "441800", policy: policy.id)),
      .applicantEntered(Applicant(id: "C", name: "浈江陶瓷", kind: .enterprise, district: "441802")),
    ]
    for number in 1...7 {
      let isDecided = number < 7
      changes.append(
        .filingTakenOver(
          Filing(
            id: "F\(number)", item: "utility-grant", applicant: "C",
            received: try #require(CivilDate("2019-06-10")),
            stage: isDecided ? .paid : .rejected,
            inputs: [
              .init("applicationNumber", .text("20182000000\(number)")),
              .init("grantedOn", .text("2019-05-10")),
            ], decided: isDecided ? Money(yuan: 1_000) : nil), facts))
    }
    state.fold(Transaction(by: "主管", at: "2020-01-10T01:00:00Z", policy: "", changes: changes))
    if sealing {
      var seal = YearSeal(year: 2019, head: Self.head, sums: state.yearSums(of: 2019))
      seal.heads = heads
      state.fold(Transaction(by: "主管", at: "2020-01-11T01:00:00Z", policy: "", changes: [.yearSealed(seal)]))
    }
    return state
  }

  // Worked out with sha256sum and with Python's hashlib.
  private static let drawn = [
    ("F1", "1cc0f681af9a6317881e18b147cd4de5073cbfb833964212d9067530e4b06609"),
    ("F6", "2883ad520a7dad9c345cb0b0550f15c89890155662bd2806e730f117b4edba12"),
    ("F4", "2bf371de7b644a28135904ea9bdddc12180213c293e5cc11621c1699926a9be9"),
    ("F3", "7eb98f5c78a86631f7da5bdee41a6f676853f45fc8466189649176c56ba06630"),
    ("F5", "a7bc7919ae555e0346dddf6456aefe76245aee60ab8c14b9a09feda04ffb1310"),
    ("F2", "e81ec80bdb210c3db7bfac5b4783c5d7c97d61aeb3297487693d00cb6ca450b3"),
  ]

  @Test("Other programs draw the same, and so does a second draw", arguments: [0, 1, 3, 6, 9])
  func draw(count: Int) throws {
    let state = try office()
    let sample = try #require(state.auditSample(of: 2019, count: count))
    #expect(sample.population == 6)
    #expect(sample.drawn.map(\.filing) == Self.drawn.prefix(count).map(\.0))
    #expect(sample.drawn.map(\.hash) == Self.drawn.prefix(count).map(\.1))
    #expect(try office().auditSample(of: 2019, count: count) == sample)
  }

  /// Drawn with `printf '%s %s %s' HEAD HEAD ID | sha256sum` for each: offices.md, Files, "never the city's own".
  @Test("A city draws by the heads of its offices, in the order of their bytes")
  func city() throws {
    func name(_ epoch: Int, _ sequence: Int, _ digit: String) -> LineName {
      LineName(epoch: epoch, sequence: sequence, link: String(repeating: digit, count: 64))
    }
    let (a, b) = (String(repeating: "a", count: 32), String(repeating: "b", count: 32))
    let state = try office(heads: [b: name(2, 7, "2"), a: name(1, 40, "1")])
    let sample = try #require(state.auditSample(of: 2019, count: 3))
    #expect(sample.drawn.map(\.filing) == ["F3", "F1", "F2"])
    #expect(sample.drawn.first?.hash == "109f54658fcde5f39873387f235b71ac7ebe0702861959fabff7b42463990008")
  }

  @Test("A year that is not sealed has no sample, since its head could be chosen")
  func open() throws {
    #expect(try office(sealing: false).auditSample(of: 2019, count: 3) == nil)
    #expect(try office().auditSample(of: 2018, count: 3) == nil)
    var state = try office()
    state.fold(
      Transaction(
        by: "主管", at: "2020-01-12T01:00:00Z", policy: "", changes: [.yearUnsealed(year: 2019, note: "更正")]))
    #expect(state.auditSample(of: 2019, count: 3) == nil)
  }
}
