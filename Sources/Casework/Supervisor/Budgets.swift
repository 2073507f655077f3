public import CaseModel
import SubsidyRules

/// What a county may spend in a year (预算), as the work register holds it.
public struct Budget: Hashable, Sendable {
  public var sum: MoneyTotal
  /// The ids of its records.
  public var records: [String]
  /// What commands call the office whose records they are; nil of one's own.
  public var office: String?
  /// What other offices have for the same county and year, where that is another sum.
  public var differing: [Differing] = []

  public struct Differing: Hashable, Sendable {
    public var office: String
    public var sum: MoneyTotal
  }
}

extension OfficeState {
  /// The budgets of a year by county.
  ///
  /// Over several offices a county's is the city's record where there is one, else that of the county's own office, else
  /// of whichever comes first. Source: offices.md, Persons, order, eyes.
  public func budgets(of year: Int) -> [String: Budget] {
    var budgets: [String: [Budget]] = [:]
    for kind in policy.register {
      guard let field = kind.budget else { continue }
      for record in allRecords(RegisterFilter(kind: kind.id, year: year)) {
        guard case .money(let money)? = record.entry.value(kind.fields[field]) else { continue }
        let district = county(record.entry.district)
        var known = budgets[district] ?? []
        if let place = known.firstIndex(where: { $0.office == record.office }) {
          known[place].sum += money
          known[place].records.append(record.id)
        } else {
          known.append(Budget(sum: MoneyTotal(money), records: [record.id], office: record.office))
        }
        budgets[district] = known
      }
    }
    return Dictionary(
      first: budgets.compactMap { district, found in
        guard isShown(budgetOf: district) else { return nil }
        return chosenBudget(of: district, found).map { (district, $0) }
      })
  }

  /// The one that counts, which knows the others; the city's own records stand before all offices', these by code.
  private func chosenBudget(of district: String, _ found: [Budget]) -> Budget? {
    let own = found.first { $0.office == nil }
    let ofCounty = found.first { budget in
      budget.office.flatMap { offices.office($0) }.map { county($0.district) == district } ?? false
    }
    guard var chosen = own ?? ofCounty ?? found.first else { return nil }
    chosen.differing = found.compactMap { budget in
      guard let office = budget.office, office != chosen.office, budget.sum != chosen.sum else { return nil }
      return Budget.Differing(office: office, sum: budget.sum)
    }
    return chosen
  }
}
