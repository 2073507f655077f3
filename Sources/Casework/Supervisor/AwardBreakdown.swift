import CaseModel
import SubsidyRules

/// What the awards of a year are told apart by.
public enum AwardDimension: Hashable, Sendable, CaseIterable {
  case item, district, month, applicant
}

/// The filings of one item, county, month or applicant, with their five columns.
public struct AwardLine: Hashable, Sendable {
  /// The id of the item or applicant, the district's code as it stands today, or the month as `2019-03`.
  public var key: String
  public var sheet = AwardSheet()
}

extension OfficeState {
  /// The awards of a year, broken down: items in the order of the policy, counties in that of the districts, months
  /// in that of the calendar, applicants with the dearest first. A filing that comes to nothing counts too.
  public func awards(of year: Int, by dimension: AwardDimension) -> [AwardLine] {
    var lines: [String: AwardLine] = [:]
    for number in files.indices where files.rows[number].year == year {
      let file = files[number]
      let key = key(of: file, dimension)
      lines[key, default: AwardLine(key: key)].sheet.add(file.filing.id, AwardColumns(file))
    }
    let order = order(of: dimension)
    return lines.values.sorted { a, b in
      if dimension == .applicant, a.sheet.award != b.sheet.award { return a.sheet.award > b.sheet.award }
      let (x, y) = (order[a.key] ?? .max, order[b.key] ?? .max)
      return x == y ? a.key < b.key : x < y
    }
  }

  private func key(of file: FiledFiling, _ dimension: AwardDimension) -> String {
    switch dimension {
    case .item: file.filing.item
    case .district: county(file.received.district)
    case .month: file.month
    case .applicant: file.filing.applicant
    }
  }

  private func order(of dimension: AwardDimension) -> [String: Int] {
    let keys: [String] =
      switch dimension {
      case .item: policy.items.map(\.id)
      case .district: districts.map(\.code)
      case .month, .applicant: []
      }
    return Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
