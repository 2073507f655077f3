/// A file that this process has locked, until this value goes.
public final class FileLock: Sendable {
  private let file: OpenFile

  init(_ file: OpenFile) { self.file = file }

  deinit { file.close() }
}
