import Testing

@testable import Parcels
@testable import Tar

/// Archives as they are written and read, and as `tar` sees them.
@Suite struct TarTests {
  static let deep = String(repeating: "folder/", count: 20) + "file"
  static let files: [(String, [UInt8])] = [
    ("HEAD.json", Array("{}".utf8)), ("journal/0a1b/000001-000001.jsonl", [UInt8](repeating: 7, count: 512)),
    ("policies/政策 2018.json", []), (deep, [UInt8](repeating: 0, count: 513)),
    (String(repeating: "x", count: 100), [1]),
  ]

  private func write(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = TarWriter()
    for (path, bytes) in files { try writer.add(path, bytes) }
    return writer.finish()
  }

  private func read(_ bytes: [UInt8]) throws -> [(String, [UInt8])] {
    let archive = try TarArchive(bytes)
    return archive.entries.map { ($0.path, Array(archive.content($0))) }
  }

  @Test func filesComeBackAsTheyWent() throws {
    let bytes = try write(Self.files)
    #expect(try read(bytes).elementsEqual(Self.files, by: ==))
    #expect(bytes.count == TarWriter.size(of: Self.files.map(\.1.count)))
    #expect(try read(write([])).isEmpty)
  }

  @Test func tarListsAndUnpacksOurs() throws {
    let shop = try Workshop()
    try shop.write("ours.tar", try write(Self.files))
    #expect(
      try shop.run("LC_ALL=C.UTF-8 tar --quoting-style=literal -tf ours.tar")
        == Self.files.map { $0.0 + "\n" }.joined())
    try shop.run("tar xf ours.tar")
    for (path, bytes) in Self.files { #expect(try shop.read(path) == bytes) }
    #expect(try shop.run("stat -c '%a %Y' HEAD.json") == "600 0\n")
  }

  @Test func tarMakesTheSameBytes() throws {
    let shop = try Workshop()
    for (path, bytes) in Self.files { try shop.write(path, bytes) }
    let names = Self.files.map { "'\($0.0)'" }.joined(separator: " ")
    try shop.run(
      "tar --format=ustar --mode=0600 --owner=0 --group=0 --numeric-owner --mtime=@0 -b1 -cf theirs.tar \(names)"
    )
    let theirs = try shop.read("theirs.tar")
    #expect(try theirs == write(Self.files))
    #expect(try read(theirs).elementsEqual(Self.files, by: ==))
  }

  @Test func anotherTarsFilesAreRefused() throws {
    let shop = try Workshop()
    try shop.write("file", [1, 2, 3])
    try shop.run("ln -s file link; mkdir folder")
    let ours = "--mode=0600 --owner=0 --group=0 --numeric-owner --mtime=@0 -b1"
    for (options, place) in [
      ("--format=gnu \(ours) -cf x.tar file", 0), ("--format=pax \(ours) -cf x.tar file", 0),
      ("--format=ustar --mode=0644 --owner=0 --group=0 --numeric-owner --mtime=@0 -b1 -cf x.tar file", 0),
      ("--format=ustar \(ours) --mtime=@1 -cf x.tar file", 0), ("--format=ustar \(ours) -cf x.tar link", 0),
      ("--format=ustar \(ours) -cf x.tar folder", 0), ("--format=ustar \(ours) -cf x.tar file link", 1024),
    ] {
      try shop.run("tar \(options)")
      let bytes = try shop.read("x.tar")
      #expect(throws: TarError.badHeader(at: place)) { try TarArchive(bytes) }
    }
    // Filled up to a record of twenty blocks.
    try shop.run(
      "tar --format=ustar --mode=0600 --owner=0 --group=0 --numeric-owner --mtime=@0 -cf x.tar file")
    #expect(throws: TarError.notZero(at: 2048)) { try TarArchive(try shop.read("x.tar")) }
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "..", "../x", "a/../b", "a/..", "./a", "a/./b", "a//b", "a/", "a\u{0}b", "a\nb",
    "a\\b",
    "a\u{7F}", "a\u{85}b", String(repeating: "x", count: 101), String(repeating: "x/", count: 150),
    String(repeating: "x", count: 156) + "/y",
  ])
  func pathsThatLeadElsewhereAreNeitherWrittenNorRead(_ path: String) throws {
    #expect(throws: TarError.badPath(path)) { try write([(path, [])]) }
    // A block with such a path, where there can be one.
    guard let block = TarBlock(path: path, count: 0).bytes else { return }
    #expect(throws: path.isEmpty ? TarError.notZero(at: 100) : .badHeader(at: 0)) {
      try TarArchive(block + [UInt8](repeating: 0, count: 1024))
    }
  }

  @Test func aPathStandsOnce() throws {
    for paths in [
      ["a", "a"], ["a", "a/b"], ["a/b", "a"], ["a/b/c", "a"], ["a/b/c", "x", "a/b"], ["b", "b/c/d"],
    ] {
      let last = try #require(paths.last)
      #expect(throws: TarError.repeated(last)) { try write(paths.map { ($0, []) }) }
      let blocks = try paths.flatMap { try #require(TarBlock(path: $0, count: 0).bytes) }
      #expect(throws: TarError.repeated(last)) { try TarArchive(blocks + [UInt8](repeating: 0, count: 1024)) }
    }
    #expect(try read(write([("a/b", []), ("a/c", []), ("ab", []), ("a-b", [])])).count == 4)
  }

  @Test func sizesGoUpToElevenOctalDigits() throws {
    let largest = try #require(TarBlock(path: "a", count: 8_589_934_591).bytes)
    #expect(largest[124..<136].elementsEqual("77777777777\u{0}".utf8))
    #expect(largest.withUnsafeBytes { TarBlock($0)?.count } == 8_589_934_591)
    #expect(throws: TarError.cut(at: 512)) { try TarArchive(largest) }
    #expect(
      TarBlock(path: "a", count: 8_589_934_592).bytes == nil && TarBlock(path: "a", count: -1).bytes == nil)
    var writer = TarWriter()
    #expect(throws: TarError.tooLarge("a")) { try writer.begin("a", count: 8_589_934_592) }
  }

  private func error(_ bytes: [UInt8]) -> TarError? {
    do throws(TarError) {
      _ = try TarArchive(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyCutIsTold() throws {
    let bytes = try write([("a", [1]), ("b/c", [UInt8](repeating: 2, count: 512))])
    #expect(bytes.indices.filter { error(Array(bytes[..<$0])) != .cut(at: $0) } == [])
    #expect(error(bytes + [0]) == .notZero(at: bytes.count))
    #expect(error(bytes + [UInt8](repeating: 0, count: 512)) == .notZero(at: bytes.count))
  }

  /// The archive's own bytes; those of the files are held by their sums.
  @Test func everyFlippedBitOfTheArchiveIsTold() throws {
    var bytes = try write([("a", [1, 1, 1])])
    var accepted: [Int] = []
    for place in bytes.indices where !(512..<515).contains(place) {
      // All bits of the block, one of each byte behind.
      for bit in place < 512 ? 0..<8 : place % 8..<place % 8 + 1 {
        bytes[place] ^= 1 << bit
        if error(bytes) == nil { accepted.append(place) }
        bytes[place] ^= 1 << bit
      }
    }
    #expect(accepted == [])
  }
}
