import Journal
import Office
import Wording

/// What is said of a store of which only a part can be read, where that part is asked for all the same.
enum FlawWording {
  /// So many findings are named in a file and on the line; of more, how many there are.
  private static let most = 20

  /// What is missing, one text for each place.
  static func missing(_ flaw: OpenOffice.Flaw) -> [String] {
    switch flaw {
    case .damaged(let findings): missing(findings)
    case .unread(.line(let finding)): missing([finding])
    case .unread(.store): ["数据库由更新版本的程序写成，这里读到的可能不全"]
    }
  }

  static func missing(_ findings: [Finding]) -> [String] {
    findings.prefix(most).map(StoreWording.sentence)
      + (findings.count > most ? ["另有 \(findings.count - most) 处"] : [])
  }

  /// The last line of a restore that took what could be read, or left out what was no store's.
  static func restored(_ findings: [Finding]) -> String {
    let lines = missing(findings).map { $0 + "\n" }.joined()
    guard findings.contains(where: { $0.reason != .foreignFile }) else {
      return lines + "上面这些不是数据库的文件，没有恢复；其余都已恢复，可以照常使用。"
    }
    return lines + "恢复的数据库只能查看：上面这些已经损坏，之后的内容可能缺失。请另找更早的完好备份。"
  }

  /// The last line of a command that wrote what could be read.
  static func written(_ missing: [String]) -> String {
    missing.map { $0 + "\n" }.joined() + "只写出了能读的部分，上面这些之后的内容可能缺失。读入或恢复时须加 --damaged。"
  }
}
