import JSONText

/// Reads a mapping in one pass; the first mistake ends it.
struct OldLedgerMappingReader {
  private var reader: JSONReader
  private let inputs: [String]

  init(_ bytes: [UInt8], inputs: [String]) {
    reader = JSONReader(bytes)
    self.inputs = inputs
  }

  mutating func mapping() throws(OldLedgerMappingMistake) -> OldLedgerMapping {
    var mapping = OldLedgerMapping()
    var seen: [String] = []
    let start = reader.offset
    try members { (self, key, place) throws(OldLedgerMappingMistake) in
      guard !seen.contains(key) else { throw self.mistake(.json(.repeatedKey(key)), at: place) }
      seen.append(key)
      switch key {
      case "format":
        let (format, place) = try self.text()
        guard format == OldLedgerMapping.format else { throw self.mistake(.wrongFormat(format), at: place) }
      case "columns":
        try self.members { (self, heading, place) throws(OldLedgerMappingMistake) in
          guard !mapping.columns.contains(where: { $0.heading == heading }) else {
            throw self.mistake(.json(.repeatedKey(heading)), at: place)
          }
          let (word, place) = try self.text()
          mapping.columns.append((heading, word.isEmpty ? nil : try self.column(word, at: place)))
        }
      case "fixed":
        try self.members { (self, word, place) throws(OldLedgerMappingMistake) in
          let column = try self.column(word, at: place)
          guard !mapping.fixed.contains(where: { $0.column == column }) else {
            throw self.mistake(.json(.repeatedKey(word)), at: place)
          }
          mapping.fixed.append((column, try self.text().text))
        }
      default:
        let nearest = nearestWord(to: key, among: ["format", "columns", "fixed"])
        throw self.mistake(.json(.unknownKey(key, nearest: nearest)), at: place)
      }
    }
    try json { (reader) throws(JSONError) in try reader.end() }
    for key in ["format", "columns"] where !seen.contains(key) {
      throw mistake(.json(.missingKey(key)), at: start)
    }
    return mapping
  }

  private func column(_ word: String, at place: Int) throws(OldLedgerMappingMistake) -> OldLedgerColumn {
    if let column = OldLedgerMapping.column(word, inputs: inputs) { return column }
    let nearest = nearestWord(to: word, among: OldLedgerColumn.all(inputs: inputs).map(\.word))
    throw mistake(.unknownColumn(word, nearest: nearest), at: place)
  }

  private mutating func members(
    _ read: (inout OldLedgerMappingReader, String, Int) throws(OldLedgerMappingMistake) -> Void
  ) throws(OldLedgerMappingMistake) {
    try json { (reader) throws(JSONError) in try reader.beginObject() }
    while let key = try json({ (reader) throws(JSONError) in try reader.nextKey() }) {
      try read(&self, key, reader.keyOffset)
    }
  }

  private mutating func text() throws(OldLedgerMappingMistake) -> (text: String, place: Int) {
    try json { (reader) throws(JSONError) in
      _ = try reader.peek()
      let place = reader.offset
      return (try reader.string(), place)
    }
  }

  private mutating func json<T>(
    _ read: (inout JSONReader) throws(JSONError) -> T
  ) throws(OldLedgerMappingMistake) -> T {
    do throws(JSONError) {
      return try read(&reader)
    } catch {
      throw OldLedgerMappingMistake(reason: .json(error.reason), location: error.location)
    }
  }

  private func mistake(_ reason: OldLedgerMappingMistake.Reason, at offset: Int) -> OldLedgerMappingMistake {
    OldLedgerMappingMistake(reason: reason, location: reader.location(of: offset))
  }
}
