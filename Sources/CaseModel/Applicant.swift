/// Who claims a subsidy (申请人): an enterprise, an agency, a person.
public struct Applicant: Hashable, Sendable, Identifiable {
  public var id: String
  /// As the paper says, code point by code point.
  public var name: String
  public var kind: ApplicantKind
  /// Six digits, or GXQ; whether it lies in the city is the policy's to say.
  public var district: String
  /// The head office of a branch.
  public var parent: String?
  /// 统一社会信用代码 of a unit, 居民身份证号 of a person.
  public var code: String?
  public var contact: String?
  public var phone: String?
  public var bank: String?
  public var account: String?
  /// Why it was entered although something asked for a second look: beside another of its name, or with a code that
  /// fails its check.
  public var note: String?

  public init(
    id: String, name: String, kind: ApplicantKind, district: String, parent: String? = nil,
    code: String? = nil, contact: String? = nil, phone: String? = nil, bank: String? = nil,
    account: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.district = district
    self.parent = parent
    self.code = code
    self.contact = contact
    self.phone = phone
    self.bank = bank
    self.account = account
    self.note = note
  }
}

extension Applicant {
  /// What an applicant's record has, in the order of forms and files; each goes by its word in files.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case id, name, kind, district, parent, code, contact, phone, bank, account, note

    /// Whether no record is without it.
    public var isNeeded: Bool { self == .id || self == .kind || self == .district }

    /// Whether its values are shown in the applicant's own form only.
    public var isPersonal: Bool { self == .code || self == .phone || self == .account }

    /// Whether a payment goes by it.
    public var isPayee: Bool { self == .name || self == .bank || self == .account }
  }

  /// All of them, made once.
  public static let fields = Field.allCases

  /// Those that may be empty.
  public static let optionalFields = fields.filter { !$0.isNeeded && $0 != .name }

  /// What stands in a field, as a text; nil where nothing does.
  public subscript(field: Field) -> String? {
    switch field {
    case .id: id
    case .name: name
    case .kind: kind.rawValue
    case .district: district
    case .parent: parent
    case .code: code
    case .contact: contact
    case .phone: phone
    case .bank: bank
    case .account: account
    case .note: note
    }
  }

  /// Puts a text into a field, or takes away what stands there.
  public mutating func put(_ text: String?, in field: Field) throws(FieldMistake) {
    switch field {
    case .id: id = try FieldMistake.written(text)
    case .name: name = text ?? ""
    case .kind: kind = try FieldMistake.word(text)
    case .district: district = try FieldMistake.written(text)
    case .parent: parent = text
    case .code: code = text
    case .contact: contact = text
    case .phone: phone = text
    case .bank: bank = text
    case .account: account = text
    case .note: note = text
    }
  }

  /// The fields in which another has something else.
  public func differences(from other: Applicant) -> [Field] {
    Self.fields.filter { self[$0] != other[$0] }
  }
}

extension Applicant {
  /// The code as lists and exports show it: whole for a unit, masked where it is a person's identity number.
  public var shownCode: String {
    guard let code else { return "" }
    return kind.isUnit && CreditCode.read(code) != .residentID ? code : ResidentID.masked(code)
  }
}
