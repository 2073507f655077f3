import Testing

@testable import Tar

/// The pieces of archives (POSIX.1-1988, ustar): names that are parted, blocks that are filled up, bytes that are compared.
@Suite struct TarPieceTests {
  private func prefix(_ path: String) -> (prefix: String, name: String)? {
    guard let block = TarBlock(path: path, count: 0).bytes else { return nil }
    func text(_ field: Range<Int>) -> String {
      String(decoding: block[field].prefix { $0 != 0 }, as: UTF8.self)
    }
    return (text(345..<500), text(0..<100))
  }

  /// A name has 100 bytes, its prefix 155, parted at a slash that stands in neither.
  @Test func aPathIsPartedAtTheLastSlashThatFits() throws {
    let hundred = String(repeating: "x", count: 100)
    #expect(try #require(prefix(hundred)) == ("", hundred))
    #expect(try #require(prefix("a/" + hundred)) == ("a", hundred))
    #expect(prefix(hundred + "x") == nil && prefix("a/" + hundred + "x") == nil)
    let long = String(repeating: "p", count: 155)
    #expect(try #require(prefix(long + "/" + hundred)) == (long, hundred))
    #expect(prefix("p" + long + "/" + hundred) == nil)
    // The last slash is taken that leaves a prefix of at most 155 bytes.
    let parts = String(repeating: "d/", count: 60) + "file"
    #expect(try #require(prefix(parts)) == (String(repeating: "d/", count: 59) + "d", "file"))
    // A hundred bytes of Chinese are thirty-three characters and one byte.
    #expect(try #require(prefix(String(repeating: "政", count: 33))).prefix.isEmpty)
    #expect(prefix(String(repeating: "政", count: 34)) == nil)
  }

  @Test(
    arguments: [(0, 0), (1, 512), (511, 512), (512, 512), (513, 1024), (1024, 1024)])
  func filesFillWholeBlocks(count: Int, filled: Int) { #expect(TarBlock.filled(count) == filled) }

  @Test func theSizeOfAnArchiveIsKnownBefore() throws {
    #expect(TarWriter.size(of: [Int]()) == 1024)
    #expect(TarWriter.size(of: [0, 1, 512, 513]) == 1024 + 4 * 512 + 0 + 512 + 512 + 1024)
    var writer = TarWriter()
    for (path, count) in [("a", 0), ("b", 1), ("c", 512), ("d", 513)] {
      try writer.add(path, [UInt8](repeating: 1, count: count))
    }
    #expect(writer.finish().count == TarWriter.size(of: [0, 1, 512, 513]))
  }

  @Test(
    arguments: [
      ("a", true), ("a/b.json", true), ("政策 2018.json", true), ("a...b", true), ("...", true), (".a", true),
      ("a.", true), ("a/..b", true),
      ("", false), (".", false), ("..", false), ("a/.", false), ("./a", false), ("/a", false), ("a/", false),
      ("a//b", false), ("a\\b", false),
      ("a\tb", false), ("a\u{9F}b", false), ("a\u{A0}b", true), ("\u{7F}", false),
    ])
  func sound(path: String, isSound: Bool) { #expect(TarPaths.isSound(path) == isSound) }

  @Test func theFirstFileIsFoundWhateverStandsBehind() throws {
    var writer = TarWriter()
    try writer.add("HEAD.json", Array("{}".utf8))
    let whole = writer.finish()
    for bytes in [whole, Array(whole.prefix(514)), Array(whole.prefix(514)) + [1, 2, 3]] {
      let entry = try #require(TarArchive.firstEntry(of: bytes))
      #expect(entry.path == "HEAD.json" && entry.place == 512..<514 && entry.end == 1024)
    }
    for bytes in [[], Array(whole.prefix(511)), Array(whole.prefix(513)), [UInt8](repeating: 0, count: 1024)]
    {
      #expect(TarArchive.firstEntry(of: bytes) == nil)
    }
  }

  @Test func anArchiveGivesItsBytesAwayOnce() throws {
    var writer = TarWriter()
    try writer.add("a", [7, 8])
    let bytes = writer.finish()
    var archive = try TarArchive(bytes)
    let entry = try #require(archive.entries.first)
    #expect(archive.part(entry) == BufferPart([7, 8]) && Array(archive.content(entry)) == [7, 8])
    let (first, second) = (archive.letGo(), archive.letGo())
    #expect(first == bytes && second.isEmpty)
  }

  @Test func bytesAreComparedWhereTheyStand() {
    #expect(
      BufferPart([1, 2, 3, 2], 1..<2) == BufferPart([1, 2, 3, 2], 3..<4)
        && BufferPart([1, 2], 0..<2) != BufferPart([1, 2], 0..<1))
    let bytes: [UInt8] = [0, 0, 5, 0]
    bytes.withUnsafeBytes { bytes in
      #expect(
        firstNonZero(bytes, in: 0..<4) == 2 && firstNonZero(bytes, in: 3..<4) == nil
          && firstNonZero(bytes, in: 2..<2) == nil)
      #expect(
        haveSameBytes(bytes, bytes) && !haveSameBytes(bytes, UnsafeRawBufferPointer(rebasing: bytes[..<3])))
      #expect(
        !haveSameBytes(
          UnsafeRawBufferPointer(rebasing: bytes[..<3]), UnsafeRawBufferPointer(rebasing: bytes[1...])))
    }
  }
}
