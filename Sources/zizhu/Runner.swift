import ArgumentParser
import CaseModel
import Casework
import Cells
import Desk
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
  /// Whose login or PIN was checked.
  let who: SignedIn
  let drafts: DraftKeeper
  /// Where the session is recorded, if it is.
  var recording: Recording?
  /// When what is being typed was last looked at, in milliseconds of the steady clock.
  var keptAt = 0

  /// Runs until somebody leaves.
  mutating func run() {
    model.readOnly = office.journal.readOnly.map(StoreWording.sentence)
    if let finding = office.journal.findings.first {
      model.message = Notice(.warning, StoreWording.sentence(finding))
    }
    if screen.isLinuxConsole {
      model.message = Notice(.warning, "Linux 控制台没有汉字字形，请改用图形终端或 SSH 登录。")
    }
    // The first screen comes before the work behind it.
    model.time = clock.time()
    screen.draw(model.view(office.state))
    tend()
    model.offer(drafts.leftBehind())
    while true {
      model.time = clock.time()
      model.at = clock.now()
      screen.draw(model.view(office.state))
      // Twice a second the desk looks for what others have saved.
      guard let event = screen.nextEvent(timeout: 500) else {
        follow()
        tend()
        keepDraft()
        continue
      }
      guard take(event) else { return keepDraftAtTheEnd() }
      if Self.milliseconds() - keptAt >= Self.longestUnkept { keepDraft() }
    }
  }

  // MARK: - Undo

  private mutating func findUndo(_ record: String) {
    do throws(OfficeError) {
      model.found(try office.history(of: record)?.last, of: record)
    } catch {
      model.message = Notice(.bad, Failure(error, at: "数据库").sentence)
    }
  }

  private mutating func undo(_ record: String) {
    do throws(OfficeError) {
      let saved = try office.undo(record, by: who)
      model.stateChanged(office.state)
      model.saved(saved?.changes ?? [], office.state)
    } catch {
      model.stateChanged(office.state)
      model.notSaved(Failure(error, at: "数据库", in: office.state).sentence)
    }
  }

  /// Lets an event happen; false where the desk is to be left.
  private mutating func take(_ event: Event) -> Bool {
    // Before it happens, so that what brings the desk down is in the file.
    recording?.take(event, on: model)
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
      model.time = clock.time()
      model.at = clock.now()
      guard take(event) else { return false }
      screen.draw(model.view(office.state))
    }
    return true
  }

  // MARK: - Drafts

  /// Who types without a pause has it kept as often as this, in milliseconds.
  private static let longestUnkept = 1000

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Has what is being typed kept on the disk, beside the desk.
  private mutating func keepDraft() {
    keptAt = Self.milliseconds()
    do throws(FileError) {
      try drafts.keep(model.unsaved)
    } catch {
      model.message = Notice(.bad, "草稿没有写到磁盘上，请尽快保存：" + StoreWording.sentence(.file(error)))
    }
  }

  /// What was not saved when the desk has to end is there at the next start; whoever leaves has been asked.
  private mutating func keepDraftAtTheEnd() {
    // Nobody is left to read why it could not be written.
    try? drafts.keepNow(model.unsaved)
  }

  private mutating func takeUp(_ draft: LeftBehind) {
    if (try? drafts.adopt(draft)) == true {
      model.resume(draft, office.state)
    } else {
      model.resumedElsewhere(draft)
    }
  }

  private mutating func discard(_ draft: LeftBehind) {
    do throws(FileError) {
      try drafts.discard(draft)
      model.discarded(draft)
    } catch {
      model.message = Notice(.bad, "没有丢弃：" + StoreWording.sentence(.file(error)))
    }
  }

  private mutating func follow() {
    do throws(OfficeError) {
      if try office.follow() { model.stateChanged(office.state) }
    } catch {
      model.message = Notice(.bad, Failure(error, at: "数据库").sentence)
    }
    model.readOnly = office.journal.readOnly.map(StoreWording.sentence)
  }

  /// What goes on beside the desk: the check behind the first screen, snapshots, the day's backup.
  private mutating func tend() {
    do throws(OfficeError) {
      for news in try office.tend(backsUp: !model.isDemo) {
        if case .rebuilt = news { model.stateChanged(office.state) }
        model.message = StoreNotice.notice(news)
      }
    } catch {
      model.message = Notice(.bad, Failure(error, at: "数据库").sentence)
    }
    model.readOnly = office.journal.readOnly.map(StoreWording.sentence)
  }

  /// False where the desk is to be left.
  private mutating func carryOut(_ effect: Effect) -> Bool {
    switch effect {
    case .leave: return false
    case .findUndo(let record): findUndo(record)
    case .undo(let record): undo(record)
    case .takeDraft(let draft): takeUp(draft)
    case .discardDraft(let draft): discard(draft)
    case .redraw: screen.redraw()
    case .suspend: screen.suspend()
    case .save(let command, let expected):
      do throws(OfficeError) {
        let saved = try office.save(command, by: who, expecting: expected)
        model.stateChanged(office.state)
        model.saved(saved?.changes ?? [], office.state)
        // What is saved is not to be offered after a crash.
        keepDraft()
      } catch {
        model.stateChanged(office.state)
        model.notSaved(Failure(error, at: "数据库", in: office.state).sentence)
        model.readOnly = office.journal.readOnly.map(StoreWording.sentence)
      }
    }
    return true
  }
}

/// How the desk is opened.
struct DeskOptions: ParsableArguments {
  @Flag(help: "只用 ASCII 字符画线") var ascii = false
  @Flag(help: "不用颜色") var mono = false
  @Flag(help: "用鼠标（终端自己的选取和复制就不能用了）") var mouse = false
  @Option(help: "把这次操作记到文件里；姓名、证件号等都换成虚构的") var record: String?
  @Option(help: "先照记录的文件操作一遍，在演示或数据库的副本上用") var replay: String?

  /// The session to replay, read before the screen is taken.
  func session() throws -> SessionFile? {
    guard let path = replay else { return nil }
    let text = String(decoding: try Streams.read(path), as: UTF8.self)
    do throws(SessionFile.Mistake) {
      return try SessionFile.read(text)
    } catch {
      switch error {
      case .notASession: throw Failure(status: .badInput, sentence: "\(path) 不是操作记录，请用 --record 记下的文件。")
      case .line(let line): throw Failure(status: .badInput, sentence: "\(path) 第 \(line) 行读不懂，没有重放。")
      }
    }
  }
}

/// Opens the desk on a store and puts the terminal back whatever happens.
func runDesk(
  on office: OpenOffice, as who: SignedIn, clock: Clock, isDemo: Bool, pinyin: PinyinTable,
  _ asked: DeskOptions
) throws {
  let session = try asked.session()
  var recording: Recording?
  if let path = asked.record { recording = try Recording(path, disguise: office.disguise(pinyin: pinyin)) }
  var options = Screen.Options()
  options.ascii = asked.ascii
  options.mouse = asked.mouse
  if asked.mono { options.mono = true }
  let screen: Screen
  do throws(ScreenError) {
    screen = try Screen.open(options)
  } catch {
    throw Failure(status: .usage, sentence: ScreenWording.sentence(error))
  }
  defer { screen.close() }
  let model = Model(
    office: office.state, operatorName: who.name, today: clock.today(), isDemo: isDemo, rows: screen.rows,
    columns: screen.columns)
  recording?.begin(rows: screen.rows, columns: screen.columns, today: clock.today())
  var runner = Runner(
    model: model, office: office, screen: screen, clock: clock, who: who, drafts: office.drafts(of: who),
    recording: recording)
  if session.map({ runner.replay($0) }) ?? true { runner.run() }
  // The screen is put back first: a snapshot of a large office takes a moment.
  screen.close()
  office.leave()
}
