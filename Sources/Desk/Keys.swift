import Casework
import Cells
import Wording

/// What a key asks for, whatever its second way is: Alt with a digit for an F-key, Ctrl-S, Ctrl-Q.
enum Request: Hashable {
  case help, newFiling, newApplicant, lookup, find, save, back, leave, redraw, suspend, list, saveAndNext,
    copy, palette, undo, mouse, nextStep, otherStep, markAll, printing, changeOperator, lock, news, number,
    story, oldLedger, recordsTable, sealing, periods, merging, gather, bundle, takeReply, recall,
    mark,
    sortOn, sortBack, reverse, everyYear, widen, yearBefore, yearAfter, delete

  init?(_ key: Key) {
    switch key {
    case .f(1), .alt("1"): self = .help
    case .f(2), .alt("2"): self = .newFiling
    case .f(3), .alt("3"): self = .newApplicant
    case .f(4), .alt("4"): self = .lookup
    case .f(5), .alt("5"): self = .nextStep
    case .f(6), .alt("6"): self = .otherStep
    case .f(7), .alt("7"): self = .find
    case .f(8), .control("s"): self = .save
    case .f(9), .alt("9"): self = .printing
    case .f(10), .alt("0"): self = .back
    case .control("q"): self = .leave
    case .control("l"): self = .redraw
    case .control("z"): self = .undo
    case .control("t"): self = .list
    case .control("n"): self = .saveAndNext
    case .control("d"): self = .copy
    case .control("o"): self = .changeOperator
    case .control("k"): self = .lock
    case .control("b"): self = .news
    case .control("f"): self = .number
    case .control("e"): self = .story
    case .control("a"): self = .markAll
    case .control("y"): self = .delete
    case .control("p"): self = .palette
    default: return nil
    }
  }

  /// Characters that are keys on a screen; those of full width come from an input method that was left on.
  init?(_ character: Character) {
    switch character {
    case " ", "\u{3000}": self = .mark
    case "[", "【": self = .yearBefore
    case "]", "】": self = .yearAfter
    case "+", "-", "＋", "－": self = .reverse
    case "<", "＜", "《": self = .sortBack
    case ">", "＞", "》": self = .sortOn
    case "0", "０": self = .everyYear
    default: return nil
    }
  }

  /// Whether it means the same on every form.
  var isEverywhere: Bool {
    switch self {
    case .help, .save, .leave, .redraw, .palette, .back, .changeOperator, .lock: true
    default: false
    }
  }
}

/// The keys that work now, with what they do.
struct KeyHint: Hashable {
  var name: KeyName
  var label: String
  /// Whether the bar may leave it out where the room is short.
  var isMinor = false

  var key: String { name.text }

  init(_ name: KeyName, _ label: String, isMinor: Bool = false) {
    self.name = name
    self.label = label
    self.isMinor = isMinor
  }

  /// Keys of a list of choices that is open.
  static let ofChoices = [KeyHint(.upDown, "选择"), KeyHint(.enter, "选定"), KeyHint(.escape, "关闭列表")]
}

extension Model {
  /// Keys that work on what lies on top, the ones used most first.
  func keyHints(_ state: OfficeState) -> [KeyHint] {
    layers.last?.hints(surroundings(state)) ?? screenKeys
  }

  /// Keys that work where help is asked for.
  func hintsBelowHelp(_ state: OfficeState) -> [KeyHint] { work?.hints(surroundings(state)) ?? screenKeys }

  private var screenKeys: [KeyHint] {
    if search.isTyping {
      let new = screen == .register ? [] : [KeyHint(.f(2), "申报"), KeyHint(.f(3), "申请人")]
      return [KeyHint(.upDown, "选择"), KeyHint(.enter, "选定")] + workingNow(new)
        + [KeyHint(.escape, "取消"), KeyHint(.f(1), "帮助")]
    }
    let isCancelled = !selection.marks.isEmpty || (isSearched && !leadsBack)
    let leaves = seat.oneOffice == nil ? "离开" : "回各局"
    let back = KeyHint(.f(10), isCancelled ? "取消" : leadsBack ? "返回" : leaves)
    let hints =
      screen.parts.deeds(self) + [KeyHint(seat.isCity ? .allDigits : .digits, "换屏")]
      + screen.parts.hints(self)
    return workingNow(hints) + [back, KeyHint(.f(1), "帮助")]
  }

  /// What the bar leaves out first, the last of them before the others.
  var minorHints: [KeyHint] { minorHints(hasYear: true) }

  func minorHints(hasYear: Bool) -> [KeyHint] {
    var hints = [KeyHint(.f(3), "申请人", isMinor: true)]
    if !selection.offered.ids.isEmpty {
      hints += [KeyHint(.enter, "打开", isMinor: true), KeyHint(.space, "标记", isMinor: true)]
    }
    return hints + (hasYear ? yearHints : yearHints.suffix(1))
  }

  var yearHints: [KeyHint] {
    [KeyHint(.brackets, "年度", isMinor: true), KeyHint(.control("p"), "命令", isMinor: true)]
  }
}
