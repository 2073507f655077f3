import CaseModel
import Casework
import Cells
import Papers
import Wording

/// A conflict before it is ruled on: the parties, each verdict with what it would move, and the reason that is asked for.
struct ConflictPage: EntryForm {
  let sheet: ConflictSheet
  private var chosen = 0
  var fields: FieldSet
  private var pane = LinesPane()
  /// Whether the parties have become others since the verdicts were weighed.
  private var isStale = false

  init(_ sheet: ConflictSheet, _ desk: Surroundings) {
    self.sheet = sheet
    fields = FieldSet([Field(id: "note", label: "理由", hint: "裁定必须写明理由", kind: .text)])
    renew(desk)
  }

  private var conflict: OfficeConflict { sheet.conflict }
  private var proposal: ConflictSheet.Proposal? {
    sheet.proposals.indices.contains(chosen) ? sheet.proposals[chosen] : nil
  }

  var heading: String { OfficesWording.label(conflict) }
  var action: String? { sheet.proposals.isEmpty ? nil : "裁定" }
  /// A sheet that is looked at before a ruling keeps the reason that was typed.
  var staysBelow: Bool { true }
  var isChanged: Bool { canSave && fields.isChanged }
  var records: [String] { conflict.filings }
  var keyHints: [KeyHint] {
    var hints = action.map { [KeyHint(.f(8), $0)] } ?? []
    if sheet.proposals.count > 1 { hints.append(KeyHint(.upDown, "选裁定")) }
    if !conflict.filings.isEmpty { hints.append(KeyHint(.enter, "看申报")) }
    return hints + [KeyHint(.f(9), "对照表")] + pane.keyHints
  }
  var help: [String] {
    let behind = conflict.filings.isEmpty ? "" : "Enter 看背后的申报。"
    guard canSave else { return ["列出各方，行首有 * 的各方不同；这里没有要裁定的。" + behind] }
    return [
      "上半列出各方，行首有 * 的各方不同；下半是可以给的裁定，每一种写明会使金额怎样变，第一种是建议。",
      "用上下键选一种，写明理由，按 F8 才裁定；以后有新的一方加入，会再列出来。" + behind,
    ]
  }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = max(0, min(sheet.proposals.count - 1, chosen + 1))
    case .enter:
      guard !conflict.filings.isEmpty else { return .warns("这一冲突背后没有申报。") }
      return .shows(
        FilingCriteria(
          isDescending: false,
          only: .init(name: OfficesWording.label(conflict), filings: conflict.filings)))
    case .f(9), .alt("9"):
      guard let document = PrintedDocument(sheet, desk) else { break }
      return .asks(.print(document))
    default:
      if !pane.press(key) { return canSave ? pressInFields(key, desk) : .passes }
    }
    renew(desk)
    return .stays()
  }

  /// Where nothing is to be ruled on there is no field.
  mutating func insert(_ text: String, _ cause: EntryCause, _ desk: Surroundings) {
    if canSave { change(cause, desk) { $0.insert(text, today: desk.today) } }
  }

  mutating func click(row: Int, column: Int, _ desk: Surroundings) -> Answer {
    let place = row - (desk.rows - footHeight) - 1
    if sheet.proposals.indices.contains(place) { chosen = place }
    renew(desk)
    return .stays()
  }

  mutating func renew(_ desk: Surroundings) {
    let now = desk.state.joint.conflicts.first { $0.id == conflict.id }
    isStale = now.map { $0.parties != conflict.parties || $0.filings != conflict.filings } ?? true
    pane.show(lines(desk), rows: max(1, desk.rows - 1 - footHeight))
  }

  // MARK: - What stands there

  /// Rows of the verdicts with their line above and the reason below.
  private var footHeight: Int { canSave ? sheet.proposals.count + 3 : 0 }

  private func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    let (width, state) = (desk.columns - 2, desk.state)
    var lines: [DecisionLines.Line] = []
    if isStale { lines += DecisionLines.wrapped("这一冲突刚有变动，请按 F10 返回，再打开看。", width, .bad) }
    lines += DecisionLines.wrapped(ConflictWording.sentence(sheet, state), width)
    if let ruling = conflict.ruling {
      let text =
        "已裁定：\(ConflictWording.label(ruling.verdict, state))（\(ruling.by) \(MomentWording.local(ruling.at))：\(ruling.note)）"
      lines += DecisionLines.wrapped(text, width, .good)
    }
    lines +=
      ConflictWording.isBeside(sheet)
      ? ConflictLines.sides(sheet, width, state) : ConflictLines.order(conflict, width, state)
    if let proposal, !proposal.moved.isEmpty {
      lines.append(.init(text: "按所选的裁定，有增减的：", style: .heading))
      lines += proposal.moved.prefix(Self.mostMoved).map { .init(text: "  " + ConflictWording.moved($0)) }
      if proposal.moved.count > Self.mostMoved {
        lines.append(.init(text: "  …… 另 \(proposal.moved.count - Self.mostMoved) 件", style: .dim))
      }
    }
    return lines
  }

  private static let mostMoved = 30

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    let idWidth = Text.columns(of: conflict.id)
    grid.write(
      conflict.subject, row: 0, column: 1, width: max(0, grid.columns - 4 - idWidth), style: .strong)
    grid.write(conflict.id, row: 0, column: grid.columns - 1 - idWidth, width: idWidth, style: .dim)
    let (body, foot) = grid.area.splitTop(1).rest.splitBottom(footHeight)
    grid.within(body.splitLeft(1).rest) { pane.draw(into: &$0) }
    guard canSave else { return }
    grid.within(foot) { pane in
      pane.horizontalLine(row: 0)
      for (row, proposal) in sheet.proposals.enumerated() {
        let isChosen = row == chosen
        let name = ConflictWording.label(proposal.choice, on: conflict, desk.state)
        let text = "\(row + 1)  \(name)\(row == 0 ? "（建议）" : "")"
        let effect = ConflictWording.effect(proposal)
        let effectWidth = min(Text.columns(of: effect), pane.columns * 3 / 5)
        let style: Style = isChosen ? .selected : .normal
        pane.fill(Area(row: row + 1, column: 0, rows: 1, columns: pane.columns), style: style)
        pane.write(
          text, row: row + 1, column: 1, width: max(0, pane.columns - 4 - effectWidth), style: style)
        pane.write(
          effect, row: row + 1, column: pane.columns - 1 - effectWidth, width: effectWidth, style: style)
      }
      let note = pane.area.splitBottom(2).bottom
      pane.within(note) { fields.draw(into: &$0, today: desk.today, labelWidth: 6) }
    }
  }

  // MARK: - Saving

  mutating func save(_ desk: Surroundings) -> Answer {
    renew(desk)
    guard let proposal else {
      return .warns(conflict.verdicts.isEmpty ? ConflictWording.offer(conflict) : "这一冲突只作提示，没有要裁定的。")
    }
    guard !isStale else { return .fails("没有裁定：这一冲突刚有变动，请按 F10 返回，再打开看。") }
    let note = fields.text("note")
    guard TextFolding.isReason(note) else { return .fails("没有裁定：请写明理由。") }
    switch proposal.choice {
    case .verdict(let verdict):
      return .asks(
        .save(
          .offices(
            .rule(Ruling(conflict: conflict.id, verdict: verdict, parties: conflict.parties, note: note)))))
    case .step(let step):
      var request = StepRequest(step, conflict.filings.map { desk.state.row($0) })
      request.note = note
      return .asks(.save(.step(request)))
    }
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    guard let proposal else { return Notice(.good, "已裁定。") }
    return Notice(
      .good,
      "已裁定：\(ConflictWording.label(proposal.choice, on: conflict, desk.state))。\(ConflictWording.effect(proposal))。"
    )
  }
}
