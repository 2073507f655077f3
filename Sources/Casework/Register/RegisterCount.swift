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

/// How long matters of a kind take: those that are at a stage, and for how many days.
public struct RegisterStageAge: Hashable, Sendable {
  public var record: String
  /// The last stage reached, and when.
  public var stage: String
  public var since: CivilDate
  /// Days from the first stage to the last one reached.
  public var daysSoFar: Int
  /// Days at this stage until today; nil where it is the end of the matter.
  public var daysWaiting: Int?
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
    let kinds = Dictionary(recordKinds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let districts = Dictionary(
      self.districts.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
    return lines.values.sorted { a, b in
      (kinds[a.kind] ?? 0, districts[a.district] ?? .max) < (
        kinds[b.kind] ?? 0, districts[b.district] ?? .max
      )
    }
  }

  /// Where the matters of a kind with stages stand, those that wait longest first.
  public func registerAges(of kind: String, on today: CivilDate) -> [RegisterStageAge] {
    guard let rule = recordKind(kind), !rule.stages.isEmpty else { return [] }
    return records(RegisterFilter(kind: kind)).compactMap { record in
      let reached = rule.reached(record.entry)
      guard let first = reached.first, let last = reached.last else { return nil }
      let isOver = reached.contains { $0.stage.endsMatter }
      return RegisterStageAge(
        record: record.id, stage: last.stage.label, since: last.day, daysSoFar: first.day.days(to: last.day),
        daysWaiting: isOver ? nil : last.day.days(to: today))
    }.sorted { ($0.daysWaiting ?? -1, $1.record) > ($1.daysWaiting ?? -1, $0.record) }
  }
}
