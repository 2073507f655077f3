import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 申请人: the list with its search, and the chosen one's filings and awards.
extension Model {
  private var applicantDetailHeight: Int { device.rows >= 20 ? 8 : 5 }

  var applicantsHeight: Int { max(1, device.rows - 3 - 2 - (isWide ? 0 : applicantDetailHeight)) }

  func drawApplicants(into pane: inout Grid, _ state: OfficeState) {
    let ids = lists.applicants
    drawPanes(
      into: &pane, listWidth: pane.columns / 2, detailHeight: applicantDetailHeight, inset: 0,
      list: { drawList(into: &$0, ids, state) },
      detail: { pane in
        if let applicant = chosenApplicant(state) { drawDetail(of: applicant, into: &pane, state) }
      })
  }

  private func drawList(into pane: inout Grid, _ ids: [String], _ state: OfficeState) {
    drawHead(into: &pane, found: ids.count)
    let table = Table(
      [
        .init("编号", 14, leftOutAt: 1),
        states.orders.applicants.column(.name, "名称", 34, stretches: true),
        states.orders.applicants.column(.kind, "类型", 13, leftOutAt: 2),
        states.orders.applicants.column(.district, "地区", 18, leftOutAt: 3),
      ], width: pane.columns)
    let head = Area(row: 1, column: 0, rows: 1, columns: pane.columns)
    pane.part(head, from: source(of: .applicantsHead, order: states.orders.applicants.code, state)) {
      table.drawHead(into: &$0, row: 0)
    }
    guard !ids.isEmpty else {
      let text =
        state.people.applicants.isEmpty
        ? whyEmpty("还没有申请人。按 F3 录入第一个。") : lists.search.elsewhere?.sentence ?? "没有找到。改一改查找的内容，或按 F3 录入新申请人。"
      pane.write(text, row: 3, column: 2, width: pane.columns - 3, style: .dim)
      return
    }
    for (row, id, isChosen) in states.applicants.shown(ids, height: pane.rows - 2) {
      guard let number = state.number(ofApplicant: id) else { continue }
      let place = Area(row: row + 2, column: 0, rows: 1, columns: pane.columns)
      let source = source(
        of: .applicantRow, subject: number, isChosen: isChosen, order: states.orders.applicants.code, state)
      pane.part(place, from: source) { pane in
        let applicant = state.people.applicants[number]
        table.draw(
          [
            id, applicant.name, Labels.label(applicant.kind),
            Labels.district(applicant.district, among: state.districts),
          ],
          into: &pane, row: 0, style: isChosen ? .selected : .normal)
      }
    }
  }

  private func drawHead(into pane: inout Grid, found: Int) {
    drawSearch("F7：名称、拼音首字母、编号或代码", into: &pane, width: max(0, pane.columns - 26))
    let place = ListPlace(states.applicants, count: found)
    place.draw(into: &pane, row: 0)
    pane.write(
      (lists.search.isNear ? "相近 " : "共 ") + "\(found) 个", row: 0, column: pane.columns - place.width - 13,
      width: 10, style: .dim,
      alignment: .right)
  }

  private func drawDetail(of applicant: Applicant, into pane: inout Grid, _ state: OfficeState) {
    let unit = state.files(ofUnitOf: applicant.id)
    let files = unit.filter { $0.filing.applicant == applicant.id }
    var sum = MoneyTotal.zero
    for file in files { sum += file.decision.award }
    pane.write(applicant.name, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    var head =
      "\(applicant.id)  \(Labels.label(applicant.kind))  \(Labels.district(applicant.district, among: state.districts))"
    head += "  申报 \(files.count) 件  资助 \(MoneyWording.grouped(sum)) 元"
    var row = 1 + pane.writeWrapped(head, row: 1, column: 1, width: pane.columns - 2, height: 2)
    let remarks: [(text: String?, style: Style)] = [
      (applicant.parent.flatMap { state.applicant($0) }.map { "总部 \($0.name)" }, .dim),
      // The last one; `zizhu show` has them all.
      (FormerNameWording.lines(of: applicant, state).first, .dim),
      (PersonWording.lines(of: applicant, state).first, .dim),
      (OwedWording.outstanding(unit.compactMap(\.openRecovery)), .warning),
    ]
    for case (let text?, let style) in remarks {
      pane.write(text, row: row, column: 1, width: pane.columns - 2, style: style)
      row += 1
    }
    guard !files.isEmpty else {
      pane.write("还没有申报。按 F2 为其申报。", row: row, column: 1, style: .dim)
      return
    }
    let table = Table(
      [
        .init("编号", 18, leftOutAt: 3),
        .init("收件日期", 10, leftOutAt: 1),
        .init("项目", 16, stretches: true),
        .init("阶段", 8, leftOutAt: 2),
        .init("资助额", Verdict.width, alignment: .right),
      ], width: pane.columns)
    table.drawHead(into: &pane, row: row)
    row += 1
    let latest = files.sorted { ($1.filing.received, $1.filing.id) < ($0.filing.received, $0.filing.id) }
    for file in latest.prefix(max(0, pane.rows - row)) {
      table.draw(
        [
          file.filing.id, file.filing.received.description, state.policy.item(file.filing.item)?.label ?? "",
          StepLabels.brief(file.standing), Verdict(file.decision).text,
        ], into: &pane, row: row, style: .normal)
      row += 1
    }
  }
}
