import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 条款: each article with what it paid in the year, and what it says for the desk: who, how much, which papers.
extension Model {
  private var policyDetailHeight: Int { max(4, (device.rows - 3) / 2) }

  var policyHeight: Int { max(1, device.rows - 3 - 1 - (isWide ? 0 : policyDetailHeight)) }

  func drawPolicy(into pane: inout Grid, _ state: OfficeState) {
    drawPanes(
      into: &pane, listWidth: max(60, pane.columns * 2 / 5), detailHeight: policyDetailHeight,
      hasDetail: chosenArticle != nil,
      list: { drawArticles(into: &$0, state) },
      detail: { pane in
        switch chosenArticle?.content {
        case .policy(let policy)?: drawPolicy(policy, into: &pane, state)
        case .article(let place, let article)?: drawArticle(place, article, into: &pane, state)
        case nil: break
        }
      })
  }

  private func drawArticles(into pane: inout Grid, _ state: OfficeState) {
    let table = Table(
      [
        .init("条款", 7),
        .init(
          "内容 \(lists.figures.articles.isEmpty ? 0 : states.policy.chosen + 1)/\(lists.figures.articles.count)",
          16,
          stretches: true),
        .init("件数", 5, alignment: .right),
        .init("台账", 4, alignment: .right), .init("资助额", 14, alignment: .right),
      ], width: pane.columns)
    table.drawHead(into: &pane, row: 0)
    drawNarrowing(beside: nil, into: &pane)
    if let nothingFound, lists.figures.articles.isEmpty {
      pane.write(nothingFound, row: 2, column: 2, width: pane.columns - 3, style: .dim)
    }
    let lines = lists.figures.items.keyed(by: \.key)
    for (row, line, isChosen) in states.policy.shown(lists.figures.articles, height: pane.rows - 1) {
      let style: Style = isChosen ? .selected : .normal
      guard case .article(let place, let article) = line.content else {
        if case .policy(let policy) = line.content {
          pane.write(
            " 《\(policy.title)》\(policy.document)", row: row + 1, width: pane.columns,
            style: style == .selected ? style : .heading)
        }
        continue
      }
      let items = place.items(state)
      let sums = items.compactMap { lines[$0.id] }
      let kinds = Set(place.kinds(state).map(\.id))
      let records = lists.register.kinds.filter { kinds.contains($0.kind.id) }
      let count: Int = sums.reduce(0) { $0 + $1.count }
      let recordCount: Int = records.reduce(0) { $0 + $1.count }
      let award: MoneyTotal = sums.reduce(.zero) { $0 + $1.award }
      table.draw(
        [
          Labels.articleName(article.number), article.title, items.isEmpty ? "" : String(count),
          records.isEmpty ? "" : String(recordCount), items.isEmpty ? "" : MoneyWording.grouped(award),
        ], into: &pane, row: row + 1, style: style)
    }
  }

  private var chosenArticle: ArticleLine? {
    states.policy.chosen(in: lists.figures.articles)
  }

  /// Enter: the filings under the article, or the records of one that pays nothing.
  mutating func openArticle(_ state: OfficeState) {
    guard case .article(let place, _)? = chosenArticle?.content else { return }
    if !place.items(state).isEmpty {
      showFilings(FilingCriteria(article: place))
    } else {
      openRecords(state)
    }
  }

  /// Left or right: the article's records in the work register, the kind itself where there is but one.
  mutating func openRecords(_ state: OfficeState) {
    guard case .article(let article, _)? = chosenArticle?.content else { return }
    let kinds = article.kinds(state)
    guard let first = kinds.first, let place = state.policy.register.firstIndex(where: { $0.id == first.id })
    else { return warn("这一条没有台账，按 Enter 看申报。") }
    go { model in
      model.screen = .register
      model.states.register.close()
      model.states.register.kinds.chosen = place
      if kinds.count == 1 { model.states.register.open(first.id) }
    }
    renewLists(state)
    moveList(by: 0, state)
  }

  /// F4: what stands beside the list at full length, with every condition, input and paper of the items.
  mutating func openClause(_ state: OfficeState) {
    guard let line = chosenArticle else { return }
    let lines: [DecisionLines.Line]
    let title: String
    switch line.content {
    case .policy(let policy):
      title = policy.title
      lines = Self.lines(policy, state)
    case .article(let place, let article):
      title = Self.title(article)
      lines = self.lines(place, article, state) { PolicyExplanation.lines($0, of: state.policy) }
    }
    open(StoryPage(heading: "条款", title: title, lines: lines, surroundings(state)))
  }

  /// Keys of the policy screen.
  var articleHints: [KeyHint] {
    guard chosenArticle != nil else { return [] }
    return [KeyHint(.f(4), "全文"), KeyHint(.enter, "申报台账"), KeyHint(.right, "台账", isMinor: true)]
  }

  private static func title(_ article: Policy.Article) -> String {
    "\(Labels.articleName(article.number)) \(article.title)"
  }

  private static func lines(_ policy: Policy, _ state: OfficeState) -> [DecisionLines.Line] {
    PolicyWording.lines(of: policy, in: state.policy).map { DecisionLines.Line(text: $0) }
  }

  /// What an article says for the desk; `item` says what of an item.
  private func lines(
    _ place: PolicyArticle, _ article: Policy.Article, _ state: OfficeState, item: (Item) -> [String]
  ) -> [DecisionLines.Line] {
    let items = place.items(state)
    let kinds = Set(place.kinds(state).map(\.id))
    var lines: [DecisionLines.Line] = items.isEmpty ? [.init(text: "本条无直接资助标准。")] : []
    for line in lists.register.kinds where kinds.contains(line.kind.id) {
      let sums = RegisterWording.sums(line.counties, line.kind)
      lines.append(
        .init(
          text: "台账：\(line.kind.label) \(year) 年度 \(line.count) 项" + (sums.isEmpty ? "" : "，\(sums)"),
          style: .strong))
    }
    if let record = article.record { lines.append(.init(text: "登记内容：\(record)")) }
    for one in items {
      lines.append(.init(text: one.label, style: .heading))
      lines += item(one).map { .init(text: $0) }
    }
    return lines
  }

  private func drawPolicy(_ policy: Policy, into pane: inout Grid, _ state: OfficeState) {
    draw(policy.title, Self.lines(policy, state), into: &pane)
  }

  private func drawArticle(
    _ place: PolicyArticle, _ article: Policy.Article, into pane: inout Grid, _ state: OfficeState
  ) {
    let lines = lines(place, article, state) { PolicyWording.lines($0, of: state.policy) }
    draw(Self.title(article), lines, into: &pane)
  }

  /// As many lines as have room; where some have none, the last row says how many and how to see them.
  private func draw(_ title: String, _ lines: [DecisionLines.Line], into pane: inout Grid) {
    pane.write(title, row: 0, width: pane.columns - 1, style: .strong)
    let lines = lines.flatMap { DecisionLines.wrapped($0.text, pane.columns, $0.style) }
    let room = max(0, pane.rows - 1)
    let height = lines.count > room ? max(0, room - 1) : room
    for (row, line) in lines.prefix(height).enumerated() { line.draw(into: &pane, row: row + 1) }
    guard lines.count > room, room > 0 else { return }
    pane.write(
      "还有 \(lines.count - height) 行，按 F4 看全文", row: pane.rows - 1, width: pane.columns - 1, style: .dim,
      alignment: .right)
  }
}
