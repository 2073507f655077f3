import CaseModel

/// Faults of one row.
struct OldLedgerFaults: Error { var faults: [OldLedgerFault] }

/// The applicants of the office and those that an old ledger brings along, found by code and by name.
///
/// A code says who somebody is. Without one a unit is known by its name in folded form (half width, no spaces);
/// persons of one name are many, so that a person needs the code.
struct OldLedgerParties {
  /// An applicant that a row means, who may be new.
  struct Match { var applicant: Applicant }

  private let state: OfficeState
  private var byCode: [String: Applicant] = [:]
  private var byName: [String: [Applicant]] = [:]
  private var brought: [String: Applicant] = [:]

  init(_ state: OfficeState) {
    self.state = state
    for applicant in state.applicants { enter(applicant) }
  }

  func applicant(_ id: String) -> Applicant? { brought[id] ?? state.applicant(id) }

  private mutating func enter(_ applicant: Applicant) {
    if let code = Self.folded(applicant.code), byCode[code] == nil { byCode[code] = applicant }
    byName[TextFolding.search(applicant.name), default: []].append(applicant)
  }

  /// Takes an applicant in; true where it is new.
  mutating func keep(_ applicant: Applicant) -> Bool {
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
      return .success(Match(applicant: try new(party)))
    } catch {
      return .failure(error)
    }
  }

  private func known(_ party: OldLedgerRow.Party) throws(OldLedgerFaults) -> Applicant? {
    let name = TextFolding.search(party.name)
    let code = Self.folded(party.code)
    if let code, let known = byCode[code] {
      guard TextFolding.search(known.name) == name else {
        throw OldLedgerFaults(faults: [.codeOfOther(applicant: known.id, name: known.name)])
      }
      return known
    }
    let named = byName[name] ?? []
    let isPerson = party.kind == .individual || named.contains { $0.kind == .individual }
    guard !isPerson else {
      // Another of the same name, unless nobody says who this is.
      guard code == nil else { return nil }
      throw OldLedgerFaults(faults: [.personNeedsCode])
    }
    // Several records of one unit: the first stands for them.
    guard Set(named.map { state.files.units.head(of: $0.id) }).count <= 1 else {
      throw OldLedgerFaults(faults: [.severalOfName(applicants: named.map(\.id))])
    }
    guard let known = named.first else { return nil }
    if let code, let other = Self.folded(known.code), other != code {
      throw OldLedgerFaults(faults: [.nameWithOtherCode(applicant: known.id)])
    }
    return known
  }

  private func new(_ party: OldLedgerRow.Party) throws(OldLedgerFaults) -> Applicant {
    var faults: [OldLedgerFault] = []
    if party.kind == nil { faults.append(.kindUnknown) }
    if party.district == nil { faults.append(.districtUnknown) }
    if party.kind == .individual, party.code == nil { faults.append(.personNeedsCode) }
    var parent: Applicant?
    if let head = party.parent {
      let named = byName[TextFolding.search(head)] ?? []
      parent = named.count == 1 ? named.first : nil
      if parent == nil { faults.append(.unknownParent(head)) }
    }
    guard faults.isEmpty, let kind = party.kind, let district = party.district else {
      throw OldLedgerFaults(faults: faults)
    }
    return Applicant(
      id: state.applicantID(ahead: brought.count), name: party.name, kind: kind, district: district,
      parent: parent?.id, code: party.code, contact: party.contact, phone: party.phone, bank: party.bank,
      account: party.account, note: party.note)
  }

  private static func folded(_ code: String?) -> String? {
    let folded = TextFolding.search(code ?? "")
    return folded.isEmpty ? nil : folded
  }
}
