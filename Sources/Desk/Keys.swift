import Cells

/// What a key asks for, whatever its second way is: Alt with a digit for an F-key, Ctrl-S, Ctrl-Q.
enum Request: Hashable {
  case help, newFiling, newApplicant, lookup, find, save, back, leave, redraw, suspend

  init?(_ key: Key) {
    switch key {
    case .f(1), .alt("1"): self = .help
    case .f(2), .alt("2"): self = .newFiling
    case .f(3), .alt("3"): self = .newApplicant
    case .f(4), .alt("4"): self = .lookup
    case .f(7), .alt("7"): self = .find
    case .f(8), .control("s"): self = .save
    case .f(10), .alt("0"): self = .back
    case .control("q"): self = .leave
    case .control("l"): self = .redraw
    case .control("z"): self = .suspend
    default: return nil
    }
  }
}

/// The keys that work now, with what they do: for the key bar and the help alike, so that they can't disagree.
struct KeyHint: Hashable {
  var key: String
  var label: String

  init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}

extension Model {
  /// Keys that work on what lies on top, the ones used most first.
  var keyHints: [KeyHint] {
    if question != nil { return [KeyHint("Enter", "是"), KeyHint("Esc", "否")] }
    if isHelpShown { return [KeyHint("Esc", "关闭")] }
    if applicantForm != nil {
      return [
        KeyHint("F8", "保存"), KeyHint("Tab", "下一栏"), KeyHint("Up/Down", "选择"), KeyHint("F10", "返回"),
        KeyHint("F1", "帮助"),
      ]
    }
    if filing != nil {
      return [
        KeyHint("F8", "保存"), KeyHint("Tab", "下一栏"), KeyHint("F4", "选择"), KeyHint("F3", "新申请人"),
        KeyHint("F10", "返回"), KeyHint("F1", "帮助"),
      ]
    }
    var hints = [KeyHint("F2", "申报"), KeyHint("F3", "申请人"), KeyHint("F7", "查找")]
    if !isSearching {
      hints += [KeyHint("1", "待办"), KeyHint("2", "申请人"), KeyHint("4", "限额"), KeyHint("[ ]", "年度")]
    }
    return hints + [KeyHint("F10", "离开"), KeyHint("F1", "帮助")]
  }
}
