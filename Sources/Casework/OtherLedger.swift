import CaseModel
import SubsidyRules

/// Filings of tied items as rules other than those in force settle them, ledger included.
struct OtherLedger: Sendable {
  let policy: Policy
  private var ledger: Ledger
  /// Places in the ledger by the filings' numbers.
  private let places: [Int: Int]

  /// - Parameter files: by their numbers, all of the items that are tied (`Policy.tied`).
  init(_ policy: Policy, _ files: [(number: Int, file: FiledFiling)], in state: OfficeState) {
    self.policy = policy
    let places = files.places { $0.number }
    var sheet = ClaimSheet()
    var judges = Judges(policy)
    for (_, file) in files { _ = judges.judge(file.filing, of: file.facts, into: &sheet) }
    sheet.keep(state.joint.keptFilings.compactMap(state.files.number).compactMap { places[$0] })
    ledger = Ledger(sheet)
    self.places = places
  }

  /// What a filing comes to that stands there as it is in the store.
  func decision(on number: Int, _ file: FiledFiling) -> Decision {
    policy.decide(
      file.filing, of: file.facts, in: ledger, settlement: places[number].flatMap(ledger.settlement),
      tracing: false)
  }

  /// What a draft comes to, in place of the filing of its number, or behind all.
  func decision(of draft: Filing, _ facts: Facts, on number: Int?) -> Decision {
    let judgement = policy.judge(draft, of: facts, tracing: false)
    let place = number.flatMap { places[$0] } ?? places.count
    return policy.decide(
      judgement, in: ledger, settlement: ledger.preview([place: judgement.claim])[place])
  }

  /// A filing has moved on.
  mutating func follow(_ number: Int, _ file: FiledFiling) {
    guard let place = places[number], let claim = policy.claim(file.filing, of: file.facts) else { return }
    ledger.put(claim, under: place)
  }
}
