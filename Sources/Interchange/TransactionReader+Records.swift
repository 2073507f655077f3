import CaseModel
import Casework
import JSONText

/// The records inside a change, and the single steps of reading with the mistakes they can find.
extension TransactionReader {
  mutating func readApplicant() throws(TransactionError) -> Applicant {
    do throws(CaseFileError) {
      return try cases.applicant(step { (cases) throws(JSONError) in try cases.readApplicant() })
    } catch {
      throw TransactionError(.record(error.reason), location: error.location)
    }
  }

  mutating func readFiling() throws(TransactionError) -> Filing {
    do throws(CaseFileError) {
      let read = try step { (cases) throws(JSONError) in try cases.readFiling() }
      if let facts = read.asReceived {
        // A line has them beside the filing.
        throw cases.error(.json(.unknownKey("asReceived", nearest: nil)), at: facts.offset)
      }
      return try cases.filing(read)
    } catch {
      throw TransactionError(.record(error.reason), location: error.location)
    }
  }

  private enum FactKey: String, CaseIterable {
    case kind, district, family, further
  }

  private static let factKeys = KnownKeys<FactKey>()

  mutating func readFacts() throws(TransactionError) -> FactsAtReceipt {
    var kind: CaseFileReader.Placed<String>?
    var district: String?
    var family: String?
    var further: [String]?
    let start = try begin()
    while let (key, name) = try nextKey(Self.factKeys) {
      switch name {
      case .kind:
        guard kind == nil else { throw repeated(key) }
        kind = try json { (cases) throws(JSONError) in try cases.placedText() }
      case .district: district = try string(unlessRepeated: district == nil, key)
      case .family: family = try string(unlessRepeated: family == nil, key)
      case .further:
        guard further == nil else { throw repeated(key) }
        further = try json { (cases) throws(JSONError) in try cases.texts() }
      case nil: try skip()
      }
    }
    guard let kind else { throw missing("kind", at: start) }
    guard let known = ApplicantKind(rawValue: kind.value) else {
      let nearest = nearestWord(to: kind.value, among: ApplicantKind.allCases.map(\.rawValue))
      throw error(.record(.unknownKind(kind.value, nearest: nearest)), at: kind.offset)
    }
    guard let district else { throw missing("district", at: start) }
    guard let family else { throw missing("family", at: start) }
    return FactsAtReceipt(kind: known, district: district, family: family, further: further ?? [])
  }

  // MARK: - Steps

  /// Carries a step of the JSON out; a mistake in it is the payload's.
  mutating func json<T>(
    _ read: (inout CaseFileReader) throws(JSONError) -> T
  ) throws(TransactionError) -> T {
    do throws(JSONError) {
      return try read(&cases)
    } catch {
      throw TransactionError(.record(.json(error.reason)), location: error.location)
    }
  }

  private mutating func step<T>(
    _ read: (inout CaseFileReader) throws(JSONError) -> T
  ) throws(CaseFileError) -> T {
    do throws(JSONError) {
      return try read(&cases)
    } catch {
      throw CaseFileError(.json(error.reason), location: error.location)
    }
  }

  /// Begins an object and gives its place.
  mutating func begin() throws(TransactionError) -> Int {
    try json { (cases) throws(JSONError) in
      _ = try cases.reader.peek()
      let start = cases.reader.offset
      try cases.reader.beginObject()
      return start
    }
  }

  /// The next key and which of those that are known it is; nil after the last member.
  mutating func nextKey<Key>(
    _ known: KnownKeys<Key>
  ) throws(TransactionError) -> (JSONKey, Key?)? {
    let key = try json { (cases) throws(JSONError) in try cases.reader.nextKeyPlace() }
    guard let key else { return nil }
    return (key, cases.reader.number(of: key, among: known.words).map { known.keys[$0] })
  }

  mutating func string(unlessRepeated isNew: Bool, _ key: JSONKey) throws(TransactionError) -> String {
    guard isNew else { throw repeated(key) }
    return try json { (cases) throws(JSONError) in try cases.reader.string(&cases.known) }
  }

  mutating func skip() throws(TransactionError) {
    try json { (cases) throws(JSONError) in _ = try cases.reader.skipValue() }
  }

  // MARK: - Mistakes

  func error(_ reason: TransactionError.Reason, at offset: Int) -> TransactionError {
    TransactionError(reason, location: cases.reader.location(of: offset))
  }

  func missing(_ key: String, at offset: Int) -> TransactionError {
    error(.record(.missing(key)), at: offset)
  }

  /// The key just read stands twice; the place is its value's.
  func repeated(_ key: JSONKey) -> TransactionError {
    error(.record(.json(.repeatedKey(cases.reader.text(of: key)))), at: cases.reader.offset)
  }
}
