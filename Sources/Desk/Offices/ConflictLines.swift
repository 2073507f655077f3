import CaseModel
import Casework
import Cells
import Wording

/// The parties of a conflict in lines: side by side, or in the order in which they are served.
enum ConflictLines {
  /// Columns of what a row of sides is called, the mark of a difference before it.
  private static let label = 10

  /// The sides beside each other, what differs marked in front.
  static func sides(_ sheet: ConflictSheet, _ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let rows = ConflictWording.rows(sheet, state)
    guard let columns = rows.first?.values.count, columns > 0 else { return [] }
    let each = max(12, (width - label) / columns - 2)
    // What a row is called may go up to the first side; two blanks stand between the sides.
    let table = Table(
      line: [.init("", label + 1)] + Array(repeating: .init("", each + 2), count: columns), gap: 0)
    return rows.flatMap { row -> [DecisionLines.Line] in
      // What differs is seen whole.
      let cells = row.values.map { row.differs ? Text.wrapped($0, to: each) : [Text.clipped($0, to: each)] }
      return (0..<max(1, cells.map(\.count).max() ?? 1)).map { line -> DecisionLines.Line in
        let label = line == 0 ? (row.differs ? "* " : "  ") + row.label : ""
        return DecisionLines.Line(
          text: table.line([label] + cells.map { $0.indices.contains(line) ? $0[line] : "" }),
          style: row.label == "局" ? .heading : .normal, sign: row.differs && line == 0 ? .warning : nil)
      }
    }
  }

  /// The filings in the order in which they are served; of many the first, the last and those around the limit's line.
  static func order(_ conflict: OfficeConflict, _ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let places = ConflictWording.order(conflict, state)
    guard !places.isEmpty else { return [] }
    let limit = ConflictWording.limit(conflict, state)
    let head = ["次序", "收件日期", "编号", "局", "阶段", "资助额", limit != nil ? "前面已用" : ""]
    var lines = [DecisionLines.Line(text: served.line(head), style: .heading)]
    let cut = places.firstIndex(where: \.isBeyond) ?? 0
    var passed = 0
    for (place, row) in places.enumerated() {
      let isNear =
        places.count <= mostListed || place < 2 || place == places.count - 1 || abs(place - cut) <= 2
      guard isNear else {
        passed += 1
        continue
      }
      if passed > 0 { lines.append(.init(text: "      …… 另 \(passed) 件", style: .dim)) }
      passed = 0
      if let limit, place == cut, row.isBeyond {
        let figure = CapWording.figure(limit, isInPieces: conflict.isInPieces)
        lines.append(.init(text: "      ------ 上限 \(figure) ------", style: .warning))
      }
      let before =
        conflict.isInPieces
        ? CapWording.figure(row.before, isInPieces: true) : MoneyWording.grouped(row.before, in: 12)
      lines.append(
        .init(
          text: served.line([
            String(row.number), row.received.description, row.filing, row.office, row.stage,
            MoneyWording.grouped(row.award, in: 11), limit == nil ? "" : before,
          ]), style: row.isBeyond ? .bad : .normal))
    }
    return lines
  }

  /// So many filings are listed one by one.
  private static let mostListed = 8

  private static let served = Table(line: [
    .init("", 4, alignment: .right), .init("", 10), .init("", 20), .init("", 5), .init("", 6),
    .init("", 11, alignment: .right), .init("", 12, alignment: .right),
  ])
}
