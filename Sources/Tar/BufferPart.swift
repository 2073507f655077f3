/// Bytes that stand in a buffer, with others perhaps: nothing is copied for them.
public struct BufferPart: Equatable, Sendable {
  public let buffer: [UInt8]
  public let place: Range<Int>

  public init(_ buffer: [UInt8], _ place: Range<Int>) {
    self.buffer = buffer
    self.place = place
  }

  public init(_ bytes: [UInt8]) { self.init(bytes, bytes.indices) }

  public var bytes: ArraySlice<UInt8> { buffer[place] }

  /// Parts are alike by their bytes, wherever these stand.
  public static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }
}
