public import Tar

/// One file in a parcel.
public struct ParcelMember: Equatable, Sendable {
  /// Relative, in UTF-8, of at most 100 bytes, or 255 with a slash that parts them so; none of
  /// `Parcel.ownPaths`.
  public var path: String
  /// The file's bytes; those of a parcel that was opened stand in one buffer together.
  public var content: BufferPart

  public init(_ path: String, _ content: BufferPart) {
    self.path = path
    self.content = content
  }

  public init(_ path: String, _ bytes: [UInt8]) { self.init(path, BufferPart(bytes)) }

  public var bytes: ArraySlice<UInt8> { content.bytes }
}
