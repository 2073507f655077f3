public import CaseModel

/// One row of an old ledger (旧台账) as it was read: a filing, and who filed it as the row says it.
public struct OldLedgerRow: Hashable, Sendable {
  /// What a row says of its applicant, who may be known already.
  public struct Party: Hashable, Sendable {
    /// The number that the table has for the applicant.
    public var id: String?
    public var name: String
    public var kind: ApplicantKind?
    public var code: String?
    /// An identity number of which the table shows only the ends, as our own lists do.
    public var maskedCode: String?
    public var district: String?
    /// The name of the head office.
    public var parent: String?
    public var contact: String?
    public var phone: String?
    public var bank: String?
    public var account: String?
    /// Why its code is taken although its check fails.
    public var note: String?

    public init(
      name: String, kind: ApplicantKind? = nil, code: String? = nil, district: String? = nil,
      parent: String? = nil, contact: String? = nil, phone: String? = nil, bank: String? = nil,
      account: String? = nil
    ) {
      self.name = name
      self.kind = kind
      self.code = code
      self.district = district
      self.parent = parent
      self.contact = contact
      self.phone = phone
      self.bank = bank
      self.account = account
    }
  }

  /// The line of the file where the row begins.
  public var line: Int
  public var party: Party
  /// Its id is the receipt number, empty where the row has none; its applicant stays empty.
  public var filing: Filing

  public init(line: Int, party: Party, filing: Filing) {
    self.line = line
    self.party = party
    self.filing = filing
  }
}

/// Why a row of an old ledger does not fit into the office's files.
public enum OldLedgerFault: Hashable, Sendable {
  /// Another applicant has this code.
  case codeOfOther(applicant: String, name: String)
  /// The applicant of this name has another code.
  case nameWithOtherCode(applicant: String)
  /// Several applicants bear the name.
  case severalOfName(applicants: [String])
  /// Persons are told apart by their identity number, not by their name.
  case personNeedsCode
  /// The middle of the identity number is hidden, and nothing else tells who it is.
  case codeMasked
  /// The applicant is new, and nothing tells what it is.
  case kindUnknown
  case kindDiffers(registered: ApplicantKind)
  /// The applicant is new, and nothing tells where it is.
  case districtUnknown
  case unknownParent(String)
  case receivedInFuture(CivilDate)
  /// An amount that somebody decided, and nothing tells how far the filing has come.
  case stageUnknown
  /// A stage after approval, and no amount.
  case amountMissing(Stage)
  /// An amount at a stage before approval.
  case amountBeforeApproval(Stage)
  case reclaimedWithoutAmount
  case reclaimedAboveAmount
  /// It comes in once somebody says why.
  case unanswered(Refusal)
  /// The receipt number is there, with other contents.
  case receiptTaken([String])
  /// It is paid, and a filing of the store that says the same is not.
  case paidSince(String)
  /// It is paid, and a row above that says the same is not.
  case paidBehindRow(Int)
}

/// What is worth knowing about a row that was taken.
public enum OldLedgerRemark: Hashable, Sendable {
  /// Inputs that the row does not state.
  case missing([String])
  /// The applicant is registered in another district, which counts.
  case districtRegistered(String)
  case newApplicant(String)
}
