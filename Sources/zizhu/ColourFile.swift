import Glibc
import Terminal

/// The user's own colours: `$XDG_CONFIG_HOME/zizhu/colours`, else `~/.config/zizhu/colours`.
enum ColourFile {
  /// More than this is no such file.
  private static let longest = 65_536

  private static var path: String? {
    for (variable, folder) in [("XDG_CONFIG_HOME", "/zizhu/colours"), ("HOME", "/.config/zizhu/colours")] {
      if let home = getenv(variable), home.pointee != 0 { return String(cString: home) + folder }
    }
    return nil
  }

  /// What the file says, and a sentence where not all of it can be read; nothing where there is none.
  static func read() -> (colours: UserColours, complaint: String?) {
    guard let path, access(path, F_OK) == 0 else { return (UserColours(), nil) }
    guard let bytes = try? Streams.read(path), bytes.count <= longest else {
      return (UserColours(), "配色文件读不出来，用原来的颜色：\(path)")
    }
    let colours = UserColours(String(decoding: bytes, as: UTF8.self))
    return (colours, sentence(colours.mistakes))
  }

  private static func sentence(_ mistakes: [(line: Int, mistake: UserColours.Mistake)]) -> String? {
    guard let first = mistakes.first else { return nil }
    let what =
      switch first.mistake {
      case .form: "请写如 title = white on blue"
      case .style(let name): "没有“\(name)”这种样式，样式名见 README"
      case .colour(let name): "没有“\(name)”这种颜色，请写颜色名或 0 到 255"
      }
    let others = mistakes.count > 1 ? "另有 \(mistakes.count - 1) 行读不懂。" : ""
    return "配色文件第 \(first.line) 行没有用：\(what)。\(others)"
  }
}
