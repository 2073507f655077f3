import CaseModel
public import SubsidyRules

/// A filing's papers: what the policy asks for, and what was found.
public struct TickRow: Hashable, Sendable {
  public var paper: Paper
  /// The last finding; nil where nobody has looked yet.
  public var tick: PaperTick?
  /// The entry of the history in which the sheets that lie there were handed in; nil where none were.
  var handedIn: Int?

  /// What is wrong; nil where the paper is in order, is not needed, or where nobody has looked yet.
  public var fault: PaperFault? {
    guard let tick else { return nil }
    switch tick.verdict {
    case .missing: return .missing
    case .failing(let why): return .failing(why)
    case .inOrder:
      if paper.original, !tick.hasOriginal { return .original }
      return tick.copies < paper.copies ? .copies(have: tick.copies, need: paper.copies) : nil
    }
  }
}

extension TickRow {
  /// A row as it is being filled in.
  public init(paper: Paper, tick: PaperTick?) { self.init(paper: paper, tick: tick, handedIn: nil) }
}

extension OfficeState {
  /// The papers of a filing in the order of the policy file, those common to all items first.
  public func tickList(of file: FiledFiling) -> [TickRow] {
    let found = file.ticks(before: file.history.count)
    return policy.papers(of: file.filing.item).map { paper in
      TickRow(paper: paper, tick: found[paper.id]?.tick, handedIn: found[paper.id]?.handedIn)
    }
  }
}

extension OfficeState {
  /// The papers that are always asked for and that nobody has looked at yet (未核对).
  public func openPapers(of file: FiledFiling) -> [Paper] {
    tickList(of: file).filter { $0.tick == nil && !$0.paper.optional }.map(\.paper)
  }
}

extension Policy {
  /// Whether a step waits until every paper has been looked at.
  func waitsForPapers(_ step: Step) -> Bool {
    guard let first = papersCheckedBefore.flatMap(PaperStage.allCases.firstIndex),
      // Who hands a filing up or commits it does what approving it is elsewhere.
      let stage = PaperStage(
        rawValue: step == .handUp || step.isApproval ? Step.approve.rawValue : step.rawValue
      ).flatMap(PaperStage.allCases.firstIndex)
    else { return false }
    return stage >= first
  }
}

extension FiledFiling {
  struct Found {
    var tick: PaperTick
    /// The entry that brought the sheets as they lie there now.
    var handedIn: Int
  }

  /// What was found of each paper, as it stood before an entry of the history.
  func ticks(before end: Int) -> [String: Found] {
    var found: [String: Found] = [:]
    for (index, entry) in history.prefix(end).enumerated() {
      guard case .papersTicked(let ticks) = entry.deed else { continue }
      for tick in ticks {
        let old = found[tick.paper]
        let isSame = tick.isSameHandIn(as: old?.tick)
        found[tick.paper] = Found(tick: tick, handedIn: isSame ? old?.handedIn ?? 0 : index)
      }
    }
    return found
  }
}
