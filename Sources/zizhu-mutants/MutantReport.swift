/// What became of the mutants.
struct MutantReport {
  enum Fate {
    case killed(by: String)
    /// The policy reader does not take it as a policy.
    case refused
    case survived
  }

  let caseCount: Int
  private var fates: [(mutant: Mutant, fate: Fate)] = []

  init(caseCount: Int) { self.caseCount = caseCount }

  mutating func add(_ mutant: Mutant, fate: Fate) { fates.append((mutant, fate)) }

  private func count(_ counts: (Fate) -> Bool) -> Int { fates.filter { counts($0.fate) }.count }

  private var killed: Int { count { if case .killed = $0 { true } else { false } } }
  private var refused: Int { count { if case .refused = $0 { true } else { false } } }
  private var survivors: [Mutant] {
    fates.compactMap { if case .survived = $0.fate { $0.mutant } else { nil } }
  }

  /// Killed ones of those that the reader takes as a policy.
  var percentage: Double {
    let tried = fates.count - refused
    return tried == 0 ? 0 : Double(killed) * 100 / Double(tried)
  }

  func text(listsAll: Bool) -> String {
    var lines = [
      "\(fates.count) mutants, \(refused) refused by the policy reader, \(killed) killed by \(caseCount) cases, "
        + "\(survivors.count) survived: \(Int(percentage * 10).quotient(10)) %"
    ]
    if listsAll {
      for (mutant, fate) in fates {
        if case .killed(let by) = fate { lines.append("killed    \(mutant.line)  by \(by)") }
        if case .refused = fate { lines.append("refused   \(mutant.line)") }
      }
    }
    for mutant in survivors.sorted(by: { $0.article < $1.article }) {
      lines.append("survived  \(mutant.line)")
      lines.append("          " + (MutantReasons.reason(for: mutant) ?? "no reason given"))
    }
    return lines.joined(separator: "\n")
  }
}

extension Mutant {
  var line: String { "article \(article)  \(path.joined(separator: "."))  \(change)" }
}

extension Int {
  /// With one decimal.
  fileprivate func quotient(_ divisor: Int) -> String { "\(self / divisor).\(self % divisor)" }
}
