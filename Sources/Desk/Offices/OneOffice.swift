import Casework
import Cells
import Wording

/// One office of a city while its part alone is looked at: every list and figure is that of its filings, and nothing is
/// written.
struct OneOffice: Sendable {
  /// What commands call it.
  let code: String
  /// How the screens stood before.
  private let before: Screens
  /// The part, and of which version of the whole it was made.
  private var part: (version: Int, state: OfficeState)?

  private struct Screens: Sendable {
    let worklist: WorklistState
    let applicants: ListState
    let query: String
    let filings: FilingsState
    let caps: CapsState
    let totals: TotalsState
    let register: RegisterState
  }

  fileprivate init(_ code: String, _ model: Model) {
    self.code = code
    before = Screens(
      worklist: model.worklist, applicants: model.applicants, query: model.query.text, filings: model.filings,
      caps: model.caps, totals: model.totals, register: model.register)
  }

  /// The office's part of what all come to; nil where that knows no such office.
  func part(of whole: OfficeState) -> OfficeState? {
    if let part, part.version == whole.version { return part.state }
    return whole.part(of: code)
  }

  /// Keeps the part at hand until the whole moves.
  mutating func hold(_ whole: OfficeState) {
    guard part?.version != whole.version else { return }
    part = whole.part(of: code).map { (whole.version, $0) }
  }

  fileprivate func putBack(into model: inout Model) {
    (model.worklist, model.applicants, model.filings) = (before.worklist, before.applicants, before.filings)
    (model.caps, model.totals, model.register) = (before.caps, before.totals, before.register)
    model.query.replace(before.query)
  }
}

extension Model {
  /// What is looked at: one office's part where one was chosen, else all there is.
  func lookedAt(_ state: OfficeState) -> OfficeState {
    state.shownOffice == nil ? oneOffice?.part(of: state) ?? state : state
  }

  /// The same, kept at hand; where the office is there no more all is looked at again.
  mutating func looking(at state: OfficeState) -> OfficeState {
    guard oneOffice != nil, state.shownOffice == nil else { return state }
    oneOffice?.hold(state)
    if let part = oneOffice?.part(of: state) { return part }
    leaveOffice()
    return state
  }

  /// Looks at one office alone: its filings first.
  mutating func enterOffice(_ code: String) {
    leaveTrail()
    let office = OneOffice(code, self)
    (worklist, applicants, filings) = (WorklistState(), ListState(), FilingsState())
    (caps, totals, register) = (CapsState(), TotalsState(), RegisterState())
    query.clear()
    (marks, isSearching) = ([], false)
    oneOffice = office
    screen = .filings
  }

  /// Back to all offices, and to the list of them.
  mutating func leaveOffice() {
    guard let office = oneOffice else { return }
    leaveTrail()
    (marks, isSearching) = ([], false)
    oneOffice = nil
    office.putBack(into: &self)
    screen = .offices
  }

  /// Why nothing can be saved now; nil where saving works.
  var whyNotSaved: String? { whyOnlyLookedAt ?? readOnly }

  /// Why nothing is written while one office is looked at.
  var whyOnlyLookedAt: String? {
    oneOffice == nil ? nil : "现在只看一个局，不能办理；按 9 或 F10 回到各局以后再办。"
  }

  /// Says so where a request would write; false where it may be carried out.
  mutating func refusesToWrite(_ request: Request) -> Bool {
    guard let why = whyOnlyLookedAt, writes(request) else { return false }
    message = Notice(.warning, why)
    return true
  }

  /// The keys that work while one office is looked at.
  func workingNow(_ hints: [KeyHint]) -> [KeyHint] {
    guard oneOffice != nil else { return hints }
    return hints.filter { hint in
      guard case .key(let key) = hint.name.event else { return true }
      return Request(key).map { !writes($0) } ?? true
    }
  }

  /// Commands that would lead to something that is saved say beforehand that they can't while one office is looked at.
  func onlyLooking(_ commands: [Palette.Command]) -> [Palette.Command] {
    guard let why = whyOnlyLookedAt else { return commands }
    return commands.map { command in
      let isHeld =
        switch command.action {
        case .request(let request): writes(request)
        case .event(.key(let key)): Request(key).map(writes) ?? false
        case .step: true
        case .event, .paper, .copies, .tells: false
        }
      return isHeld ? command.refused(why) : command
    }
  }

  /// Whether a request leads to something that is saved.
  private func writes(_ request: Request) -> Bool {
    switch request {
    case .lookup: screen != .policy
    case .newFiling, .newApplicant, .list, .saveAndNext, .copy, .undo, .nextStep, .otherStep, .news,
      .oldLedger,
      .recordsTable, .sealing, .periods, .merging, .gather, .bundle, .takeReply, .recall:
      true
    case .help, .find, .save, .back, .leave, .redraw, .suspend, .palette, .mouse, .markAll, .printing,
      .changeOperator, .lock, .number, .story, .mark, .sortOn, .sortBack, .reverse, .everyYear, .widen,
      .yearBefore,
      .yearAfter, .delete:
      false
    }
  }
}
