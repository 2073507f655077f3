import Office
import Wording

/// Why nothing is printed, paid or exported by a state that may be incomplete.
enum UnreadWording {
  static func sentence(_ unread: Unread) -> String {
    switch unread {
    case .line(let finding):
      "内容可能不全，不出文书、不拨付、不导出。请升级程序后再办。" + StoreWording.sentence(finding) + "。"
    case .store: "数据库由更新版本的程序写成，这里读到的可能不全，不出文书、不拨付、不导出。请升级程序后再办。"
    }
  }
}
