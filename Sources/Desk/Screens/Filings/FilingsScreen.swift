import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// What the filings screen holds of its own.
struct FilingsState: Sendable {
  var list = ListState()
  var criteria = FilingCriteria()
  /// What is being typed to search.
  var query = LineEditor()

  /// The search has changed: the list begins anew.
  mutating func searched() {
    criteria.query = query.text
    list = ListState()
  }

  /// Sorts by the next column.
  mutating func sort(by step: Int, isCity: Bool) {
    let all = FilingOrder.allCases.filter { isCity || $0 != .office }
    criteria.order = all.turned(from: criteria.order, by: step)
  }

  /// Takes away what the list was narrowed to from another screen.
  mutating func widen() {
    guard criteria.isNarrowed else { return }
    let (order, isDescending, isEveryYear) = (criteria.order, criteria.isDescending, criteria.isEveryYear)
    query.clear()
    criteria = FilingCriteria(isEveryYear: isEveryYear, order: order, isDescending: isDescending)
  }
}

/// 申报: every filing, searched, sorted and narrowed, with the chosen one's decision.
extension Model {
  private var filingsDetailHeight: Int { max(4, min(9, device.rows - 12)) }

  var filingsHeight: Int { max(1, device.rows - 3 - 2 - (isWide ? 0 : filingsDetailHeight)) }

  func drawFilings(into pane: inout Grid, _ state: OfficeState) {
    drawPanes(
      into: &pane, listWidth: max(76, pane.columns * 3 / 5), detailHeight: filingsDetailHeight,
      hasDetail: chosenNumber != nil,
      list: { pane in
        drawHead(into: &pane, state)
        drawTable(into: &pane, state)
      },
      detail: { pane in
        guard let number = chosenNumber else { return }
        let background = number == selection.chosen.number ? selection.chosen.background : FilingBackground()
        FilingDetail(file: selection.chosen.file(number, state), number: number, background: background)
          .draw(into: &pane, state)
      })
  }

  private func drawHead(into pane: inout Grid, _ state: OfficeState) {
    let place = ListPlace(states.filings.list, count: lists.filings.count)
    let sum =
      (lists.search.isNear ? "相近的结果 " : "")
      + "\(lists.filings.count) 件 \(MoneyWording.grouped(lists.filingsSum)) 元"
    place.draw(into: &pane, row: 0)
    let sumWidth = Text.columns(of: sum) + place.width + 2
    let years = states.filings.criteria.isEveryYear ? "全部年度" : "\(year) 年"
    let chips = states.filings.criteria.chips(state)
    let scope = chips.isEmpty ? years : "\(years) \(chips)"
    let scopeWidth = min(Text.columns(of: scope), max(8, pane.columns - sumWidth - 22))
    pane.write(scope, row: 0, column: 1, width: scopeWidth, style: .strong)
    let from = scopeWidth + 2
    let width = max(0, pane.columns - from - sumWidth - 2)
    drawSearch("按 F7 查找", isNamed: false, into: &pane, from: from, width: width)
    pane.write(
      sum, row: 0, column: pane.columns - sumWidth - 1, width: sumWidth - place.width - 2, style: .dim)
  }

  private func drawTable(into pane: inout Grid, _ state: OfficeState) {
    let criteria = states.filings.criteria
    let columns = FilingColumns(
      width: pane.columns, order: criteria.order, isDescending: criteria.isDescending,
      showsOffice: !state.joint.origins.isEmpty)
    columns.drawHead(into: &pane, row: 1)
    guard !lists.filings.isEmpty else {
      let text =
        state.files.isEmpty
        ? whyEmpty("还没有申报。按 F2 录入第一件。")
        : lists.search.elsewhere.map(\.sentence)
          ?? (criteria.isNarrowed ? "没有找到。改一改查找的内容，或按退格键取消筛选。" : "\(year) 年度没有申报。按 [ 或 ] 换年度，按 0 看全部年度。")
      pane.write(text, row: 3, column: 2, style: .dim)
      return
    }
    for (row, number, isChosen) in states.filings.list.shown(lists.filings, height: pane.rows - 2) {
      let order = FilingOrder.allCases.firstIndex(of: criteria.order) ?? 0
      drawRow(of: number, .filingRow, isChosen: isChosen, order: order, into: &pane, row: row + 2, state) {
        columns.draw($0, into: &$1, row: 0, isChosen: isChosen, on: device.today, state)
      }
    }
  }
}
