import Cells
import Glibc
import Terminal

extension Checkup {
  private static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  mutating func lookAtTerminal() {
    let language = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name -> String? in
      guard let value = getenv(name), value.pointee != 0 else { return nil }
      return "\(name)=\(String(cString: value))"
    }
    let shown = language.isEmpty ? "没有设置" : language.joined(separator: " ")
    guard Self.isTerminal else {
      found(.good, "语言环境", shown)
      found(.note, "终端", "这里不是终端，汉字、颜色和按键没有试", "请在终端窗口里直接运行 zizhu doctor。")
      return
    }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let screen: Screen
    do throws(ScreenError) {
      screen = try Screen.open()
    } catch {
      if case .notUTF8 = error {
        found(.bad, "语言环境", shown, ScreenWording.sentence(error))
      } else {
        found(.good, "语言环境", shown)
        found(.bad, "终端", name.isEmpty ? "没有设置 TERM" : "TERM=\(name)", ScreenWording.sentence(error))
      }
      return
    }
    let (rows, columns, colours) = (screen.rows, screen.columns, screen.colours)
    isLinuxConsole = screen.isLinuxConsole
    opensScreen = true
    screen.close()
    found(.good, "语言环境", shown + "，按 UTF-8 显示")
    let size = "TERM=\(name)，\(columns) 列 \(rows) 行"
    if isLinuxConsole {
      found(.note, "终端", size, "Linux 控制台没有汉字字形，请改用图形终端，或从别的电脑用 SSH 登录。")
    } else if columns < 60 || rows < 16 {
      found(.bad, "终端", size, "太小，至少要 60 列 16 行；请把窗口拉大，或把字调小。")
    } else if columns < 80 || rows < 24 {
      found(.note, "终端", size, "80 列 24 行以上看得更全。")
    } else {
      found(.good, "终端", size)
    }
    let isPlain = getenv("NO_COLOR") != nil
    found(
      colours < 8 ? .note : .good, "颜色", isPlain ? "不用（NO_COLOR）" : "\(max(colours, 0)) 种",
      colours < 8 ? "用符号和反白区别，也能用；想要颜色，请把 TERM 设为 xterm-256color。" : "")
  }

  // MARK: - Characters

  /// Writes a few characters and asks the terminal where its cursor stands after each.
  mutating func lookAtCharacters() {
    guard opensScreen else { return }
    let known: [(text: String, columns: Int?)] = [
      ("A", 1), ("资", 2), ("，", 2), ("㛃", 2), ("𬭎", 2), ("〓", 2), ("─", nil), ("“", nil), ("●", nil),
    ]
    guard let measured = TerminalRuler.measure(known.map(\.text)) else {
      found(.note, "字宽", "终端不回答光标在哪里，没有量", "请看一看工作台里右边的竖线是不是对齐。")
      return
    }
    let wrong = zip(known, measured).filter { known, columns in known.columns.map { $0 != columns } ?? false }
    let list = zip(known, measured).map { "\($0.text) \($1)" }.joined(separator: "  ")
    found(
      wrong.isEmpty ? .good : .bad, "字宽", list,
      wrong.isEmpty ? "" : "汉字应占两列。请换一个终端，或在它的设置里选中文等宽字体、把字符编码设为 UTF-8。")
    let isWide = zip(known, measured).contains { known, columns in known.columns == nil && columns == 2 }
    if isWide { found(.note, "线条", "终端把 ─ “ ● 画成两列", "线条不齐时，用 zizhu --ascii，或在终端设置里把“宽度不明的字符”设为窄。") }
    if !isLinuxConsole {
      found(.look, "字体", "上面的 㛃 和 𬭎", "显示成方块，就是字体缺生僻字：请装“思源黑体”或“Noto CJK”，不影响数据。")
    }
  }

  // MARK: - Keys

  /// Has F1 to F10 pressed one after another and says what arrived.
  mutating func tryKeys() {
    guard opensScreen else { return }
    let screen: Screen
    do throws(ScreenError) { screen = try Screen.open() } catch { return }
    var heard: [String] = []
    var isStopped = false
    for number in 1...10 {
      screen.draw(Self.page(screen, heard, asking: number))
      guard let event = Self.press(screen) else {
        isStopped = true
        break
      }
      heard.append(event == .key(.enter) ? "没有反应" : event.notation)
    }
    screen.close()
    let missing = heard.enumerated().filter { $1 != "<F\($0 + 1)>" }.map {
      "F\($0.offset + 1)（\($0.element)）"
    }
    if isStopped, heard.isEmpty {
      found(.note, "按键", "没有试")
    } else if missing.isEmpty {
      let tried = heard.count == 1 ? "F1 到了" : "F1 至 F\(heard.count) 都到了"
      found(isStopped ? .note : .good, "按键", tried + (isStopped ? "，其余没有试" : ""))
    } else {
      found(
        .note, "按键", "没有到的：" + missing.joined(separator: "、"),
        "终端自己用了这些键，可以在它的设置里关掉；或按 Alt 加数字（F10 是 Alt-0）、Ctrl-S 保存、Ctrl-Q 离开、Ctrl-P 列出全部命令。")
    }
  }

  /// The next key; nil where the trial is to end.
  private static func press(_ screen: Screen) -> Event? {
    while let event = screen.nextEvent(timeout: 60_000) {
      switch event {
      case .key(.escape), .key(.control("c")), .key(.control("q")), .endOfInput, .terminate: return nil
      case .key, .text: return event
      default: continue
      }
    }
    return nil
  }

  private static func page(_ screen: Screen, _ heard: [String], asking number: Int) -> Grid {
    var grid = Grid(rows: screen.rows, columns: screen.columns)
    grid.write("试按键：请按 F\(number)", row: 0, style: .title)
    grid.write("按了没有反应，按回车；不试了，按 Esc。", row: 1)
    for (index, text) in heard.enumerated() { grid.write("F\(index + 1)  \(text)", row: 3 + index) }
    return grid
  }
}
