import CaseModel
import Casework
import Foundation
import Interchange
import JSONText
import SubsidyRules
import Testing

@testable import zizhu_mutants

/// Mutants of the other cities' policies (`Tests/GeneralityTests`), tried on the filings whose figures are worked out by hand
/// there: what a file says in a form that 清府办〔2018〕27号 does not have must be missed when it is changed. In those forms
/// every mutant is killed or explained; each eleventh is tried here, all where there is time.
@Suite("Mutants of other cities' policies") struct CityMutantTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "GeneralityTests")
  private static let isLong = ProcessInfo.processInfo.environment["ZIZHU_LONG_TESTS"] != nil

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Policies").path)
    return (files ?? []).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// Forms that no item of 清府办〔2018〕27号 is said in.
  private static let forms: Set<String> = [
    "after", "day", "steps", "add", "least", "most", "times", "any", "order", "closes", "needs", "remainder",
  ]

  /// Why a mutant that no filing notices is no other policy, by the file and its place.
  private static let explained: [String: String] = [
    "beihe caps[patent].remainder":
      "each item is held to its own limit either way; that a difference is paid says only how it is told",
    "upgrade caps[patent].remainder":
      "each item is held to its own limit either way; that a difference is paid says only how it is told",
    "hangzhou items[pool].amount.paid.add[1].share[1].share[1].cases.utility":
      "half of one fen more is rounded down",
    "hangzhou items[pool].amount.paid.add[1].share[1].share[1].cases.design":
      "half of one fen more is rounded down",
    "hangzhou items[pool].amount.paid.add[2].share[1].share[1].cases.utility":
      "half of one fen more is rounded down",
    "hangzhou items[pool].amount.paid.add[2].share[1].share[1].cases.design":
      "half of one fen more is rounded down",
    "pengcheng items[grant].amount.paid.cases.true.add[2].share[1]":
      "a fifth of one fen more is rounded down",
    "tianhe items[growth].amount.paid.options.whole.times[1].tiers.rows[1].atLeast":
      "the condition before asks for an increase of one",
  ]

  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appending(path: path)))
  }

  private static func isInNewForm(_ mutant: Mutant) -> Bool {
    let words = mutant.path.split { ".[]".contains($0) }.map(String.init)
    return mutant.kind != .code
      && (words.contains(where: forms.contains)
        || mutant.change.contains("件") && mutant.path.contains("limit"))
  }

  /// Each filing's decision, under every option of every reading.
  private func decided(_ policy: Policy, _ cases: CaseFile) -> [String] {
    let choices =
      [policy]
      + policy.readings.flatMap { reading in
        reading.options.compactMap { policy.choosing($0.id, for: reading.id) }
      }
    return choices.flatMap { policy in
      Assessment(policy: policy, applicants: cases.applicants, filings: cases.filings).rows.map { row in
        let decision = row.decision
        let codes = decision.reasons.map(\.code)
        return "\(row.filing.id) \(decision.outcome) \(decision.gross) \(decision.award) \(codes)"
      }
    }
  }

  @Test("A change in a form of its own is noticed", arguments: names)
  func noticed(name: String) throws {
    let file = try bytes("Policies/\(name).json")
    let policy = try PolicyFile.read(file).get()
    let cases = try CaseFile.read(bytes("Cases/\(name).json")) { $0 == policy.id ? policy : nil }
    let truth = decided(policy, cases)
    var reader = JSONReader(file)
    let mutants = MutantMaker.mutants(of: try reader.tree()).filter(Self.isInNewForm)
    let trial = MutantTrial(cases: [])
    for (place, mutant) in mutants.enumerated() where Self.isLong || place % 11 == 5 {
      guard Self.explained["\(name) \(mutant.path)"] == nil, let other = trial.policy(of: mutant.tree) else {
        continue
      }
      #expect(decided(other, cases) != truth, "\(mutant.line)")
    }
  }

  /// A file without such forms would prove nothing, and an explanation of what is not there would hide something.
  @Test("There is something to try, and every explanation is of a mutant that there is")
  func counts() throws {
    var count = 0
    var places: Set<String> = []
    for name in Self.names {
      var reader = JSONReader(try bytes("Policies/\(name).json"))
      let mutants = MutantMaker.mutants(of: try reader.tree()).filter(Self.isInNewForm)
      count += mutants.count
      places.formUnion(mutants.map { "\(name) \($0.path)" })
    }
    #expect(count > 300, "\(count)")
    #expect(Set(Self.explained.keys).isSubset(of: places), "\(Set(Self.explained.keys).subtracting(places))")
  }
}
