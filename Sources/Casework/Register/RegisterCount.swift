public import CaseModel
import SubsidyRules

/// How many records of a kind a county has in a year, and the sums of the fields that are added up.
public struct RegisterCount: Hashable, Sendable {
  public var kind: String
  public var district: String
  public var count = 0
  /// By field: counts of things.
  public var counts: [String: Int] = [:]
  /// By field: sums of money.
  public var sums: [String: MoneyTotal] = [:]
}

extension OfficeState {
  /// The records of a year by kind, in the order of the policy, and county.
  public func registerCounts(of year: Int) -> [RegisterCount] {
    var lines: [[String]: RegisterCount] = [:]
    for record in records(RegisterFilter(year: year)) {
      guard let kind = recordKind(record.entry.kind) else { continue }
      let district = county(record.entry.district)
      let key = [kind.id, district]
      var line = lines[key] ?? RegisterCount(kind: kind.id, district: district)
      line.count += 1
      for field in kind.fields where field.isSummed {
        switch record.entry.value(field) {
        case .number(let number): line.counts[field.rule.id, default: 0] += number
        case .money(let money): line.sums[field.rule.id, default: .zero] += money
        default: break
        }
      }
      lines[key] = line
    }
    let kinds = recordKinds.places(by: \.id)
    let districts = self.districts.places(by: \.code)
    return lines.values.sorted { a, b in
      (kinds[a.kind] ?? 0, districts[a.district] ?? .max) < (
        kinds[b.kind] ?? 0, districts[b.district] ?? .max
      )
    }
  }
}
