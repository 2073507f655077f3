import CaseModel
import Casework
import SubsidyRules
import Wording

/// Who was served before an approved filing under each of its caps, made again from the journal and held against what
/// was kept with the approval.
struct ServedOrder {
  let lines: [String]
  /// Whether every list is the one that was kept.
  let isAsKept: Bool

  /// - Parameter then: the office as it stood just before the approval.
  init(of id: String, _ approved: ApprovedDecision, _ then: OfficeState) {
    var lines: [String] = []
    var isAsKept = true
    var kept = approved.kept.decision.trace.summaries[...]
    for node in then.decision(of: id)?.trace.nodes ?? [] {
      guard case .name(let cap)? = node.operands.first, case .served(let served)? = node.operands.last else {
        continue
      }
      let name = then.policy.cap(cap)?.label ?? cap
      lines.append("\(name)：在 \(id) 之前使用的 \(served.count) 件")
      for (place, one) in served.enumerated() {
        let filing = then.file(one.filing)?.filing
        let applicant = filing.flatMap { then.applicant($0.applicant)?.name } ?? ""
        let lot = filing.flatMap { then.policy.lot(of: $0)?.digits }.map { "  抽签 \($0)" } ?? ""
        lines.append("  \(place + 1)  \(one.filing)  \(MoneyWording.yuan(one.amount))  \(applicant)\(lot)")
      }
      let summary = ServedSummary(of: served)
      lines.append("  合计 \(MoneyWording.grouped(summary.sum)) 元  清单 SHA-256 \(summary.sha256)")
      let isSame = kept.popFirst() == summary
      isAsKept = isAsKept && isSame
      lines.append(
        approved.isRemade
          ? "  审定时没有保存清单，无从核对。" : isSame ? "  与审定时保存的一致。" : "  与审定时保存的不一致！")
    }
    if lines.isEmpty { lines.append("申报 \(id) 不占共用限额，没有先后之分。") }
    self.lines = lines
    self.isAsKept = isAsKept && kept.isEmpty
  }
}

extension Trace {
  /// Those served before, of each cap in turn, as they were kept.
  fileprivate var summaries: [ServedSummary] {
    nodes.compactMap { node in
      if case .summary(let summary)? = node.operands.last { summary } else { nil }
    }
  }
}
