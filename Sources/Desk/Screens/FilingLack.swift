import CaseModel
import Casework
import SubsidyRules

/// What a filing still lacks, in one column: what is to be corrected, else how many papers nobody has looked at.
struct FilingLack {
  let text: String

  init(_ file: FiledFiling, _ state: OfficeState) {
    let points = state.correctionPoints(of: file)
    // What the office itself has to fill in is nothing to correct, and yet it is missing.
    let names =
      points.isEmpty
      ? file.decision.reasons.compactMap { Self.name($0, file, state) }
      : points.map { Self.name($0, file, state) }
    let open = state.tickList(of: file).count { $0.tick == nil && !$0.paper.optional }
    if let first = names.first {
      text = names.count > 1 ? "\(names.count) 项：\(first)" : first
    } else {
      text = open > 0 && file.standing.isUndecided ? "材料 \(open) 项未核对" : ""
    }
  }

  private static func name(_ reason: Reason, _ file: FiledFiling, _ state: OfficeState) -> String? {
    switch reason {
    case .missing(let id), .invalid(let id): label(of: id, file, state)
    default: nil
    }
  }

  private static func label(of input: String, _ file: FiledFiling, _ state: OfficeState) -> String {
    state.policy.item(file.filing.item)?.input(input)?.label ?? input
  }

  private static func name(_ point: CorrectionPoint, _ file: FiledFiling, _ state: OfficeState) -> String {
    switch point {
    case .missingInput(let id), .invalidInput(let id): label(of: id, file, state)
    case .paper(let id, _): state.policy.papers(of: file.filing.item).first { $0.id == id }?.label ?? id
    case .remark(let text): text
    }
  }
}
