public import CaseModel
import Casework
public import SubsidyRules

/// Reads the rows of a ledger one by one, each with every mistake in it.
public struct OldLedgerRowReader: Sendable {
  private let policy: Policy
  private let columns: [OldLedgerSheet.Column]
  private let fixed: [(column: OldLedgerColumn, text: String)]
  private let cells: OldLedgerCells

  public init(_ sheet: OldLedgerSheet, policy: Policy, today: CivilDate) {
    self.policy = policy
    columns = sheet.columns
    fixed = sheet.fixed
    cells = OldLedgerCells(today: today)
  }

  public func read(_ record: TableRow) -> OldLedgerReading {
    var row = Reading(record, columns: columns, fixed: fixed)
    guard !row.isSum else { return .noFiling }
    row.checkShape()
    let party = party(&row)
    let item = item(&row)
    let received = row.needed(.received).flatMap { row.value(cells.day($0.text), under: $0) }
    let (stage, decided, reclaimed) = amounts(&row)
    let (inputs, overrides) = item.map { self.inputs(of: $0, &row) } ?? ([], [])
    guard row.mistakes.isEmpty, let item, let received, var (party, doubts) = party else {
      return .unreadable(row.mistakes)
    }
    let filing = Filing(
      id: receipt(row), item: item.id, applicant: "", received: received, stage: stage, inputs: inputs,
      overrides: overrides, decided: decided, reclaimed: reclaimed)
    doubts += row.broken.map(Doubt.brokenText)
    if row.hasOtherPayee { doubts.append(.otherPayee) }
    party = self.party(party, for: item)
    let kept = Applicant(
      id: "", name: party.name, kind: party.kind ?? .enterprise, district: "", phone: party.phone,
      account: party.account)
    doubts += kept.contactDoubts
    let unused = row.inputs.filter { cell in
      !item.inputs.contains { OldLedgerColumn.input($0.id) == cell.column }
    }
    return .row(
      OldLedgerRowNotes(
        row: OldLedgerRow(line: record.line, party: party, filing: filing),
        unused: unused.map(\.heading) + row.otherwise, doubts: doubts))
  }

  // MARK: - Who

  private func party(_ row: inout Reading) -> (OldLedgerRow.Party, [Doubt])? {
    guard let name = row.needed(.applicant(.name)) else { return nil }
    var party = OldLedgerRow.Party(name: CellText.oneLine(name.text))
    var doubts: [Doubt] = []
    let reason = row.cell(.override).map { CellText.oneLine($0.text) }
    if let cell = row.cell(.applicant(.kind)) {
      party.kind = row.word(OldLedgerWords.kind(CellText.unbracketed(cell.text)), .kind, under: cell)
    }
    if let cell = row.cell(.applicant(.district)) {
      party.district = row.word(
        OldLedgerWords.district(CellText.unbracketed(cell.text), among: policy.districts), .district,
        under: cell)
    }
    if let cell = row.cell(.applicant(.id)) { party.id = ownNumber(cell.text) }
    if let cell = row.cell(.applicant(.code)), let masked = cells.masked(cell.text) {
      party.maskedCode = masked
      doubts.append(.maskedCode)
    } else if let cell = row.cell(.applicant(.code)),
      let code = row.value(cells.code(cell.text, hasOverride: reason != nil), under: cell)
    {
      party.code = code.code
      if code.isDoubtful {
        doubts.append(.code)
        party.note = reason
      }
    }
    if let cell = row.cell(.applicant(.account)) {
      party.account = cells.account(cell.text)
      if party.account == nil { doubts.append(.notAccount) }
    }
    if let cell = row.cell(.applicant(.phone)) {
      let phone = CellText.withoutPoint(cell.text)
      if phone.contains(where: \.isNumber), !CellText.isScientific(phone) {
        party.phone = phone
      } else {
        doubts.append(.notPhone)
      }
    }
    party.parent = row.cell(.applicant(.parent)).map { CellText.oneLine($0.text) }
    party.contact = row.cell(.applicant(.contact)).map { CellText.oneLine($0.text) }
    party.bank = row.cell(.applicant(.bank)).map { CellText.oneLine($0.text) }
    return (party, doubts)
  }

  /// The applicant's kind, where the row does not say it, by what alone may claim the item, else by its code.
  private func party(_ said: OldLedgerRow.Party, for item: Item) -> OldLedgerRow.Party {
    guard said.kind == nil else { return said }
    var party = said
    if item.applicants.count == 1 {
      party.kind = item.applicants.first
    } else if let code = said.code {
      switch CreditCode.read(code) {
      case .code(let code), .wrongCheck(let code, _):
        switch code.kind {
        case .enterprise, .cooperative: party.kind = .enterprise
        case .soleTrader: party.kind = .soleTrader
        case .institution: party.kind = .institution
        case .association, .privateNonEnterprise: party.kind = .association
        case .lawFirm, nil: break
        }
      case .residentID: party.kind = .individual
      default: break
      }
    }
    return party
  }

  // MARK: - What

  private func item(_ row: inout Reading) -> Item? {
    guard let cell = row.needed(.item) else { return nil }
    let items = OldLedgerWords.items(CellText.unbracketed(cell.text), of: policy)
    let candidates = items.isEmpty ? policy.items : items
    return row.word(items.count == 1 ? items[0] : nil, .choice(candidates.map(\.label)), under: cell)
  }

  private func inputs(of item: Item, _ row: inout Reading) -> ([Filing.Input], [Filing.Override]) {
    var inputs: [Filing.Input] = []
    var overrides: [Filing.Override] = []
    let reason = row.cell(.override).map { CellText.oneLine($0.text) }
    for rule in item.inputs {
      guard let cell = row.cell(.input(rule.id)) else { continue }
      let value = cells.input(cell.text, rule, unit: cell.unit, hasOverride: reason != nil)
      guard let value = row.value(value, under: cell) else { continue }
      inputs.append(.init(rule.id, value))
      if rule.kind == .applicationNumber, let reason { overrides.append(.init(rule.id, reason: reason)) }
    }
    return (inputs, overrides)
  }

  private func amounts(_ row: inout Reading) -> (Stage, decided: Money?, reclaimed: Money?) {
    func money(_ column: OldLedgerColumn) -> Money? {
      guard let cell = row.cell(column) else { return nil }
      return row.value(cells.money(cell.text, in: cell.unit), under: cell)
    }
    var stage: Stage?
    if let cell = row.cell(.status) {
      stage = row.word(OldLedgerWords.stage(CellText.unbracketed(cell.text)), .status, under: cell)
    }
    let (decided, paid, back) = (money(.decided), money(.paid), money(.reclaimed))
    if let decided, let paid, decided != paid { row.mistakes.append(OldLedgerMistake(.amountsDiffer)) }
    if stage == nil, paid != nil { stage = back == nil ? .paid : .reclaimed }
    return (stage ?? .received, paid ?? decided, back)
  }

  private func receipt(_ row: Reading) -> String {
    row.cell(.receipt).flatMap { ownNumber($0.text) } ?? ""
  }

  /// A number that the table has for a filing or an applicant; a plain number of a few digits only counts the rows.
  private func ownNumber(_ text: String) -> String? {
    let plain = CellText.oneLine(text)
    let text = plain.utf8.allSatisfy { $0 < 0x80 } ? plain : TextFolding.search(plain)
    return text.isEmpty || text.count <= 6 && text.allSatisfy(\.isNumber) ? nil : text
  }
}
