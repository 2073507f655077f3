import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// What does not tie, and nothing else; of every year, since figures of one rest on those of others.
  static func tieOut(_ state: OfficeState) -> ReportTable {
    let ends = state.tieOut()
    return ReportTable(
      title: "对不上的账",
      columns: [
        .init("kind", "事项"), .init("subject", "所在"), .number("expected", "应为"), .number("found", "实为"),
        .number("difference", "差额"),
      ],
      rows: ends.map { end in
        let words = words(end.kind, state)
        return ReportTable.Row(
          [
            .text(words.kind), .text(words.subject),
          ] + figures(end, state), filings: state.filings(of: end))
      },
      notes: ends.isEmpty ? ["各项合计、限额和逐件金额都对得上。"] : [])
  }

  private static func figures(_ end: LooseEnd, _ state: OfficeState) -> [ReportTable.Cell] {
    switch end.kind {
    case .cap(let group) where state.policy.isInPieces(group.cap),
      .overrun(let group) where state.policy.isInPieces(group.cap):
      let (expected, found) = (CapWording.pieces(end.expected), CapWording.pieces(end.found))
      return [.pieces(expected), .pieces(found), .pieces(found - expected)]
    default: return [.money(end.expected), .money(end.found), .difference(end.found - end.expected)]
    }
  }

  private static func words(
    _ kind: LooseEnd.Kind, _ state: OfficeState
  ) -> (kind: String, subject: String) {
    switch kind {
    case .total(let year): return ("年合计与逐件之和", "\(year) 年度")
    case .item(let id, let year): return ("项目合计与逐件之和", "\(year) 年度\(state.policy.item(id)?.label ?? id)")
    case .cap(let group): return ("限额使用与逐件之和", words(group, state))
    case .overrun(let group): return ("已审定的超出限额", words(group, state))
    case .reclaimedAboveDecided(let id): return ("追回多于核定", id)
    case .stageWithoutDecision(let id): return ("阶段与核定额不符", id)
    case .columns(let id): return ("资助额与各栏之和", id)
    case .decidedTwice(let first, let other): return ("同一依据重复核定", "\(first) 与 \(other)")
    case .beforeSigning(let id, let day): return ("办法签发以前审定或拨付", "\(id) \(day)")
    case .unguarded(let id):
      return ("已核定而不占限额、不防重复，请补数据", "\(id)\(SupplementWording.lacking(id, state))")
    case .joined(let id): return ("同名单位合并计算后资助额变动", id)
    case .unsettledUnit(let id):
      return ("同名单位有几个代码，这一条没有代码", "\(id) \(state.applicant(id)?.name ?? "")")
    case .paidUncounted(let id, let office):
      return ("已拨付，所据的记录没有计入（分叉），请裁定或追回", "\(OfficeNames.full(office, in: state)) \(id)")
    case .partedUnit(let id, let other): return ("已并户而总部不同，请更正总部", "\(id)、\(other)")
    }
  }

  private static func words(_ group: Claim.Group, _ state: OfficeState) -> String {
    let cap = ItemWording.cap(group.cap, in: state.policy)
    let holder = state.applicant(group.holder)?.name ?? group.holder
    return [group.year.map { "\($0) 年度" } ?? "", cap, holder].joined(separator: " ")
  }
}

extension OfficeState {
  /// The filings that a loose end is about.
  fileprivate func filings(of end: LooseEnd) -> [String] {
    switch end.kind {
    case .reclaimedAboveDecided(let id), .stageWithoutDecision(let id), .columns(let id), .unguarded(let id),
      .joined(let id), .beforeSigning(let id, _):
      [id]
    case .decidedTwice(let first, let other): [first, other]
    case .paidUncounted(let id, _): number(ofFile: id) == nil ? [] : [id]
    case .unsettledUnit(let id): files.numbers(ofApplicant: id).map { files.id(of: $0) }
    case .partedUnit(let id, let other):
      [id, other].flatMap { files.numbers(ofApplicant: $0) }.map { files.id(of: $0) }
    case .cap(let group), .overrun(let group):
      capLedger(of: group.year ?? 0).first { $0.group == group }?.sheet.filings ?? []
    case .total(let year): filings(FilingFilter(year: year)).map { files.id(of: $0) }
    case .item(let item, let year): filings(FilingFilter(year: year, item: item)).map { files.id(of: $0) }
    }
  }
}
