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
    while true {
      model.time = clock.time()
      model.at = clock.now()
      screen.draw(model.view(office.state))
      // Twice a second the desk looks for what others have saved.
      guard let event = screen.nextEvent(timeout: 500) else {
        follow()
        tend()
        continue
      }
      for effect in model.update(event, office.state) {
        guard carryOut(effect) else { return }
      }
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
    case .redraw: screen.redraw()
    case .suspend: screen.suspend()
    case .save(let command, let expected):
      do throws(OfficeError) {
        let saved = try office.save(command, by: who, expecting: expected)
        model.stateChanged(office.state)
        model.saved(saved?.changes ?? [], office.state)
      } catch {
        model.stateChanged(office.state)
        model.notSaved(Failure(error, at: "数据库", in: office.state).sentence)
        model.readOnly = office.journal.readOnly.map(StoreWording.sentence)
      }
    }
    return true
  }
}

/// Opens the desk on a store and puts the terminal back whatever happens.
func runDesk(
  on office: OpenOffice, as who: SignedIn, clock: Clock, isDemo: Bool, ascii: Bool, mono: Bool
) throws {
  var options = Screen.Options()
  options.ascii = ascii
  if mono { options.mono = true }
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
  var runner = Runner(model: model, office: office, screen: screen, clock: clock, who: who)
  runner.run()
  // The screen is put back first: a snapshot of a large office takes a moment.
  screen.close()
  office.leave()
}
