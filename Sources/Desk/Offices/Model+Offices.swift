public import Casework
import Papers

/// What goes on between a city and its offices, at the desk.
extension Model {
  /// The screens that there are here: that of the offices is a city's alone.
  var screens: [Screen] { Screen.allCases.filter { $0 != .offices || seat.isCity } }

  // MARK: - Screen 9

  /// Enter: the chosen office alone, or the chosen conflict.
  mutating func openOffices(_ state: OfficeState) -> [Effect] {
    if let line = chosenOffice {
      enterOffice(line.code)
      return []
    }
    return weighChosen()
  }

  func weighChosen() -> [Effect] {
    chosenConflict.map { [.weigh($0.id)] } ?? []
  }

  /// F6: the reply to the chosen office.
  mutating func openReply(_ state: OfficeState) {
    guard let line = chosenOffice, let office = line.office else { return warn("请先在各局里选一个县局。") }
    guard office.writer != nil else { return warn("\(office.name)还没有接纳，不能写回执件。") }
    openExchange(.reply(office: office.code), state)
  }

  mutating func openExchange(_ kind: ExchangeRequest.Kind, _ state: OfficeState) {
    search.isTyping = false
    open(ExchangeForm(kind, folder: device.exchangeFolder, surroundings(state)))
  }

  /// What a restored city's offices know of its decisions, to be looked at before it is taken in again.
  func openRecall(_ state: OfficeState) -> [Effect] { [.readExchange(ExchangeRequest(.recall, path: ""))] }

  // MARK: - Answers

  /// A conflict was weighed: what each verdict would move stands there.
  public mutating func weighed(_ sheet: ConflictSheet, _ state: OfficeState) {
    search.isTyping = false
    drop(ConflictPage.self)
    open(ConflictPage(sheet, surroundings(state)))
    message = nil
  }

  /// A file was read, and nothing is taken in yet.
  public mutating func exchangeRead(_ preview: ExchangePreview, _ state: OfficeState) {
    keepFolder(of: preview.request)
    open(ExchangePage(preview, surroundings(state)))
    message = nil
  }

  /// A file was taken in or written.
  public mutating func exchanged(_ request: ExchangeRequest, _ sentence: String, _ state: OfficeState) {
    keepFolder(of: request)
    closePage()
    message = Notice(.good, sentence)
    saving.said = message
    renewLists(state)
  }

  private mutating func keepFolder(of request: ExchangeRequest) {
    if request.kind != .recall { device.exchangeFolder = request.path }
  }

  /// What was read could not be taken in, or a file not be written.
  public mutating func notExchanged(_ sentence: String, _ state: OfficeState) {
    let desk = surroundings(state)
    change(ExchangePage.self) { $0.askToReadAgain(desk) }
    exchangeRefused(sentence)
  }

  /// It could not be read, or not be done now; what was typed stays.
  public mutating func exchangeRefused(_ sentence: String) {
    saving.key = nil
    message = Notice(.bad, sentence)
  }

  // MARK: - Papers

  /// What can be printed of the chosen office or conflict.
  func papersOfOffices(_ state: OfficeState) -> [PrintMenu.Entry] {
    let desk = surroundings(state)
    if let line = chosenOffice, line.office == nil { return [PrintMenu.closes(desk)] }
    if let line = chosenOffice {
      return [PrintedPaper.handover, .reminder].map {
        PrintMenu.entry($0, between: line.code, line.name, desk)
      }
    }
    guard let conflict = chosenConflict else { return [] }
    return [PrintMenu.entry(.conflict, between: conflict.id, conflict.id, desk)]
  }
}
