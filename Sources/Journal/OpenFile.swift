/// An open file that knows its name relative to the store, for errors.
struct OpenFile {
  let files: any FileAccess
  let handle: FileHandle
  let name: String

  func close() { files.close(handle) }

  func status() throws(FileError) -> FileStatus {
    try retryingAfterSignals(.status, name) { () throws(Errno) in try files.status(of: handle) }
  }

  /// In bytes.
  func size() throws(FileError) -> Int { try status().size }

  /// No file of a store comes near it, in bytes: what claims more, such as a file full of holes, is not read.
  static let mostBytes = 4 << 30

  /// The bytes in `range`; fewer only where the file ends before it.
  func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    guard range.count <= Self.mostBytes else { throw FileError(.read, name, code: Errno.tooLarge.code) }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      do throws(FileError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Fills a buffer with the bytes from an offset on and tells how many there are; fewer than it holds only where the
  /// file ends before.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let place = offset + filled
      let count = try retryingAfterSignals(.read, name) { () throws(Errno) in
        try files.read(handle, into: rest, at: place)
      }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }

  /// Writes all of the bytes, in as many steps as the system takes.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileError) { try write(bytes[...], at: offset) }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { all in
      do throws(FileError) {
        var written = 0
        while written < all.count {
          let rest = UnsafeRawBufferPointer(rebasing: all[written...])
          let place = offset + written
          let count = try retryingAfterSignals(.write, name) { () throws(Errno) in
            try files.write(handle, rest, at: place)
          }
          // Nothing written and no reason given would loop for ever.
          guard count > 0 else { throw FileError(.write, name, code: Errno.inputOutput.code) }
          written += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  func truncate(to size: Int) throws(FileError) {
    try retryingAfterSignals(.truncate, name) { () throws(Errno) in try files.truncate(handle, to: size) }
  }

  /// Lets the disk begin with bytes that were written; what becomes of them the sync tells.
  func beginWriting(_ range: Range<Int>) { files.beginWriting(handle, range) }

  func syncData() throws(FileError) {
    try retryingAfterSignals(.sync, name) { () throws(Errno) in try files.syncData(handle) }
  }
}
