public import CaseModel
import SubsidyRules

/// What a sum of awards is broken down by.
public enum TotalsDimension: Hashable, Sendable, CaseIterable {
  case item, district, month, stage
}

/// One line of a breakdown.
public struct TotalsLine: Hashable, Sendable {
  /// The item's id, the county's code as it stands today, the month of the event as `2019-03`, or the stage.
  public var key: String
  public var count: Int
  public var award: MoneyTotal
  /// What of it is decided and no longer moves.
  public var decided: MoneyTotal
}

extension OfficeState {
  /// The awards of the filings that a filter takes, broken down; a line for each key with a filing, in the order of
  /// the policy, the districts, the calendar or the stages.
  public func breakdown(by dimension: TotalsDimension, of filter: FilingFilter) -> [TotalsLine] {
    var lines: [String: TotalsLine] = [:]
    var counties = CountyNames(self)
    for number in filter.numbers(in: self) {
      let row = files.rows[number]
      let key = key(of: row, dimension, &counties)
      var line = lines[key] ?? TotalsLine(key: key, count: 0, award: .zero, decided: .zero)
      line.count += 1
      line.award += row.award
      if row.outcome == .decided { line.decided += row.award }
      lines[key] = line
    }
    let order = order(of: dimension)
    return lines.values.sorted { a, b in
      let (x, y) = (order[a.key] ?? .max, order[b.key] ?? .max)
      return x == y ? a.key < b.key : x < y
    }
  }

  private func key(
    of row: FileRow, _ dimension: TotalsDimension, _ counties: inout CountyNames
  ) -> String {
    switch dimension {
    case .item: return files.item(of: row)
    case .district: return counties.county(of: row)
    case .month: return row.month
    case .stage: return row.stage.rawValue
    }
  }

  private func order(of dimension: TotalsDimension) -> [String: Int] {
    let keys: [String] =
      switch dimension {
      case .item: policy.items.map(\.id)
      case .district: districts.map(\.code)
      case .month: []
      case .stage: Stage.allCases.map(\.rawValue)
      }
    return Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
