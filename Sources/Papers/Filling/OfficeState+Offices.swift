public import CaseModel
public import Casework
import SubsidyRules
public import Wording

/// Papers between a city and its county offices.
extension OfficeState {
  /// What such a paper needs beside the office's files.
  public struct BetweenOffices: Sendable {
    /// The head of the journal that the paper names: of a bundle its last line, of a year's close the last one there is.
    public var head: String
    /// Conflicts as somebody has weighed them.
    public var conflicts: [ConflictSheet]
    /// How a city's offices stand with the year.
    public var closes: [CloseWording.Row]

    public init(head: String = "", conflicts: [ConflictSheet] = [], closes: [CloseWording.Row] = []) {
      (self.head, self.conflicts, self.closes) = (head, conflicts, closes)
    }
  }

  /// A paper between offices.
  ///
  /// - Parameters:
  ///   - ids: at a city codes of offices, or ids of conflicts; nothing for a county's own.
  ///   - evidence: what the office's files do not say. A county's cover sheet is filled from the office as it stood when
  ///     the bundle was written, whose last line is then the newest.
  public func printout(
    _ paper: PrintedPaper, between ids: [String], year: Int, today: CivilDate,
    _ evidence: BetweenOffices = BetweenOffices()
  ) throws(PrintRefusal) -> Printout {
    let letterhead = letterhead(today)
    switch paper {
    case .handover:
      if offices.isCity {
        return Printout(
          paper, try offices(ids) { (office) throws(PrintRefusal) in try handover(of: office) }, letterhead)
      }
      return Printout(paper, [try ownHandover(evidence.head)], letterhead)
    case .reminder:
      return Printout(
        paper, try offices(ids) { (office) throws(PrintRefusal) in try reminder(to: office, today) },
        letterhead)
    case .conflict:
      guard offices.isCity else { throw .onlyAtCity }
      guard !ids.isEmpty else { throw .noConflictChosen }
      var tables: [ConflictTable] = []
      for id in ids {
        guard let sheet = evidence.conflicts.first(where: { $0.conflict.id == id }) else {
          throw .unknownConflict(id)
        }
        tables.append(conflictTable(sheet))
      }
      return Printout(paper, tables, letterhead)
    case .yearClose:
      let sheet = try yearCloseSheet(of: year, evidence.head)
      let remark = sheet.open > 0 ? ["\(year) 年度还有 \(sheet.open) 件没有上报、审定或结案，结账以前请先办完。"] : []
      return Printout(paper, [sheet], letterhead, bases: [basis(ofYear: year)], remarks: remark)
    case .officesClose:
      guard offices.isCity else { throw .onlyAtCity }
      let sheet = OfficesCloseSheet(year: year, rows: evidence.closes, head: seal(of: year)?.head)
      return Printout(paper, [sheet], letterhead, bases: [basis(ofYear: year)])
    default: return try printout(paper, of: ids, year: year, today: today)
    }
  }

  private func offices<Element>(
    _ codes: [String], _ fill: (EnrolledOffice) throws(PrintRefusal) -> Element
  ) throws(PrintRefusal) -> [Element] {
    guard offices.isCity else { throw .onlyAtCity }
    guard !codes.isEmpty else { throw .noOfficeChosen }
    var filled: [Element] = []
    for code in codes {
      guard let office = offices.office(code) else { throw .unknownOffice(code) }
      filled.append(try fill(office))
    }
    return filled
  }

  // MARK: - Cover sheet

  private func ownHandover(_ head: String) throws(PrintRefusal) -> HandoverSheet {
    guard let city = offices.city else { throw .noCity }
    guard let bundle = offices.bundles.last else { throw .nothingBundled }
    let waiting = files.rows.enumerated().filter { number, row in
      row.stage == .reviewed && files[number].standing == .handedUp
    }
    return HandoverSheet(
      from: office?.name ?? "", code: city.office.code, to: city.name, number: bundle.number, at: bundle.at,
      isGathered: false, rows: rows(coverLines),
      handedUp: .init(
        filings: waiting.count, award: waiting.reduce(.zero) { $0 + MoneyTotal($1.element.award) }),
      head: head)
  }

  private func handover(of office: EnrolledOffice) throws(PrintRefusal) -> HandoverSheet {
    guard let gathered = office.gathered else { throw .nothingGathered(office.code) }
    let head = gathered.head
    return HandoverSheet(
      from: office.name, code: office.code, to: self.office?.name ?? "", number: gathered.bundle,
      at: gathered.at, isGathered: true, rows: rows(gathered.cover), handedUp: nil,
      head: "\(gathered.writer)/\(head.epoch)/\(head.sequence)/\(head.link)")
  }

  private func rows(_ lines: [CoverLine]) -> [HandoverSheet.Row] {
    let order = policy.items.places(by: \.id)
    return lines.sorted { (order[$0.item] ?? .max, $0.item) < (order[$1.item] ?? .max, $1.item) }.map {
      line in
      .init(
        article: policy.item(line.item)?.article ?? "", item: ItemWording.name(line.item, in: policy),
        filings: line.filings, award: MoneyTotal(line.award))
    }
  }

  // MARK: - Reminder

  private func reminder(to office: EnrolledOffice, _ today: CivilDate) throws(PrintRefusal) -> ReminderLetter
  {
    guard !office.isRetired else { throw .retired(office.code) }
    let missing = joint.waitingFiles.filter { $0.writer == office.writer?.writer }.compactMap {
      file -> String? in
      guard let missing = OfficesWording.missing(file.reason) else { return nil }
      return "第 \(file.bundle.map(String.init) ?? "") 号报送件已收到，它前面缺\(missing)，现在存放着，没有计入"
    }
    var last: ReminderLetter.Last?
    if let gathered = office.gathered, let day = Moment.officeDay(of: gathered.at) {
      let recorded = office.silentSince ?? day
      last = .init(
        number: gathered.bundle, day: day, recorded: recorded, silent: max(0, recorded.days(to: today)),
        sequence: gathered.head.sequence)
    }
    return ReminderLetter(name: office.name, code: office.code, last: last, missing: missing, issued: today)
  }

  // MARK: - Comparison

  private func conflictTable(_ sheet: ConflictSheet) -> ConflictTable {
    let conflict = sheet.conflict
    let isListed = !ConflictWording.isBeside(sheet)
    return ConflictTable(
      id: conflict.id, kind: OfficesWording.label(conflict), subject: conflict.subject,
      sentence: ConflictWording.sentence(sheet, self),
      offices: ConflictWording.codes(conflict, self).map { OfficeNames.full($0, in: self) }.joined(
        separator: "、"),
      amount: conflict.amount, stake: ConflictWording.stake(conflict), isInPieces: conflict.isInPieces,
      lines: isListed ? [] : ConflictWording.rows(sheet, self),
      places: isListed ? ConflictWording.order(conflict, self) : [],
      limit: ConflictWording.limit(conflict, self),
      choices: sheet.proposals.map { proposal in
        .init(
          verdict: ConflictWording.label(proposal.choice, on: conflict, self),
          effect: ConflictWording.effect(proposal),
          moved: proposal.moved.map(ConflictWording.moved))
      },
      ruled: conflict.ruling.map { ruling in
        .init(
          verdict: ConflictWording.label(ruling.verdict, self), by: ruling.by, at: ruling.at,
          note: ruling.note)
      })
  }

  // MARK: - Year's close

  private func yearCloseSheet(of year: Int, _ head: String) throws(PrintRefusal) -> YearCloseSheet {
    guard let city = offices.city else { throw .noCity }
    let sums = yearSums(of: year)
    guard sums.filings > 0 else { throw .nothingInYear(year) }
    var handedUp: [String: Int] = [:]
    var open = 0
    for (number, row) in files.rows.enumerated() where row.year == year {
      if row.stage == .reviewed, files[number].standing == .handedUp {
        handedUp[files.item(of: row), default: 0] += 1
      } else if row.stage.isUndecided, !row.stage.isClosed {
        open += 1
      }
    }
    return YearCloseSheet(
      year: year, code: city.office.code, to: city.name,
      rows: sums.lines.map { line in
        .init(
          article: policy.item(line.item)?.article ?? "", item: ItemWording.name(line.item, in: policy),
          filings: line.filings, claimed: line.requested, handedUp: handedUp[line.item] ?? 0,
          committed: line.award)
      }, open: open, reply: offices.taken?.number,
      // Of a year that is closed the head that the city asks for, whatever was written since.
      head: seal(of: year)?.head ?? head)
  }
}
