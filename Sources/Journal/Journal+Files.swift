/// The file that a journal keeps open, that of the segment it reads and writes.
extension Journal {
  /// The open file of a segment and what stands under its name; nil where nothing does.
  func openSegment(_ segment: SegmentName) throws(FileError) -> (file: OpenFile, status: FileStatus)? {
    if let kept, kept.segment == segment, let status = try kept.file.status() {
      return (kept.file.file, status)
    }
    do throws(FileError) {
      let opened = try keep(segment, .read)
      return (opened.file, try opened.file.status())
    } catch {
      guard error.code == Errno.notFound.code else { throw error }
      return nil
    }
  }

  /// The file of the place's segment for writing, the same that was read; whether it still stands under its name is to
  /// be asked when it has been written to.
  func segmentToWrite() throws(FileError) -> KeptFile {
    let read = kept.flatMap { $0.segment == place.segment ? $0.file : nil }
    if let read, read.isWritable { return read }
    let opened = try keep(place.segment, .readWrite)
    // A line in another file than the one that was read would stand behind what nobody has looked at.
    if let read, read.inode != opened.inode {
      throw FileError(.open, opened.file.name, code: Errno.notFound.code)
    }
    return opened
  }

  private func keep(_ segment: SegmentName, _ mode: FileMode) throws(FileError) -> KeptFile {
    let file = try KeptFile(folder.open(file(segment), mode), in: folder, isWritable: mode != .read)
    kept = (segment, file)
    return file
  }
}
