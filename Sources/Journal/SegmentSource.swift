/// Where the segments of a writer's journal can be read: a store's folder or a backup.
protocol SegmentSource: Sendable {
  var identity: StoreIdentity { get }
  /// The names in `journal/<writer>/`, and other names in `journal/`, relative to the store.
  func names() throws(FileError) -> [String]
  func bytes(_ name: String) throws(FileError) -> [UInt8]
}

/// The segments in a store's folder.
struct FolderSource: SegmentSource {
  let identity: StoreIdentity
  let folder: StoreFolder

  func names() throws(FileError) -> [String] {
    let writerFolder = StoreLayout.journal + "/" + identity.writer
    var names: [String] = []
    for name in try folder.list(StoreLayout.journal) where name != identity.writer {
      names.append(StoreLayout.journal + "/" + name)
    }
    for name in try folder.list(writerFolder) { names.append(writerFolder + "/" + name) }
    return names
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] { try folder.read(name) }
}
