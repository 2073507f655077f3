import CaseModel
import JSONText
import SubsidyRules

/// Reads the interchange file in one pass over its bytes and keeps the places of what can be checked only when
/// the whole file is known.
struct CaseFileReader {
  var reader: JSONReader
  var known = RepeatedTexts()

  var format: Placed<String>?
  var policy: Placed<String>?
  var readings: [(id: Placed<String>, option: Placed<String>)] = []
  var applicants: [ReadApplicant] = []
  var filings: [ReadFiling] = []
  var damaged: Placed<[String]>?
  var hasApplicants = false
  var hasFilings = false

  /// A value with its place in bytes.
  struct Placed<Value> {
    var value: Value
    var offset: Int
  }

  init(_ reader: JSONReader) { self.reader = reader }

  enum FileKey: String, CaseIterable {
    case format, policy, damaged, readings, applicants, filings
  }

  private static let fileKeys = KnownKeys<FileKey>()

  mutating func readFile() throws(JSONError) {
    try members(Self.fileKeys) { (self, key) throws(JSONError) in
      switch key {
      case .format: self.format = try self.placedText()
      case .policy: self.policy = try self.placedText()
      case .damaged: try self.readDamaged()
      case .readings: try self.readReadings()
      case .applicants:
        self.hasApplicants = true
        try self.elements { (self) throws(JSONError) in self.applicants.append(try self.readApplicant()) }
      case .filings:
        self.hasFilings = true
        try self.elements { (self) throws(JSONError) in self.filings.append(try self.readFiling()) }
      }
    }
    try reader.end()
    for (key, isThere) in [
      ("format", format != nil), ("policy", policy != nil), ("applicants", hasApplicants),
      ("filings", hasFilings),
    ] where !isThere {
      throw reader.error(.missingKey(key), at: 0)
    }
  }

  private mutating func readDamaged() throws(JSONError) {
    _ = try reader.peek()
    let offset = reader.offset
    var texts: [String] = []
    try elements { (self) throws(JSONError) in texts.append(try self.reader.string()) }
    damaged = Placed(value: texts, offset: offset)
  }

  private mutating func readReadings() throws(JSONError) {
    try members { (self, key) throws(JSONError) in
      let keyOffset = self.reader.keyOffset
      let option = try self.placedText()
      self.readings.append((Placed(value: key, offset: keyOffset), option))
    }
  }

  // MARK: - Walking

  /// Reads an object of keys that are known: each once, and no others.
  mutating func members<Key>(
    _ known: KnownKeys<Key>, _ read: (inout CaseFileReader, Key) throws(JSONError) -> Void
  ) throws(JSONError) {
    try reader.beginObject()
    var seen: UInt64 = 0
    while let key = try reader.nextKeyPlace() {
      guard let number = reader.number(of: key, among: known.words) else {
        let text = reader.text(of: key)
        let nearest = nearestWord(to: text, among: known.words.texts)
        throw reader.error(.unknownKey(text, nearest: nearest), at: key.offset)
      }
      guard seen & 1 << UInt64(number) == 0 else {
        throw reader.error(.repeatedKey(known.words.texts[number]), at: key.offset)
      }
      seen |= 1 << UInt64(number)
      try read(&self, known.keys[number])
    }
  }

  /// Reads an object of whatever keys, each once.
  mutating func members(
    _ read: (inout CaseFileReader, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try reader.beginObject()
    var seen = SeenKeys()
    while let place = try reader.nextKeyPlace() {
      let key = reader.text(of: place, &known)
      guard seen.take(key) else { throw reader.error(.repeatedKey(key), at: place.offset) }
      try read(&self, key)
    }
  }

  private mutating func elements(
    _ read: (inout CaseFileReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try reader.beginArray()
    while try reader.nextElement() { try read(&self) }
  }

  mutating func placedText() throws(JSONError) -> Placed<String> {
    _ = try reader.peek()
    let offset = reader.offset
    return Placed(value: try reader.string(&known), offset: offset)
  }

  /// A text that may be absent; null is read as absent.
  mutating func optionalText() throws(JSONError) -> String? {
    guard try reader.peek() != .null else {
      try reader.null()
      return nil
    }
    return try reader.string(&known)
  }

  func error(_ reason: CaseFileError.Reason, at offset: Int) -> CaseFileError {
    CaseFileError(reason, location: reader.location(of: offset))
  }
}
