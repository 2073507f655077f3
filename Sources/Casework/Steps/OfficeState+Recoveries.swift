import CaseModel
import SubsidyRules

/// What applicants have been asked to give back.
extension OfficeState {
  /// Filings of an applicant, and of the other records of the same unit, of which money has still to come back.
  public func openRecoveries(of applicant: String) -> [Payment.SetOff] {
    let unit = files.units.head(of: applicant)
    return applicants.filter { files.units.head(of: $0.id) == unit }.flatMap { files(of: $0.id) }.compactMap {
      file in
      let open = file.balance.openRecovery
      return open > .zero ? Payment.SetOff(filing: file.filing.id, amount: open) : nil
    }
  }
}
