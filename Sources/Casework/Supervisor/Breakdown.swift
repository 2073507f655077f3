public import CaseModel
import SubsidyRules

/// What sums of awards are broken down by.
public enum AwardDimension: Hashable, Sendable {
  case item, district, month, stage, applicant
}

/// One line of a breakdown of sums.
public struct TotalsLine: Hashable, Sendable {
  /// The id of the item or applicant, the county's code as it stands today, the month of the event as `2019-03`, or the
  /// stage.
  public var key: String
  public var count = 0
  public var award = MoneyTotal.zero
  /// What of it is decided and no longer moves.
  public var decided = MoneyTotal.zero
}

/// The filings of one key, with their five columns.
public struct AwardLine: Hashable, Sendable {
  /// As `TotalsLine.key`.
  public var key: String
  public var sheet = AwardSheet()
}

extension OfficeState {
  /// The awards of the filings that a filter takes, broken down; a line for each key with a filing, in the order of
  /// the policy, the districts, the calendar or the stages.
  public func breakdown(by dimension: AwardDimension, of filter: FilingFilter) -> [TotalsLine] {
    breakdown(of: filter.numbers(in: self), by: dimension, from: { TotalsLine(key: $0) }) { line, number in
      let row = files.rows[number]
      line.count += 1
      line.award += row.award
      if row.outcome == .decided { line.decided += row.award }
    }
  }

  /// The awards of a year, broken down: in the same order, applicants with the dearest first. A filing that comes to
  /// nothing counts too.
  public func awards(of year: Int, by dimension: AwardDimension) -> [AwardLine] {
    let numbers = files.indices.lazy.filter { files.rows[$0].year == year }
    let lines = breakdown(of: numbers, by: dimension, from: { AwardLine(key: $0) }) { line, number in
      let file = files[number]
      line.sheet.add(file.filing.id, AwardColumns(file))
    }
    guard dimension == .applicant else { return lines }
    return lines.sorted { a, b in
      a.sheet.award == b.sheet.award ? a.key < b.key : a.sheet.award > b.sheet.award
    }
  }

  private func breakdown<Line>(
    of numbers: some Sequence<Int>, by dimension: AwardDimension, from line: (String) -> Line,
    add: (inout Line, Int) -> Void
  ) -> [Line] {
    var lines: [Line] = []
    // Rows are told apart by numbers: a key is made once for each of these, and two of them may have one.
    var (places, byKey) = ([Int: Int](), [String: Int]())
    for number in numbers {
      let row = files.rows[number]
      let own = row.number(in: dimension)
      let place: Int
      if let known = places[own] {
        place = known
      } else {
        let key = key(of: row, dimension)
        place = byKey[key] ?? lines.count
        if place == lines.count { lines.append(line(key)) }
        (places[own], byKey[key]) = (place, place)
      }
      add(&lines[place], number)
    }
    let order = keys(of: dimension).places(by: \.self)
    return byKey.sorted { a, b in
      let (x, y) = (order[a.key] ?? .max, order[b.key] ?? .max)
      return x == y ? a.key < b.key : x < y
    }.map { lines[$0.value] }
  }

  private func key(of row: FileRow, _ dimension: AwardDimension) -> String {
    switch dimension {
    case .item: files.item(of: row)
    case .district: county(files.district(of: row))
    case .month: row.month
    case .stage: row.stage.rawValue
    case .applicant: files.applicant(of: row)
    }
  }

  /// The keys of a dimension that has an order of its own.
  private func keys(of dimension: AwardDimension) -> [String] {
    switch dimension {
    case .item: policy.items.map(\.id)
    case .district: districts.map(\.code)
    case .stage: Stage.allCases.map(\.rawValue)
    case .month, .applicant: []
    }
  }
}
