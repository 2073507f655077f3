import CaseModel
import Casework
import Cells
import Papers
import SubsidyRules

/// What can be printed here and now: papers of the filings that are meant, lists and reports of the year.
struct PrintMenu: Layer {
  struct Entry: Sendable {
    var label: String
    /// What it is made of: how many filings, or which year.
    var about: String
    var source: Source

    /// The document, or why there is none; a report is made when somebody asks for it.
    enum Source: Sendable {
      case document(PrintedDocument)
      case report(YearReport)
      case refused(PrintRefusal)
    }
  }

  private var entries: [Entry]
  private var list = ListState()

  /// - Parameters:
  ///   - shown: what is listed on screen, where that can be printed as it is.
  ///   - first: what is printed of what the screen is about, where that is no filing.
  init(
    _ ids: [String], isMarked: Bool, shown: PrintedDocument? = nil, first: [Entry] = [], _ desk: Surroundings
  ) {
    entries = PrintedPaper.allCases.filter { !$0.isOfItem && !$0.isBetweenOffices }.map {
      Self.entry($0, ids, isMarked: isMarked, desk)
    }
    entries += Self.toCity(desk)
    entries += Self.batches(of: ids, desk)
    entries += YearReport.all.map { report in
      Entry(label: report.title, about: "\(desk.year) 年度", source: .report(report))
    }
    entries += PrintedPaper.allCases.filter(\.isOfItem).map { Self.itemEntry($0, ids, desk) }
    // What can be printed of the chosen filing comes first, in the order of the work.
    entries = entries.filter(Self.isReady) + entries.filter { !Self.isReady($0) }
    entries = first + entries
    if let shown {
      entries.insert(Entry(label: shown.title, about: "屏幕上列出的", source: .document(shown)), at: 0)
    }
  }

  /// A paper, or why there is none.
  private static func made(
    _ paper: PrintedPaper, _ about: String, name: String, between: PrintedDocument.Between? = nil,
    approvals: PrintedDocument.Approvals? = nil, _ printout: () throws(PrintRefusal) -> Printout
  ) -> Entry {
    let source: Entry.Source
    do throws(PrintRefusal) {
      var document = PrintedDocument(
        content: .paper(try printout()), title: paper.title, fileName: "\(paper.title)-\(name)")
      (document.between, document.approvals) = (between, approvals)
      source = .document(document)
    } catch {
      source = .refused(error)
    }
    return Entry(label: paper.title, about: about, source: source)
  }

  // MARK: - Between offices

  /// A paper on an office or a conflict of a city.
  static func entry(
    _ paper: PrintedPaper, between id: String, _ about: String, _ desk: Surroundings
  ) -> Entry {
    // What the verdicts would move is looked up when it is laid out.
    let sheets = desk.state.joint.conflicts.filter { $0.id == id }.map {
      ConflictSheet(conflict: $0, sides: [], proposals: [])
    }
    let between: PrintedDocument.Between? = paper == .conflict ? .conflict(id) : nil
    return made(paper, about, name: id, between: between) { () throws(PrintRefusal) in
      try desk.state.printout(
        paper, between: [id], year: desk.year, today: desk.today, .init(conflicts: sheets))
    }
  }

  /// How a city's offices stand with the year; what only their journals say is put in when it is laid out.
  static func closes(_ desk: Surroundings) -> Entry {
    ofOffice(.officesClose, "\(desk.year) 年度", name: "\(desk.year)", .close(desk.year), desk)
  }

  private static func ofOffice(
    _ paper: PrintedPaper, _ about: String, name: String, _ between: PrintedDocument.Between,
    _ desk: Surroundings
  ) -> Entry {
    made(paper, about, name: name, between: between) { () throws(PrintRefusal) in
      try desk.state.printout(paper, between: [], year: desk.year, today: desk.today)
    }
  }

  /// A county's papers for its city: the covers of its last bundles, and the year's close.
  private static func toCity(_ desk: Surroundings) -> [Entry] {
    let state = desk.state
    guard state.offices.city != nil else { return [] }
    return state.offices.bundles.suffix(mostBundles).reversed().map { bundle in
      ofOffice(
        .handover, "第 \(bundle.number) 号报送件", name: "\(bundle.number)", .bundle(bundle.number), desk)
    } + [ofOffice(.yearClose, "\(desk.year) 年度", name: "\(desk.year)", .close(desk.year), desk)]
  }

  /// Covers of older bundles are printed on the command line.
  private static let mostBundles = 3

  /// The batches that wait to be paid and those of the chosen filings, the latest first.
  private static func batches(of ids: [String], _ desk: Surroundings) -> [Entry] {
    let state = desk.state
    let chosen = Set(ids.compactMap(state.number(ofFile:)))
    let shown = state.books.batches.suffix(mostBatches).reversed().filter { batch in
      batch.numbers.contains(where: chosen.contains) || !state.openFilings(of: batch).isEmpty
    }
    return shown.compactMap { batch in
      guard
        let printout = try? state.printout(
          .payment, of: [], year: desk.year, today: desk.today, batch: batch.id)
      else { return nil }
      let title = "\(PrintedPaper.payment.title) \(batch.id)"
      return Entry(
        label: title, about: "拨付批次，\(batch.numbers.count) 件",
        source: .document(
          PrintedDocument(
            content: .paper(printout), title: title, fileName: "\(PrintedPaper.payment.title)-\(batch.id)")))
    }
  }

  /// Older batches are printed on the command line, or by choosing one of their filings.
  private static let mostBatches = 12

  private static func isReady(_ entry: Entry) -> Bool {
    if case .refused = entry.source { false } else { true }
  }

  private static func entry(
    _ paper: PrintedPaper, _ ids: [String], isMarked: Bool, _ desk: Surroundings
  ) -> Entry {
    let isOfYear = paper.isOfYear || paper.isList && !isMarked
    let ids =
      paper.isOfYear ? [] : isOfYear ? desk.state.usualFilings(for: paper, year: desk.year) : ids
    let about = isOfYear ? "\(desk.year) 年度" : ids.count == 1 ? ids[0] : "\(ids.count) 件"
    return made(
      paper, paper.isList && !paper.isOfYear ? "\(about)，\(ids.count) 件" : about,
      name: isOfYear || ids.count != 1 ? "\(desk.year)" : ids[0],
      approvals: paper == .approval ? .init(filings: ids, day: desk.today) : nil
    ) { () throws(PrintRefusal) in
      try desk.state.printout(paper, of: ids, year: desk.year, today: desk.today)
    }
  }

  /// A paper of the items of what is meant, or of all.
  private static func itemEntry(_ paper: PrintedPaper, _ ids: [String], _ desk: Surroundings) -> Entry {
    let meant = Set(ids.compactMap { desk.state.file($0)?.filing.item })
    let items = desk.state.policy.items.filter { meant.contains($0.id) }
    let about = items.count == 1 ? items[0].label : items.isEmpty ? "全部项目" : "\(items.count) 个项目"
    return made(paper, about, name: about) {
      desk.state.printout(
        paper, ofItems: items.isEmpty ? desk.state.policy.items : items, today: desk.today)
    }
  }

  var heading: String { "打印" }
  var keyHints: [KeyHint] {
    [KeyHint(.upDown, "选择"), KeyHint(.enter, "预览"), KeyHint(.f(8), "存成文件")]
  }
  var canSave: Bool { true }
  var help: [String] { ["先看再打：Enter 预览，预览里按 F8 存成文件；不用看的，在这里就按 F8。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if list.press(key, count: entries.count, height: desk.rows - 1) { return .stays() }
    return key == .enter || key == .tab ? open(desk) : .passes
  }

  mutating func renew(_ desk: Surroundings) { list.reveal(count: entries.count, height: desk.rows - 1) }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    let place = row - 1 + list.top
    guard row >= 1, entries.indices.contains(place) else { return false }
    defer { list.chosen = place }
    return list.chosen == place
  }

  /// Goes to the entry of a title and opens it.
  mutating func open(title: String, _ desk: Surroundings) -> Answer {
    if let place = entries.firstIndex(where: { $0.label == title }) {
      list = ListState(chosen: place, height: desk.rows - 1)
    }
    return open(desk)
  }

  private func open(_ desk: Surroundings) -> Answer {
    switch list.chosen(in: entries)?.source {
    case nil: return .stays()
    case .document(let document)?:
      guard case .report(let table) = document.content else { return .asks(.print(document)) }
      return .opens(ReportPage(table, document))
    case .report(let report)?:
      let (table, document) = Self.document(of: report, desk)
      return .opens(ReportPage(table, document))
    case .refused(let refusal)?: return .warns(refusal.sentence)
    }
  }

  private static func document(of report: YearReport, _ desk: Surroundings) -> (ReportTable, PrintedDocument)
  {
    let table = report.table(of: desk.state, year: desk.year, today: desk.today)
    let name = "\(report.name)-\(desk.year)"
    return (table, PrintedDocument(content: .report(table), title: report.title, fileName: name))
  }

  /// Without a look at it: the receipt at the counter is the same every time.
  mutating func save(_ desk: Surroundings) -> Answer {
    switch list.chosen(in: entries)?.source {
    case nil: return .warns("请先选一份文书。")
    case .document(let document)?: return .opens(PrintFile(document, desk))
    case .report(let report)?: return .opens(PrintFile(Self.document(of: report, desk).1, desk))
    case .refused(let refusal)?: return .warns(refusal.sentence)
    }
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let table = Table([.init("文书、报表", 20, stretches: true), .init("内容", 28)], width: min(80, pane.columns))
    table.draw(
      entries, of: list, from: 0, into: &pane, style: { Self.isReady($0) ? .normal : .dim }
    ) { [$0.label, Self.isReady($0) ? $0.about : "现在没有"] }
    ListPlace(list, count: entries.count).draw(into: &pane, row: 0)
  }
}
