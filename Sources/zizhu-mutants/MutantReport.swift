/// How many mutants were noticed, and which were not.
struct MutantReport {
  private var results: [(mutant: Mutant, fate: MutantFate)]
  private let caseCount: Int

  init(_ mutants: [Mutant], caseCount: Int, fate: (Mutant) -> MutantFate) {
    results = mutants.map { ($0, fate($0)) }
    self.caseCount = caseCount
  }

  // MARK: - Counting

  private struct Count {
    var made = 0
    var refused = 0
    var killed = 0

    var tried: Int { made - refused }
    var survived: Int { tried - killed }
    /// In tenths of a per cent, rounded down.
    var score: Int { tried == 0 ? 1000 : killed * 1000 / tried }
  }

  private func count(_ kind: Mutant.Kind? = nil) -> Count {
    var count = Count()
    for (mutant, fate) in results where kind == nil || mutant.kind == kind {
      count.made += 1
      switch fate {
      case .refused: count.refused += 1
      case .killed: count.killed += 1
      case .survived: break
      }
    }
    return count
  }

  /// Killed of those that the reader takes as a policy, in tenths of a per cent.
  var score: Int { count().score }

  private var survivors: [Mutant] { results.filter { $0.fate == .survived }.map(\.mutant) }

  /// Survivors for which nobody has said why.
  var unexplained: [Mutant] { survivors.filter { MutantReasons.reason(for: $0) == nil } }

  // MARK: - Telling

  func text(listsAll: Bool) -> String {
    var lines = ["\(caseCount) cases", Self.row("", ["made", "refused", "killed", "survived", "%"])]
    for kind in Mutant.Kind.allCases { lines.append(Self.row(kind.rawValue, count(kind))) }
    lines.append(Self.row("all", count()))
    if listsAll {
      for (mutant, fate) in results {
        if case .killed(let one) = fate { lines.append("killed    \(mutant.line)  by \(one)") }
      }
    }
    for (mutant, fate) in results where fate == .refused { lines.append("refused   \(mutant.line)") }
    for mutant in byArticle(survivors) {
      lines.append("survived  \(mutant.line)")
      lines.append("          " + (MutantReasons.reason(for: mutant) ?? "no reason given: a case is missing"))
    }
    return lines.joined(separator: "\n")
  }

  private func byArticle(_ mutants: [Mutant]) -> [Mutant] {
    func number(_ mutant: Mutant) -> Int { Int(mutant.article.prefix { $0.isNumber }) ?? 0 }
    return mutants.enumerated().sorted { a, b in
      (number(a.element), a.offset) < (number(b.element), b.offset)
    }.map(\.element)
  }

  private static func row(_ name: String, _ count: Count) -> String {
    let score = "\(count.score / 10).\(count.score % 10)"
    return row(name, [count.made, count.refused, count.killed, count.survived].map(String.init) + [score])
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let cells = cells.map { String(repeating: " ", count: max(10 - $0.count, 1)) + $0 }
    return name + String(repeating: " ", count: max(44 - name.count, 0)) + cells.joined()
  }
}
