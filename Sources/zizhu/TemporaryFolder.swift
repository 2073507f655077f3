import Folders

extension TemporaryFolder {
  /// A folder that is gone when the program ends.
  init() throws {
    do throws(NotMade) { try self.init("zizhu-demo") } catch {
      throw Failure(.cannotWrite, "不能建立临时文件夹，请检查权限和磁盘空间。")
    }
  }
}
