import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 条款: each article with what it paid in the year, and what it says for the desk: who, how much, which papers.
extension Model {
  private var policyDetailHeight: Int { max(4, (rows - 3) / 2) }

  var policyHeight: Int { max(1, rows - 3 - 1 - (isWide ? 0 : policyDetailHeight)) }

  func drawPolicy(into pane: inout Grid, _ state: OfficeState) {
    let (list, detail) =
      isWide ? pane.area.splitLeft(max(52, pane.columns * 2 / 5)) : pane.area.splitBottom(policyDetailHeight)
    pane.within(list) { drawArticles(into: &$0, state) }
    guard state.policy.articles.indices.contains(policy.chosen) else { return }
    pane.within(detail) { pane in
      if isWide { pane.verticalLine(column: 0) } else { pane.horizontalLine(row: 0) }
      let inside = isWide ? pane.area.splitLeft(2).rest : pane.area.splitTop(1).rest.splitLeft(1).rest
      pane.within(inside) { drawArticle(state.policy.articles[policy.chosen], into: &$0, state) }
    }
  }

  private func drawArticles(into pane: inout Grid, _ state: OfficeState) {
    pane.fill(Area(row: 0, column: 0, rows: 1, columns: pane.columns), style: .heading)
    func draw(_ cells: [String], row: Int, style: Style) {
      let nameWidth = max(8, pane.columns - 9 - 6 - 15)
      pane.write(cells[0], row: row, column: 1, width: 8, style: style)
      pane.write(cells[1], row: row, column: 9, width: nameWidth - 1, style: style)
      pane.write(cells[2], row: row, column: 9 + nameWidth, width: 5, style: style, alignment: .right)
      pane.write(cells[3], row: row, column: 14 + nameWidth, width: 15, style: style, alignment: .right)
    }
    draw(["条款", "内容", "件数", "资助额"], row: 0, style: .heading)
    let lines = Dictionary(lists.items.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = state.policy.articles.dropFirst(policy.top).prefix(max(0, pane.rows - 1))
    for (row, article) in shown.enumerated() {
      let items = state.policy.items.filter { $0.article == article.number }.compactMap { lines[$0.id] }
      let count = items.reduce(0) { $0 + $1.count }
      let sum = items.reduce(MoneyTotal.zero) { $0 + $1.award }
      let isChosen = policy.top + row == policy.chosen
      let style: Style = isChosen ? .selected : .normal
      if isChosen { pane.fill(Area(row: row + 1, column: 0, rows: 1, columns: pane.columns), style: style) }
      let isPaying = state.policy.items.contains { $0.article == article.number }
      draw(
        [
          Labels.articleName(article.number), article.title, isPaying ? String(count) : "",
          isPaying ? MoneyWording.grouped(sum) : "",
        ], row: row + 1, style: style)
    }
  }

  private func drawArticle(_ article: Policy.Article, into pane: inout Grid, _ state: OfficeState) {
    pane.write(
      "\(Labels.articleName(article.number)) \(article.title)", row: 0, width: pane.columns - 1,
      style: .strong)
    var row = 1
    let items = state.policy.items.filter { $0.article == article.number }
    if items.isEmpty {
      row += pane.writeWrapped("本条无直接资助标准。", row: row, height: max(0, pane.rows - row))
    }
    if let record = article.record {
      row += pane.writeWrapped("台账：\(record)", row: row, height: max(0, pane.rows - row))
    }
    for item in items where row < pane.rows {
      pane.write(item.label, row: row, width: pane.columns - 1, style: .heading)
      row += 1
      for line in PolicyWording.lines(item, of: state.policy) where row < pane.rows {
        row += pane.writeWrapped(line, row: row, height: max(0, pane.rows - row))
      }
    }
  }
}
