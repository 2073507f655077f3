/// Why bytes are not an archive as `TarWriter` makes one, or why it can't make one.
public enum TarError: Error, Hashable, Sendable {
  /// The archive ends before its end; how many bytes there are.
  case cut(at: Int)
  /// A header does not hold its own sum, is another's than `TarWriter` makes, or names a path as in
  /// `badPath`; where it begins, in bytes.
  case badHeader(at: Int)
  /// What fills up the block behind a file, or ends the archive, is not zeros, or something stands behind;
  /// where.
  case notZero(at: Int)
  /// A path that was to be written is empty, absolute, leads elsewhere, has characters that no path here has,
  /// or does not fit.
  case badPath(String)
  /// A path stands twice, or is a file's and a folder's at once.
  case repeated(String)
  /// More bytes than eleven octal digits can say.
  case tooLarge(String)
}
