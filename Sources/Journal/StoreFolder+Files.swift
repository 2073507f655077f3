/// Which files lie in a store's folder.
extension StoreFolder {
  /// The paths of all files below the store's own folders, sorted within each folder, and of folders that are none of
  /// them, into which nobody looks; of the folders `leaving` at its top nothing.
  func files(leaving left: Set<String> = []) throws(FileError) -> [String] {
    var paths: [String] = []
    for name in try list("") where !left.contains(name) { try collect(name, into: &paths) }
    return paths
  }

  private func collect(_ path: String, into paths: inout [String]) throws(FileError) {
    switch try status(path)?.kind {
    case .file: paths.append(path)
    case .folder:
      guard StoreLayout.isOwnFolder(path) else {
        paths.append(path)
        return
      }
      for name in try list(path) { try collect(path + "/" + name, into: &paths) }
    case .other, nil: break
    }
  }
}
