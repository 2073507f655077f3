import CaseModel
import JSONText
import SubsidyRules

/// Reads the interchange file in one pass over its bytes and keeps the places of what can be checked only when
/// the whole file is known.
struct CaseFileReader {
  var reader: JSONReader

  var format: Placed<String>?
  var policy: Placed<String>?
  var readings: [(id: Placed<String>, option: Placed<String>)] = []
  var applicants: [ReadApplicant] = []
  var filings: [ReadFiling] = []
  var hasApplicants = false
  var hasFilings = false

  /// A value with its place in bytes.
  struct Placed<Value> {
    var value: Value
    var offset: Int
  }

  init(_ reader: JSONReader) { self.reader = reader }

  mutating func readFile() throws(JSONError) {
    let known = ["format", "policy", "readings", "applicants", "filings"]
    try members(known: known) { (self, key) throws(JSONError) in
      switch key {
      case "format": self.format = try self.placedText()
      case "policy": self.policy = try self.placedText()
      case "readings": try self.readReadings()
      case "applicants":
        try self.elements { (self) throws(JSONError) in self.applicants.append(try self.readApplicant()) }
      default: try self.elements { (self) throws(JSONError) in self.filings.append(try self.readFiling()) }
      }
      if key == "applicants" { self.hasApplicants = true }
      if key == "filings" { self.hasFilings = true }
    }
    try reader.end()
    for (key, isThere) in [
      ("format", format != nil), ("policy", policy != nil), ("applicants", hasApplicants),
      ("filings", hasFilings),
    ] where !isThere {
      throw reader.error(.missingKey(key), at: 0)
    }
  }

  private mutating func readReadings() throws(JSONError) {
    try members(known: nil) { (self, key) throws(JSONError) in
      let keyOffset = self.reader.keyOffset
      let option = try self.placedText()
      self.readings.append((Placed(value: key, offset: keyOffset), option))
    }
  }

  // MARK: - Walking

  /// Reads an object: each key once, and only known ones.
  mutating func members(
    known: [String]?, _ read: (inout CaseFileReader, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try reader.beginObject()
    var seen = SeenKeys(known: known)
    while let key = try reader.nextKey() {
      switch seen.take(key) {
      case .new: try read(&self, key)
      case .repeated: throw reader.error(.repeatedKey(key), at: reader.keyOffset)
      case .unknown:
        let nearest = nearestWord(to: key, among: known ?? [])
        throw reader.error(.unknownKey(key, nearest: nearest), at: reader.keyOffset)
      }
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
    return Placed(value: try reader.string(), offset: offset)
  }

  /// A text that may be absent; null is read as absent.
  mutating func optionalText() throws(JSONError) -> String? {
    guard try reader.peek() != .null else {
      try reader.null()
      return nil
    }
    return try reader.string()
  }

  func error(_ reason: CaseFileError.Reason, at offset: Int) -> CaseFileError {
    CaseFileError(reason, location: reader.location(of: offset))
  }
}
