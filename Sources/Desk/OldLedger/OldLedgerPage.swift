import CaseModel
import Casework
import Cells
import Wording

/// An old ledger before it is taken in: each row with what becomes of it, and what each column is read as.
struct OldLedgerPage: ChoosingLayer {
  enum Tab: Int, CaseIterable { case rows, columns }

  let preview: OldLedgerPreview
  /// The rows that can't be taken in first, then the doubtful ones.
  private let order: [OldLedgerPreview.Row]
  private var tab = Tab.rows
  private var lists = [ListState](repeating: ListState(), count: Tab.allCases.count)
  /// What the chosen column can be read as, while that is open.
  var choices: ChoiceList?
  /// Whether it could not be taken in: the table is looked at anew before anything is.
  var isSpent = false

  /// - Parameter before: the page of the same table read otherwise, whose place is kept.
  init(_ preview: OldLedgerPreview, after before: OldLedgerPage? = nil) {
    self.preview = preview
    if let before {
      (tab, lists) = (before.tab, before.lists)
      lists[Tab.rows.rawValue] = ListState()
    } else {
      tab = preview.lacking.isEmpty ? .rows : .columns
    }
    order = preview.rows.sorted { ($0.rank, $0.line) < ($1.rank, $1.line) }
  }

  var heading: String { "导入旧台账" }
  var canSave: Bool { preview.lacking.isEmpty && preview.filings > 0 }
  var help: [String] { ["有误、重复和要核对的行排在前面，写明原因；左右键看栏目，栏目读错的按 F4 改。按 F8 之前什么也没有读入。"] }

  var keyHints: [KeyHint] {
    if choices != nil { return KeyHint.ofChoices }
    var hints = canSave ? [KeyHint(.f(8), isSpent ? "重新读表" : "读入 \(preview.filings) 件")] : []
    hints.append(KeyHint(.f(4), tab == .columns ? "改读作" : asksWhy ? "写提前理由" : "改填"))
    return hints + [
      KeyHint(.leftRight, tab == .rows ? "看栏目" : "看各行"), KeyHint(.upDown, "换行", isMinor: true),
    ]
  }

  /// Whether rows wait for a reason.
  private var asksWhy: Bool { preview.rows.contains(where: \.isEarly) }
  private var count: Int { tab == .rows ? order.count : preview.columns.count }
  private var list: ListState {
    get { lists[tab.rawValue] }
    set { lists[tab.rawValue] = newValue }
  }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if isListOpen { return pressInChoices(key, desk) }
    switch key {
    case _ where list.press(key == .enter ? .down : key, count: count, height: height(desk)): break
    case .left, .right, .tab: tab = tab == .rows ? .columns : .rows
    case .f(4), .alt("4"):
      guard tab == .rows else {
        openChoices()
        break
      }
      var form = OldLedgerForm(preview.request, desk)
      if asksWhy { form.fields.show("early") }
      return .opens(form)
    default: return .passes
    }
    return .stays()
  }

  private mutating func openChoices() {
    guard let column = list.chosen(in: preview.columns) else { return }
    choices = ChoiceList([.init(id: "", label: "不读")] + preview.meanings, at: column.word)
  }

  mutating func pick(_ choice: Field.Choice, _ desk: Surroundings) -> Answer {
    var request = preview.request
    request.columns[preview.columns[list.chosen].heading] = choice.id
    return .asks(.readOldLedger(request))
  }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    if isListOpen { return choices?.point(row: row, of: desk.rows) == true }
    let place = list.top + row - 5
    if row >= 5, (0..<count).contains(place) { list.chosen = place }
    return false
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard preview.lacking.isEmpty else { return .fails("没有读入：缺少\(preview.lacking.joined(separator: "、"))。") }
    guard preview.filings > 0 else { return .warns("没有新的内容，库里没有改动。") }
    return .asks(isSpent ? .readOldLedger(preview.request) : .takeOldLedger(preview.request))
  }

  // MARK: - Drawing

  private func height(_ desk: Surroundings) -> Int { max(1, desk.rows - 5 - 2) }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    if let choices { return choices.draw(into: &pane) }
    pane.write(preview.about, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    pane.writeWrapped(
      summary.text, row: 1, column: 1, width: pane.columns - 2, height: 2, style: summary.style)
    Tabs.draw(["各行 \(order.count)", "栏目 \(preview.columns.count)"], shown: tab.rawValue, into: &pane, row: 3)
    if let warning = DutyWording.brief(desk.state.stepsWithoutOthers(than: desk.operatorName)) {
      pane.write(warning, row: 3, column: 26, width: pane.columns - 27, style: .warning)
    }
    let below = pane.area.splitTop(4).rest
    pane.within(below) { pane in if tab == .rows { drawRows(into: &pane) } else { drawColumns(into: &pane) } }
    // The chosen row's words in full, which its column may have cut.
    guard tab == .rows, let chosen = list.chosen(in: order) else { return }
    pane.writeWrapped(
      chosen.reason, row: pane.rows - 2, column: 1, width: pane.columns - 2, height: 2,
      style: .dim)
  }

  /// How many rows come to what.
  private var summary: (text: String, style: Style) {
    guard preview.lacking.isEmpty else {
      return (
        "缺少\(preview.lacking.joined(separator: "、"))：请在“栏目”里按 F4 指明是哪一栏，或在“各行”里按 F4，在“各行相同”里写明。", .bad
      )
    }
    var text = OldLedgerWording.counts(
      preview.rows.map(\.kind), decided: preview.decided, applicants: preview.applicants,
      doubtful: preview.doubtful)
    let isQuiet = preview.bad + preview.doubtful == 0
    if asksWhy { text += "（缺提前理由的按 F4 写）" }
    return (text + (preview.bad > 0 ? "。不能读入的行跳过，写在结果文件里。" : "。"), isQuiet ? .good : .warning)
  }

  private func drawRows(into pane: inout Grid) {
    let table = Table(
      [.init("行", 6, alignment: .right), .init("结果", 12), .init("原因", 20, stretches: true)],
      width: pane.columns)
    table.draw(
      order, of: list, from: 0, height: pane.rows - 3, into: &pane,
      style: { $0.isBad || $0.isDoubtful ? .warning : .normal }
    ) { [String($0.line), $0.result, $0.reason] }
  }

  private func drawColumns(into pane: inout Grid) {
    let table = Table([.init("表里的栏目", 24), .init("读作", 20, stretches: true)], width: pane.columns)
    table.draw(
      preview.columns, of: list, from: 0, height: pane.rows - 3, into: &pane,
      style: { $0.word.isEmpty ? .dim : .normal }
    ) { [$0.heading, $0.meaning] }
  }
}
