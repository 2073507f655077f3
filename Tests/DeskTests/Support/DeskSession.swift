import CaseModel
import Casework
import Interchange
import Cells
@testable import Desk
import Papers
import Testing
import Wording

/// The desk on an office in memory, worked by scripts of keys; what it wants saved is saved there.
struct DeskSession {
  var state: OfficeState { didSet { fresh = nil } }
  var model: Model { didSet { fresh = nil } }
  /// The screen drawn from nothing, where office and model are as they were then: most looks at it are several.
  private var fresh: Grid?
  /// Keys pressed so far; typed text counts each character.
  private(set) var keysPressed = 0
  private(set) var hasLeft = false
  private(set) var redraws = 0
  private(set) var copies: [String] = []
  /// The saves of this session.
  private(set) var journal: [Transaction] = []
  private(set) var suspensions = 0
  /// The files that were asked for.
  private(set) var files: [String] = []
  private(set) var usesMouse = false
  /// What a table comes to that is asked for, whichever it is; nil where it can't be read.
  var ledger: OldLedgerPreview?
  /// The table of records that is asked for, whichever it is.
  var recordsTable = ""
  /// What the desk had kept of columns.
  private(set) var columnsKept: [OldLedgerMapping] = []
  /// The screen after the last event, drawn as the program draws it: with what stays taken from the one before.
  private var shown: Grid?
  /// Why what was looked at is not taken in; nil where it is.
  var refusal: String?
  /// What verdicts on a city's conflicts would move, by conflict.
  var sheets: [String: ConflictSheet] = [:]
  /// What a file between offices comes to that is read, whichever it is.
  var exchangeLines: [String] = []
  /// The files between offices that were written or taken in.
  private(set) var exchanges: [ExchangeRequest] = []
  /// What each record was before its last change.
  private var before: [String: RecordContent] = [:]

  init(_ state: OfficeState, rows: Int = 24, columns: Int = 80) throws {
    self.state = state
    model = Model(
      office: state, operatorName: "演示", today: try #require(DemoOffice.today), isDemo: true, rows: rows,
      columns: columns)
    model.device.time = "09:30"
  }

  /// A session on the demo office, or on one that is founded and empty, after a script.
  static func demo(
    _ script: String = "", rows: Int = 24, columns: Int = 80, isEmptyOffice: Bool = false
  ) throws -> DeskSession {
    try kept.session(script, rows: rows, columns: columns, isEmptyOffice: isEmptyOffice)
  }

  private static let kept = KeptSessions()

  /// Feeds the events of a script, in the notation of sessions.
  mutating func press(_ script: String) throws {
    for event in try Event.parse(script) {
      switch event {
      case .key: keysPressed += 1
      case .text(let text): keysPressed += text.count
      default: break
      }
      work(event)
    }
    checkKept()
  }

  mutating func take(_ event: Event) {
    work(event)
    checkKept()
  }

  private mutating func work(_ event: Event) {
    for effect in model.update(event, state) { carryOut(effect) }
    readSaves()
    draw()
  }

  /// Draws the screen after the one before, which must look as when it is drawn from nothing.
  mutating func look() {
    draw()
    checkKept()
  }

  private mutating func draw() {
    shown = model.view(state, after: shown)
    model.wasDrawn()
  }

  /// What is kept stays from event to event: what is wrong with it is still there after the last of a script.
  private mutating func checkKept() {
    let grid = model.view(state)
    fresh = grid
    guard let shown, shown != grid else { return }
    Issue.record("kept of the screen before:\n\(shown.plainText)\nbut it is:\n\(grid.plainText)")
  }

  /// As the program does: what the journal screen shows, as far as it is looked at.
  private mutating func readSaves() {
    guard let wanted = model.wantedSaves(state) else { return }
    let from = wanted.before ?? journal.count + 1
    let found = journal.filter { $0.sequence < from && Model.says(wanted.query, $0, state) }.reversed()
    model.read(saves: Array(found), next: nil, for: wanted, state)
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .leave: hasLeft = true
    case .redraw: redraws += 1
    case .copy(let text): copies.append(text)
    case .useMouse(let isUsed): usesMouse = isUsed
    case .findUndo(let record):
      let entry = state.file(record)?.history.last ?? state.history(ofApplicant: record).last
      model.found(
        entry.map { RecordChange(entry: $0, before: before[record], after: content(of: record)) }, of: record)
    case .undo(let record):
      switch before[record] {
      case .filing(let filing)?: carryOut(.save(.changeFiling(filing, seen: state.seen(record))))
      case .applicant(let applicant)?: carryOut(.save(.changeApplicant(applicant)))
      case nil: model.notSaved("", state)
      }
    case .takeDraft(let draft): model.resume(draft, state)
    case .discardDraft(let draft): model.discarded(draft)
    case .suspend: suspensions += 1
    case .signIn(let name, let pin, _):
      // As the office does, but for the work of scrypt: each PIN here is the name's own letters backwards.
      if pin == nil || pin == String(name.reversed()) + "123456" {
        model.signedIn(as: name, state)
      } else {
        model.notSignedIn(SignInWording.sentence(.wrongPIN(name)))
      }
    case .keepColumns(let columns): columnsKept.append(columns)
    case .readOldLedger(let request):
      guard var preview = ledger else { return model.ledgerRefused("没有这个文件。") }
      preview.request = request
      for (heading, word) in request.columns {
        guard let place = preview.columns.firstIndex(where: { $0.heading == heading }) else { continue }
        preview.columns[place].word = word
        preview.columns[place].meaning = preview.meanings.first { $0.id == word }?.label ?? "不读"
        preview.lacking.removeAll { $0 == preview.columns[place].meaning }
      }
      model.ledgerRead(preview)
    case .weigh(let id):
      if let sheet = sheets[id] { model.weighed(sheet, state) } else { model.exchangeRefused("没有打开。") }
    case .readRecords(let request):
      guard let kind = state.recordKind(request.kind) else { return }
      do throws(RegisterTable.Mistake) {
        let table = try RegisterTable(
          Array(recordsTable.utf8), kind: kind, district: request.district, today: model.device.today)
        let intake = try RegisterIntake(table, kind: kind, in: state)
        model.recordsRead(.init(request, intake, leftOut: table.leftOut), state)
      } catch {
        model.recordsRefused(RegisterWording.sentence(error, kind: kind))
      }
    case .readExchange(let request):
      model.exchangeRead(.init(request, lines: exchangeLines, action: "收下 2 份"), state)
    case .exchange(let request):
      if let sentence = refusal { return model.notExchanged(sentence, state) }
      exchanges.append(request)
      model.exchanged(request, "已办理。", state)
    case .takeOldLedger:
      if let refusal { model.ledgerNotTaken(refusal) } else { model.ledgerTaken("已读入申报 2 件。") }
    case .readStory(let record):
      let entries = state.file(record)?.history ?? state.history(ofApplicant: record)
      let now = state.file(record).map { RecordContent.filing($0.filing) }
      model.story(of: record, entries.map { .init(entry: $0, before: nil, after: now) }, state)
    case .print(let document):
      do {
        let text =
          switch document.content {
          case .paper(let printout): try printout.text(DemoOffice.templates())
          case .report(let table): table.text
          }
        model.printed(document, text: text, state)
      } catch {
        model.notPrinted("\(error)")
      }
    case .write(let document, .printer, _): model.sentToPrinter(document)
    case .write(_, let format, let name):
      // As the program does: what is there is not written over.
      if files.contains(name + format.ending) {
        model.notPrinted("已有这个文件，没有覆盖，请换一个名称。")
      } else {
        files.append(name + format.ending)
        model.written(to: name + format.ending)
      }
    case .save(let command, let expected):
      // As the office does: what another has changed meanwhile is not saved onto.
      if let overtaken = expected.flatMap({ state.overtaken(command, $0) }) {
        model.notSaved(StoreWording.sentence(overtaken), state)
        return
      }
      let moment = Moment(at: "\(model.device.today)T01:30:00Z", today: model.device.today)
      switch state.changes(for: command, by: model.seat.operatorName, at: moment) {
      case .success(let changes):
        for record in changes.compactMap(\.record) { before[record] = content(of: record) }
        var save = Transaction(by: model.seat.operatorName, at: moment.at, policy: "", changes: changes)
        save.sequence = journal.count + 1
        journal.append(save)
        state.fold(save)
        model.stateChanged(state)
        model.saved(changes, state)
      case .failure(let refusal):
        model.notSaved(StoreWording.sentence(refusal), state)
      }
    }
  }

  private func content(of record: String) -> RecordContent? {
    state.file(record).map { .filing($0.filing) } ?? state.applicant(record).map(RecordContent.applicant)
  }

  var grid: Grid { fresh ?? model.view(state) }
  /// What the clerk has before them: another's save since then is not on it.
  var lastDrawn: Grid { shown ?? grid }

  /// The screen as text, without the blanks at the ends of its lines.
  var screen: String {
    grid.plainText.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// One line of the screen, from 0.
  func line(_ row: Int) -> String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(row) ? String(lines[row]) : ""
  }

  var title: String { line(0) }
  /// Like everything else it begins behind a blank.
  var message: String { String(line(model.device.rows - 2).dropFirst()) }
  var keyBar: String { line(model.device.rows - 1) }
}

extension DeskSession {
  /// The names of the keys that work now.
  var keyNames: [String] { model.keyHints(state).map(\.key) }
}
