import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// What the totals screen holds of its own.
struct TotalsState: Sendable {
  var list = ListState()
  var dimension = AwardDimension.item
  /// What is searched for among the lines.
  var query = LineEditor()

  mutating func turn(by step: Int) { choose(AwardDimension.onDesk.turned(from: dimension, by: step)) }

  mutating func choose(_ new: AwardDimension) {
    dimension = new
    query.clear()
    list = ListState()
  }
}

extension AwardDimension {
  static let onDesk: [AwardDimension] = [.item, .district, .month, .stage]

  var label: String {
    switch self {
    case .item: "项目"
    case .district: "地区"
    case .month: "月份"
    case .stage: "阶段"
    case .applicant: "申请人"
    }
  }

  /// The filings behind a line.
  func criteria(_ key: String) -> FilingCriteria {
    switch self {
    case .item: FilingCriteria(item: key)
    case .district: FilingCriteria(district: key)
    case .month: FilingCriteria(month: key)
    case .stage: FilingCriteria(stage: Stage(rawValue: key))
    case .applicant: FilingCriteria(applicant: key)
    }
  }

  func name(_ key: String, _ state: OfficeState) -> String {
    switch self {
    case .item:
      state.policy.item(key).map {
        "\(Labels.articleName($0.article)) \(ItemWording.name(key, in: state.policy))"
      } ?? key
    case .district: Labels.district(key, among: state.districts)
    case .month: key
    case .stage: Stage(rawValue: key).map(Labels.label) ?? key
    case .applicant: state.applicant(key)?.name ?? key
    }
  }
}

/// 合计: the year's awards by item, district, month or stage as bars, and the chosen line broken down further.
extension Model {
  private var totalsDetailHeight: Int { max(3, (device.rows - 3) / 3) }

  var totalsHeight: Int { max(1, device.rows - 3 - 3 - (isWide ? 0 : totalsDetailHeight)) }

  func drawTotals(into pane: inout Grid, _ state: OfficeState) {
    let chosen = states.totals.list.chosen(in: lists.figures.totals)
    drawPanes(
      into: &pane, listWidth: pane.columns * 3 / 5, detailHeight: totalsDetailHeight, inset: 0,
      hasDetail: chosen != nil,
      list: { drawTotalsList(into: &$0, state) },
      detail: { pane in
        if let chosen { drawBreakdown(of: chosen.key, into: &pane, state) }
      })
  }

  private func drawTotalsList(into pane: inout Grid, _ state: OfficeState) {
    Tabs.draw(
      TotalsParts().tabs(self, state),
      shown: AwardDimension.onDesk.firstIndex(of: states.totals.dimension) ?? 0, into: &pane)
    let place = ListPlace(states.totals.list, count: lists.figures.totals.count)
    place.draw(into: &pane, row: 0)
    drawNarrowing(beside: place, into: &pane)
    if narrowing?.isEmpty ?? true, !search.isTyping {
      BarLegend(used: "已核定", empty: nil).draw(
        into: &pane, row: 0, from: 38, to: pane.columns - place.width - 2)
    }
    pane.within(pane.area.splitTop(1).rest) { pane in
      drawLines(
        lists.figures.totals, of: states.totals.dimension, chosen: states.totals.list, into: &pane, state)
    }
  }

  /// The chosen line by the other side: an item by districts, anything else by items.
  private func drawBreakdown(of key: String, into pane: inout Grid, _ state: OfficeState) {
    let other: AwardDimension = states.totals.dimension == .item ? .district : .item
    let filter = states.totals.dimension.criteria(key).filter(year: year, state)
    pane.write(
      "\(states.totals.dimension.name(key, state))，按\(other.label)", row: 0, column: 1,
      width: pane.columns - 2,
      style: .strong)
    let below = pane.area.splitTop(1).rest
    pane.within(below) {
      drawLines(state.breakdown(by: other, of: filter), of: other, chosen: nil, into: &$0, state)
    }
  }

  private func drawLines(
    _ lines: [TotalsLine], of dimension: AwardDimension, chosen: ListState?, into pane: inout Grid,
    _ state: OfficeState
  ) {
    let columns = TotalsColumns(
      dimension.label, chosen == nil ? nil : states.orders.totals, width: pane.columns)
    columns.drawHead(into: &pane)
    if chosen != nil {
      columns.draw(
        sumName, lines.reduce(0) { $0 + $1.count }, lines.reduce(.zero) { $0 + $1.award }, into: &pane,
        row: pane.rows - 1, style: .strong)
    }
    guard !lines.isEmpty else {
      let text = chosen != nil ? nothingFound : nil
      pane.write(text ?? "\(year) 年度还没有申报。按 [ 或 ] 换年度。", row: 2, column: 2, style: .dim)
      return
    }
    let largest = lines.map(\.award).max() ?? .zero
    let height = pane.rows - (chosen == nil ? 1 : 2)
    for (row, line, isHere) in (chosen ?? ListState()).shown(lines, height: height) {
      columns.draw(
        line, name: dimension.name(line.key, state), largest: largest, into: &pane, row: row + 1,
        style: chosen != nil && isHere ? .selected : .normal)
    }
  }
}
