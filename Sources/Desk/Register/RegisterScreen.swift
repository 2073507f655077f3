import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 工作台账: the kinds of records with how much of each the year has, and the records of the kind that was opened.
extension Model {
  /// Of a record there is more to say than of a kind.
  private var registerDetailHeight: Int {
    states.register.isListing
      ? max(5, min(10, device.rows - 12)) : max(4, min(10, device.rows - 5 - lists.register.kinds.count))
  }

  var registerHeight: Int { max(1, device.rows - 3 - 2 - (isWide ? 0 : registerDetailHeight)) }

  /// The kind that is open, or under the cursor where the kinds are listed.
  func chosenKind(_ state: OfficeState) -> RecordKind? {
    if let opened = states.register.opened { return state.recordKind(opened) }
    if states.register.isListing { return chosenRecord.flatMap { state.recordKind($0.entry.kind) } }
    return states.register.kinds.chosen(in: lists.register.kinds)?.kind
  }

  /// The record under the cursor.
  var chosenRecord: RegisterRecord? {
    states.register.isListing && lists.register.records.indices.contains(states.register.records.chosen)
      ? lists.register.records[states.register.records.chosen] : nil
  }

  func drawRegister(into pane: inout Grid, _ state: OfficeState) {
    drawPanes(
      into: &pane, listWidth: max(78, pane.columns * 3 / 5), detailHeight: registerDetailHeight,
      list: { pane in
        drawRegisterSearch(into: &pane, state)
        if states.register.isListing {
          drawRecords(into: &pane, state)
        } else {
          drawKinds(into: &pane, state)
        }
      },
      detail: { pane in
        let lines = registerDetail(width: pane.columns - 1, state)
        for (row, line) in lines.prefix(pane.rows).enumerated() { line.draw(into: &pane, row: row) }
      })
  }

  /// What is listed, of which years, and how many.
  private func drawRegisterSearch(into pane: inout Grid, _ state: OfficeState) {
    let name = states.register.opened.map { state.recordKind($0)?.label ?? $0 }
    let years = states.register.isEveryYear && states.register.isListing ? "全部年度" : "\(year) 年"
    let scope = [years, name ?? (states.register.isListing ? "各类" : "")].filter { !$0.isEmpty }.joined(
      separator: " ")
    let standing = lists.register.records.count { $0.struckOut == nil }
    let count =
      states.register.isListing
      ? "\(standing) 项" : "\(lists.register.kinds.reduce(0) { $0 + $1.count }) 项"
    let from = Text.columns(of: scope) + 3
    pane.write(scope, row: 0, column: 1, width: from - 2, style: .strong)
    let place = ListPlace(
      states.register.list,
      count: states.register.isListing ? lists.register.records.count : lists.register.kinds.count)
    place.draw(into: &pane, row: 0)
    let width = max(0, pane.columns - from - 12 - place.width)
    drawSearch("按 F7 查找", isNamed: false, into: &pane, from: from, width: width)
    pane.write(
      count, row: 0, column: pane.columns - place.width - 11, width: 8, style: .dim, alignment: .right)
  }

  private func drawKinds(into pane: inout Grid, _ state: OfficeState) {
    let table = Table(
      [
        states.orders.kinds.column(.article, "条款", 8), .init("类别", 20, stretches: true),
        states.orders.kinds.column(.count, "项数", 6, alignment: .right),
        .init("合计", 34, leftOutAt: 1),
      ], width: pane.columns)
    table.draw(
      lists.register.kinds, of: states.register.kinds, from: 1, orSay: "政策文件里没有声明台账类别。", into: &pane
    ) { line in
      [
        Labels.articleName(line.kind.article), line.kind.label, String(line.count),
        RegisterWording.sums(line.counties, line.kind),
      ]
    }
  }

  private func drawRecords(into pane: inout Grid, _ state: OfficeState) {
    let table = Table(
      [
        states.orders.records.column(.id, "编号", 15, leftOutAt: 2),
        states.orders.records.column(.day, "日期", 10),
        states.orders.records.column(.district, "县区", 18, leftOutAt: 1),
        .init("内容", 24, stretches: true),
      ], width: pane.columns)
    let empty =
      states.register.query.text.isEmpty
      ? "还没有记录。\(state.joint.shownOffice == nil ? "按 F2 登记一条，" : "")按 [ 或 ] 换年度，按 0 看全部年度。"
      : "没有找到。改一改查找的内容，或按 Esc 取消。"
    table.draw(
      lists.register.records, of: states.register.records, from: 1, orSay: empty, into: &pane,
      style: { $0.struckOut == nil ? .normal : .dim }
    ) { record in
      let kind = state.recordKind(record.entry.kind)
      let prefix = states.register.opened == nil ? "\(kind?.label ?? record.entry.kind)：" : ""
      return [
        record.id, kind.map { RegisterWording.day(of: record.entry, $0) } ?? "",
        Labels.district(record.entry.district, among: state.districts),
        (record.struckOut == nil ? "" : "（作废）") + prefix
          + RegisterWording.brief(record.entry, kind),
      ]
    }
  }

  // MARK: - Beside it

  private func registerDetail(width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    if let record = chosenRecord {
      return RecordLines(
        record: record, kind: state.recordKind(record.entry.kind), districts: state.districts,
        keeper: record.office.map { OfficeNames.full($0, in: state) }
      ).all(
        width: width, today: device.today)
    }
    guard !states.register.isListing, let kind = chosenKind(state),
      let line = lists.register.kinds.first(where: { $0.kind.id == kind.id })
    else { return [] }
    let article = state.policy.articles.first { $0.number == kind.article }
    var lines = DecisionLines.wrapped(
      "\(Labels.articleName(kind.article)) \(article?.title ?? "")：\(kind.label)", width, .strong)
    if let record = article?.record { lines += DecisionLines.wrapped(record, width, .dim) }
    guard !line.counties.isEmpty else {
      let asks = state.joint.shownOffice == nil ? "按 F2 登记一条。" : ""
      return lines + DecisionLines.wrapped("\(year) 年度还没有记录。\(asks)", width)
    }
    for county in line.counties {
      let sums = RegisterWording.sums([county], kind)
      lines += DecisionLines.wrapped(
        "\(Labels.district(county.district, among: state.districts))  \(county.count) 项"
          + (sums.isEmpty ? "" : "  \(sums)"), width)
    }
    return lines
  }
}
