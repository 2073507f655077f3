import CaseModel
import Casework
import Cells
import Desk
import Interchange
import Glibc
import Journal
import Office
import Terminal
import Wording

/// Runs the desk: events in, screen out, and the effects that the model asks for carried out.
///
/// The only place where the desk meets the terminal and the store.
struct Runner {
  var model: Model
  let office: OpenOffice
  let screen: Screen
  let clock: Clock
  /// Whose login or PIN was checked; nil while the desk asks.
  var who: SignedIn?
  /// One for each who has worked here: held to the end, so that no other desk is offered what lies open on this one.
  var keepers: [String: DraftKeeper] = [:]
  /// What is open here and at other desks.
  let signs: OpenRecords
  /// Where the session is recorded, if it is.
  var recording: Recording?
  var last = Last()
  let printer: Printer
  /// The old ledger that is being looked at.
  var ledger: DeskOldLedger
  /// The files between offices that are being looked at.
  var exchange: DeskExchange

  /// How far what is done again and again was done last.
  struct Last {
    /// When what is being typed was looked at, in milliseconds of the steady clock.
    var keptAt = 0
    /// The version of what the model's lists were made of.
    var seenVersion: Int?
    /// The second at which the model was told the time.
    var toldAt = 0
  }

  /// Runs until somebody leaves.
  mutating func run() {
    model.seat.readOnly = office.journal.readOnly.map(StoreWording.sentence)
    if let finding = office.journal.findings.first {
      model.message = Notice(.warning, StoreWording.sentence(finding))
    }
    if let who { tellHints(who) }
    if screen.isLinuxConsole {
      // Whoever reads it there reads only ASCII.
      model.seat.standingMessage = Notice(
        .warning, ScreenWording.consoleInASCII + " 请改用图形终端或 SSH。")
    }
    // The first screen comes before the work behind it.
    tellTime()
    var shown = model.view(office.state)
    screen.draw(shown)
    model.wasDrawn()
    tend()
    openDrafts()
    var lastKey = Clock.seconds()
    while true {
      tellTime()
      renewIfMoved()
      readSaves()
      shown = model.view(office.state, after: shown)
      screen.draw(shown)
      model.wasDrawn()
      // Twice a second the desk looks for what others have saved.
      guard let event = screen.nextEvent(timeout: 500) else {
        model.rested(seconds: Clock.seconds() - lastKey, office.state)
        follow()
        tend()
        keepDraft()
        tellOpen()
        continue
      }
      lastKey = Clock.seconds()
      guard take(event) else { return keepDraftAtTheEnd() }
      if Self.milliseconds() - last.keptAt >= Self.longestUnkept { keepDraft() }
    }
  }

  /// Tells the model what the time is; to spell it out once a second is enough.
  private mutating func tellTime() {
    let now = Glibc.time(nil)
    guard now != last.toldAt else { return }
    last.toldAt = now
    model.device.time = clock.time()
    model.device.at = clock.now()
  }

  /// What somebody should hear who has just signed in; of several the first.
  private mutating func tellHints(_ who: SignedIn) {
    guard let hint = StoreOptions.hints(for: who).first else { return }
    model.message = Notice(.warning, hint)
  }

  // MARK: - The journal

  /// Reads what the journal screen shows, as far as it is looked at.
  private mutating func readSaves() {
    guard let wanted = model.wantedSaves(office.state) else { return }
    do throws(OfficeError) {
      let state = office.state
      let read = try office.saves(before: wanted.before, count: wanted.count) {
        Model.says(wanted.query, $0, state)
      }
      model.read(saves: read.saves, next: read.next, for: wanted, state)
    } catch {
      model.notRead(Failure(error).sentence, for: wanted, office.state)
    }
  }

  private mutating func readStory(of record: String) {
    do throws(OfficeError) {
      guard let changes = try office.history(of: record) else { return }
      model.story(of: record, changes, office.state)
    } catch {
      model.message = Notice(.bad, Failure(error).sentence)
    }
  }

  // MARK: - Undo

  private mutating func findUndo(_ record: String) {
    do throws(OfficeError) {
      model.found(try office.history(of: record)?.last, of: record)
    } catch {
      model.message = Notice(.bad, Failure(error).sentence)
    }
  }

  /// Whatever has moved what there is to see, as damage that leaves a county out: no list made before it stays.
  mutating func renewIfMoved() {
    let version = office.state.version
    defer { last.seenVersion = version }
    if let seenVersion = last.seenVersion, seenVersion != version { model.stateChanged(office.state) }
  }

  /// Lets an event happen; false where the desk is to be left.
  private mutating func take(_ event: Event) -> Bool {
    // Before it happens, so that what brings the desk down is in the file.
    // Who signs in and with what PIN is in no recording.
    if !model.isAskingWho { recording?.take(event, on: model) }
    for effect in model.update(event, office.state) {
      guard carryOut(effect) else { return false }
    }
    return true
  }

  /// Goes through a recorded session, as fast as it can; false where that left the desk.
  mutating func replay(_ session: SessionFile) -> Bool {
    for event in session.events {
      // The size is the screen's own here.
      if case .resize = event { continue }
      tellTime()
      guard take(event) else { return false }
      renewIfMoved()
      screen.draw(model.view(office.state))
    }
    return true
  }

  /// Shows other desks what is open here, and takes in what is open there.
  private mutating func tellOpen() {
    guard office.journal.readOnly == nil else { return }
    signs.show(model.openRecords, by: who?.name ?? "")
    model.unfinished.openAtOthers = signs.others()
  }

  // MARK: - Drafts

  /// Who types without a pause has it kept as often as this, in milliseconds.
  private static let longestUnkept = 1000

  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Of whoever sits here.
  private var drafts: DraftKeeper? { who.flatMap { keepers[$0.name] } }

  /// Offers what desks of whoever sits here have left behind, the first time they do.
  private mutating func openDrafts() {
    guard let who, keepers[who.name] == nil else { return }
    let keeper = office.drafts(of: who)
    keepers[who.name] = keeper
    model.offer(keeper.leftBehind())
  }

  /// Has what is being typed kept on the disk, beside the desk.
  private mutating func keepDraft() {
    last.keptAt = Self.milliseconds()
    do throws(FileError) {
      try drafts?.keep(model.unsaved)
    } catch {
      model.tell(Notice(.bad, "草稿没有写到磁盘上，请尽快保存：" + StoreWording.sentence(.file(error))))
    }
  }

  /// What was not saved when the desk has to end is there at the next start; whoever leaves has been asked.
  private mutating func keepDraftAtTheEnd() {
    // Nobody is left to read why it could not be written.
    try? drafts?.keepNow(model.unsaved)
  }

  private mutating func takeUp(_ draft: LeftBehind) {
    if (try? drafts?.adopt(draft)) == true {
      model.resume(draft, office.state)
    } else {
      model.resumedElsewhere(draft)
    }
  }

  private mutating func discard(_ draft: LeftBehind) {
    do throws(FileError) {
      try drafts?.discard(draft)
      model.discarded(draft)
    } catch {
      model.message = Notice(.bad, "没有丢弃：" + StoreWording.sentence(.file(error)))
    }
  }

  // MARK: - Old ledgers

  private mutating func readOldLedger(_ request: OldLedgerRequest) {
    do {
      let preview = try ledger.read(
        request, today: clock.today(), progress: progress { "正在读表 \($0)/\($1) 行，按 Esc 停止。" })
      if let preview { model.ledgerRead(preview) } else { model.ledgerRefused("已停止，没有读入任何内容。") }
    } catch {
      model.ledgerRefused(Failure.sentence(error, in: office, or: "没有读入任何内容。"))
    }
  }

  /// What a long piece of work is to tell how far it is: a short one is done before anybody could look, a long one shows it
  /// and stops on Esc.
  func progress(_ words: @escaping (_ done: Int, _ whole: Int) -> String) -> (Int, Int) -> Bool {
    let (model, screen, state) = (model, screen, office.state)
    var shown = Self.milliseconds()
    return { done, whole in
      guard done > 0, Self.milliseconds() - shown > 100 else { return true }
      shown = Self.milliseconds()
      var waiting = model
      waiting.message = Notice(.good, words(done, whole))
      screen.draw(waiting.view(state))
      return !screen.takeEscape()
    }
  }

  private mutating func takeOldLedger(_ request: OldLedgerRequest) {
    guard let who else { return }
    do {
      let sentence = try ledger.take(request, by: who)
      model.stateChanged(office.state)
      model.ledgerTaken(sentence)
      model.seat.columnsKept = office.keptColumns()
    } catch {
      model.stateChanged(office.state)
      model.ledgerNotTaken(Failure.sentence(error, in: office, or: "没有读入任何内容。"))
    }
  }

  private mutating func follow() {
    do throws(OfficeError) {
      if try office.follow() { model.stateChanged(office.state) }
    } catch {
      model.tell(Notice(.bad, Failure(error).sentence))
    }
    lookWhetherItSaves()
  }

  /// A store that could not be saved to may take saves again while the desk is open, once its disk has room.
  mutating func lookWhetherItSaves() {
    let reason = office.journal.readOnly.map(StoreWording.sentence)
    if reason == nil, model.seat.readOnly != nil { model.tell(Notice(.good, "现在又可以保存了。")) }
    model.seat.readOnly = reason
  }

  /// What goes on beside the desk: the check behind the first screen, snapshots, the day's backup.
  private mutating func tend() {
    do throws(OfficeError) {
      for news in try office.tend(backsUp: !model.seat.isDemo) {
        renewIfMoved()
        model.tell(StoreNotice.notice(news))
      }
    } catch {
      model.tell(Notice(.bad, Failure(error).sentence))
    }
    lookWhetherItSaves()
  }

  /// False where the desk is to be left.
  private mutating func carryOut(_ effect: Effect) -> Bool {
    switch effect {
    case .leave: return false
    case .findUndo(let record): findUndo(record)
    case .undo(let record):
      save { (office, who) throws(OfficeError) in try office.undo(record, by: who) }
    case .takeDraft(let draft): takeUp(draft)
    case .discardDraft(let draft): discard(draft)
    case .readStory(let record): readStory(of: record)
    case .redraw: screen.redraw()
    case .copy(let text): screen.copy(text)
    case .useMouse(let isUsed): screen.useMouse(isUsed)
    case .suspend: screen.suspend()
    case .signIn(let name, let pin, let code): signIn(name, pin, code)
    case .print(let document):
      handOut { runner in
        runner.model.printed(document, text: try runner.printer.text(of: document), runner.office.state)
      }
    case .write(let document, .printer, _):
      handOut { runner in
        try runner.printer.send(document)
        runner.model.sentToPrinter(document)
      }
    case .write(let document, let format, let name):
      handOut { runner in
        runner.model.written(to: try runner.printer.write(document, format, name: name))
        PrintFolder.remember(runner.model.device.printFolder)
      }
    case .keepColumns(let columns):
      do throws(OfficeError) {
        try office.keep(columns: columns)
      } catch {
        model.tell(Notice(.warning, "各栏读作什么没有存下，下次还要再指明：" + Failure(error).sentence))
      }
    case .weigh(let conflict): weigh(conflict)
    case .readExchange(let request): readExchange(request)
    case .exchange(let request): carryOut(request)
    case .readOldLedger(let request): readOldLedger(request)
    case .readRecords(let request): readRecords(request)
    case .takeOldLedger(let request): takeOldLedger(request)
    case .save(let command, let expected):
      if command.restsOnWholeJournal, let reason = reasonToRefuse() {
        model.notSaved(reason, office.state)
      } else {
        save { (office, who) throws(OfficeError) in try office.save(command, by: who, expecting: expected) }
      }
    }
    return true
  }

  private mutating func signIn(_ name: String, _ pin: String?, _ code: String?) {
    // What is open stays its owner's.
    keepDraft()
    do throws(OfficeError) {
      let signedIn = try office.signIn(name, login: StoreOptions.login(), pin: pin, code: code)
      who = signedIn
      model.signedIn(as: name, office.state)
      tellHints(signedIn)
      openDrafts()
    } catch {
      model.notSignedIn(Failure(error, in: office.state).sentence)
    }
  }

  /// Has something go out on paper or into a file, unless the store is not whole.
  private mutating func handOut(_ work: (inout Runner) throws -> Void) {
    if let reason = reasonToRefuse() { return model.notPrinted(reason) }
    do { try work(&self) } catch { model.notPrinted(printer.sentence(error)) }
  }

  private mutating func save(_ work: (OpenOffice, SignedIn) throws(OfficeError) -> OpenOffice.Saved?) {
    guard let who else { return }
    do throws(OfficeError) {
      let saved = try work(office, who)
      model.stateChanged(office.state)
      model.saved(saved?.changes ?? [], office.state)
      // What is saved is not to be offered after a crash.
      keepDraft()
    } catch {
      model.stateChanged(office.state)
      model.notSaved(Failure(error, in: office.state).sentence, office.state)
      lookWhetherItSaves()
    }
  }
}
