import Casework
import Cells
import Interchange

/// Passing on what reaches an overlay.
extension Model {
  mutating func pressInOverlay(_ key: Key, _ state: OfficeState) -> [Effect] {
    // An open list has the keys, and is closed before what it belongs to.
    if overlay?.isListOpen == false {
      if key == .alt("8"), overlay?.canSave == true {
        question = .save
        return []
      }
      if key == .escape { return back(state) }
      switch Request(key) {
      case .help, .save, .leave, .redraw, .palette, .back, .changeOperator, .lock:
        return Request(key).map { carryOut($0, state) } ?? []
      case .saveAndNext: if overlay is StepForm { return stepOn(state) }
      default: break
      }
    }
    switch withOverlay(state, { $0.press(key, $1) }) {
    case .stays(let notice)?: message = notice
    case nil: break
    case .opens(let other)?: overlay = other
    case .asks(let effect)?: return [effect]
    case .shows(let criteria)?: showFilings(criteria)
    }
    return []
  }

  mutating func saveOverlay(_ state: OfficeState) -> [Effect] {
    switch withOverlay(state, { $0.save($1) }) {
    case .asks(let effect)?:
      if effect.isSave { saving = .overlay }
      return [effect]
    case .opens(let other)?: overlay = other
    case .handsBack(let ticks)?:
      filing?.take(ticks)
      message = Notice(.good, "材料核对已记下，随\(listEntry == nil ? "这一件" : "列表里的每一件")一起保存。")
      overlay = nil
    case .fillsList(let table)?:
      message = listEntry?.put(table, byName: true, today: today, state: state)
      overlay = nil
      columnsKept.add(table.mapping)
      return [.keepColumns(table.mapping)]
    case .answersList(let reason)?:
      listEntry?.answer(reason)
      overlay = nil
      return save(state)
    case .refused(let notice)?: message = notice
    case nil: break
    }
    return []
  }

  /// Works on a copy, which takes its place again: what surrounds it is made from the model that it is part of.
  @discardableResult
  mutating func withOverlay<Answer>(
    _ state: OfficeState, _ work: (inout any Overlay, Surroundings) -> Answer
  ) -> Answer? {
    guard var top = overlay else { return nil }
    let answer = work(&top, surroundings(state))
    overlay = top
    return answer
  }
}

extension Effect {
  /// Whether `saved` or `notSaved` answers it.
  var isSave: Bool {
    switch self {
    case .save, .undo: true
    default: false
    }
  }

  /// Whether it is one of two things that the same key does one after the other, and that must not come of a key held
  /// down: a save, or the reading of a table that the key then takes in.
  var isFinal: Bool {
    switch self {
    case .readLedger, .readRecords, .readExchange, .exchange: true
    default: isSave
    }
  }
}
