import Forms
import SubsidyRules
import CaseModel
import Casework
import Cells
import Wording

/// 申请人: the list with its search, and the chosen one's filings and awards.
extension Model {
  private var isWide: Bool { columns >= 110 }
  private var detailHeight: Int { 8 }

  var applicantsHeight: Int { max(1, rows - 3 - 2 - (isWide ? 0 : detailHeight)) }

  func drawApplicants(into pane: inout Grid, _ state: OfficeState) {
    let (list, detail) =
      isWide ? pane.area.splitLeft(pane.columns * 5 / 9) : pane.area.splitBottom(detailHeight)
    let ids = lists.applicants
    pane.within(list) { drawList(into: &$0, ids, state) }
    guard ids.indices.contains(applicants.chosen), let applicant = state.applicant(ids[applicants.chosen])
    else {
      return
    }
    pane.within(detail) { pane in
      if isWide { pane.verticalLine(column: 0) } else { pane.horizontalLine(row: 0) }
      drawDetail(of: applicant, into: &pane, state)
    }
  }

  private func drawList(into pane: inout Grid, _ ids: [String], _ state: OfficeState) {
    pane.write("查找", row: 0, column: 1, width: 5, style: .label)
    let hint = query.text.isEmpty && !isSearching ? "按 F7 输入名称、拼音首字母、代码或电话" : query.text
    let style: Style = isSearching ? .fieldFocused : query.text.isEmpty ? .dim : .field
    pane.write(hint, row: 0, column: 6, width: max(0, pane.columns - 20), style: style)
    if isSearching { pane.placeCaret(row: 0, column: 6 + Text.columns(of: query.beforeCaret)) }
    pane.write(
      "共 \(ids.count) 个", row: 0, column: pane.columns - 13, width: 12, style: .dim, alignment: .right)

    let nameWidth = max(16, pane.columns - 1 - 15 - 23)
    pane.fill(Area(row: 1, column: 0, rows: 1, columns: pane.columns), style: .heading)
    pane.write("名称", row: 1, column: 1, width: nameWidth, style: .heading)
    pane.write("类型", row: 1, column: 1 + nameWidth, width: 14, style: .heading)
    pane.write("地区", row: 1, column: 16 + nameWidth, width: 20, style: .heading)
    guard !ids.isEmpty else {
      let text = state.applicants.isEmpty ? "还没有申请人。按 F3 录入第一个。" : "没有找到。改一改查找的内容，或按 F3 新建。"
      pane.write(text, row: 3, column: 2, style: .dim)
      return
    }
    for (row, id) in ids.dropFirst(applicants.top).prefix(max(0, pane.rows - 2)).enumerated() {
      guard let applicant = state.applicant(id) else { continue }
      let style: Style = applicants.top + row == applicants.chosen ? .selected : .normal
      pane.fill(Area(row: row + 2, column: 0, rows: 1, columns: pane.columns), style: style)
      pane.write(applicant.name, row: row + 2, column: 1, width: nameWidth - 1, style: style)
      pane.write(Labels.label(applicant.kind), row: row + 2, column: 1 + nameWidth, width: 14, style: style)
      pane.write(
        Labels.district(applicant.district), row: row + 2, column: 16 + nameWidth,
        width: max(0, pane.columns - 16 - nameWidth), style: style)
    }
  }

  private func drawDetail(of applicant: Applicant, into pane: inout Grid, _ state: OfficeState) {
    let files = state.files(of: applicant.id)
    var sum = MoneyTotal.zero
    for file in files { sum += file.decision.award }
    pane.write(applicant.name, row: 1, column: 2, width: pane.columns - 3, style: .strong)
    var head = "编号 \(applicant.id)  申报 \(files.count) 件  资助 \(MoneyWording.grouped(sum)) 元"
    if let parent = applicant.parent.flatMap({ state.applicant($0) }) { head += "  总部 \(parent.name)" }
    pane.write(head, row: 2, column: 2, width: pane.columns - 3)
    if files.isEmpty { pane.write("还没有申报。按 F2 为其申报。", row: 4, column: 2, style: .dim) }
    let latest = files.sorted { $1.filing.received < $0.filing.received }
    for (row, file) in latest.prefix(max(0, pane.rows - 3)).enumerated() {
      pane.write(file.filing.id, row: row + 3, column: 2, width: 19)
      pane.write(
        state.policy.item(file.filing.item)?.label ?? "", row: row + 3, column: 22,
        width: max(0, pane.columns - 22 - 26))
      pane.write(Labels.label(file.decision.outcome), row: row + 3, column: pane.columns - 25, width: 10)
      pane.write(
        MoneyWording.grouped(file.decision.award), row: row + 3, column: pane.columns - 14, width: 13,
        alignment: .right)
    }
  }
}
