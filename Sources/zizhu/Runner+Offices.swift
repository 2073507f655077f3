import Casework
import Cells
import Desk
import Office
import Terminal
import Wording

/// What goes on between a city and its offices, for the desk.
extension Runner {
  /// Works out what each verdict on a conflict would move.
  mutating func weigh(_ conflict: String) {
    if let reason = reasonToRefuse() { return model.exchangeRefused(reason) }
    do throws(OfficeError) {
      let sheet = try office.sheet(
        of: conflict, progress: progress { "正在试算各种裁定 \($0)/\($1)，按 Esc 停止。" })
      guard let sheet else { return model.exchangeRefused("没有打开：冲突已有变动，或者试算停止了。") }
      model.weighed(sheet, office.state)
    } catch {
      model.exchangeRefused(Failure(error, in: office.state).sentence)
    }
  }

  mutating func readExchange(_ request: ExchangeRequest) {
    guard let who else { return }
    if let reason = reasonToRefuse(), !healsOthers(request) { return model.exchangeRefused(reason) }
    do {
      model.exchangeRead(try exchange.read(request, by: who), office.state)
    } catch {
      model.exchangeRefused(Failure.sentence(error, in: office, or: "没有读文件。"))
    }
  }

  mutating func carryOut(_ request: ExchangeRequest) {
    guard let who else { return }
    if let reason = reasonToRefuse(), !healsOthers(request) { return model.exchangeRefused(reason) }
    do {
      let sentence = try exchange.carryOut(request, by: who)
      model.stateChanged(office.state)
      model.exchanged(request, sentence, office.state)
    } catch {
      model.stateChanged(office.state)
      model.notExchanged(Failure.sentence(error, in: office, or: "没有办理。"), office.state)
    }
  }

  /// Whether a request is a gathering that may heal what is damaged of others, where nothing else is.
  private func healsOthers(_ request: ExchangeRequest) -> Bool {
    guard request.kind == .gather else { return false }
    do throws(OfficeError) {
      try office.requireOwnWhole()
      return true
    } catch {
      return false
    }
  }
}
