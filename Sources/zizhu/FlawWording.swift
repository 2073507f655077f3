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
    case .unread(let unread): [UnreadWording.sentence(unread)]
    }
  }

  static func missing(_ findings: [Finding]) -> [String] {
    findings.prefix(most).map(StoreWording.sentence)
      + (findings.count > most ? ["另有 \(findings.count - most) 处"] : [])
  }

  /// The last line of a command that wrote what could be read.
  static func written(_ missing: [String]) -> String {
    missing.map { $0 + "\n" }.joined() + "只写出了能读的部分，上面这些之后的内容可能缺失。读入或恢复时须加 --damaged。"
  }
}
