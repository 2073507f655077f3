import Casework
import Cells
import Wording

/// Asks who sits at the desk: a name, and its PIN where it has one. It lies over everything and shows nothing of it.
struct SignInForm: Layer {
  enum Reason: Sendable {
    /// Nobody has signed in yet.
    case start
    /// Somebody else is to take over.
    case change
    /// The desk was left alone.
    case locked
  }

  enum Part: Int, Sendable { case name, code, pin, again }

  let reason: Reason
  private let asksForPINs: Bool
  private(set) var names: [Name]
  private(set) var chosen: Int
  /// What was typed, of which nothing is shown.
  private var typed: [Part: LineEditor] = [:]
  private(set) var part = Part.name
  /// The number typed so far to pick a name by; any other key ends it.
  private var number = ""

  struct Name: Sendable {
    var name: String
    var role: Operator.Role
    var hasPIN: Bool
    /// Bound to a login of the system, which says who they are.
    var hasLogin: Bool
    /// The first PIN takes the one-time code that the supervisor handed over; and whether there is one.
    var needsCode: Bool
    var hasCode: Bool
  }

  /// - Parameter asksForPINs: whether a name without login or PIN is to set one.
  init(_ reason: Reason, name: String, asksForPINs: Bool, _ state: OfficeState) {
    self.reason = reason
    self.asksForPINs = asksForPINs
    names = state.house.operators.filter { !$0.isRetired }.map {
      Name(
        name: $0.name, role: $0.role, hasPIN: $0.pin != nil, hasLogin: $0.login != nil,
        needsCode: state.needsCode($0), hasCode: $0.code != nil)
    }
    chosen = names.firstIndex { $0.name == name } ?? 0
    if reason == .locked, needsPIN { part = first }
  }

  private var picked: Name? { names.indices.contains(chosen) ? names[chosen] : nil }
  /// Whether a PIN is to be typed: the one there is, or a new one where there is nothing else.
  private var needsPIN: Bool { picked.map { $0.hasPIN || setsPIN($0) } ?? false }
  private func setsPIN(_ name: Name) -> Bool {
    asksForPINs && !name.hasPIN && !name.hasLogin && names.count > 1
  }
  private var isSetting: Bool { picked.map(setsPIN) ?? false }
  private var needsCode: Bool { picked?.needsCode ?? false }
  /// The first field behind the name.
  private var first: Part { needsCode ? .code : .pin }

  // MARK: - Keys

  var hasAllKeys: Bool { true }
  var staysOnTop: Bool { true }
  var wheel: Wheel { .nothing }
  var typing: Typing { .secret }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    number = ""
    switch key {
    case .control("q"): return .works { model, _ in model.leaveUnsigned() }
    case .control("l"): return .asks(.redraw)
    case .escape where reason == .change, .f(10) where reason == .change: return .closes
    case .up where part == .name: pick(chosen - 1)
    case .down where part == .name: pick(chosen + 1)
    case .up, .backTab: part = part == first ? .name : Part(rawValue: part.rawValue - 1) ?? .name
    case .enter, .tab, .down, .f(8): return goOn()
    default: if let change = LineEditor.change(by: key) { edit(change) }
    }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    if part == .name {
      for digit in text.compactMap(\.wholeNumberValue) { pick(digit: digit) }
    } else {
      edit { $0.insert(text) }
    }
    return .stays()
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { .stays() }

  /// Goes on with the number typed so far where a name has it, else begins another.
  private mutating func pick(digit: Int) {
    let longer = Int(number + String(digit)) ?? digit
    let isThere = names.indices.contains(longer - 1)
    number = String(isThere ? longer : digit)
    pick((isThere ? longer : digit) - 1)
  }

  private mutating func pick(_ index: Int) {
    guard names.indices.contains(index) else { return }
    chosen = index
    typed = [:]
  }

  private func text(_ part: Part) -> String { typed[part]?.text ?? "" }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    if part != .name { change(&typed[part, default: LineEditor()]) }
  }

  private mutating func goOn() -> Answer {
    guard let picked else { return .stays(Notice(.bad, "没有可用的操作员。")) }
    guard needsPIN else { return .asks(.signIn(name: picked.name, pin: nil, code: nil)) }
    switch part {
    case .name where needsCode && !picked.hasCode:
      return .warns(SignInWording.sentence(.codeMissing(picked.name)))
    case .name: part = first
    case .code where text(.code).isEmpty: return .warns("请输入主管交给您的一次性码。")
    case .code: part = .pin
    case .pin where text(.pin).isEmpty: return .warns("请输入 PIN。")
    case .pin where isSetting: part = .again
    case .pin: return .asks(.signIn(name: picked.name, pin: text(.pin), code: nil))
    case .again:
      guard text(.again) == text(.pin) else {
        (typed[.again], typed[.pin]) = (nil, nil)
        part = .pin
        return .stays(Notice(.bad, "两次输入的 PIN 不一样，请重新输入。"))
      }
      return .asks(.signIn(name: picked.name, pin: text(.pin), code: needsCode ? text(.code) : nil))
    }
    return .stays()
  }

  /// What was typed was not right: it is typed anew.
  mutating func refused() {
    typed = [:]
    part = needsPIN ? first : .name
  }

  // MARK: - Drawing

  var heading: String { reason == .locked ? "已锁定" : "谁在办理" }

  var keyHints: [KeyHint] {
    (part == .name ? [KeyHint(.upDown, "选择")] : []) + [KeyHint(.enter, isLast ? "进入" : "下一栏")]
      + [reason == .change ? KeyHint(.escape, "取消") : KeyHint(.control("q"), "离开")]
  }

  private var isLast: Bool { !needsPIN || part == .again || part == .pin && !isSetting }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let about =
      switch reason {
      case .start: "请选择您的姓名。"
      case .change: "换谁来办理？没有保存的内容会替原来的人留着。"
      case .locked: "已锁定，请本人继续或换人办理。没有保存的内容都在。"
      }
    pane.write(about, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    var row = 2
    for (index, name) in names.enumerated() {
      pane.write(
        "\(index + 1)  \(name.name)（\(StoreWording.role(name.role))）", row: row, column: 1, width: 40,
        style: index == chosen ? .selected : .normal)
      if index == chosen, part == .name { pane.placeCaret(row: row, column: 1) }
      row += 1
    }
    if asksForPINs, picked?.hasLogin == true, picked?.hasPIN == false, names.contains(where: { !$0.hasLogin })
    {
      row += 1
      row += pane.writeWrapped(
        "凭系统登录名认定，不问 PIN：同一登录名下的别人也能这样进来。要锁住，请用命令 zizhu operator pin 设定 PIN。", row: row, column: 1,
        width: pane.columns - 2, style: .warning)
    }
    guard needsPIN else { return }
    row += 1
    if needsCode {
      draw(.code, "一次性码", into: &pane, row: row)
      row += 1
    }
    draw(.pin, isSetting ? "设定 PIN" : "PIN", into: &pane, row: row)
    guard isSetting else { return }
    draw(.again, "再输入一次", into: &pane, row: row + 1)
    let first = needsCode ? "第一次登录用主管当面交给您的一次性码" : "第一次登录"
    pane.write("\(first)，由本人设定 PIN，至少 6 位；忘记时由主管清除。", row: row + 2, column: 1, style: .dim)
  }

  /// What is typed shows as stars, and no more than twelve of them.
  private func draw(_ part: Part, _ label: String, into pane: inout Grid, row: Int) {
    let isFocused = part == self.part
    pane.write(label, row: row, column: 1, width: 12, style: isFocused ? .strong : .label)
    let stars = LineEditor(String(repeating: "*", count: min(12, text(part).count)))
    EditedText(editor: stars, isFocused: isFocused).draw(into: &pane, row: row, column: 14, width: 20)
  }
}
