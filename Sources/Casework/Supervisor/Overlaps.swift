public import CaseModel
public import SubsidyRules

/// One patent application under several items.
public struct PatentOverlap: Hashable, Sendable {
  public var number: ApplicationNumber
  /// Ids of the items, in the order of the policy.
  public var items: [String]
  /// Ids of the filings, as they were entered.
  public var filings: [String]
  public var award: MoneyTotal
}

extension OfficeState {
  /// Applications that filings of several items rest on, in a year or in any year; the dearest first.
  ///
  /// Articles 5 and 18 may both pay for one invention: this is for looking, not for refusing. What may be paid once
  /// only is refused by its key. Closed filings are left out.
  public func overlaps(of year: Int? = nil) -> [PatentOverlap] {
    var found: [UInt64: PatentOverlap] = [:]
    for index in files.indices {
      let row = files.rows[index]
      guard year == nil || row.year == year, !row.stage.isClosed else { continue }
      let file = files[index]
      guard let number = applicationNumber(of: file.filing) else { continue }
      var overlap =
        found[number.digits] ?? PatentOverlap(number: number, items: [], filings: [], award: .zero)
      if !overlap.items.contains(file.filing.item) { overlap.items.append(file.filing.item) }
      overlap.filings.append(file.filing.id)
      overlap.award += file.decision.award
      found[number.digits] = overlap
    }
    let order = policy.items.places(by: \.id)
    return found.values.filter { $0.items.count > 1 }.map { overlap in
      var overlap = overlap
      overlap.items.sort { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
      return overlap
    }.sorted { a, b in
      a.award == b.award ? a.number.digits < b.number.digits : a.award > b.award
    }
  }

  /// The application number of a filing, where its item has one that can be read.
  public func applicationNumber(of filing: Filing) -> ApplicationNumber? {
    policy.applicationNumber(of: filing)
  }
}

extension Policy {
  /// The application number of a filing, where its item has one that can be read.
  public func applicationNumber(of filing: Filing) -> ApplicationNumber? {
    guard let item = item(filing.item) else { return nil }
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
}
