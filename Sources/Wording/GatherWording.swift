import CaseModel
public import Casework
import SubsidyRules

/// What taking files in would come to (汇总单).
public enum GatherWording {
  /// What becomes of one file.
  public struct Row: Sendable {
    let file: String
    let office: String
    let bundle: Int?
    let outcome: String
    let wasHeld: Bool

    public init(_ file: String, _ office: String, _ bundle: Int?, _ outcome: String, _ wasHeld: Bool) {
      self.file = file
      self.office = office
      self.bundle = bundle
      self.outcome = outcome
      self.wasHeld = wasHeld
    }
  }

  public static func text(_ rows: [Row], before: OfficeState, after: JointOffice) -> String {
    var lines = rows.map { row in
      let number = row.bundle.map { "第 \($0) 号" } ?? "备份"
      return "\(row.office)  \(number)\(row.wasHeld ? "（原已存放）" : "")  \(row.outcome)  \(row.file)"
    }
    lines.append("申报 \(before.files.count) → \(after.state.files.count) 件")
    let years = Set(before.sums.byYear.keys).union(after.state.sums.byYear.keys).sorted()
    for year in years {
      let (was, now) = (before.sums.byYear[year], after.state.sums.byYear[year])
      guard was != now else { continue }
      lines.append("  \(year) 年 \(moved(was?.award, now?.award))")
      for item in Set((was?.byItem ?? [:]).keys).union((now?.byItem ?? [:]).keys).sorted() {
        let (was, now) = (was?.byItem[item], now?.byItem[item])
        if was ?? .zero != now ?? .zero {
          lines.append("    \(ItemWording.name(item, in: after.state.policy)) \(moved(was, now))")
        }
      }
    }
    let uses = after.state.sums.capUses.values.sorted { $0.row.group < $1.row.group }
    for use in uses where before.sums.capUses[use.row.group]?.row.used != use.row.used {
      let holder = after.state.applicant(use.row.group.holder)?.name ?? use.row.group.holder
      let year = use.row.group.year.map { " \($0)" } ?? ""
      let was = before.sums.capUses[use.row.group]?.row.used ?? .zero
      // What has room for more is no matter yet, unless others drew on it already.
      guard use.row.remaining == .zero || was != .zero else { continue }
      let isInPieces = after.state.policy.isInPieces(use.row.group.cap)
      func named(_ total: MoneyTotal) -> String { CapWording.named(total, isInPieces: isInPieces) }
      lines.append(
        "  限额 \(holder)\(year)：已用 \(named(was)) → \(named(use.row.used))，限额 \(named(MoneyTotal(use.row.limit)))"
      )
    }
    let open = after.conflicts.filter { $0.ruling == nil }
    let counts = open.map { OfficesWording.label($0) }.countsOfEach.map { "\($0) \($1)" }
      .joined(separator: "，")
    lines.append(open.isEmpty ? "没有未裁定的冲突。" : "未裁定的冲突：\(counts)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func moved(_ was: MoneyTotal?, _ now: MoneyTotal?) -> String {
    "\(MoneyWording.yuan(was ?? .zero)) → \(MoneyWording.yuan(now ?? .zero))"
  }
}
