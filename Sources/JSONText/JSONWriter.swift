/// Writes JSON as UTF-8 bytes, compact or indented, with members in the order they are given.
///
///     var writer = JSONWriter(layout: .compact)
///     writer.object { $0.member("id", "F1"); $0.member("count", 3) }
///     writer.bytes
///
/// The same calls give the same bytes on every machine. Text is written as it is; only quotes, backslashes and
/// control characters are escaped.
public struct JSONWriter: Sendable {
  public enum Layout: Sendable {
    /// One line without spaces, as journal lines are.
    case compact
    /// Two spaces a level, as files that people read are.
    case indented
  }

  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  private var isFirst = true

  public init(layout: Layout = .compact, reserving capacity: Int = 0) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  /// A file that is one object, and a newline behind it.
  public static func file(
    layout: Layout = .compact, reserving capacity: Int = 0, _ members: (inout JSONWriter) throws -> Void
  ) rethrows -> [UInt8] {
    var writer = JSONWriter(layout: layout, reserving: capacity)
    try writer.object(members)
    writer.newline()
    return writer.bytes
  }

  // MARK: - Containers

  public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    try container(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }

  public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    try container(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  /// An object under a key.
  public mutating func object(_ name: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try object(members)
  }

  // Whoever writes long lists has these made for their own elements.

  /// An array, `write` giving the value of each element.
  @inlinable public mutating func array<Elements: Sequence>(
    of elements: Elements, _ write: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    try array { writer in
      for element in elements {
        writer.element()
        try write(&writer, element)
      }
    }
  }

  /// An array under a key.
  @inlinable public mutating func array<Elements: Sequence>(
    _ name: String, of elements: Elements, _ write: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    key(name)
    try array(of: elements, write)
  }

  /// An array of objects, `members` writing those of each.
  @inlinable public mutating func objects<Elements: Sequence>(
    _ elements: Elements, _ members: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    try array(of: elements) { writer, element in
      try writer.object { writer in try members(&writer, element) }
    }
  }

  /// An array of objects under a key.
  @inlinable public mutating func objects<Elements: Sequence>(
    _ name: String, _ elements: Elements, _ members: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    key(name)
    try objects(elements, members)
  }

  /// An array of texts.
  @inlinable public mutating func texts(_ texts: some Sequence<String>) { array(of: texts) { $0.string($1) } }

  /// An array of texts under a key.
  @inlinable public mutating func texts(_ name: String, _ texts: some Sequence<String>) {
    key(name)
    self.texts(texts)
  }

  /// Begins a member; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
  }

  /// Begins an element of an array; its value must follow.
  public mutating func element() { separate() }

  // MARK: - Parts

  /// A writer of some elements of the array that this one is in, which others may write meanwhile on other cores.
  public func part(reserving capacity: Int = 0) -> JSONWriter {
    var part = JSONWriter(layout: layout, reserving: capacity)
    part.depth = depth
    return part
  }

  /// Takes the next elements in from where they were written.
  public mutating func take(_ part: JSONWriter) {
    guard !part.bytes.isEmpty else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes += part.bytes
  }

  /// Hands on what is written so far, so that a long text never lies in memory as a whole.
  public mutating func flush(_ sink: ([UInt8]) throws -> Void) rethrows {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: - Values

  public mutating func string(_ text: String) { quoted(text) }
  public mutating func integer(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
  public mutating func bool(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
  public mutating func null() { bytes.append(contentsOf: "null".utf8) }

  /// Writes a value that is JSON already.
  public mutating func raw(_ json: String) { bytes.append(contentsOf: json.utf8) }

  /// Ends the text with a newline.
  public mutating func newline() { bytes.append(0x0A) }

  // MARK: - Bytes

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ members: (inout JSONWriter) throws -> Void
  ) rethrows {
    bytes.append(open)
    depth += 1
    isFirst = true
    try members(&self)
    depth -= 1
    if !isFirst { lineBreak() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    lineBreak()
  }

  private mutating func lineBreak() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Nearly every text stands as it is, which is seen without a branch for each byte.
      var escapes: UInt8 = 0
      for byte in utf8 { escapes |= Self.needsEscape(byte) ? 1 : 0 }
      guard escapes != 0 else { return bytes.append(contentsOf: utf8) }
      var copied = 0
      for place in utf8.indices where Self.needsEscape(utf8[place]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<place]))
        escape(utf8[place])
        copied = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes += Array("u00".utf8)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }
}
