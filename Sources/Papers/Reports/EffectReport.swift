import CaseModel
public import Casework
import SubsidyRules
import Wording

/// What putting a policy in force, or taking one back, would change: each filing, the sums, the caps.
public enum EffectReport {
  public static func text(_ effect: PolicyEffect, _ state: OfficeState) -> String {
    let moved = effect.rows.count { $0.item.before != $0.item.after }
    var text =
      effect.rows.isEmpty
      ? "没有申报会变动。\n"
      : table(effect, state).text
        + "变动 \(effect.rows.count) 件（其中改由另一份政策核算 \(moved) 件）："
        + "\(MoneyWording.grouped(effect.before)) 元 → \(MoneyWording.grouped(effect.after)) 元\n"
    if !effect.caps.isEmpty {
      let names = effect.caps.map { move in
        let cap = effect.policy.cap(move.group.cap)?.label ?? move.group.cap
        let holder = state.applicant(move.group.holder)?.name ?? move.group.holder
        // What stands on one side alone was nothing on the other, in the same unit.
        let isInPieces = (move.after ?? move.before)?.isInPieces ?? false
        func used(_ side: PolicyComparison.Side?) -> String {
          CapWording.figure(side?.row.used ?? .zero, isInPieces: side?.isInPieces ?? isInPieces)
        }
        return "  \(cap) \(holder) \(move.group.year.map(String.init) ?? "")："
          + "已用 \(used(move.before)) → \(used(move.after))\n"
      }
      text += "限额变动 \(names.count) 项：\n" + names.joined()
    }
    if !effect.homeless.isEmpty {
      text +=
        "事项日期不在任何一份政策有效期内的未办结申报 \(effect.homeless.count) 件："
        + effect.homeless.few(20) + "\n"
    }
    return text
  }

  private static func table(_ effect: PolicyEffect, _ state: OfficeState) -> ReportTable {
    ReportTable(
      title: "",
      columns: [
        .init("filing", "申报"), .init("item", "项目"), .init("basisBefore", "依据"), .init("basisAfter", "改为"),
        .init("outcomeBefore", "结果"), .init("outcomeAfter", "改为"), .number("awardBefore", "资助额"),
        .number("awardAfter", "改为"),
      ],
      rows: effect.rows.map { row in
        let before = state.policy.document(of: row.item.before).document
        let after = effect.policy.document(of: row.item.after).document
        return ReportTable.Row([
          .text(row.filing), .text(effect.policy.item(row.item.after)?.label ?? row.item.after),
          .text(before), .text(after == before ? "不变" : after), .text(Labels.label(row.outcome.before)),
          .text(row.outcome.after == row.outcome.before ? "不变" : Labels.label(row.outcome.after)),
          .money(row.award.before), .money(row.award.after),
        ])
      })
  }
}
