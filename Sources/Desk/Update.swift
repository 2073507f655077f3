import CaseModel
public import Casework
public import Cells
import Interchange
import SubsidyRules
import Wording

extension Model {
  /// Takes in one event and says what is to be done outside. Pure: the office's state is only looked at.
  public mutating func update(_ event: Event, _ state: OfficeState) -> [Effect] {
    // One office may have been entered or left by it.
    defer { renewLists(state) }
    if let part = partLookedAt(of: state) { return happen(event, part) }
    return happen(event, state)
  }

  private mutating func happen(_ event: Event, _ state: OfficeState) -> [Effect] {
    selection.isSlipped = hasSlipped
    if isHeldOverNothing(event) { return [] }
    switch event {
    case .key, .text, .paste, .mouse: saving.said = nil
    case .resize, .terminate, .endOfInput, .resume, .tick: break
    }
    noteRepeat(of: event)
    switch event {
    case .key(let key):
      message = nil
      let effects = press(key, state)
      if effects.contains(where: \.isFinal) { saving.key = Request(key) }
      return effects
    case .text, .paste:
      message = nil
      return take(text: event, state)
    case .resize(let rows, let columns):
      self.device.rows = rows
      self.device.columns = columns
      renewLayers(state)
    case .terminate, .endOfInput: return [.leave]
    case .mouse(let mouse): return take(mouse, state)
    case .resume, .tick: break
    }
    return []
  }

  /// A save key that is held down after its save, with nothing left to save: what its save said stays.
  private func isHeldOverNothing(_ event: Event) -> Bool {
    guard case .key(let key) = event, let savedWith = saving.key, Request(key) == savedWith else {
      return false
    }
    return layers.isEmpty
  }

  /// Takes note whether the key that has saved comes again with nothing in between.
  private mutating func noteRepeat(of event: Event) {
    switch event {
    case .key(let key):
      saving.isRepeated = saving.key != nil && Request(key) == saving.key
      saving.key = nil
    case .text, .paste: (saving.isRepeated, saving.key) = (false, nil)
    case .mouse, .resize, .terminate, .endOfInput, .resume, .tick: break
    }
  }

  /// Something that happened beside the desk is told; that a save succeeded stays in front of it.
  public mutating func tell(_ notice: Notice) {
    guard let savedMessage = saving.said else {
      message = notice
      return
    }
    message = Notice(notice.kind, savedMessage.text + notice.text)
  }

  /// Says why something was not done.
  mutating func warn(_ text: String) { message = Notice(.warning, text) }

  mutating func warned(_ text: String) -> [Effect] {
    warn(text)
    return []
  }

  /// The office has moved, by our own save or another's: what is shown is made anew.
  public mutating func stateChanged(_ state: OfficeState) {
    renewLists(state)
    renewLayers(state)
  }

  // MARK: - Keys

  private mutating func press(_ key: Key, _ state: OfficeState) -> [Effect] {
    guard let top = layers.last else {
      if let request = Request(key) { return carryOut(request, state) }
      return key == .escape ? escape(state) : pressOnScreen(key, state)
    }
    if !top.hasAllKeys {
      // Alt with 8 may be Esc and a digit in one burst: it asks before it saves.
      if key == .alt("8"), top.canSave {
        ask(.save)
        return []
      }
      if key == .escape { return back(state) }
      if let request = Request(key), request.isEverywhere { return carryOut(request, state) }
    }
    return onTop(state) { layer, desk in
      let answer = layer.press(key, desk)
      guard case .passes = answer, let request = Request(key) else { return answer }
      return .changes { $0.refuse(request, desk.state) }
    }
  }

  private mutating func take(text event: Event, _ state: OfficeState) -> [Effect] {
    switch event {
    case .text(let text) where layers.isEmpty: typeOnScreen(text, state)
    case .text(let text): return onTop(state) { $0.type(text, $1) }
    case .paste(let text) where layers.isEmpty: if search.isTyping { typeOnScreen(text, state) }
    case .paste(let text): return onTop(state) { $0.paste(text, $1) }
    default: break
    }
    return []
  }
}
