import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

extension StepForm {
  func draw(into pane: inout Grid, _ desk: Surroundings) {
    if let list = fields.list { return list.draw(into: &pane) }
    let (head, rest) = pane.area.splitTop(1)
    pane.within(head) { pane in
      _ = pane.write(title(desk), row: 0, column: 1, width: pane.columns - 2, style: .strong)
    }
    // Side by side only where each side has its room.
    if isWide(desk) {
      let (left, right) = rest.splitLeft(FilingForm.fieldsWidth(of: pane.columns))
      pane.within(left) { fields.draw(into: &$0, today: desk.today) }
      pane.within(right) { pane in
        pane.verticalLine(column: 0)
        pane.within(pane.area.splitLeft(2).rest) { drawLines(into: &$0, desk) }
      }
    } else {
      let (top, bottom) = rest.splitTop(fields.height)
      pane.within(top) { fields.draw(into: &$0, today: desk.today) }
      pane.within(bottom) { pane in
        pane.horizontalLine(row: 0)
        pane.within(pane.area.splitTop(1).rest.splitLeft(1).rest) { drawLines(into: &$0, desk) }
      }
    }
  }

  /// What is to be done with how many.
  private func title(_ desk: Surroundings) -> String {
    guard rows.count == 1, let row = rows.first, let file = desk.state.file(row.filing) else {
      return "\(name) \(rows.count) 件"
    }
    let name = desk.state.applicant(file.filing.applicant)?.name ?? file.filing.applicant
    return "\(row.filing)  \(name)"
  }

  /// Whether fields and outcome stand side by side.
  private func isWide(_ desk: Surroundings) -> Bool { desk.columns >= 110 }

  /// Rows that what would come of it has.
  func height(_ desk: Surroundings) -> Int {
    max(1, desk.rows - 1 - (isWide(desk) ? 0 : fields.height + 1))
  }

  /// Columns that it has.
  func width(_ desk: Surroundings) -> Int {
    (isWide(desk) ? desk.columns - FilingForm.fieldsWidth(of: desk.columns) - 2 : desk.columns - 1) - 1
  }

  private func drawLines(into pane: inout Grid, _ desk: Surroundings) {
    let lines = lines(width: pane.columns - 1, desk)
    let isLong = lines.count > pane.rows
    let height = isLong ? pane.rows - 1 : pane.rows
    let top = max(0, min(scroll, lines.count - height))
    for (row, line) in lines.dropFirst(top).prefix(height).enumerated() { line.draw(into: &pane, row: row) }
    guard isLong else { return }
    let left = lines.count - top - height
    pane.write(
      left > 0 ? "下面还有 \(left) 行，按 PgDn" : "到底了，按 PgUp 往上", row: pane.rows - 1, width: pane.columns - 1,
      style: .dim, alignment: .right)
  }

  /// What would come of it: the verdict first, then what it rests on.
  func lines(width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    switch verdict {
    case nil: return []
    case .failure(let refusal)?:
      return DecisionLines.wrapped(StoreWording.sentence(refusal, in: desk.state), width, .bad)
    case .success(let verdict)?:
      guard rows.count > 1 else {
        return verdict.rows.first.map { single($0, width, desk) } ?? []
      }
      return batch(verdict, width, desk)
    }
  }

  private func single(_ row: BatchVerdict.Row, _ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    var lines: [DecisionLines.Line]
    switch row.result {
    case .failure(let refusal):
      lines = DecisionLines.wrapped(
        "不能\(name)：" + StoreWording.sentence(refusal, in: desk.state, filing: row.filing), width, .bad)
    case .success(let taken):
      lines = DecisionLines.wrapped("可以\(name)：\(MoneyWording.grouped(row.amount)) 元", width, .good)
      let words = CaseWords(desk.state, filing: row.filing)
      lines += DecisionLines.wrapped(HistoryWording.line(.stepped(taken), words), width)
    }
    guard let (filing, decision) = decision(of: row.filing, desk),
      let item = desk.state.policy.item(filing.item)
    else { return lines }
    lines.append(.init(text: ""))
    let made = DecisionLines(decision: decision, item: item, filing: filing, policy: desk.state.policy)
    return lines + made.verdict(width: width) + made.working(width: width)
  }

  /// The decision that stands, or with figures being entered the one that they would make.
  private func decision(of id: String, _ desk: Surroundings) -> (Filing, Decision)? {
    guard let filing = desk.state.file(id)?.filing else { return nil }
    let figures = request(desk).figures
    if !figures.isEmpty, let applicant = desk.state.applicant(filing.applicant) {
      let changed = filing.with(figures)
      return (changed, desk.state.preview(changed, of: applicant).decision)
    }
    return desk.state.decision(of: id).map { (filing, $0) }
  }

  /// Count and sum first, then those that can't be done with the reason, then the others.
  private func batch(_ verdict: BatchVerdict, _ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    var lines = DecisionLines.wrapped(
      "可以\(name) \(verdict.fitting.count) 件，合计 \(MoneyWording.grouped(verdict.sum)) 元；不能办 \(verdict.refused.count) 件。",
      width, verdict.refused.isEmpty ? .good : .warning)
    for row in verdict.refused {
      let sentence = StoreWording.sentence(row.refusal, in: desk.state, filing: row.filing)
      lines += DecisionLines.wrapped("\(row.filing)  不能办：\(sentence)", width, .bad)
    }
    for row in verdict.fitting {
      let name = desk.state.file(row.filing).flatMap { desk.state.applicant($0.filing.applicant)?.name } ?? ""
      lines.append(
        .init(text: "\(row.filing)  \(name)", mark: MoneyWording.grouped(row.amount) + " 元"))
    }
    return lines
  }
}
