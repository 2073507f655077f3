import CaseModel
public import Casework
public import SubsidyRules
import Wording

/// Reports of what another reading or another policy would change.
public enum PolicyReports {
  /// For each reading the filings that its other option would decide otherwise, and the yuan between.
  public static func readings(_ differences: [ReadingDifference], _ state: OfficeState) -> String {
    guard !differences.isEmpty else { return "现行政策没有可选的口径。\n" }
    return differences.map { section($0, state) }.joined(separator: "\n")
  }

  private static func section(_ difference: ReadingDifference, _ state: OfficeState) -> String {
    let reading = difference.reading
    let chosen = reading.options[reading.choice]
    let other = reading.options[difference.other]
    let rows = difference.comparison.rows
    var lines = [
      "\(reading.label)（\(reading.id)）：\(reading.question)",
      "  现行 \(chosen.label)（\(chosen.id)）；另一口径 \(other.label)（\(other.id)）",
    ]
    if let reopened = difference.comparison.reopened { lines.append("  " + sentence(reopened)) }
    guard !rows.isEmpty else { return lines.joined(separator: "\n") + "\n  改用后没有申报会有不同结果。\n" }
    lines.append("  改用后 \(rows.count) 件结果不同，合计 \(signed(difference.comparison.difference)) 元")
    let parties =
      difference.comparison.reopened == nil ? "" : self.parties(difference.comparison.parties, state)
    let table = (table(rows, state, title: "").text + parties).split(separator: "\n")
    return (lines + table.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }

  /// The filings and caps that another policy, which stands in `file`, would decide or use otherwise, with the sums.
  public static func comparison(
    _ comparison: PolicyComparison, with other: Policy, from file: Policy, _ state: OfficeState
  ) -> String {
    let heading =
      "与《\(file.title)》（\(file.document)，\(file.id)）对照"
      + (comparison.reopened.map { "\n" + sentence($0) } ?? "")
    guard !comparison.rows.isEmpty || !comparison.caps.isEmpty else {
      return heading + "\n没有申报会有不同结果。\n"
    }
    let sums =
      "\(comparison.rows.count) 件结果不同：增加 \(MoneyWording.grouped(comparison.gained)) 元，"
      + "减少 \(MoneyWording.grouped(.zero - comparison.lost)) 元，合计 \(signed(comparison.difference)) 元\n"
    return table(comparison.rows, state, title: heading).text + sums + parties(comparison.parties, state)
      + caps(comparison.caps, other, state)
  }

  /// That what is decided stands whatever it is compared with, and how it is looked at; empty where nothing is decided.
  public static func remark(
    onDecidedOf year: Int?, _ state: OfficeState, how: String = "请加 --decided"
  ) -> String {
    let count = state.files.indices.count { number in
      let row = state.files.rows[number]
      return row.outcome == .decided && (year == nil || row.year == year)
    }
    return count == 0 ? "" : "已审定的 \(count) 件照核定额不变，不在以上对照之内；要按未审定重算，\(how)。\n"
  }

  private static func sentence(_ reopened: PolicyComparison.Reopened) -> String {
    let kept =
      reopened.kept.isEmpty ? "" : "；有追回或数据不全、仍按核定额计的 \(reopened.kept.count) 件"
    return "已审定的 \(reopened.filings) 件按未审定重算（按现行政策重算与核定额相差 \(signed(reopened.drift)) 元）\(kept)。"
  }

  private static func table(
    _ rows: [PolicyComparison.Row], _ state: OfficeState, title: String
  ) -> ReportTable {
    let isReopened = rows.contains { $0.now != nil }
    var columns: [ReportTable.Column] = [
      .init("filing", "申报"), .init("applicant", "申请人"), .init("item", "项目"), .init("before", "现行"),
      .number("awardBefore", isReopened ? "核定、资助额" : "资助额"),
    ]
    if isReopened { columns.append(.number("now", "现行重算")) }
    columns += [
      .init("after", "改后"), .number("awardAfter", "资助额"), .number("difference", "差额"),
    ]
    return ReportTable(
      title: title, columns: columns,
      rows: rows.map { row in
        var cells: [ReportTable.Cell] = [
          .text(row.filing.id), .text(state.applicant(row.filing.applicant)?.name ?? row.filing.applicant),
          .text(state.policy.item(row.filing.item)?.label ?? row.filing.item),
          .text(Labels.label(row.before.outcome)), .money(row.before.award),
        ]
        if isReopened { cells.append(row.now.map { .money($0) } ?? .blank) }
        cells += [
          .text(Labels.label(row.after.outcome)), .money(row.after.award), .difference(row.difference),
        ]
        return ReportTable.Row(cells)
      })
  }

  /// Who gains and who loses, each applicant or agency with its branches.
  private static func parties(_ parties: [PolicyComparison.Party], _ state: OfficeState) -> String {
    guard !parties.isEmpty else { return "" }
    let total = ReportTable.Row(
      [
        .blank, .text("合计"), .count(parties.reduce(0) { $0 + $1.filings.count }),
        .difference(parties.reduce(.zero) { $0 + $1.gained }),
        .difference(parties.reduce(.zero) { $0 + $1.lost }),
        .difference(parties.reduce(.zero) { $0 + $1.difference }),
      ], isTotal: true)
    return ReportTable(
      title: "谁增谁减（总部和分支机构算一家）",
      columns: [
        .init("family", "编号"), .init("name", "申请人"), .number("count", "件数"), .number("gained", "增加"),
        .number("lost", "减少"), .number("difference", "差额"),
      ],
      rows: parties.map { party in
        .init(
          [
            .text(party.family), .text(state.applicant(party.family)?.name ?? ""),
            .count(party.filings.count),
            .difference(party.gained), .difference(party.lost), .difference(party.difference),
          ], filings: party.filings)
      } + [total]
    ).text
  }

  private static func caps(
    _ moves: [PolicyComparison.CapMove], _ other: Policy, _ state: OfficeState
  ) -> String {
    guard !moves.isEmpty else { return "" }
    // A new limit shows at every holder of the cap; what matters is whose use of it moves.
    let (moves, still) = moves.reduce(into: ([PolicyComparison.CapMove](), 0)) { sorted, move in
      let (before, after) = (move.before, move.after)
      let isStill = before?.row.used == after?.row.used && before?.isInPieces == after?.isInPieces
      if isStill { sorted.1 += 1 } else { sorted.0.append(move) }
    }
    let note = still == 0 ? "" : "另有 \(still) 个限额只有上限不同，已用额不变。\n"
    guard !moves.isEmpty else { return note }
    func figure(_ side: PolicyComparison.Side?, _ of: (CapRow) -> MoneyTotal) -> ReportTable.Cell {
      guard let side else { return .text("—") }
      return .figure(of(side.row), isInPieces: side.isInPieces)
    }
    func limit(_ side: PolicyComparison.Side?) -> ReportTable.Cell { figure(side) { MoneyTotal($0.limit) } }
    func used(_ side: PolicyComparison.Side?) -> ReportTable.Cell { figure(side, \.used) }
    return ReportTable(
      title: "限额变动",
      columns: [
        .init("cap", "限额"), .init("holder", "享受者"), .number("year", "年度"), .number("limitBefore", "上限"),
        .number("usedBefore", "已用"), .number("limitAfter", "改后上限"), .number("usedAfter", "改后已用"),
      ],
      rows: moves.map { move in
        let group = move.group
        return ReportTable.Row([
          .text(state.policy.cap(group.cap)?.label ?? other.cap(group.cap)?.label ?? group.cap),
          .text(state.applicant(group.holder)?.name ?? group.holder), group.year.map { .count($0) } ?? .blank,
          limit(move.before), used(move.before), limit(move.after), used(move.after),
        ])
      }
    ).text + note
  }

  private static func signed(_ sum: MoneyTotal) -> String { ReportTable.Cell.difference(sum).shown }
}
