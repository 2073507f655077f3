import CaseModel
import JSONText

/// The texts of a record as they stand in the file, by their keys.
struct ReadTexts<Key: Hashable & Sendable> {
  var offset: Int
  private var texts: [(key: Key, text: CaseFileReader.Placed<String>)] = []

  init(at offset: Int) {
    self.offset = offset
    texts.reserveCapacity(8)
  }

  subscript(key: Key) -> CaseFileReader.Placed<String>? {
    get { texts.first { $0.key == key }?.text }
    set {
      let place = texts.firstIndex { $0.key == key }
      if let place { texts.remove(at: place) }
      if let newValue { texts.append((key, newValue)) }
    }
  }

  /// Takes the text of a key that stands once.
  mutating func put(_ text: CaseFileReader.Placed<String>?, _ key: Key) {
    if let text { texts.append((key, text)) }
  }

  /// Where the text of a key stands, or the record where there is none.
  func place(of key: Key) -> Int { self[key]?.offset ?? offset }
}

/// A filing as it stands in the file.
struct ReadFiling {
  var texts: ReadTexts<Filing.Field>
  var inputs: [Filing.Input] = []
  var inputOffsets: [Int] = []
  var overrides: [Filing.Override] = []
  var overrideOffsets: [Int] = []
  var asReceived: ReadFacts?
}

/// The facts that a filing was received with, as they stand in the file.
struct ReadFacts {
  var offset: Int
  var kind: CaseFileReader.Placed<String>?
  var district: String?
  var family: String?
  var further: [String] = []
}

extension CaseFileReader {
  enum FactKey: String, CaseIterable {
    case kind, district, family, further
  }

  private static let applicantKeys = KnownKeys<Applicant.Field>()
  private static let filingKeys = KnownKeys<Filing.Field>()
  private static let factKeys = KnownKeys<FactKey>()

  mutating func readApplicant() throws(JSONError) -> ReadTexts<Applicant.Field> {
    _ = try reader.peek()
    var applicant = ReadTexts<Applicant.Field>(at: reader.offset)
    try members(Self.applicantKeys) { (self, key) throws(JSONError) in
      applicant.put(try self.optionalPlacedText(), key)
    }
    return applicant
  }

  mutating func readFiling() throws(JSONError) -> ReadFiling {
    _ = try reader.peek()
    var filing = ReadFiling(texts: ReadTexts(at: reader.offset))
    try members(Self.filingKeys) { (self, key) throws(JSONError) in
      switch key {
      case .inputs: try self.readInputs(into: &filing)
      case .overrides: try self.readOverrides(into: &filing)
      case .asReceived: filing.asReceived = try self.readOptionalFacts()
      case .id, .item, .applicant, .received, .status, .decided, .reclaimed:
        filing.texts.put(try self.optionalPlacedText(), key)
      }
    }
    return filing
  }

  private mutating func readOptionalFacts() throws(JSONError) -> ReadFacts? {
    guard try reader.peek() != .null else {
      try reader.null()
      return nil
    }
    return try readFacts()
  }

  /// Reads the facts that a filing was received with.
  mutating func readFacts(passingOverOthers: Bool = false) throws(JSONError) -> ReadFacts {
    _ = try reader.peek()
    var facts = ReadFacts(offset: reader.offset)
    try members(Self.factKeys, passingOverOthers: passingOverOthers) { (self, key) throws(JSONError) in
      switch key {
      case .kind: facts.kind = try self.optionalPlacedText()
      case .district: facts.district = try self.optionalText()
      case .family: facts.family = try self.optionalText()
      case .further: facts.further = try self.texts()
      }
    }
    return facts
  }

  private mutating func optionalPlacedText() throws(JSONError) -> Placed<String>? {
    _ = try reader.peek()
    let offset = reader.offset
    return try optionalText().map { Placed(value: $0, offset: offset) }
  }

  private mutating func readInputs(into filing: inout ReadFiling) throws(JSONError) {
    try members { (self, key) throws(JSONError) in
      filing.inputOffsets.append(self.reader.keyOffset)
      filing.inputs.append(.init(key, try RawInput(json: &self.reader)))
    }
  }

  private mutating func readOverrides(into filing: inout ReadFiling) throws(JSONError) {
    try members { (self, key) throws(JSONError) in
      filing.overrideOffsets.append(self.reader.keyOffset)
      filing.overrides.append(.init(key, reason: try self.optionalText() ?? ""))
    }
  }
}
