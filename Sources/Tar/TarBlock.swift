/// The block of 512 bytes before a file in an archive, of which only path and size vary.
///
/// POSIX.1-1988 (ustar), as GNU tar writes it with `--format=ustar --mode=0600 --owner=0 --group=0
/// --numeric-owner --mtime=@0`: numbers are octal digits and a NUL, the sum is six octal digits, a NUL and a
/// space. A block is read by making it again: what differs in a single bit is not one of ours, whatever its
/// sum says.
public struct TarBlock: Sendable {
  public static let size = 512
  /// How many bytes a file takes, with the zeros that fill up its last block.
  public static func filled(_ count: Int) -> Int { (count + size - 1) / size * size }

  /// Eleven octal digits.
  static let mostBytes = 0o77777777777

  private static let name = 0..<100
  private static let fileSize = 124..<135
  private static let sum = 148..<154
  private static let prefix = 345..<500

  /// What stands in every block, with spaces in the sum's field, which counts as such.
  private static let template: [UInt8] = {
    var block = [UInt8](repeating: 0, count: size)
    for (start, text) in [
      (100, "0000600"), (108, "0000000"), (116, "0000000"), (136, "00000000000"), (148, "        0"),
      (257, "ustar\u{0}00"), (329, "0000000"), (337, "0000000"),
    ] {
      for (index, byte) in text.utf8.enumerated() { block[start + index] = byte }
    }
    return block
  }()

  /// Path and size as they stand in a block; whether the path is sound, `TarPaths` says.
  public var path: String
  public var count: Int

  public init(path: String, count: Int) {
    self.path = path
    self.count = count
  }

  /// A field up to its first NUL.
  private static func text(_ block: UnsafeRawBufferPointer, _ field: Range<Int>) -> [UInt8] {
    var end = field.lowerBound
    while end < field.upperBound, block[end] != 0 { end += 1 }
    return Array(block[field.lowerBound..<end])
  }

  /// The 512 bytes; nil where path or size don't fit.
  public var bytes: [UInt8]? {
    let path = Array(path.utf8)
    guard let slash = Self.slash(in: path), count >= 0, count <= Self.mostBytes else { return nil }
    var block = Self.template
    block.withUnsafeMutableBytes { block in
      path.withUnsafeBytes { path in
        block[Self.name].copyBytes(from: path[(slash + 1)...])
        if slash > 0 { block[Self.prefix].copyBytes(from: path[..<slash]) }
      }
      Self.put(count, into: block, Self.fileSize)
      var sum = 0
      var place = 0
      while place < Self.size {
        sum += Int(block[place])
        place += 1
      }
      Self.put(sum, into: block, Self.sum)
      block[Self.sum.upperBound] = 0
    }
    return block
  }

  /// Where GNU tar parts a path: nowhere (-1) where the name's field takes it whole, else at the last slash
  /// that leaves a prefix which fits; nil where none does.
  private static func slash(in path: [UInt8]) -> Int? {
    if path.count <= name.count { return -1 }
    guard let slash = path.prefix(prefix.count + 1).lastIndex(of: UInt8(ascii: "/")), slash > 0 else {
      return nil
    }
    return path.count - slash - 1 <= name.count ? slash : nil
  }

  private static func put(_ number: Int, into block: UnsafeMutableRawBufferPointer, _ field: Range<Int>) {
    var rest = number
    var place = field.upperBound
    while place > field.lowerBound {
      place -= 1
      block[place] = UInt8(ascii: "0") + UInt8(rest & 7)
      rest >>= 3
    }
  }
}

extension TarBlock {
  /// Reads a block of 512 bytes; nil where it is not one of ours.
  public init?(_ block: UnsafeRawBufferPointer) {
    var place = Self.fileSize.lowerBound
    var count = 0
    while place < Self.fileSize.upperBound {
      guard block[place] >= UInt8(ascii: "0"), block[place] <= UInt8(ascii: "7") else { return nil }
      count = count << 3 | Int(block[place] - UInt8(ascii: "0"))
      place += 1
    }
    var path = Self.text(block, Self.prefix)
    if !path.isEmpty { path.append(UInt8(ascii: "/")) }
    path += Self.text(block, Self.name)
    guard let path = String(validating: path, as: UTF8.self) else { return nil }
    self.init(path: path, count: count)
    guard let made = bytes, made.withUnsafeBytes({ haveSameBytes($0, block) }) else { return nil }
  }
}
