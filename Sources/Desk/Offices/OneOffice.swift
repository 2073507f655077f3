import Casework
import Cells
import Wording

/// One office of a city while its part alone is looked at: every list and figure is that of its filings, and nothing is
/// written.
struct OneOffice: Sendable {
  /// What commands call it.
  let code: String
  /// How the screens stood before.
  private let before: Boxed<ScreenStates>
  private let query: String
  /// The part, and of which version of the whole it was made.
  private var part: (version: Int, state: Boxed<OfficeState>)?

  fileprivate init(_ code: String, _ model: Model) {
    self.code = code
    (before, query) = (Boxed(model.states), model.search.query.text)
  }

  /// The office's part of what all come to; nil where that knows no such office.
  func part(of whole: OfficeState) -> OfficeState? {
    if let part, part.version == whole.version { return part.state.value }
    return whole.part(of: code)
  }

  /// Keeps the part at hand until the whole moves.
  mutating func hold(_ whole: OfficeState) {
    guard part?.version != whole.version else { return }
    part = whole.part(of: code).map { (whole.version, Boxed($0)) }
  }

  fileprivate func putBack(into model: inout Model) {
    let before = before.value
    (model.states.worklist, model.states.applicants, model.states.filings) = (
      before.worklist, before.applicants, before.filings
    )
    (model.states.caps, model.states.totals, model.states.register) = (
      before.caps, before.totals, before.register
    )
    model.search.query.replace(query)
  }
}

extension Model {
  /// The part of the one office that is looked at; nil where all there is is. A state is dear to hand on, so it isn't.
  func partInSight(of state: OfficeState) -> OfficeState? {
    state.joint.shownOffice == nil ? seat.oneOffice?.part(of: state) : nil
  }

  /// The same, kept at hand; where the office is there no more all is looked at again.
  mutating func partLookedAt(of state: OfficeState) -> OfficeState? {
    guard seat.oneOffice != nil, state.joint.shownOffice == nil else { return nil }
    seat.oneOffice?.hold(state)
    if let part = seat.oneOffice?.part(of: state) { return part }
    leaveOffice()
    return nil
  }

  /// Looks at one office alone: its filings first.
  mutating func enterOffice(_ code: String) {
    leaveTrail()
    let office = OneOffice(code, self)
    (states.worklist, states.applicants, states.filings) = (WorklistState(), ListState(), FilingsState())
    (states.caps, states.totals, states.register) = (CapsState(), TotalsState(), RegisterState())
    search.query.clear()
    (selection.marks, search.isTyping) = ([], false)
    seat.oneOffice = office
    screen = .filings
  }

  /// Back to all offices, and to the list of them.
  mutating func leaveOffice() {
    guard let office = seat.oneOffice else { return }
    leaveTrail()
    (selection.marks, search.isTyping) = ([], false)
    seat.oneOffice = nil
    office.putBack(into: &self)
    screen = .offices
  }

  /// Why nothing can be saved now; nil where saving works.
  var whyNotSaved: String? { whyOnlyLookedAt ?? seat.readOnly }

  /// Why nothing is written while one office is looked at.
  var whyOnlyLookedAt: String? {
    seat.oneOffice == nil ? nil : "现在只看一个局，不能办理；按 9 或 F10 回到各局以后再办。"
  }

  /// Says so where a request would write; false where it may be carried out.
  mutating func refusesToWrite(_ request: Request) -> Bool {
    guard let why = whyOnlyLookedAt, writes(request) else { return false }
    message = Notice(.warning, why)
    return true
  }

  /// The keys that work while one office is looked at.
  func workingNow(_ hints: [KeyHint]) -> [KeyHint] {
    guard seat.oneOffice != nil else { return hints }
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
