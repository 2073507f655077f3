/// The segments in a writer's folder, listed again only where the folder has changed.
///
/// A save must know whether somebody has begun or brought in another segment, and a list costs more than all else that
/// it asks the file system.
struct SegmentList {
  private(set) var names: [SegmentName] = []
  private let folder: StoreFolder
  private let writerFolder: WatchedName
  /// The folder as it was when its names were listed; nil where it could change and look the same.
  private var listed: FileStatus?

  init(_ writerFolder: String, in folder: StoreFolder) {
    self.folder = folder
    self.writerFolder = WatchedName(writerFolder, in: folder)
  }

  /// Lists the names unless they are those listed last; `file` is one of the segments.
  mutating func refresh(beside file: @autoclosure () -> String) throws(FileError) {
    let found = try writerFolder.status()
    guard listed == nil || found != listed else { return }
    // The clock of a file system ticks a few hundred times a second: a change in the tick of the last one would not
    // show. Once a file has a later time, so has every further change.
    let written = try folder.status(file())
    names = try folder.names(in: writerFolder.name).compactMap(SegmentName.init)
    listed = nil
    if let found, let written, found.changed < written.changed { listed = found }
  }

  /// The segment behind another: in the same epoch, or the first of the next; nil where there is none.
  func next(after segment: SegmentName) -> SegmentName? {
    [segment.next, segment.nextEpoch].first { names.contains($0) }
  }
}
