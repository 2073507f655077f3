import Casework
import Cells
import SubsidyRules

/// The papers of a new filing, ticked off at the counter and saved with it.
extension FilingForm {
  /// Whether the form has a row for them: a filing that is there already has its own form for its papers.
  var hasPapers: Bool { amended == nil && item.chosen != nil }

  /// The row of the papers is the last one.
  var isOnPapers: Bool { hasPapers && focus == fields.count - 1 }

  mutating func take(_ found: [PaperTick]) {
    ticks = found
    fields.isChanged = true
  }

  /// What was found of the papers that the item asks for; those of an item chosen before are left out.
  func ticks(_ state: OfficeState) -> [PaperTick] {
    let papers = papers(state)
    return ticks.filter { tick in papers.contains { $0.id == tick.paper } }
  }

  private func papers(_ state: OfficeState) -> [Paper] {
    item.chosen.map { state.policy.papers(of: $0.id) } ?? []
  }

  /// The list to tick off.
  func tickForm(_ state: OfficeState) -> TickForm {
    let name = [item.chosen?.label, applicant.chosen?.label].compactMap(\.self).joined(separator: " ")
    return TickForm(draft: name, papers: papers(state), ticks: ticks)
  }

  /// What Space does on the row: the open papers that are always asked for are in order, what was found stays; once
  /// all of them are in order, they are taken back.
  enum Ticking {
    case completes([Paper])
    case takesBack
    /// None is open, and some are not as they should be.
    case stays

    /// For the key bar; nil where the key does nothing.
    var label: String? {
      switch self {
      case .completes: "全齐"
      case .takesBack: "收回核对"
      case .stays: nil
      }
    }
  }

  func ticking(_ state: OfficeState) -> Ticking {
    let found = ticks(state)
    let open = papers(state).filter { paper in !paper.optional && !found.contains { $0.paper == paper.id } }
    if !open.isEmpty { return .completes(open) }
    return found.allSatisfy { $0.verdict == .inOrder } ? .takesBack : .stays
  }

  /// Space on the row.
  mutating func tickAll(_ state: OfficeState) {
    switch ticking(state) {
    case .completes(let open):
      take(
        ticks(state)
          + open.map { PaperTick(full: $0) })
    case .takesBack: take([])
    case .stays: break
    }
  }

  /// How many there are, are in order and are not, in a few words.
  func papersText(_ state: OfficeState) -> (text: String, style: Style) {
    let papers = papers(state)
    let rows = papers.map { paper in TickRow(paper: paper, tick: ticks.first { $0.paper == paper.id }) }
    let (open, bad) = (rows.count { $0.tick == nil && !$0.paper.optional }, rows.count { $0.fault != nil })
    if ticks(state).isEmpty { return ("未核对 \(open) 项", .field) }
    if bad > 0 { return (open > 0 ? "不齐 \(bad) 未核 \(open)" : "不齐 \(bad) 项", .warning) }
    return open > 0 ? ("未核对 \(open) 项", .field) : ("齐备", .good)
  }

  /// Draws the row.
  func drawPapers(into pane: inout Grid, row: Int, _ state: OfficeState) {
    pane.write("材料", row: row, column: 1, width: Self.labelWidth, style: isOnPapers ? .strong : .label)
    let (text, style) = papersText(state)
    let column = Self.labelWidth + 2
    pane.write(
      text, row: row, column: column, width: pane.columns - column - 2,
      style: isOnPapers ? .fieldFocused : style)
    if isOnPapers { pane.placeCaret(row: row, column: column) }
  }
}
