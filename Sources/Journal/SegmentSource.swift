/// Where the segments of a writer's journal can be read: a store's folder or a backup.
protocol SegmentSource: Sendable {
  var identity: StoreIdentity { get }
  /// The paths in `journal/<writer>/`, and of whatever lies elsewhere and is not the store's, relative to the store.
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
    for name in try folder.list(writerFolder) { names.append(writerFolder + "/" + name) }
    for path in try folder.files() where !path.hasPrefix(writerFolder + "/") {
      if !StoreLayout.isOwn(path) || path.hasPrefix(StoreLayout.journal + "/") { names.append(path) }
    }
    return names
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] { try folder.read(name) }
}
