import CaseModel
import Seeded
import SubsidyRules

/// Filings of a policy's items with inputs of all sorts, to be decided under policies that were mutated but taken.
enum RandomFilings {
  static func some(of policy: Policy, _ numbers: inout SeededNumbers) -> [Filing] {
    guard let day = CivilDate("2021-12-31") else { return [] }
    return (0..<6).compactMap { number in
      guard !policy.items.isEmpty else { return nil }
      let item = policy.items[numbers.below(policy.items.count)]
      var filing = Filing(id: "F\(number)", item: item.id, applicant: "E\(numbers.below(2))", received: day)
      filing.inputs = item.inputs.map { .init($0.id, value(of: $0.kind, &numbers)) }
      if numbers.below(8) == 0 { filing.decided = .largest }
      if numbers.below(8) == 0 { filing.stage = .withdrawn }
      return filing
    }
  }

  static let applicants: [Applicant] = [
    Applicant(id: "E0", name: "甲", kind: .enterprise, district: "441882"),
    Applicant(id: "E1", name: "乙", kind: .agencyBranch, district: "GXQ", parent: "E0"),
  ]

  private static func value(of kind: InputRule.Kind, _ numbers: inout SeededNumbers) -> RawInput {
    guard numbers.below(12) > 0 else {
      return numbers.one(
        of: [.null, .text(""), .text("x"), .count(.max), .flag(true), .other("[]")], or: .null)
    }
    switch kind {
    case .date:
      return .text(
        numbers.one(of: ["2021-06-30", "2020-02-29", "0001-01-01", "9999-12-31", "2018-07-04"], or: ""))
    case .money: return .text(numbers.one(of: ["0", "0.01", "6000.02", "999999999999.99"], or: ""))
    case .flag: return .flag(numbers.below(2) == 0)
    case .text: return .text(numbers.one(of: ["甲", "a|b\\", "\u{0}"], or: ""))
    case .year: return .count(numbers.one(of: [2018, 2021, 1, 9999], or: 0))
    case .count(let range):
      return .count(numbers.one(of: [range.lowerBound, range.upperBound, 50, 5], or: 0))
    case .choice(let options): return .text(numbers.one(of: options.map(\.id), or: ""))
    case .applicationNumber:
      return .text(numbers.one(of: ["202010000001", "202120000001", "202130000001", "85100001"], or: ""))
    }
  }
}
