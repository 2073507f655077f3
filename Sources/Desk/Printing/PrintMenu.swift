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
  private var chosen = 0

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

  // MARK: - Between offices

  /// A paper on an office or a conflict of a city.
  static func entry(
    _ paper: PrintedPaper, between id: String, _ about: String, _ desk: Surroundings
  ) -> Entry {
    do throws(PrintRefusal) {
      // What the verdicts would move is looked up when it is laid out.
      let sheets = desk.state.joint.conflicts.filter { $0.id == id }.map {
        ConflictSheet(conflict: $0, sides: [], proposals: [])
      }
      let printout = try desk.state.printout(
        paper, between: [id], year: desk.year, today: desk.today, .init(conflicts: sheets))
      var document = PrintedDocument(
        content: .paper(printout), title: paper.title, fileName: "\(paper.title)-\(id)")
      if paper == .conflict { document.between = .conflict(id) }
      return Entry(label: paper.title, about: about, source: .document(document))
    } catch {
      return Entry(label: paper.title, about: about, source: .refused(error))
    }
  }

  /// How a city's offices stand with the year; what only their journals say is put in when it is laid out.
  static func closes(_ desk: Surroundings) -> Entry {
    let (paper, about) = (PrintedPaper.officesClose, "\(desk.year) 年度")
    do throws(PrintRefusal) {
      let printout = try desk.state.printout(paper, between: [], year: desk.year, today: desk.today)
      var document = PrintedDocument(
        content: .paper(printout), title: paper.title, fileName: "\(paper.title)-\(desk.year)")
      document.between = .close(desk.year)
      return Entry(label: paper.title, about: about, source: .document(document))
    } catch {
      return Entry(label: paper.title, about: about, source: .refused(error))
    }
  }

  /// A county's papers for its city: the covers of its last bundles, and the year's close.
  private static func toCity(_ desk: Surroundings) -> [Entry] {
    let state = desk.state
    guard state.offices.city != nil else { return [] }
    let papers: [(PrintedPaper, String, String, PrintedDocument.Between)] =
      state.offices.bundles.suffix(mostBundles).reversed().map { bundle in
        (.handover, "第 \(bundle.number) 号报送件", String(bundle.number), .bundle(bundle.number))
      } + [(.yearClose, "\(desk.year) 年度", String(desk.year), .close(desk.year))]
    return papers.map { paper, about, suffix, between in
      do throws(PrintRefusal) {
        let printout = try state.printout(paper, between: [], year: desk.year, today: desk.today)
        var document = PrintedDocument(
          content: .paper(printout), title: paper.title, fileName: "\(paper.title)-\(suffix)")
        document.between = between
        return Entry(label: paper.title, about: about, source: .document(document))
      } catch {
        return Entry(label: paper.title, about: about, source: .refused(error))
      }
    }
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
    let suffix = isOfYear || ids.count != 1 ? "\(desk.year)" : ids[0]
    do throws(PrintRefusal) {
      let printout = try desk.state.printout(paper, of: ids, year: desk.year, today: desk.today)
      var document = PrintedDocument(
        content: .paper(printout), title: paper.title, fileName: "\(paper.title)-\(suffix)")
      if paper == .approval { document.approvals = .init(filings: ids, day: desk.today) }
      return Entry(
        label: paper.title, about: paper.isList && !paper.isOfYear ? "\(about)，\(ids.count) 件" : about,
        source: .document(document))
    } catch {
      return Entry(label: paper.title, about: about, source: .refused(error))
    }
  }

  /// A paper of the items of what is meant, or of all.
  private static func itemEntry(_ paper: PrintedPaper, _ ids: [String], _ desk: Surroundings) -> Entry {
    let meant = Set(ids.compactMap { desk.state.file($0)?.filing.item })
    let items = desk.state.policy.items.filter { meant.contains($0.id) }
    let about = items.count == 1 ? items[0].label : items.isEmpty ? "全部项目" : "\(items.count) 个项目"
    let printout = desk.state.printout(
      paper, ofItems: items.isEmpty ? desk.state.policy.items : items, today: desk.today)
    let document = PrintedDocument(
      content: .paper(printout), title: paper.title, fileName: "\(paper.title)-\(about)")
    return Entry(label: paper.title, about: about, source: .document(document))
  }

  var heading: String { "打印" }
  var keyHints: [KeyHint] {
    [KeyHint(.upDown, "选择"), KeyHint(.enter, "预览"), KeyHint(.f(8), "存成文件")]
  }
  var canSave: Bool { true }
  var help: [String] { ["先看再打：Enter 预览，预览里按 F8 存成文件；不用看的，在这里就按 F8。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(entries.count - 1, chosen + 1)
    case .home: chosen = 0
    case .end: chosen = max(0, entries.count - 1)
    case .enter, .tab: return open(desk)
    default: return .passes
    }
    return .stays()
  }

  private func top(rows: Int) -> Int { max(0, chosen - max(1, rows - 1) + 1) }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    let place = row - 1 + top(rows: desk.rows)
    guard row >= 1, entries.indices.contains(place) else { return false }
    defer { chosen = place }
    return chosen == place
  }

  /// Goes to the entry of a title and opens it.
  mutating func open(title: String, _ desk: Surroundings) -> Answer {
    chosen = entries.firstIndex { $0.label == title } ?? chosen
    return open(desk)
  }

  private func open(_ desk: Surroundings) -> Answer {
    guard entries.indices.contains(chosen) else { return .stays() }
    switch entries[chosen].source {
    case .document(let document):
      guard case .report(let table) = document.content else { return .asks(.print(document)) }
      return .opens(ReportPage(table, document))
    case .report(let report):
      let (table, document) = Self.document(of: report, desk)
      return .opens(ReportPage(table, document))
    case .refused(let refusal): return .warns(refusal.sentence)
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
    guard entries.indices.contains(chosen) else { return .warns("请先选一份文书。") }
    switch entries[chosen].source {
    case .document(let document): return .opens(PrintFile(document, desk))
    case .report(let report): return .opens(PrintFile(Self.document(of: report, desk).1, desk))
    case .refused(let refusal): return .warns(refusal.sentence)
    }
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let table = Table([.init("文书、报表", 20, stretches: true), .init("内容", 28)], width: min(80, pane.columns))
    table.drawHead(into: &pane, row: 0)
    ListPlace(ListState(chosen: chosen), count: entries.count).draw(into: &pane, row: 0)
    let (height, top) = (max(1, pane.rows - 1), top(rows: pane.rows))
    for (row, entry) in entries.dropFirst(top).prefix(height).enumerated() {
      let style: Style = top + row == chosen ? .selected : Self.isReady(entry) ? .normal : .dim
      table.draw(
        [entry.label, Self.isReady(entry) ? entry.about : "现在没有"], into: &pane, row: row + 1, style: style)
    }
  }
}
