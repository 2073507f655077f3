/// Records of bytes in pages, each found by its place: the page and the byte in it where its length stands.
struct PackedPages: Sendable {
  private static let size = 1 << 20
  /// Bytes in which a record's length stands before it.
  private static let lengthBytes = 4

  /// Oldest first; the last one is being written.
  private var pages: [[UInt8]]
  /// By page, the number of the first of the names that its records speak of.
  private var bases: [Int]
  /// Whether some pages are another list's too.
  private(set) var areShared = false
  /// Bytes of records that were written anew elsewhere, about.
  private var waste = 0

  /// Pages of which the first holds records already.
  init(_ first: [UInt8]) {
    pages = [first, []]
    bases = [0, 0]
  }

  /// The number of the first of the names that the record at a place speaks of.
  func base(of place: UInt64) -> Int {
    let page = Int(place >> 32)
    return page < bases.count ? bases[page] : 0
  }

  /// Takes another list's pages behind the own, whose names begin at a number; gives the number of their first page, nil
  /// where the other has shared pages itself.
  mutating func share(_ other: PackedPages, base: Int) -> Int? {
    guard !other.areShared else { return nil }
    let first = pages.count
    pages += other.pages
    bases += Array(repeating: base, count: other.pages.count)
    pages.append([])
    bases.append(0)
    areShared = true
    return first
  }

  /// The bytes of a record without its length; none at a place where no record stands.
  func with<Value>(_ place: UInt64, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    let page = Int(place >> 32)
    let start = Int(place & 0xFFFF_FFFF)
    guard page < pages.count else { return read(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return pages[page].withUnsafeBytes { bytes in
      let begin = start + Self.lengthBytes
      guard begin <= bytes.count else { return read(UnsafeRawBufferPointer(start: nil, count: 0)) }
      let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
      guard length <= bytes.count - begin else { return read(UnsafeRawBufferPointer(start: nil, count: 0)) }
      return read(UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + length]))
    }
  }

  /// The bytes of a filing's id, with which its record begins.
  func withID<Value>(_ place: UInt64, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    with(place) { bytes in
      var reader = PackedReader(bytes, from: 0, names: NameTable())
      let length = reader.count()
      return read(UnsafeRawBufferPointer(rebasing: bytes[reader.place..<reader.place + length]))
    }
  }

  /// Writes a record behind the others and gives its place.
  mutating func append(_ record: UnsafeRawBufferPointer) -> UInt64 {
    if pages[pages.count - 1].count >= Self.size {
      var page: [UInt8] = []
      // A page ends in the record that fills it.
      page.reserveCapacity(Self.size + Self.size / 16)
      pages.append(page)
      bases.append(0)
    }
    let page = pages.count - 1
    let place = UInt64(page) << 32 | UInt64(pages[page].count)
    Self.append(record, to: &pages[page])
    return place
  }

  /// Appends a record to bytes: its length, the lowest byte first, and itself.
  static func append(_ record: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(record.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: record)
  }

  /// The bytes that a record takes with its length.
  func size(_ place: UInt64) -> Int { with(place) { Self.lengthBytes + $0.count } }

  // MARK: - Waste

  /// Counts a record as waste: another was written in its stead.
  mutating func give(up place: UInt64) { waste += size(place) }

  /// Whether records that were given up take a quarter of the room.
  var isWasteful: Bool {
    !areShared && waste > Self.size && waste > pages.reduce(0) { $0 + $1.count } / 4
  }

  /// Clears all records away but those at some places, and gives the new places of these.
  mutating func compact(keeping places: [UInt64]) -> [UInt64] {
    // In the order in which they stand, so that each old page can go before the next is copied: together they may take
    // more room than there is to spare.
    let order = places.indices.sorted { places[$0] < places[$1] }
    var old = PackedPages([])
    swap(&self, &old)
    var kept = places
    var page = 0
    for index in order {
      while page < min(Int(places[index] >> 32), old.pages.count) {
        old.pages[page] = []
        page += 1
      }
      kept[index] = old.with(places[index]) { append($0) }
    }
    return kept
  }
}
