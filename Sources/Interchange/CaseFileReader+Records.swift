import CaseModel
import JSONText

/// An applicant as it stands in the file.
struct ReadApplicant {
  var offset: Int
  var id: String?
  var name: String?
  var kind: CaseFileReader.Placed<String>?
  var district: String?
  var parent: CaseFileReader.Placed<String>?
  var code: String?
  var contact: String?
  var phone: String?
  var bank: String?
  var account: String?
  var note: String?
}

/// A filing as it stands in the file.
struct ReadFiling {
  var offset: Int
  var id: String?
  var item: CaseFileReader.Placed<String>?
  var applicant: CaseFileReader.Placed<String>?
  var received: CaseFileReader.Placed<String>?
  var status: CaseFileReader.Placed<String>?
  var inputs: [Filing.Input] = []
  var inputOffsets: [Int] = []
  var overrides: [Filing.Override] = []
  var overrideOffsets: [Int] = []
  var decided: CaseFileReader.Placed<String>?
  var reclaimed: CaseFileReader.Placed<String>?
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
  enum ApplicantKey: String, CaseIterable {
    case id, name, kind, district, parent, code, contact, phone, bank, account, note
  }

  enum FilingKey: String, CaseIterable {
    case id, item, applicant, received, status, inputs, overrides, decided, reclaimed, asReceived
  }

  enum FactKey: String, CaseIterable {
    case kind, district, family, further
  }

  private static let applicantKeys = KnownKeys<ApplicantKey>()
  private static let filingKeys = KnownKeys<FilingKey>()
  private static let factKeys = KnownKeys<FactKey>()

  mutating func readApplicant() throws(JSONError) -> ReadApplicant {
    _ = try reader.peek()
    var applicant = ReadApplicant(offset: reader.offset)
    try members(Self.applicantKeys) { (self, key) throws(JSONError) in
      switch key {
      case .id: applicant.id = try self.optionalText()
      case .name: applicant.name = try self.optionalText()
      case .kind: applicant.kind = try self.optionalPlacedText()
      case .district: applicant.district = try self.optionalText()
      case .parent: applicant.parent = try self.optionalPlacedText()
      case .code: applicant.code = try self.optionalText()
      case .contact: applicant.contact = try self.optionalText()
      case .phone: applicant.phone = try self.optionalText()
      case .bank: applicant.bank = try self.optionalText()
      case .account: applicant.account = try self.optionalText()
      case .note: applicant.note = try self.optionalText()
      }
    }
    return applicant
  }

  mutating func readFiling() throws(JSONError) -> ReadFiling {
    _ = try reader.peek()
    var filing = ReadFiling(offset: reader.offset)
    try members(Self.filingKeys) { (self, key) throws(JSONError) in
      switch key {
      case .id: filing.id = try self.optionalText()
      case .item: filing.item = try self.optionalPlacedText()
      case .applicant: filing.applicant = try self.optionalPlacedText()
      case .received: filing.received = try self.optionalPlacedText()
      case .status: filing.status = try self.optionalPlacedText()
      case .inputs: try self.readInputs(into: &filing)
      case .overrides: try self.readOverrides(into: &filing)
      case .decided: filing.decided = try self.optionalPlacedText()
      case .reclaimed: filing.reclaimed = try self.optionalPlacedText()
      case .asReceived: filing.asReceived = try self.readFacts()
      }
    }
    return filing
  }

  private mutating func readFacts() throws(JSONError) -> ReadFacts? {
    guard try reader.peek() != .null else {
      try reader.null()
      return nil
    }
    var facts = ReadFacts(offset: reader.offset)
    try members(Self.factKeys) { (self, key) throws(JSONError) in
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
