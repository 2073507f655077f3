import CFiles
import Glibc

extension Checkup {
  /// Tries what the journal asks of the file system of the store's folder, or of where it would be made, with a file
  /// that is gone again.
  mutating func lookAtFiles(_ store: String) {
    let exists = access(store, F_OK) == 0
    let folder = Self.nearest(to: store)
    let kind = Self.fileSystem(of: folder)
    found(.good, "数据库", (exists ? "文件夹在" : "还没有建立") + "，文件系统 \(kind.name)")
    if kind.isRemote {
      found(.note, "网络盘", "数据库在网络文件系统上", "断网时不能保存，锁也不一定可靠。请放在本机磁盘上，另做备份。")
    }
    let path = folder + "/.zizhu-doctor-\(getpid())"
    var refused: Int32 = 0
    let file = cfiles_open(path, Int32(CFILES_CREATE.rawValue), 0o640, &refused)
    guard file >= 0 else {
      found(.bad, "写盘", "不能在那里写文件（错误 \(-file)）", "请用有权写那个文件夹的登录名，或用 --store 指明别的文件夹。")
      return
    }
    defer {
      cfiles_close(file)
      unlink(path)
    }
    trySync(file)
    tryLock(file, path)
    var status = stat()
    let isKept = refused == 0 && fstat(file, &status) == 0 && status.st_mode & 0o777 == 0o640
    found(
      isKept ? .good : .note, "权限", isKept ? "文件权限照设" : "文件系统不保存文件权限",
      isKept ? "" : "能打开这个盘的人都能读写数据库。U 盘（FAT、exFAT）都是这样，请只用来备份。")
    var space = statvfs()
    if statvfs(folder, &space) == 0 {
      let megabytes = (UInt64(space.f_bavail) * UInt64(space.f_frsize)) >> 20
      found(
        megabytes < 500 ? .bad : .good, "空间",
        "还有 " + (megabytes < 10_000 ? "\(megabytes) MB" : "\(megabytes / 1024) GB"),
        megabytes < 500 ? "请清理磁盘：日志和十四份备份需要地方。" : "")
    }
  }

  private mutating func trySync(_ file: Int32) {
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 512)
    var times: [Int] = []
    for round in 0..<5 {
      let began = Self.microseconds()
      let isWritten =
        line.withUnsafeBytes { cfiles_write_at(file, $0.baseAddress, $0.count, Int64(round * 512)) } == 512
      guard isWritten, cfiles_sync_data(file) == 0 else {
        found(.bad, "写盘", "数据不能确实写到磁盘上", "这个盘不能放数据库，请换本机磁盘。")
        return
      }
      times.append(Self.microseconds() - began)
    }
    let middle = times.sorted()[2]
    found(
      middle > 200_000 ? .note : .good, "写盘", "一次保存约 \(Self.milliseconds(middle)) 毫秒",
      middle > 200_000 ? "这个盘很慢，每次保存都要等。" : "")
  }

  private mutating func tryLock(_ file: Int32, _ path: String) {
    var refused: Int32 = 0
    let other = cfiles_open(path, Int32(CFILES_READ_WRITE.rawValue), 0, &refused)
    defer { if other >= 0 { cfiles_close(other) } }
    let isHeld = cfiles_try_lock(file, 0) == 1 && other >= 0 && cfiles_try_lock(other, 0) == 0
    found(
      isHeld ? .good : .bad, "文件锁", isHeld ? "有效，几个人可以同时用" : "不起作用",
      isHeld ? "" : "两个人同时保存会互相妨碍。请把数据库放在本机磁盘（ext4、xfs、btrfs）上。")
  }

  private static func microseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  private static func milliseconds(_ microseconds: Int) -> String {
    "\(microseconds / 1000).\(microseconds % 1000 / 100)"
  }

  /// The folder itself, or the nearest above it that is there.
  private static func nearest(to folder: String) -> String {
    var path = folder
    while access(path, F_OK) != 0 {
      guard let slash = path.lastIndex(of: "/") else { return "." }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return path
  }

  /// The kind of a file system, by the numbers of statfs(2).
  private static func fileSystem(of folder: String) -> (name: String, isRemote: Bool) {
    let kind = cfiles_file_system(folder)
    guard kind >= 0 else { return ("不明", false) }
    switch UInt32(truncatingIfNeeded: kind) {
    case 0xEF53: return ("ext4", false)
    case 0x5846_5342: return ("xfs", false)
    case 0x9123_683E: return ("btrfs", false)
    case 0x0102_1994: return ("tmpfs（关机就没有了）", false)
    case 0x794C_7630: return ("overlay", false)
    case 0x4D44: return ("FAT", false)
    case 0x2011_BAB0: return ("exFAT", false)
    case 0x5346_544E, 0x7366_746E: return ("NTFS", false)
    case 0x6969: return ("NFS", true)
    case 0xFF53_4D42, 0xFE53_4D42, 0x517B: return ("SMB", true)
    case 0x6573_5546: return ("FUSE", false)
    case let number: return ("0x" + String(number, radix: 16), false)
    }
  }
}
