import CaseModel
import SubsidyRules

/// What a filing lacks, and what of it could have been said earlier.
extension OfficeState {
  /// Everything that the applicant has to correct: papers in the order of the list, then inputs in the order of the
  /// form. A paper that nobody has looked at is not asked for: who knows whether it was handed in (`openPapers`).
  public func correctionPoints(of file: FiledFiling) -> [CorrectionPoint] {
    paperPoints(of: file) + inputPoints(of: file.filing, file.decision)
  }

  /// Papers that are known to be missing or failing.
  func paperPoints(of file: FiledFiling) -> [CorrectionPoint] {
    tickList(of: file).compactMap { row in row.fault.map { .paper(row.paper.id, $0) } }
  }

  /// What the applicant has left out or written so that it can't be read; the office's own figures are not theirs.
  func inputPoints(of filing: Filing, _ decision: Decision) -> [CorrectionPoint] {
    guard let item = policy.item(filing.item) else { return [] }
    return decision.reasons.compactMap { reason in
      switch reason {
      case .missing(let input) where item.input(input)?.source != .office: .missingInput(input)
      case .invalid(let input) where item.input(input)?.source != .office: .invalidInput(input)
      default: nil
      }
    }
  }

  /// Those of some points that could have been seen at the first notice and were not said there (一次性告知).
  ///
  /// An input's gap is found by the program, so that every notice names all there are; one that is new since has
  /// come with a change. A paper's fault is late where the same sheets, or none, lay there already. A remark is no
  /// entry of any list: after the first notice it counts as late.
  func latePoints(among points: [CorrectionPoint], of file: FiledFiling) -> [CorrectionPoint] {
    guard let first = file.firstNotice else { return [] }
    let then = file.ticks(before: first.entry)
    let now = file.ticks(before: file.history.count)
    return points.filter { point in
      switch point {
      case .missingInput, .invalidInput: return false
      case .remark: return !first.notice.points.contains(point)
      case .paper(let id, _):
        guard !first.notice.points.contains(point) else { return false }
        let isAbsent = now[id].map { $0.tick.verdict == .missing } ?? true
        let wasAbsent = then[id].map { $0.tick.verdict == .missing } ?? true
        if isAbsent || wasAbsent { return isAbsent && wasAbsent }
        return now[id]?.handedIn == then[id]?.handedIn
      }
    }
  }
}

extension FiledFiling {
  /// The first notice with its place in the history.
  var firstNotice: (entry: Int, notice: CorrectionNotice)? {
    for (index, entry) in history.enumerated() {
      if case .stepped(let step) = entry.deed, case .notice(let notice) = step.detail {
        return (index, notice)
      }
    }
    return nil
  }
}
