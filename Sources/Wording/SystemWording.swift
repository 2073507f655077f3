/// Why the system would not do something with a file.
public enum SystemWording {
  /// By the system's number for it (errno), in a few words that a sentence goes on from.
  public static func reason(_ code: Int32) -> String {
    switch code {
    case 2: "没有这个文件"
    case 13, 1: "没有权限"
    case 20: "路径里有一段是文件，不是文件夹"
    case 21: "这里是文件夹，不是文件"
    case 28: "磁盘已满"
    case 27: "文件超过系统允许的大小"
    case 122: "磁盘配额已用完"
    case 40: "这里是链接，不能跟随"
    case 5: "磁盘读写出错"
    case 30: "磁盘只能读"
    default: "系统错误 \(code)"
    }
  }
}
