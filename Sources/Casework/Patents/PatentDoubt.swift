public import CaseModel
import SubsidyRules

/// What a filing says of a patent that asks for a second look: asked about, never refused.
public enum PatentDoubt: Hashable, Sendable {
  /// The filing day does not lie in the year that the number tells.
  case filedYear(CivilDate, year: Int)
  /// More was paid than the official annuity; a late fee is fine.
  case aboveTariff(paid: Money, annuity: Int, fee: Money)
}

extension OfficeState {
  /// What is doubtful in what a filing says of its patent, by itself.
  public func patentDoubts(of filing: Filing) -> [PatentDoubt] {
    guard let item = policy.item(filing.item), let number = filing.applications(item).first else { return [] }
    var doubts: [PatentDoubt] = []
    // One that came through the PCT keeps the day of its international filing.
    if !number.isInternational, let filed = filing.day("filedOn"), filed.year != number.year {
      doubts.append(.filedYear(filed, year: number.year))
    }
    if number.type == .invention, case .count(let annuity)? = filing.input("annuity"),
      case .text(let text)? = filing.input("amountPaid"), let paid = Money(text),
      let fee = tariff.fee(of: annuity), paid > fee
    {
      doubts.append(.aboveTariff(paid: paid, annuity: annuity, fee: fee))
    }
    return doubts
  }
}

extension Filing {
  /// A day that is stated and can be read.
  func day(_ input: String) -> CivilDate? {
    if case .text(let text)? = self.input(input) { CivilDate(text) } else { nil }
  }
}
