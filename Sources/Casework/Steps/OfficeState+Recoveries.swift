import CaseModel
import SubsidyRules

/// What applicants have been asked to give back.
extension OfficeState {
  /// Filings of an applicant, and of the other records of the same unit, of which money has still to come back.
  public func openRecoveries(of applicant: String) -> [Payment.SetOff] {
    files(ofUnitOf: applicant).compactMap(\.openRecovery)
  }

  /// The same less what batches that are not paid yet set off.
  public func unclaimedRecoveries(of applicant: String) -> [Payment.SetOff] {
    files(ofUnitOf: applicant).compactMap { file in
      let open = unclaimedRecovery(of: file)
      return open > .zero ? Payment.SetOff(filing: file.filing.id, amount: open) : nil
    }
  }

  /// The same once payments that are not saved yet have set off what they do.
  public func unclaimedRecoveries(of applicant: String, after verdict: BatchVerdict) -> [Payment.SetOff] {
    var setOff: [String: Money] = [:]
    for row in verdict.rows {
      // What a batch sets off is claimed already.
      guard case .success(let taken) = row.result, let one = taken.payment?.setOff,
        file(row.filing)?.openBatch == nil
      else { continue }
      setOff[one.filing] = (setOff[one.filing] ?? .zero) + one.amount
    }
    return unclaimedRecoveries(of: applicant).compactMap { debt in
      let left = debt.amount.lessAtLeastZero(setOff[debt.filing] ?? .zero)
      return left > .zero ? .init(filing: debt.filing, amount: left) : nil
    }
  }

  /// What a payment to an applicant would settle first: of the filings whose money no batch has yet to set off, the one
  /// that was asked for first; nil where nothing is open.
  public func oldestDebt(of applicant: String) -> Payment.SetOff? {
    let debts = files(ofUnitOf: applicant).compactMap { file -> (day: CivilDate, debt: Payment.SetOff)? in
      let open = unclaimedRecovery(of: file)
      guard open > .zero, let demand = file.recoveries.demands.first(where: { $0.outstanding > .zero }) else {
        return nil
      }
      return (demand.day, Payment.SetOff(filing: file.filing.id, amount: open))
    }
    return debts.min { ($0.day, $0.debt.filing) < ($1.day, $1.debt.filing) }?.debt
  }

  /// What has still to come back of a filing, less what batches that are not paid yet set off.
  func unclaimedRecovery(of file: FiledFiling) -> Money {
    let open = file.balance.openRecovery
    guard open > .zero else { return .zero }
    let claimed = files(ofUnitOf: file.filing.applicant).reduce(into: Money.zero) { sum, other in
      guard let setOff = other.openBatch?.payment.setOff, setOff.filing == file.filing.id else { return }
      sum = sum + setOff.amount
    }
    return open.lessAtLeastZero(claimed)
  }

  /// Whether two records are of one unit.
  func isOneUnit(_ a: String, _ b: String) -> Bool { files.units.head(of: a) == files.units.head(of: b) }

  /// The filings of an applicant and of the other records of the same unit.
  public func files(ofUnitOf applicant: String) -> [FiledFiling] {
    inOrder([applicant] + unit(of: applicant).map(\.id)).flatMap { files(of: $0) }
  }
}

extension FiledFiling {
  /// What has still to come back of it; nil where nothing has.
  public var openRecovery: Payment.SetOff? {
    let open = balance.openRecovery
    return open > .zero ? Payment.SetOff(filing: filing.id, amount: open) : nil
  }
}
