import Terminal

extension ScreenError: Told {
  var failure: Failure { Failure(.usage, ScreenWording.sentence(self)) }
}

/// Why the desk can't be shown here, in plain words. It stands here since only the program knows the terminal.
enum ScreenWording {
  /// What the Linux console is told, where nothing but ASCII can be read.
  static let consoleInASCII = "This console has no Chinese glyphs: use a graphical terminal or SSH."

  static func sentence(_ error: ScreenError) -> String {
    switch error {
    case .notATerminal: "这里不是终端，打不开工作台。请在终端窗口里运行，或使用 zizhu assess 等命令。"
    case .notUTF8:
      // Where the terminal speaks another code only the end of it can be read.
      "系统语言环境不是 UTF-8，无法显示中文。请先设置 LANG=zh_CN.UTF-8 或 LANG=C.UTF-8。(The locale is not UTF-8: set LANG=C.UTF-8.)"
    case .unknownTerminal(name: ""): "没有说明终端类型，请把 TERM 设为 xterm-256color。"
    case .unknownTerminal(let name): "不认识终端类型“\(name)”，请把 TERM 设为 xterm-256color。"
    case .plainTerminal(let name):
      "终端类型“\(name)”不能移动光标，打不开工作台。请在终端窗口里运行，或把 TERM 设为 xterm-256color。"
    default: "终端打不开（\(error)）。"
    }
  }
}
