import Desk
import Glibc
import Journal
import Office
import Terminal

/// Waiting for the check behind the first screen, where something is to rest on the journal.
extension Runner {
  /// Why nothing is decided, paid, sealed or printed by what the desk shows; nil where all of it was checked.
  ///
  /// The check goes on beside the desk from the first screen on; where it has not come to its end, whoever waits sees
  /// how far it is.
  mutating func reasonToRefuse() -> String? {
    let message = model.message
    do throws(OfficeError) {
      try office.requireAllRead()
      while !office.isChecked, office.journal.readOnly != .damage {
        for news in try office.tend(backsUp: false) {
          model.message = StoreNotice.notice(news)
          guard case .rebuilt = news else { continue }
          // What was decided on was another state.
          renewIfMoved()
          return "快照与日志不符，已按日志重新计算。请核对屏幕上的内容，再办一次。"
        }
        showCheck()
        pause()
      }
      model.message = message
      try office.requireWhole()
      return nil
    } catch {
      lookWhetherItSaves()
      renewIfMoved()
      return Failure(error, at: "数据库").sentence
    }
  }

  private func showCheck() {
    let (done, whole) = office.checked
    var waiting = model
    waiting.message = Notice(.good, "正在核对日志，核对完再办：\(min(done, whole))/\(whole) 条。")
    screen.draw(waiting.view(office.state))
  }

  /// A twentieth of a second.
  private func pause() { usleep(50_000) }
}
