import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One cap as it is shown: whose, how much of it is used and by what.
struct CapLine: Sendable {
  var group: Claim.Group
  var label: String
  var article: String
  var name: String
  var limit: Money
  /// Used by amounts that are decided.
  var decided: MoneyTotal
  /// Used by filings that still wait.
  var waiting: MoneyTotal
  var over: MoneyTotal
  var remaining: Money
  /// Whether others use it too, whose filings are not among those that are counted here.
  var isShared: Bool
  var isInPieces: Bool
  /// The place of its cap in the policy.
  var articlePlace: Int
  /// Whose filings use it, at a city: the short names of the offices; none before somebody looks for them.
  var offices: [String] = []
  /// Its place among all caps of the year, however few are shown.
  var place = 0

  init(_ use: CapUse, _ state: OfficeState) {
    let row = use.row
    group = row.group
    let cap = state.policy.cap(row.group.cap)
    articlePlace = state.policy.caps.firstIndex { $0.id == row.group.cap } ?? .max
    label = cap?.label ?? row.group.cap
    isInPieces = state.policy.isInPieces(row.group.cap)
    article = Labels.articleName(cap?.article ?? "")
    name = state.applicant(row.group.holder)?.name ?? row.group.holder
    limit = row.limit
    decided = use.decided
    waiting = use.waiting
    over = row.over
    remaining = row.remaining
    isShared = row.elsewhere > .zero
  }

  /// The same with the offices whose filings use it, for which the ledger must be there.
  func withOffices(of state: OfficeState) -> CapLine {
    guard !state.joint.origins.isEmpty else { return self }
    var line = self
    let codes = Set(state.ledger.members(of: group).map { state.office(of: state.files.id(of: $0)) })
    line.offices = codes.sorted().map { OfficeNames.short($0, in: state) }
    return line
  }

  /// The offices in a column.
  var officesText: String {
    offices.count > 2 ? "\(offices[0]) 等 \(offices.count) 局" : offices.joined(separator: "、")
  }

  var used: MoneyTotal { decided + waiting }

  /// What is left, or by how much decided amounts have overrun it.
  var left: String {
    over > .zero ? "超 \(figure(over))" : figure(MoneyTotal(remaining))
  }

  /// A sum, or pieces where the limit is in pieces.
  func figure(_ total: MoneyTotal) -> String { CapWording.figure(total, isInPieces: isInPieces) }

  /// The same in a column, without commas where a sum has no room for them.
  func figure(_ total: MoneyTotal, in columns: Int) -> String {
    isInPieces ? figure(total) : MoneyWording.grouped(total, in: columns)
  }

  /// The same, saying what it is.
  var leftNamed: String { over > .zero ? left : "余 \(left)" }

  /// The style of what is left.
  var leftStyle: Style { over > .zero ? .bad : remaining == .zero ? .warning : .normal }

  func drawBar(into grid: inout Grid, row: Int, place: Range<Int>) {
    grid.bar(row: row, place: place, used: decided, waiting: waiting, of: MoneyTotal(limit))
  }
}

/// Caps as a table, a bar in each row.
struct CapTable {
  /// Columns of a sum below a hundred million yuan.
  private static let sum = 13
  /// Columns of what is left, said to be that or over: of sums below a million, and of larger ones.
  private static let (room, wideRoom) = (13, 16)
  private static let million = Money(yuan: 1_000_000)

  private let table: Table

  private init(table: Table) { self.table = table }

  /// - Parameter lines: all of the year, whichever are shown, so that columns stay where they are.
  init(width: Int, of lines: [CapLine], _ order: ListOrder<CapColumn>, showsOffices: Bool = false) {
    let isWide = lines.contains { $0.over >= MoneyTotal(Self.million) }
    let offices: [Table.Column] = showsOffices ? [.init("局", 12, leftOutAt: 4)] : []
    table = Table(
      [
        order.column(.article, "条款", 6, leftOutAt: 3),
        order.column(.holder, "享受者", 14, stretches: true),
        .init("已用占比", width >= 110 ? 16 : 10),
        order.column(.limit, "上限", Self.sum, alignment: .right, leftOutAt: 1),
        order.column(.used, "已用", Self.sum, alignment: .right),
        order.column(.waiting, "其中待办", Self.sum, alignment: .right, leftOutAt: 2),
        order.column(.room, "余额", isWide ? Self.wideRoom : Self.room, alignment: .right),
      ] + offices, width: width)
  }

  /// The table without a head, whose figures say by themselves what they are.
  static func brief(width: Int, of lines: [CapLine]) -> CapTable {
    let isWide = lines.contains { $0.over >= MoneyTotal(million) || $0.remaining >= million }
    return CapTable(
      table: Table(
        [
          .init("", 6),
          .init("", 14, stretches: true),
          .init("", 10),
          .init("", 26, alignment: .right, leftOutAt: 1),
          .init("", isWide ? wideRoom : room, alignment: .right),
        ], width: width))
  }

  func drawBrief(_ line: CapLine, into pane: inout Grid, row: Int) {
    let limit = line.isInPieces ? line.figure(MoneyTotal(line.limit)) : MoneyWording.short(line.limit)
    let used = "\(line.figure(line.used)) / \(limit)"
    table.draw([line.article, line.name, "", used, line.leftNamed], into: &pane, row: row, style: .normal)
    decorate(line, into: &pane, row: row, leftColumn: 4, isPlain: true)
  }

  func drawHead(into pane: inout Grid, row: Int) { table.drawHead(into: &pane, row: row) }

  func draw(_ line: CapLine, into pane: inout Grid, row: Int, style: Style) {
    table.draw(
      [
        line.article, line.name, "", line.figure(MoneyTotal(line.limit), in: Self.sum),
        line.figure(line.used, in: Self.sum), line.figure(line.waiting, in: Self.sum), line.left,
        line.officesText,
      ], into: &pane, row: row, style: style)
    decorate(line, into: &pane, row: row, leftColumn: 6, isPlain: style == .normal)
  }

  private func decorate(_ line: CapLine, into pane: inout Grid, row: Int, leftColumn: Int, isPlain: Bool) {
    if let bar = table.place(of: 2) { line.drawBar(into: &pane, row: row, place: bar) }
    if isPlain { table.restyle(leftColumn, into: &pane, row: row, style: line.leftStyle) }
  }
}
