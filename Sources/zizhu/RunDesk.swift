import ArgumentParser
import Casework
import Desk
import Interchange
import Office
import Terminal
import Wording

/// How the desk is opened.
struct DeskOptions: ParsableArguments {
  @Flag(help: "只用 ASCII 字符画线") var ascii = false
  @Flag(help: "不用颜色") var mono = false
  @Flag(help: "终端背景是浅色") var light = false
  @Flag(help: "终端背景是深色") var dark = false
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
      case .notASession: throw Failure(.badInput, "不是操作记录，请用 --record 记下的文件。")
      case .line(let line): throw Failure(.badInput, "\(path) 第 \(line) 行读不懂，没有重放。")
      }
    }
  }
}

/// Opens the desk on a store and puts the terminal back whatever happens.
func runDesk(
  on office: OpenOffice, as who: SignedIn?, expecting name: String, clock: Clock, printer: Printer,
  isDemo: Bool, greeting: String = "", exchangeFolder: String = "", pinyin: PinyinTable, _ asked: DeskOptions
) throws {
  let session = try asked.session()
  var recording: Recording?
  if let path = asked.record { recording = try Recording(path, disguise: office.disguise(pinyin: pinyin)) }
  var options = Screen.Options()
  options.ascii = asked.ascii
  options.mouse = asked.mouse
  let (colours, complaint) = ColourFile.read()
  options.colours = colours
  if asked.mono { options.mono = true }
  if asked.light || asked.dark { options.isLight = asked.light }
  let screen = try Screen.open(options)
  defer { screen.close() }
  var model = Model(
    office: office.state, operatorName: who?.name ?? name, today: clock.today(), isDemo: isDemo,
    rows: screen.rows,
    columns: screen.columns)
  model.device.isMouseUsed = asked.mouse
  model.device.outlets = Outlet.found
  model.device.printFolder = PrintFolder.remembered
  model.seat.asksForPINs = office.asksForPINs
  model.seat.columnsKept = office.keptColumns()
  model.device.exchangeFolder = exchangeFolder
  // On the Linux console the first thing said is what can be read there.
  if !greeting.isEmpty, !screen.isLinuxConsole { model.message = Notice(.good, greeting) }
  if let complaint { model.tell(Notice(.warning, complaint)) }
  if who == nil { model.askWho(office.state) }
  recording?.begin(rows: screen.rows, columns: screen.columns, today: clock.today())
  let signs = office.openRecords()
  defer { signs.show([], by: "") }
  var runner = Runner(
    model: model, office: office, screen: screen, clock: clock, who: who, signs: signs, recording: recording,
    printer: printer, ledger: DeskOldLedger(office), exchange: DeskExchange(office))
  if session.map({ runner.replay($0) }) ?? true { runner.run() }
  // The screen is put back first: a snapshot of a large office takes a moment.
  screen.close()
  office.leave()
}
