import CaseModel

/// Faults of one row.
struct OldLedgerFaults: Error { var faults: [OldLedgerFault] }

/// The applicants of the office and those that an old ledger brings along, found by code and by name.
///
/// A code says who somebody is. Without one a unit is known by its name in folded form (half width, no spaces);
/// persons of one name are many, so that a person needs the code.
struct OldLedgerParties {
  /// An applicant that a row means, who may be new; with it a head office that is new too.
  struct Match {
    var applicant: Applicant
    var head: Applicant?
  }

  private let state: OfficeState
  private var byCode: [String: Applicant] = [:]
  private var byName: [String: [Applicant]] = [:]
  private var accounts = AccountOwners([])
  private var brought: [String: Applicant] = [:]
  /// Whom the table's own numbers mean.
  private var numbered: [String: Applicant] = [:]
  /// Units of the rows, by folded name, of which a branch may name one as its head before it comes up itself.
  private let heads: [String: OldLedgerRow.Party]

  init(_ state: OfficeState, rows: [OldLedgerRow] = []) {
    self.state = state
    let units = rows.map(\.party).filter { $0.parent == nil && $0.kind != .individual }
    heads = Dictionary(
      first: rows.contains { $0.party.parent != nil } ? units.map { (TextFolding.search($0.name), $0) } : [])
    for applicant in state.people.applicants { enter(applicant) }
  }

  func applicant(_ id: String) -> Applicant? { brought[id] ?? state.applicant(id) }

  private mutating func enter(_ applicant: Applicant) {
    if let code = CaseImport.folded(applicant.code), byCode[code] == nil { byCode[code] = applicant }
    byName[TextFolding.search(applicant.name), default: []].append(applicant)
    accounts.enter(applicant)
  }

  func accountDoubt(about applicant: Applicant) -> Doubt? { accounts.doubt(about: applicant) }

  /// That one of its kind is called the same.
  func nameDoubt(about applicant: Applicant) -> Doubt? {
    let named = byName[TextFolding.search(applicant.name)] ?? []
    return NameDoubt.doubt(
      about: applicant, among: named.filter { $0.kind == applicant.kind && $0.id != applicant.id })
  }

  /// Takes an applicant in, known from now on by the number that the table has for it; true where it is new.
  mutating func keep(_ applicant: Applicant, as party: OldLedgerRow.Party? = nil) -> Bool {
    if let key = party.flatMap(Self.numberKey) { numbered[key] = applicant }
    // What a row says of somebody who is registered without a code is nobody else's in the rows below.
    if let code = CaseImport.folded(party?.code), CaseImport.folded(applicant.code) == nil,
      byCode[code] == nil
    {
      byCode[code] = applicant
    }
    guard self.applicant(applicant.id) == nil else { return false }
    brought[applicant.id] = applicant
    enter(applicant)
    return true
  }

  func match(_ party: OldLedgerRow.Party) -> Result<Match, OldLedgerFaults> {
    do throws(OldLedgerFaults) {
      let known = try known(party)
      if let known {
        if let kind = party.kind, kind != known.kind {
          throw OldLedgerFaults(faults: [.kindDiffers(registered: known.kind)])
        }
        return .success(Match(applicant: known))
      }
      return .success(try new(party))
    } catch {
      return .failure(error)
    }
  }

  /// The table's number with the name: a number alone may be another's.
  private static func numberKey(_ party: OldLedgerRow.Party) -> String? {
    party.id.map { $0 + "\n" + TextFolding.search(party.name) }
  }

  /// Whom the table's own number of the applicant means: of the same name, and nothing that it says speaks against it.
  private func known(byNumberOf party: OldLedgerRow.Party) -> Applicant? {
    guard let id = party.id, let key = Self.numberKey(party) else { return nil }
    guard let there = numbered[key] ?? applicant(id), party.kind == nil || party.kind == there.kind,
      TextFolding.search(there.name) == TextFolding.search(party.name)
    else { return nil }
    guard let code = CaseImport.folded(there.code) else { return there }
    if let masked = party.maskedCode { return ResidentID.masked(code) == masked ? there : nil }
    return CaseImport.folded(party.code) ?? code == code ? there : nil
  }

  private func known(_ party: OldLedgerRow.Party) throws(OldLedgerFaults) -> Applicant? {
    if let known = known(byNumberOf: party) { return known }
    let name = TextFolding.search(party.name)
    let code = CaseImport.folded(party.code)
    if let code, let known = byCode[code] {
      guard TextFolding.search(known.name) == name else {
        throw OldLedgerFaults(faults: [.codeOfOther(applicant: known.id, name: known.name)])
      }
      return known
    }
    var named = byName[name] ?? []
    // A trader is often called like a person: who is said to be a unit is looked for among units.
    if party.kind?.isUnit == true { named.removeAll { !$0.kind.isUnit } }
    let isPerson = party.kind == .individual || named.contains { $0.kind == .individual }
    guard !isPerson else {
      if party.maskedCode != nil {
        guard party.id != nil else { throw OldLedgerFaults(faults: [.codeMasked]) }
        return nil
      }
      // Another of the same name, unless nobody says who this is.
      guard code == nil else { return nil }
      throw OldLedgerFaults(faults: [.personNeedsCode])
    }
    // Several records of one unit: the first stands for them.
    guard Set(named.map { state.files.units.head(of: $0.id) }).count <= 1 else {
      throw OldLedgerFaults(faults: [.severalOfName(applicants: named.map(\.id))])
    }
    guard let known = named.first else { return nil }
    if let code, let other = CaseImport.folded(known.code), other != code {
      throw OldLedgerFaults(faults: [.nameWithOtherCode(applicant: known.id)])
    }
    return known
  }

  private func new(_ party: OldLedgerRow.Party) throws(OldLedgerFaults) -> Match {
    var faults: [OldLedgerFault] = []
    if party.kind == nil { faults.append(.kindUnknown) }
    if party.district == nil { faults.append(.districtUnknown) }
    if party.kind == .individual, party.code == nil, party.maskedCode == nil {
      faults.append(.personNeedsCode)
    }
    var (parent, newHead): (Applicant?, Applicant?)
    if let head = party.parent {
      let named = byName[TextFolding.search(head)] ?? []
      parent = named.count == 1 ? named.first : nil
      if named.isEmpty, let row = heads[TextFolding.search(head)], case .success(let match) = match(row) {
        newHead = match.applicant
        parent = newHead
      }
      if parent == nil { faults.append(.unknownParent(head)) }
    }
    guard faults.isEmpty, let kind = party.kind, let district = party.district else {
      throw OldLedgerFaults(faults: faults)
    }
    let applicant = Applicant(
      id: freeID(party, beside: newHead?.id), name: party.name, kind: kind, district: district,
      parent: parent?.id, code: party.code, contact: party.contact, phone: party.phone, bank: party.bank,
      account: party.account, note: party.note)
    return Match(applicant: applicant, head: newHead)
  }

  /// The table's own number where nobody has it, else the office's next.
  private func freeID(_ party: OldLedgerRow.Party, beside taken: String?) -> String {
    func isFree(_ id: String) -> Bool { id != taken && applicant(id) == nil }
    if let id = party.id, isFree(id) { return id }
    var ahead = brought.count
    while !isFree(state.applicantID(ahead: ahead)) { ahead += 1 }
    return state.applicantID(ahead: ahead)
  }
}
