import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// Random offices decided by the rules core and by the naive evaluator.
@Suite struct SecondEvaluatorTests {
  /// `ZIZHU_SEED` runs other offices, `ZIZHU_OFFICES` more of them.
  static let seed = number("ZIZHU_SEED") ?? 20_180_704
  static let offices = number("ZIZHU_OFFICES") ?? 4_000

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test("Thousands of random offices are decided as a second evaluator decides them")
  func offices() throws {
    let policy = try TestPolicy.qingyuan()
    print("second evaluator: offices of the seeds from \(Self.seed), \(Self.offices) of them")
    for seed in Self.seed..<(Self.seed + Self.offices) {
      var maker = RandomOffice(seed: seed)
      let office = maker.make()
      guard let difference = difference(office, policy) else { continue }
      let smallest = shrunk(office, policy)
      Issue.record(
        "seed \(seed): \(difference)\nsmallest: \(self.difference(smallest, policy) ?? "")\n\(smallest.described)"
      )
      return
    }
  }

  /// Takes filings away while the two still disagree.
  private func shrunk(_ office: PlainOffice, _ policy: Policy) -> PlainOffice {
    var office = office
    var index = 0
    while index < office.filings.count {
      var less = office
      less.filings.remove(at: index)
      if difference(less, policy) != nil { office = less } else { index += 1 }
    }
    return office
  }

  /// What the two say differently about an office; nil where they agree.
  private func difference(_ office: PlainOffice, _ policy: Policy) -> String? {
    let assessment = Assessment(
      policy: office.readings.reduce(policy) { $0.withOther($1) }, applicants: office.applicants,
      filings: office.filings)
    let (expected, caps) = PlainEvaluator(office).evaluate()
    for row in assessment.rows {
      let found = PlainResult(row.decision)
      guard found != expected[row.filing.id] else { continue }
      return "\(row.filing.id): core \(found), plain \(String(describing: expected[row.filing.id]))"
    }
    let found = assessment.caps.map(PlainCap.init)
    return found == caps ? nil : "caps: core \(found), plain \(caps)"
  }
}

extension PlainResult {
  init(_ decision: Decision) {
    self.init(
      outcome: decision.outcome.rawValue, gross: decision.gross.fen, award: decision.award.fen,
      reasons: Set(decision.reasons.map(\.code)), warnings: Set(decision.warnings.map(\.code)))
  }
}

extension PlainCap {
  init(_ row: CapRow) {
    self.init(
      cap: row.group.cap, holder: row.group.holder, year: row.group.year ?? 0, limit: row.limit.fen,
      used: Int64(row.used.fen))
  }
}

extension PlainOffice {
  var described: String {
    let people = applicants.map { "\($0.id) \($0.kind.rawValue) \($0.district) \($0.parent ?? "-")" }
    let claims = filings.map { filing in
      "\(filing.id) \(filing.item) \(filing.applicant) \(filing.received) \(filing.stage.rawValue) "
        + "\(filing.decided?.description ?? "-") \(filing.inputs.map { "\($0.name)=\($0.value)" })"
    }
    return (readings.sorted() + people + claims).joined(separator: "\n")
  }
}

extension Policy {
  /// The policy with the option of a reading that its file does not choose.
  func withOther(_ reading: String) -> Policy {
    guard let rule = self.reading(reading) else { return self }
    let other = rule.options[rule.choice == 0 ? 1 : 0].id
    return choosing(other, for: reading) ?? self
  }
}

/// The policy file as it is shipped.
enum TestPolicy {
  struct Broken: Error {
    var mistakes: String
  }

  static func qingyuan() throws -> Policy {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "data/policies/qingyuan-2018-27.json")
    switch PolicyFile.read([UInt8](try Data(contentsOf: file))) {
    case .success(let policy): return policy
    case .failure(let mistakes): throw Broken(mistakes: "\(mistakes)")
    }
  }
}
