import CaseModel
public import Casework
import Cells
import SubsidyRules
import Wording

/// 日志: who changed what and when, the latest first, read from the journal as far as it is looked at.
extension Model {
  var journalHeight: Int { max(1, device.rows - 3 - 2) }

  /// What is to be read from the journal before the screen can be drawn; nil on other screens.
  public func wantedSaves(_ state: OfficeState) -> SavesWanted? {
    screen == .journal && !isAskingWho
      ? states.journal.wanted(version: state.version, height: journalHeight) : nil
  }

  public mutating func read(
    saves: [Transaction], next: Int?, for wanted: SavesWanted, _ state: OfficeState
  ) {
    states.journal.take(saves: saves, next: next, for: wanted, version: state.version)
  }

  /// The saves could not be read.
  public mutating func notRead(_ sentence: String, for wanted: SavesWanted, _ state: OfficeState) {
    states.journal.take(saves: [], next: nil, for: wanted, version: state.version)
    message = Notice(.bad, sentence)
  }

  /// Whether a save says all the words of a search: a name, a receipt number, a step, who made it.
  public static func says(_ query: String, _ save: Transaction, _ state: OfficeState) -> Bool {
    let words = query.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).map {
      TextFolding.search(String($0))
    }
    // Lines that name snapshots are nobody's saves: they are shown to whoever asks for them.
    let isAsked = ["快照", Transaction.program].map(TextFolding.search).contains(where: words.contains)
    guard isAsked || !save.isAnchor else { return false }
    guard !words.isEmpty else { return true }
    let text = TextFolding.search(
      "\(save.by) \(MomentWording.local(save.at)) "
        + save.changes.prefix(50).map { ChangeWording.line($0, state) }.joined(separator: " "))
    return words.allSatisfy(text.contains)
  }

  func drawJournal(into pane: inout Grid, _ state: OfficeState) {
    drawJournalSearch(into: &pane)
    let table = Table(
      [
        .init("序号", 7, alignment: .right), .init("时间", 16), .init("操作员", 10, leftOutAt: 1),
        .init("内容", 20, stretches: true),
      ], width: pane.columns)
    let empty =
      states.journal.query.text.isEmpty
      ? "日志里还没有内容。" : states.journal.hasMore ? "最近的保存里没有找到，按 PgDn 接着往前找。" : "没有找到。改一改查找的内容，或按 Esc 取消。"
    table.draw(states.journal.saves, of: states.journal.list, from: 1, orSay: empty, into: &pane) { save in
      [String(save.sequence), MomentWording.local(save.at), save.by, ChangeWording.line(save, state)]
    }
  }

  private func drawJournalSearch(into pane: inout Grid) {
    let place = ListPlace(states.journal.list, count: states.journal.saves.count)
    place.draw(into: &pane, row: 0)
    drawSearch("F7：姓名、编号、办理名称、操作员或日期", into: &pane, width: max(0, pane.columns - 26 - place.width))
    let count = "\(states.journal.hasMore ? "已读" : "共") \(states.journal.saves.count) 次"
    pane.write(
      count, row: 0, column: pane.columns - place.width - 18, width: 15, style: .dim, alignment: .right)
  }

  /// Enter on a save: the whole story of the one record that it changed, or all that it changed.
  mutating func openSave(_ state: OfficeState) -> [Effect] {
    guard let save = states.journal.list.chosen(in: states.journal.saves) else { return [] }
    let records = Set(save.changes.compactMap(\.record))
    if records.count == 1, save.changes.allSatisfy({ $0.record != nil }), let record = records.first {
      return [.readStory(record)]
    }
    let title = "第 \(save.sequence) 号  \(MomentWording.local(save.at))  \(save.by)"
    let lines = save.changes.map { DecisionLines.Line(text: ChangeWording.line($0, state)) }
    open(StoryPage(heading: "日志", title: title, lines: lines, surroundings(state)))
    return []
  }

  /// The whole story of a filing or an applicant has been read: who did what when, and what stood before.
  public mutating func story(of record: String, _ changes: [RecordChange], _ state: OfficeState) {
    let filing = state.file(record)?.filing
    let item = filing.flatMap { state.policy.item($0.item) }
    let name = state.applicant(filing?.applicant ?? record)?.name ?? ""
    let words = CaseWords(state, filing: record)
    let lines = changes.flatMap { change -> [DecisionLines.Line] in
      let entry = change.entry
      let head =
        "第 \(entry.sequence) 号  \(MomentWording.local(entry.at))  \(entry.by)  \(HistoryWording.line(entry, words))"
        + ExceptionWording.mark(entry, of: record, state)
      let lost =
        change.after == nil ? [DecisionLines.Line(text: "    这一条读不出来，请用 zizhu verify 检查。", style: .bad)] : []
      return [.init(text: head, style: .strong)]
        + change.differences.map {
          .init(text: "    " + HistoryWording.sentence($0, item: item, districts: state.districts))
        } + lost
    }
    open(
      StoryPage(
        heading: "经过",
        title: [record, item?.label ?? "", name].filter { !$0.isEmpty }.joined(separator: "  "),
        lines: lines, surroundings(state)))
  }
}
