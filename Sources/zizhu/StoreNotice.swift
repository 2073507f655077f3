import Desk
import Office
import Wording

/// What the work beside the desk has to tell, as a line for the clerk.
enum StoreNotice {
  static func notice(_ news: OfficeNews) -> Notice {
    switch news {
    case .damage(let findings):
      Notice(
        .bad, "数据库改为只读：" + (findings.first.map(StoreWording.sentence) ?? "日志有损坏") + "。请用 zizhu verify 查看。")
    case .rebuilt: Notice(.warning, "快照与日志不符，已按日志重新计算，屏幕上是最新内容。")
    case .backedUp(let path):
      // The store's own folder is known; a whole path would not fit the line.
      Notice(.good, "今天的备份在数据库文件夹里：" + path.split(separator: "/").suffix(2).joined(separator: "/"))
    case .backupFailed(let error): Notice(.warning, "今天没有备份成功：" + StoreWording.sentence(error))
    }
  }
}
