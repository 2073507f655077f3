/// The files of a store, in its folder or in a backup, for whoever checks what stands beside the journal.
public struct StoreFiles: Sendable {
  private let source: any SegmentSource

  /// Looks into a store's folder or a backup in a file; throws `JournalError` where there is neither.
  public init(_ path: String, files: any FileAccess = PosixFiles()) throws(JournalError) {
    let folder = StoreFolder(path, files: files)
    let status = try inJournal { () throws(FileError) in try folder.status("") }
    if status?.kind == .file {
      source = try BackupArchive(path, files: files)
    } else {
      source = FolderSource(identity: try Journal.readIdentity(folder), folder: folder)
    }
  }

  /// The bytes of a file by its path relative to the store; throws `FileError` where it can't be read.
  public func bytes(_ name: String) throws(FileError) -> [UInt8] { try source.bytes(name) }
}
