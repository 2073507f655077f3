public import CaseModel
import SubsidyRules

/// One account, phone or agency that stands behind several applicants: a pattern worth a look, no proof of anything.
public struct SharedDetail: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable, Comparable {
    case account, phone, agency
  }

  public var kind: Kind
  /// The last four digits of the account or phone, no more; the id of the agency.
  public var mark: String
  /// Ids of the applicants, in the order of entry.
  public var applicants: [String]
  /// Their filings of the year, or of any year; of an agency those alone that rest on a patent that it handled.
  public var filings: [String]
  public var award: MoneyTotal
}

extension OfficeState {
  /// Accounts, phones and agencies behind applicants of more than one family, in a year or in any year; the dearest
  /// first. An agency with its branches counts as one.
  ///
  /// An agency stands behind an applicant where it claims for the patent that the applicant's own filing rests on.
  public func sharedDetails(of year: Int? = nil) -> [SharedDetail] {
    var byApplicant: [String: AwardSheet] = [:]
    for number in files.indices where year == nil || files.rows[number].year == year {
      let file = files[number]
      byApplicant[file.filing.applicant, default: AwardSheet()].add(file.filing.id, AwardColumns(file))
    }
    let shared =
      contacts(.account, byApplicant) { $0.account } + contacts(.phone, byApplicant) { $0.phone }
      + agencies(of: year)
    return shared.sorted { a, b in
      a.award == b.award
        ? (a.applicants[0], a.mark, a.kind) < (b.applicants[0], b.mark, b.kind) : a.award > b.award
    }
  }

  private func contacts(
    _ kind: SharedDetail.Kind, _ sheets: [String: AwardSheet], _ detail: (Applicant) -> String?
  ) -> [SharedDetail] {
    var behind: [String: [String]] = [:]
    for applicant in people.applicants {
      // However it is written: 0763-3300001 and 0763 3300001 ring at one desk.
      let digits = TextFolding.search(detail(applicant) ?? "").filter(\.isNumber)
      guard !digits.isEmpty else { continue }
      behind[digits, default: []].append(applicant.id)
    }
    return behind.compactMap { digits, ids in
      guard Set(ids.map { family(of: $0) }).count > 1 else { return nil }
      let sheets = ids.compactMap { sheets[$0] }
      return SharedDetail(
        kind: kind, mark: String(digits.suffix(4)), applicants: ids, filings: sheets.flatMap(\.filings),
        award: sheets.reduce(.zero) { $0 + $1.award })
    }
  }

  private func agencies(of year: Int?) -> [SharedDetail] {
    var handledBy: [UInt64: String] = [:]
    var own: [(patent: UInt64, number: Int)] = []
    let agencyItems = Set(policy.items.filter(\.isForAgencies).map(\.id))
    for number in files.indices {
      let row = files.rows[number]
      guard !row.stage.isClosed else { continue }
      let filing = files[number].filing
      guard let patent = applicationNumber(of: filing) else { continue }
      if agencyItems.contains(filing.item) {
        if row.outcome != .refused { handledBy[patent.digits] = files[number].received.family }
      } else if year == nil || row.year == year {
        own.append((patent.digits, number))
      }
    }
    var behind: [String: SharedDetail] = [:]
    for (patent, number) in own {
      let file = files[number]
      guard let agency = handledBy[patent], agency != file.received.family else { continue }
      var detail =
        behind[agency]
        ?? SharedDetail(kind: .agency, mark: agency, applicants: [], filings: [], award: .zero)
      if !detail.applicants.contains(file.filing.applicant) {
        detail.applicants.append(file.filing.applicant)
      }
      detail.filings.append(file.filing.id)
      detail.award += file.decision.award
      behind[agency] = detail
    }
    return behind.values.filter { detail in Set(detail.applicants.map { family(of: $0) }).count > 1 }
  }
}

extension Item {
  /// Whether agencies claim for it and nobody else does.
  fileprivate var isForAgencies: Bool {
    !applicants.isEmpty && applicants.allSatisfy { $0 == .agency || $0 == .agencyBranch }
  }
}
