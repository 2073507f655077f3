import Cells
import Casework
import Wording

/// What a key asks for, whatever its second way is: Alt with a digit for an F-key, Ctrl-S, Ctrl-Q.
enum Request: Hashable {
  case help, newFiling, newApplicant, lookup, find, save, back, leave, redraw, suspend, list, saveAndNext,
    copy, palette, undo, mouse, nextStep, otherStep, markAll, printing, changeOperator, lock, news, number,
    story, oldLedger, recordsTable, sealing, periods, merging, gather, bundle, takeReply, recall

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
    if isSearching {
      let new = screen == .register ? [] : [KeyHint(.f(2), "申报"), KeyHint(.f(3), "申请人")]
      return [KeyHint(.upDown, "选择"), KeyHint(.enter, "选定")] + new
        + [KeyHint(.escape, "取消"), KeyHint(.f(1), "帮助")]
    }
    let isCancelled = !marks.isEmpty || (isSearched && !leadsBack)
    let back = KeyHint(.f(10), isCancelled ? "取消" : leadsBack ? "返回" : "离开")
    // What moves the worklist about gives way before what works on its filings.
    let own = screen == .worklist ? minorHints + screenHints : screenHints + minorHints
    return workHints + [KeyHint(isCity ? .allDigits : .digits, "换屏")] + own + [back, KeyHint(.f(1), "帮助")]
  }

  /// What can be done with the filing that is meant, or is always possible.
  private var workHints: [KeyHint] {
    if screen == .register {
      return registerHints + [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
    }
    if screen == .offices { return officesHints }
    let isFiling = !offered.ids.isEmpty
    var hints = [KeyHint(.f(2), screen == .caps && caps.tab == .fund ? "登记预算" : "申报")]
    if isFiling { hints.append(KeyHint(.f(4), "材料", isMinor: true)) }
    if let next = offered.next { hints.append(KeyHint(.f(5), StepLabels.brief(next))) }
    if !offered.aside.isEmpty { hints.append(KeyHint(.f(6), "退回")) }
    return hints + [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
  }

  /// What can be done with the offices, or with what stands between them.
  private var officesHints: [KeyHint] {
    let ends = [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
    if offices.tab == .conflicts { return (chosenConflict == nil ? [] : [KeyHint(.f(5), "裁定")]) + ends }
    return [KeyHint(.f(5), "汇总")] + (chosenOffice?.office == nil ? [] : [KeyHint(.f(6), "回执")]) + ends
  }

  /// What the bar leaves out first, the last of them before the others.
  private var minorHints: [KeyHint] {
    if screen == .register || screen == .offices {
      return [KeyHint(.brackets, "年度", isMinor: true), KeyHint(.control("p"), "命令", isMinor: true)]
    }
    var hints = [KeyHint(.f(3), "申请人", isMinor: true)]
    if !offered.ids.isEmpty {
      hints += [KeyHint(.enter, "打开", isMinor: true), KeyHint(.space, "标记", isMinor: true)]
    }
    if screen != .applicants, screen != .journal { hints.append(KeyHint(.brackets, "年度", isMinor: true)) }
    return hints + [KeyHint(.control("p"), "命令", isMinor: true)]
  }
}

extension Model {
  /// Keys of the screen's own.
  private var screenHints: [KeyHint] {
    switch screen {
    case .applicants:
      (lists.applicants.isEmpty ? [] : [KeyHint(.enter, "其申报"), KeyHint(.f(4), "修改")])
        + [KeyHint(.leftRight, "排序", isMinor: true), KeyHint(.plusMinus, "倒序", isMinor: true)]
    case .filings:
      [
        KeyHint(.leftRight, "排序", isMinor: true), KeyHint(.plusMinus, "倒序", isMinor: true),
        KeyHint(.zero, "各年", isMinor: true),
      ]
        + (filings.criteria.isNarrowed ? [KeyHint(.backspace, "取消筛选", isMinor: true)] : [])
    case .totals:
      [
        KeyHint(.leftRight, "分组", isMinor: true), KeyHint(.enter, "明细"),
        KeyHint(.angles, "排序", isMinor: true),
      ]
    case .journal: journal.saves.isEmpty ? [] : [KeyHint(.enter, "经过")]
    case .register: []
    case .caps:
      [KeyHint(.leftRight, "换页", isMinor: true)]
        + (capsAreEmpty ? [] : [KeyHint(.enter, "看申报"), KeyHint(.angles, "排序", isMinor: true)])
    case .policy: articleHints
    case .offices:
      [KeyHint(.leftRight, offices.tab == .offices ? "冲突" : "各局")]
        + (chosenOffice == nil ? [] : [KeyHint(.enter, "其申报", isMinor: true)])
        + (offices.tab == .conflicts
          ? [KeyHint(.zero, offices.showsRuled ? "未裁定的" : "已裁定的", isMinor: true)] : [])
    case .worklist:
      [
        KeyHint(.leftRight, "排序", isMinor: true),
        KeyHint(.zero, worklist.isOneYear ? "各年" : "本年", isMinor: true),
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
    case .offices: "各局"
    }
  }
}
