import Cells

/// What a key asks for, whatever its second way is: Alt with a digit for an F-key, Ctrl-S, Ctrl-Q.
enum Request: Hashable {
  case help, newFiling, newApplicant, lookup, find, save, back, leave, redraw, suspend, list

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
    case .control("t"): self = .list
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
    if listEntry != nil {
      return [
        KeyHint("F8", "保存成立的行"), KeyHint("Tab", "下一格"), KeyHint("Ctrl-D", "同上"),
        KeyHint("Ctrl-Y", "删行"), KeyHint("F10", "返回"), KeyHint("F1", "帮助"),
      ]
    }
    if filing != nil {
      return [
        KeyHint("F8", "保存"), KeyHint("Tab", "下一栏"), KeyHint("F4", "选择"), KeyHint("F3", "新申请人"),
        KeyHint("Ctrl-T", "列表录入"), KeyHint("F10", "返回"), KeyHint("F1", "帮助"),
      ]
    }
    var hints = [KeyHint("F2", "申报"), KeyHint("F3", "申请人"), KeyHint("F7", "查找")]
    if isSearching {
      hints = [KeyHint("Enter", "到列表"), KeyHint("Esc", "取消查找")]
    } else {
      switch screen {
      case .applicants: hints.append(KeyHint("Enter", "其申报"))
      case .filings: hints += [KeyHint("Left/Right", "排序列"), KeyHint("+ -", "顺序"), KeyHint("0", "全部年度")]
      case .totals: hints += [KeyHint("Left/Right", "分组"), KeyHint("Enter", "明细")]
      case .worklist, .caps, .policy: break
      }
      hints += [KeyHint("1-7", "换屏"), KeyHint("[ ]", "年度")]
    }
    return hints + [KeyHint("F10", isSearching ? "返回" : "离开"), KeyHint("F1", "帮助")]
  }
}
