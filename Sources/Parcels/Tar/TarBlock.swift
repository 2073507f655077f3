/// The block of 512 bytes before a file in an archive, of which only path and size vary.
///
/// POSIX.1-1988 (ustar), as GNU tar writes it with `--format=ustar --mode=0600 --owner=0 --group=0 --numeric-owner
/// --mtime=@0`: numbers are octal digits and a NUL, the sum is six octal digits, a NUL and a space. A block is read by
/// making it again: what differs in a single bit is not one of ours, whatever its sum says.
struct TarBlock {
  static let size = 512
  /// Eleven octal digits.
  static let mostBytes = 0o77777777777
  static let mostName = 100
  static let mostPrefix = 155

  /// Path and size as they stand in a block; checked by nobody yet.
  var path: String
  var count: Int

  init(path: String, count: Int) {
    self.path = path
    self.count = count
  }

  /// Reads the block that begins at a place where there are enough bytes; nil where it is not one of ours.
  init?(_ bytes: [UInt8], at start: Int) {
    let name = Self.text(bytes[start..<start + Self.mostName])
    let prefix = Self.text(bytes[start + 345..<start + 345 + Self.mostPrefix])
    var count = 0
    for byte in bytes[start + 124..<start + 135] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return nil }
      count = count << 3 | Int(byte - UInt8(ascii: "0"))
    }
    guard
      let path = String(
        validating: prefix.isEmpty ? Array(name) : prefix + [UInt8(ascii: "/")] + name, as: UTF8.self)
    else { return nil }
    self.init(path: path, count: count)
    guard let block = self.bytes, block[...] == bytes[start..<start + Self.size] else { return nil }
  }

  /// Up to the first NUL.
  private static func text(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> { field.prefix { $0 != 0 } }

  /// The 512 bytes; nil where path or size don't fit.
  var bytes: [UInt8]? {
    guard let (prefix, name) = Self.split(Array(path.utf8)), (0...Self.mostBytes).contains(count) else {
      return nil
    }
    var block = [UInt8](repeating: 0, count: Self.size)
    func put(_ text: some Sequence<UInt8>, at start: Int) {
      for (index, byte) in text.enumerated() { block[start + index] = byte }
    }
    put(name, at: 0)
    put("0000600".utf8, at: 100)
    put("0000000".utf8, at: 108)
    put("0000000".utf8, at: 116)
    put(Self.octal(count, digits: 11), at: 124)
    put("00000000000".utf8, at: 136)
    put("        0".utf8, at: 148)
    put("ustar\u{0}00".utf8, at: 257)
    put("0000000".utf8, at: 329)
    put("0000000".utf8, at: 337)
    put(prefix, at: 345)
    // The sum counts its own field as spaces, which stand there now.
    let sum = block.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// Parts a path as GNU tar does: whole in the name, or at the last slash that leaves a prefix which fits.
  private static func split(_ path: [UInt8]) -> (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>)? {
    if path.count <= mostName { return ([], path[...]) }
    guard let slash = path.prefix(mostPrefix + 1).lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = path[(slash + 1)...]
    return name.count <= mostName ? (path[..<slash], name) : nil
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    (0..<digits).map { UInt8(ascii: "0") + UInt8(number >> (3 * (digits - 1 - $0)) & 7) }
  }
}
