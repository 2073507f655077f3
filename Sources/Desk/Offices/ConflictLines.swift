import CaseModel
import Casework
import Cells
import Wording

/// The parties of a conflict in lines: side by side, or in the order in which they are served.
enum ConflictLines {
  private static let labelWidth = 10

  /// The sides beside each other, what differs marked in front.
  static func sides(_ sheet: ConflictSheet, _ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let rows = ConflictWording.rows(sheet, state)
    guard let columns = rows.first?.values.count, columns > 0 else { return [] }
    let each = max(12, (width - labelWidth) / columns - 2)
    return rows.flatMap { row -> [DecisionLines.Line] in
      // What differs is seen whole.
      let cells = row.values.map { row.differs ? Text.wrapped($0, to: each) : [Text.clipped($0, to: each)] }
      return (0..<max(1, cells.map(\.count).max() ?? 1)).map { line -> DecisionLines.Line in
        let label = line == 0 ? (row.differs ? "* " : "  ") + row.label : ""
        let texts = cells.map { Text.padded($0.indices.contains(line) ? $0[line] : "", to: each) + "  " }
        return DecisionLines.Line(
          text: Text.padded(label, to: labelWidth + 1) + texts.joined(),
          style: row.label == "局" ? .heading : .normal, sign: row.differs && line == 0 ? .warning : nil)
      }
    }
  }

  /// The filings in the order in which they are served; of many the first, the last and those around the limit's line.
  static func order(_ conflict: OfficeConflict, _ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let places = ConflictWording.order(conflict, state)
    guard !places.isEmpty else { return [] }
    let limit = ConflictWording.limit(conflict, state)
    var lines = [DecisionLines.Line(text: head(isOfCap: limit != nil), style: .heading)]
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
          text: text(row, before: limit == nil ? "" : before), style: row.isBeyond ? .bad : .normal))
    }
    return lines
  }

  /// So many filings are listed one by one.
  private static let mostListed = 8

  private static func head(isOfCap: Bool) -> String {
    line("次序", "收件日期", "编号", "局", "阶段", "资助额", isOfCap ? "前面已用" : "")
  }

  private static func text(_ place: ConflictWording.Place, before: String) -> String {
    line(
      String(place.number), place.received.description, place.filing, place.office, place.stage,
      MoneyWording.grouped(place.award, in: 11), before)
  }

  private static func line(
    _ number: String, _ received: String, _ filing: String, _ office: String, _ stage: String,
    _ award: String, _ before: String
  ) -> String {
    [
      Text.padded(number, to: 4, alignment: .right), Text.padded(received, to: 10),
      Text.padded(filing, to: 20), Text.padded(office, to: 5), Text.padded(stage, to: 6),
      Text.padded(award, to: 11, alignment: .right), Text.padded(before, to: 12, alignment: .right),
    ].joined(separator: " ")
  }
}
