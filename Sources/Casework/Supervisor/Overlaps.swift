public import CaseModel
import SubsidyRules

/// One patent application that several filings rest on.
public struct PatentOverlap: Hashable, Sendable {
  public var number: ApplicationNumber
  /// Ids of the filings, as they were received.
  public var filings: [String]
  public var award: MoneyTotal
}

/// One account, phone or agency that stands behind several applicants.
public struct SharedDetail: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    case account, phone
  }

  public var kind: Kind
  /// Ids of the applicants; the detail itself is personal and is not repeated here.
  public var applicants: [String]
  public var award: MoneyTotal
}

extension OfficeState {
  /// Applications under several filings in a year, or in any year; the dearest first.
  public func overlaps(of year: Int? = nil) -> [PatentOverlap] {
    var found: [UInt64: PatentOverlap] = [:]
    for file in files where (year == nil || file.year == year) && !file.filing.stage.isClosed {
      guard let number = applicationNumber(of: file.filing) else { continue }
      var overlap = found[number.digits] ?? PatentOverlap(number: number, filings: [], award: .zero)
      overlap.filings.append(file.filing.id)
      overlap.award += file.decision.award
      found[number.digits] = overlap
    }
    return found.values.filter { $0.filings.count > 1 }.sorted { a, b in
      a.award == b.award ? a.number.digits < b.number.digits : a.award > b.award
    }
  }

  /// The application number of a filing, where its item has one that can be read.
  func applicationNumber(of filing: Filing) -> ApplicationNumber? {
    guard let item = policy.item(filing.item) else { return nil }
    for rule in item.inputs where rule.kind == .applicationNumber {
      guard case .text(let text)? = filing.input(rule.id) else { continue }
      switch ApplicationNumber.read(text) {
      case .number(let number): return number
      case .wrongCheck(let number): return filing.override(of: rule.id) == nil ? nil : number
      default: continue
      }
    }
    return nil
  }

  /// Accounts and phones behind more than one applicant; an agency with its branches counts as one.
  public func sharedDetails() -> [SharedDetail] {
    var awards: [String: MoneyTotal] = [:]
    for file in files { awards[file.filing.applicant, default: .zero] += file.decision.award }
    var shared: [SharedDetail] = []
    for kind in SharedDetail.Kind.allCases {
      var behind: [String: [String]] = [:]
      for applicant in applicants {
        let detail = kind == .account ? applicant.account : applicant.phone
        // However it is written: 0763-3300001 and 0763 3300001 ring at one desk.
        let digits = TextFolding.search(detail ?? "").filter(\.isNumber)
        guard !digits.isEmpty else { continue }
        behind[digits, default: []].append(applicant.id)
      }
      for ids in behind.values where Set(ids.map { family(of: $0) }).count > 1 {
        let award = ids.reduce(MoneyTotal.zero) { $0 + (awards[$1] ?? .zero) }
        shared.append(.init(kind: kind, applicants: ids, award: award))
      }
    }
    return shared.sorted { $0.award == $1.award ? $0.applicants[0] < $1.applicants[0] : $0.award > $1.award }
  }
}
