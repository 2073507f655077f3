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
  /// The code as lists and exports show it: whole for a unit, masked where it is a person's identity number.
  public var shownCode: String {
    guard let code else { return "" }
    return kind.isUnit && CreditCode.read(code) != .residentID ? code : ResidentID.masked(code)
  }
}
