/// A file that stays open between saves.
///
/// Its name is to be asked about before each use: what was replaced or taken away would be written to for nobody.
final class KeptFile {
  let file: OpenFile
  let isWritable: Bool
  /// An open file's never changes.
  let inode: UInt64
  private let name: WatchedName

  /// Keeps an open file, which is closed with this object or at once where it can't be asked about.
  init(_ file: OpenFile, in folder: StoreFolder, isWritable: Bool) throws(FileError) {
    do throws(FileError) {
      inode = try file.status().inode
    } catch {
      file.close()
      throw error
    }
    self.file = file
    self.isWritable = isWritable
    name = WatchedName(file.name, in: folder)
  }

  deinit { file.close() }

  /// What stands under its name; nil where that is not this file any more.
  func status() throws(FileError) -> FileStatus? {
    guard let found = try name.status(), found.inode == inode else { return nil }
    return found
  }
}
