import CaseModel
import JSONText
import SubsidyRules

/// Reads the interchange file in one pass over its bytes and keeps the places of what can be checked only when
/// the whole file is known.
struct CaseFileReader {
  var reader: JSONReader
  var known = RepeatedTexts()

  var head = Head()
  var applicants: [ReadTexts<Applicant.Field>] = []
  var filings: [ReadFiling] = []
  /// Whether a record with a mistake inside is left out, instead of refusing the whole file.
  var leavesOutBad = false
  var leftOut: [CaseFile.LeftOut] = []
  var hasApplicants = false
  var hasFilings = false

  /// A value with its place in bytes.
  struct Placed<Value> {
    var value: Value
    var offset: Int
  }

  /// What the file says before its records.
  struct Head {
    var format: Placed<String>?
    var policy: Placed<String>?
    var policies: Placed<[String]>?
    var readings: [(id: Placed<String>, option: Placed<String>)] = []
    var damaged: Placed<[String]>?
  }

  init(_ reader: JSONReader) { self.reader = reader }

  enum FileKey: String, CaseIterable {
    case format, policy, policies, damaged, readings, applicants, filings
  }

  private static let fileKeys = KnownKeys<FileKey>()

  mutating func readFile() throws(JSONError) {
    try members(Self.fileKeys) { (self, key) throws(JSONError) in
      switch key {
      case .format: self.head.format = try self.placedText()
      case .policy: self.head.policy = try self.placedText()
      case .policies: self.head.policies = try self.placedTexts()
      case .damaged: self.head.damaged = try self.placedTexts()
      case .readings: try self.readReadings()
      case .applicants:
        self.hasApplicants = true
        try self.records(ofApplicants: true) { (self) throws(JSONError) in
          self.applicants.append(try self.readApplicant())
        }
      case .filings:
        self.hasFilings = true
        try self.records(ofApplicants: false) { (self) throws(JSONError) in
          self.filings.append(try self.readFiling())
        }
      }
    }
    try reader.end()
    for (key, isThere) in [
      ("format", head.format != nil), ("policy", head.policy != nil), ("applicants", hasApplicants),
      ("filings", hasFilings),
    ] where !isThere {
      throw reader.error(.missingKey(key), at: 0)
    }
  }

  private mutating func placedTexts() throws(JSONError) -> Placed<[String]> {
    _ = try reader.peek()
    let offset = reader.offset
    return Placed(value: try texts(), offset: offset)
  }

  mutating func texts() throws(JSONError) -> [String] {
    var texts: [String] = []
    try elements { (self) throws(JSONError) in texts.append(try self.reader.string(&self.known)) }
    return texts
  }

  private mutating func readReadings() throws(JSONError) {
    try members { (self, key) throws(JSONError) in
      let keyOffset = self.reader.keyOffset
      let option = try self.placedText()
      self.head.readings.append((Placed(value: key, offset: keyOffset), option))
    }
  }

  // MARK: - Walking

  /// Reads an object of keys that are known: each once, and no others, unless those are passed over.
  mutating func members<Key>(
    _ known: KnownKeys<Key>, passingOverOthers: Bool = false,
    _ read: (inout CaseFileReader, Key) throws(JSONError) -> Void
  ) throws(JSONError) {
    try reader.beginObject()
    var seen: UInt64 = 0
    while let key = try reader.nextKeyPlace() {
      guard let number = reader.number(of: key, among: known.words) else {
        if passingOverOthers {
          try reader.skipValue()
          continue
        }
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

  /// Reads records one by one; where bad ones are left out, one that is JSON but not as it should be is passed over.
  private mutating func records(
    ofApplicants isApplicant: Bool, _ read: (inout CaseFileReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try elements { (self) throws(JSONError) in
      guard self.leavesOutBad else { return try read(&self) }
      var beginning = self.reader
      do throws(JSONError) {
        try read(&self)
      } catch {
        // Broken JSON is no matter of one record: this throws.
        let tree = try beginning.tree()
        self.reader = beginning
        self.leftOut.append(
          .init(
            id: Self.id(tree), isApplicant: isApplicant,
            error: CaseFileError(json: error)))
      }
    }
  }

  private static func id(_ tree: JSONTree) -> String? {
    guard case .object(let members) = tree.value, let id = members.first(where: { $0.key == "id" }),
      case .string(let text) = id.value.value, !TextFolding.isBlank(text)
    else { return nil }
    return text
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
