import CArchives

/// Walks over the elements of an XML part as it is unpacked, by expat; names without their prefix.
///
/// A part that brings definitions (DTD) is refused: entities that unpack one another are the oldest trick there is.
final class XMLWalk {
  typealias Attributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

  private let part: String
  private let begin: (UnsafePointer<CChar>, XMLAttributes) -> Void
  private let end: (UnsafePointer<CChar>) -> Void
  private let text: (UnsafeRawBufferPointer) -> Void
  private var parser: XML_Parser?
  private var isHostile = false
  /// Set by a handler that has seen enough or too much.
  var isStopped = false

  init(
    _ part: String, begin: @escaping (UnsafePointer<CChar>, XMLAttributes) -> Void,
    end: @escaping (UnsafePointer<CChar>) -> Void = { _ in },
    text: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) {
    self.part = part
    self.begin = begin
    self.end = end
    self.text = text
  }

  /// Walks over a part of an archive to its end.
  func walk(_ archive: Archive, _ part: Archive.Part) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw .broken(part: self.part) }
    self.parser = parser
    defer {
      XML_ParserFree(parser)
      self.parser = nil
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let walk = XMLWalk.of(user), let name else { return }
        walk.begin(XMLWalk.local(name), XMLAttributes(attributes))
        if walk.isStopped, let parser = walk.parser { XML_StopParser(parser, 0) }
      },
      { user, name in
        guard let walk = XMLWalk.of(user), let name else { return }
        walk.end(XMLWalk.local(name))
        if walk.isStopped, let parser = walk.parser { XML_StopParser(parser, 0) }
      })
    XML_SetCharacterDataHandler(parser) { user, characters, count in
      guard let walk = XMLWalk.of(user), let characters else { return }
      walk.text(UnsafeRawBufferPointer(start: characters, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let walk = XMLWalk.of(user) else { return }
      walk.isHostile = true
      if let parser = walk.parser { XML_StopParser(parser, 0) }
    }
    var isWellFormed = true
    try archive.read(part) { piece in
      let status = XML_Parse(
        parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
      isWellFormed = status == XML_STATUS_OK
      return isWellFormed
    }
    guard !isHostile else { throw .hostile(part: self.part) }
    guard !isStopped else { return }
    guard isWellFormed, XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK else { throw .broken(part: self.part) }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLWalk? {
    user.map { Unmanaged<XMLWalk>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name behind its prefix.
  static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var (start, next) = (name, name)
    while next.pointee != 0 {
      if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = next + 1 }
      next += 1
    }
    return start
  }

  /// Whether a name is this one.
  static func `is`(_ name: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return word.withUTF8Buffer { word in
      for place in 0..<count {
        // A shorter name ends in a zero, which no word has.
        guard UInt8(bitPattern: name[place]) == word[place] else { return false }
      }
      return name[count] == 0
    }
  }
}

/// The attributes of an element, by name behind the prefix.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of an attribute where it stands; valid while the element begins.
  func pointer(_ word: StaticString) -> UnsafePointer<CChar>? {
    guard var next = list else { return nil }
    while let name = next[0] {
      if XMLWalk.is(XMLWalk.local(name), word) { return next[1] }
      next += 2
    }
    return nil
  }

  subscript(_ word: StaticString) -> String? { pointer(word).map { String(cString: $0) } }

  func number(_ word: StaticString) -> Int? { self[word].flatMap { Int($0) } }
  func flag(_ word: StaticString) -> Bool { self[word].map { $0 == "1" || $0 == "true" } ?? false }
}
