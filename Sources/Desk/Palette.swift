import Casework
import Cells
import Wording

/// The command palette: everything that can be done here and now, found by Chinese, pinyin or initials. What can't be done
/// here is found by its name as well and says why, and where it can.
struct Palette: Layer {
  enum Action: Sendable {
    /// What pressing the key would send.
    case event(Event)
    case request(Request)
    /// A step for the filings that are meant, also one that can't be done now: its form says why.
    case step(Step)
    /// A paper or a report by its title.
    case paper(String)
    /// Puts a text on the clipboard.
    case copies(String)
    /// What the desk can't do itself, with where it is done.
    case tells(String)
  }

  /// One command, with the key that does it too.
  ///
  /// What is done on another screen or in a form alone is found as well, and says where (`refused`; below a
  /// form what is said leads out of it first, `below(form:)`).
  struct Command: Sendable {
    var label: String
    /// Nil for what no key does.
    var name: KeyName?
    var key: String { name?.text ?? "" }
    var action: Action
    /// Other words by which it is found.
    var words: [String] = []
    /// Whether it stands only among what is found, since the list of all would be too long.
    var isFoundOnly = false
    /// What is to be done before it can be used, as it follows 请先; nil where nothing helps, or nothing is needed.
    var way: String?

    init(_ label: String, _ key: KeyName) {
      self.label = label
      name = key
      action = .event(key.event)
    }

    /// What no key does.
    init(_ label: String, _ request: Request) {
      self.label = label
      name = nil
      action = .request(request)
    }

    init(
      _ label: String, key: KeyName? = nil, action: Action, words: [String] = [], isFoundOnly: Bool = true
    ) {
      (self.label, name, self.action) = (label, key, action)
      (self.words, self.isFoundOnly) = (words, isFoundOnly)
    }

    static let back = Command("返回", .f(10))

    /// Found by the same words where it can't be used; says why.
    func refused(_ why: String) -> Command {
      Command(label + "（这里不能用）", action: .tells(why), words: words)
    }

    /// Found by the same words where something has to be done first; says what.
    func refused(before way: String) -> Command {
      var command = refused("请先\(way)。")
      command.way = way
      return command
    }

    /// The same below a form, which is to be left first, as `leaving` says; what has nothing to do with where one is stays
    /// as it is.
    func below(form leaving: String) -> Command {
      switch (action, way) {
      case (_, let way?):
        var command = self
        command.action = .tells(leaving + way + "。")
        return command
      case (.tells(let sentence), nil):
        guard sentence.contains("请按 ") else { return self }
        var command = self
        command.action = .tells(Self.inOneLine(leaving + "看：" + sentence, or: leaving))
        return command
      default: return refused(Self.inOneLine(leaving + "用“\(label)”。", or: leaving))
      }
    }

    /// What has room in a line, or how one leaves.
    private static func inOneLine(_ sentence: String, or leaving: String) -> String {
      Text.columns(of: sentence) < 79 ? sentence : leaving + "用这条命令。"
    }

    /// Found by these words too.
    func known(as words: String...) -> Command {
      var command = self
      command.words += words
      return command
    }
  }

  /// The columns that the names of keys stand in.
  private static let keyWidth = 12

  /// All that can be done where the palette was opened.
  let commands: [Command]
  var query = LineEditor()
  var highlighted = 0

  init(_ commands: [Command]) { self.commands = commands }

  func found(_ state: OfficeState) -> [Command] {
    guard !query.text.isEmpty else { return commands.filter { !$0.isFoundOnly } }
    let ranked = commands.enumerated().compactMap { place, command in
      rank(of: command, state).map { (rank: $0, place: place, command: command) }
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.command)
  }

  /// By its key and its name before other words for it, at the beginning before within; what is always listed first.
  private func rank(of command: Command, _ state: OfficeState) -> Int? {
    if !command.key.isEmpty, command.key == query.text { return 0 }
    let own = state.search.fit(query.text, in: command.label).map { $0 * 2 }
    let other = command.words.compactMap { state.search.fit(query.text, in: $0) }.min().map { 6 + $0 * 2 }
    return (own ?? other).map { $0 + (command.isFoundOnly ? 1 : 0) }
  }

  // MARK: - As a layer

  var heading: String { "命令" }
  var keyHints: [KeyHint] { [KeyHint(.upDown, "选择"), KeyHint(.enter, "执行"), KeyHint(.escape, "关闭")] }
  var hasAllKeys: Bool { true }
  var staysOnTop: Bool { true }
  var wheel: Wheel { .lines }
  var typing: Typing { .plain }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    let found = found(desk.state)
    switch key {
    case .escape, .f(10), .control("p"): return .closes
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(found.count - 1, highlighted + 1)
    case .enter where found.indices.contains(highlighted):
      let chosen = found[highlighted]
      return .works { $0.run(chosen, $1) }
    case .control("z"): edit { $0.undo() }
    default:
      if let change = LineEditor.change(by: key) { edit(change) }
      LineEditor.move(by: key)?(&query)
    }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    edit { $0.insert(text) }
    return .stays()
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { .stays() }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    let place = row - 2 + list(rows: desk.rows).top
    guard row >= 2, found(desk.state).indices.contains(place) else { return false }
    highlighted = place
    return true
  }

  /// The list in a pane of so many rows.
  private func list(rows: Int) -> ListState { ListState(chosen: highlighted, height: rows - 2) }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    change(&query)
    highlighted = 0
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    pane.write("命令", row: 0, column: 1, width: 5, style: .strong)
    EditedText(editor: query, isFocused: true).draw(
      into: &pane, row: 0, column: 6, width: min(40, pane.columns - 16))
    let found = found(desk.state)
    let list = list(rows: pane.rows)
    ListPlace(list, count: found.count).draw(into: &pane, row: 0)
    guard !found.isEmpty else {
      pane.write("没有这样的命令。改一改，或按 Esc 关闭。", row: 2, column: 1, style: .dim)
      return
    }
    let widest = found.lazy.map { Text.columns(of: $0.label) }.max() ?? 0
    let width = min(max(44, widest + Self.keyWidth + 1), pane.columns - 2)
    for (row, command, isChosen) in list.shown(found, height: max(1, pane.rows - 2)) {
      let style: Style = isChosen ? .selected : .normal
      pane.write(command.label, row: row + 2, column: 1, width: width - Self.keyWidth, style: style)
      pane.write(
        command.key, row: row + 2, column: width - Self.keyWidth + 1, width: Self.keyWidth, style: style,
        alignment: .right)
    }
  }
}

extension Model {
  mutating func run(_ command: Palette.Command, _ state: OfficeState) -> [Effect] {
    drop(Palette.self)
    switch command.action {
    case .event(let event): return update(event, state)
    case .request(let request): return carryOut(request, state)
    case .step(let step): openStep(step, state)
    case .paper(let title): return openPaper(title, state)
    case .copies(let text):
      message = Notice(.good, "已\(command.label)。没有复制到的，请在终端设置里允许程序写剪贴板。")
      return [.copy(text)]
    case .tells(let sentence): message = Notice(.good, sentence)
    }
    return []
  }
}
