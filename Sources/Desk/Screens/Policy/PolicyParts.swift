import Casework
import Cells

/// 条款, as a screen.
struct PolicyParts: ScreenParts {
  let label = "条款"
  let help = "条款：每条资助谁、多少、要哪些材料，本年度支出多少、登记了几项台账；F4 看全文，Enter 看申报，没有的看台账。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.policy }
  var query: WritableKeyPath<Model, LineEditor> { \.search.policyQuery }
  var isNarrowed: Bool { true }
  /// The articles stand by number.
  var isSorted: Bool { false }

  func count(_ model: Model) -> Int { model.lists.figures.articles.count }
  func height(_ model: Model) -> Int { model.policyHeight }
  func rowsAbove(_ model: Model) -> Int { 1 }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawPolicy(into: &pane, state)
  }
  func hints(_ model: Model) -> [KeyHint] { model.articleHints + model.minorHints }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    model.openArticle(state)
    return []
  }

  func turn(by step: Int, _ model: inout Model, _ state: OfficeState) {
    if step > 0 { model.openRecords(state) }
  }
  func actions(_ model: Model) -> [Action] {
    let isChosen = model.screen == .policy && !model.lists.figures.articles.isEmpty
    return [
      Action(
        .lookup, .f(4), "条款全文", words: ["条件", "办法", "政策"],
        unless: isChosen ? nil : .before("按 7 到条款，选一条")
      ) { $0.openClause($1) }
    ]
  }
}
