/// Texts kept one after another in pages of bytes: a hundred thousand of them cost their letters and no objects.
///
/// A page that is full never changes again, so that copies share all but the page that is being written.
struct TextPages: Hashable, Sendable {
  /// Where a text stands.
  struct Place: Hashable, BitwiseCopyable, Sendable {
    var page: UInt32 = 0
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private static let pageSize = 1 << 16

  private var pages: [[UInt8]] = []

  mutating func append(_ text: UnsafeRawBufferPointer) -> Place {
    if pages.last.map({ $0.count >= Self.pageSize }) ?? true { pages.append([]) }
    let page = pages.count - 1
    let place = Place(page: UInt32(page), start: UInt32(pages[page].count), count: UInt32(text.count))
    pages[page].append(contentsOf: text)
    return place
  }

  /// Takes the pages of another in, and gives the number that its first page has here.
  mutating func append(_ other: TextPages) -> UInt32 {
    let first = UInt32(pages.count)
    pages += other.pages
    return first
  }

  /// The bytes of a text.
  func with<Value>(_ place: Place, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    guard place.count > 0 else { return read(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return pages[Int(place.page)].withUnsafeBytes {
      read(UnsafeRawBufferPointer(rebasing: $0[Int(place.start)..<Int(place.start + place.count)]))
    }
  }

  subscript(_ place: Place) -> String { with(place) { String(decoding: $0, as: UTF8.self) } }

  /// Whether one text comes first in the order of UTF-8 bytes.
  func precedes(_ a: Place, _ b: Place) -> Bool {
    with(a) { a in with(b) { a.precedesInBytes($0) } }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes come first, byte by byte; the shorter of two that begin alike does.
  func precedesInBytes(_ other: UnsafeRawBufferPointer) -> Bool {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}

extension [UInt8] {
  /// Appends a number that is not below zero as its digits, with zeros before it up to a width of twenty.
  mutating func append(decimal number: Int, width: Int = 1) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = number.magnitude
      var first = digits.count
      while first > 0, rest > 0 || digits.count - first < width {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }
}
