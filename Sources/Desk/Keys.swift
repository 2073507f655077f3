import Cells
import Casework
import Forms
import Wording

/// What a key asks for, whatever its second way is: Alt with a digit for an F-key, Ctrl-S, Ctrl-Q.
enum Request: Hashable {
  case help, newFiling, newApplicant, lookup, find, save, back, leave, redraw, suspend, list, saveAndNext,
    copy, palette, undo, mouse, nextStep, otherStep, markAll, printing, changeOperator, lock, news, number,
    story, oldLedger, sealing

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
    case .control("p"): self = .palette
    default: return nil
    }
  }
}

/// The keys that work now, with what they do.
struct KeyHint: Hashable {
  var key: String
  var label: String
  /// Whether the bar may leave it out where the room is short.
  var isMinor = false

  init(_ key: String, _ label: String, isMinor: Bool = false) {
    self.key = key
    self.label = label
    self.isMinor = isMinor
  }
}

extension Model {
  /// Keys that work on what lies on top, the ones used most first.
  func keyHints(_ state: OfficeState) -> [KeyHint] {
    if let signIn { return signIn.keyHints }
    if let question {
      let third = question == .resume ? [KeyHint("Del", "丢弃")] : []
      return [KeyHint("Enter", question.yes)] + third + [KeyHint("Esc", question.no)]
    }
    if palette != nil {
      return [KeyHint("上下", "选择"), KeyHint("Enter", "执行"), KeyHint("Esc", "关闭")]
    }
    if let help { return help.keyHints + [KeyHint("Esc", "关闭帮助")] }
    return hintsBelowHelp(state)
  }

  /// Keys that work where help is asked for.
  func hintsBelowHelp(_ state: OfficeState) -> [KeyHint] {
    if let overlay {
      return overlay.keyHints + (overlay.isListOpen ? [] : [KeyHint("F10", "返回"), KeyHint("F1", "帮助")])
    }
    if let applicantForm { return applicantForm.keyHints }
    if listEntry != nil {
      return [KeyHint("F8", "保存"), KeyHint("Tab", "下一格"), KeyHint("Ctrl-D", "同上"), KeyHint("Ctrl-Y", "删行")]
        + [KeyHint("F4", "材料", isMinor: true)]
        + (listEntry?.refusedRows.isEmpty == false ? [KeyHint("F7", "不成立的")] : [])
        + (listEntry?.first == nil ? [] : [KeyHint("Ctrl-E", "看先收的")])
        + [KeyHint("F10", "返回"), KeyHint("F1", "帮助")]
    }
    if let filing { return filing.keyHints(state) }
    if isSearching {
      let new = screen == .register ? [] : [KeyHint("F2", "申报"), KeyHint("F3", "申请人")]
      return [KeyHint("上下", "选择"), KeyHint("Enter", "选定")] + new
        + [KeyHint("Esc", "取消"), KeyHint("F1", "帮助")]
    }
    let isCancelled = !marks.isEmpty || (isSearched && !leadsBack)
    let back = KeyHint("F10", isCancelled ? "取消" : leadsBack ? "返回" : "离开")
    // What moves the worklist about gives way before what works on its filings.
    let own = screen == .worklist ? minorHints + screenHints : screenHints + minorHints
    return workHints + [KeyHint("1-8", "换屏")] + own + [back, KeyHint("F1", "帮助")]
  }

  /// What can be done with the filing that is meant, or is always possible.
  private var workHints: [KeyHint] {
    if screen == .register {
      return registerHints + [KeyHint("F7", "查找"), KeyHint("F9", "打印", isMinor: true)]
    }
    let isFiling = !offered.ids.isEmpty
    var hints = [KeyHint("F2", screen == .caps && caps.tab == .fund ? "登记预算" : "申报")]
    if isFiling { hints.append(KeyHint("F4", "材料", isMinor: true)) }
    if let next = offered.next { hints.append(KeyHint("F5", StepLabels.brief(next))) }
    if !offered.aside.isEmpty { hints.append(KeyHint("F6", "退回")) }
    return hints + [KeyHint("F7", "查找"), KeyHint("F9", "打印", isMinor: true)]
  }

  /// What the bar leaves out first, the last of them before the others.
  private var minorHints: [KeyHint] {
    if screen == .register {
      return [KeyHint("[ ]", "年度", isMinor: true), KeyHint("Ctrl-P", "命令", isMinor: true)]
    }
    var hints = [KeyHint("F3", "申请人", isMinor: true)]
    if !offered.ids.isEmpty {
      hints += [KeyHint("Enter", "打开", isMinor: true), KeyHint("空格", "标记", isMinor: true)]
    }
    if screen != .applicants, screen != .journal { hints.append(KeyHint("[ ]", "年度", isMinor: true)) }
    return hints + [KeyHint("Ctrl-P", "命令", isMinor: true)]
  }
}

extension Model {
  /// Keys of the screen's own.
  private var screenHints: [KeyHint] {
    switch screen {
    case .applicants:
      (lists.applicants.isEmpty ? [] : [KeyHint("Enter", "其申报"), KeyHint("F4", "修改")])
        + [KeyHint("左右", "排序", isMinor: true), KeyHint("+-", "倒序", isMinor: true)]
    case .filings:
      [
        KeyHint("左右", "排序", isMinor: true), KeyHint("+-", "倒序", isMinor: true),
        KeyHint("0", "各年", isMinor: true),
      ]
        + (filings.criteria.isNarrowed ? [KeyHint("退格", "取消筛选", isMinor: true)] : [])
    case .totals:
      [KeyHint("左右", "分组", isMinor: true), KeyHint("Enter", "明细"), KeyHint("< >", "排序", isMinor: true)]
    case .journal: journal.saves.isEmpty ? [] : [KeyHint("Enter", "经过")]
    case .register: []
    case .caps:
      [KeyHint("左右", "换页", isMinor: true)]
        + (capsAreEmpty ? [] : [KeyHint("Enter", "看申报"), KeyHint("< >", "排序", isMinor: true)])
    case .policy: articleHints
    case .worklist:
      [
        KeyHint("左右", "排序", isMinor: true),
        KeyHint("0", worklist.isOneYear ? "各年" : "本年", isMinor: true),
      ]
    }
  }
}

extension Model {
  private var capsAreEmpty: Bool {
    switch caps.tab {
    case .caps: lists.caps.isEmpty
    case .fund: lists.fund.isEmpty
    case .waits: lists.waits.isEmpty
    }
  }
}

extension Model.Screen {
  var label: String {
    switch self {
    case .worklist: "待办"
    case .applicants: "申请人"
    case .filings: "申报"
    case .caps: "限额"
    case .totals: "合计"
    case .register: "工作台账"
    case .policy: "条款"
    case .journal: "日志"
    }
  }
}

extension ApplicantForm {
  var keyHints: [KeyHint] {
    if isListOpen {
      return [KeyHint("上下", "选择"), KeyHint("Enter", "选定"), KeyHint("Esc", "关闭列表")]
    }
    var hints = [KeyHint("F8", "保存"), KeyHint("Tab", "下一栏")]
    if fields.indices.contains(focus), fields[focus].kind == .flag { hints.append(KeyHint("空格", "是/否")) }
    if hasList { hints.append(KeyHint("F4", "选择")) }
    return hints + [KeyHint("F10", "返回"), KeyHint("F1", "帮助")]
  }
}

extension FilingForm {
  func keyHints(_ state: OfficeState) -> [KeyHint] {
    if isListOpen {
      return [KeyHint("上下", "选择"), KeyHint("Enter", "选定"), KeyHint("Esc", "关闭列表")]
    }
    var hints = [KeyHint("F8", "保存"), KeyHint("Tab", "下一栏")]
    if focusedField?.kind == .flag { hints.append(KeyHint("空格", "是/否")) }
    if hasList, amended == nil || focus > 1 { hints.append(KeyHint("F4", "选择")) }
    if !hasList, !isOnPapers, focusedField?.kind != .flag, applicant.chosen != nil {
      hints.append(KeyHint("F4", "以前填的", isMinor: true))
    }
    if isOnPapers { hints.append(KeyHint("F4", "核对")) }
    if isOnPapers, let label = ticking(state).label { hints.append(KeyHint("空格", label)) }
    if first != nil { hints.append(KeyHint("Ctrl-E", "看先收的")) }
    if focus == 1, amended == nil { hints.append(KeyHint("F3", "新申请人")) }
    if live != nil { hints.append(KeyHint("PgDn", "看核算", isMinor: true)) }
    if item.chosen != nil, applicant.chosen != nil, amended == nil {
      hints += [KeyHint("Ctrl-N", "存并续", isMinor: true), KeyHint("Ctrl-T", "列表", isMinor: true)]
    }
    return hints + [KeyHint("F10", "返回"), KeyHint("F1", "帮助")]
  }
}
