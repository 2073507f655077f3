import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  /// Counties in the order of the policy, filings in each as they came.
  func batchList(_ files: [FiledFiling]) -> BatchList {
    let byCounty = Dictionary(grouping: files, by: \.received.district)
    let known = policy.districts.filter { byCounty[$0] != nil }
    let others = byCounty.keys.filter { !known.contains($0) }.sorted()
    return BatchList(
      counties: (known + others).map { code in
        .init(name: Labels.district(code), rows: (byCounty[code] ?? []).map(batchRow))
      })
  }

  private func batchRow(_ file: FiledFiling) -> BatchList.Row {
    let subject = subject(file)
    return .init(
      filing: subject.filing, applicant: subject.party.name, item: subject.item, article: subject.article,
      claimed: file.decision.gross, award: file.decision.award, outcome: Labels.label(file.decision.outcome))
  }

  func publicRow(_ file: FiledFiling) throws(PrintRefusal) -> PublicList.Row {
    let isApproved = [Stage.approved, .published, .paid].contains(file.filing.stage)
    guard isApproved, file.decision.outcome == .decided else { throw .notApproved(file.filing.id) }
    guard file.decision.award > .zero else { throw .nothingToPay(file.filing.id) }
    let subject = subject(file)
    let number = policy.item(file.filing.item)?.inputs.first { $0.kind == .applicationNumber }
    return .init(
      party: subject.party, item: subject.item, article: subject.article,
      patent: number.flatMap { $0.text(file.filing.input($0.id)) } ?? "", award: file.decision.award)
  }

  func paymentRow(_ file: FiledFiling) throws(PrintRefusal) -> PaymentList.Row {
    let filing = file.filing
    guard filing.stage == .published || filing.stage == .paid, file.decision.outcome == .decided else {
      throw .notPublished(filing.id)
    }
    guard file.decision.award > .zero else { throw .nothingToPay(filing.id) }
    guard let applicant = applicant(filing.applicant), let bank = applicant.bank,
      let account = applicant.account, !TextFolding.isBlank(bank), !TextFolding.isBlank(account)
    else { throw .accountMissing(filing.id) }
    return .init(
      filing: filing.id, payee: applicant.name, bank: bank, account: account, amount: file.decision.award,
      purpose: subject(file).item)
  }

  /// - Parameter holders: those whose use is shown one by one, and then only theirs; with none, every holder.
  func capSheet(of year: Int, showing holders: [String]) throws(PrintRefusal) -> CapSheet {
    let ledger = capLedger(of: year)
    // A branch stands for the head office whose cap it shares.
    let families = Set(holders.flatMap { [$0, family(of: $0)] })
    for id in holders {
      let own = [id, family(of: id)]
      guard ledger.contains(where: { own.contains($0.group.holder) }) else {
        throw .unknownHolder(id, year: year)
      }
    }
    let shown = holders.isEmpty ? ledger : ledger.filter { families.contains($0.group.holder) }
    return CapSheet(year: year, rows: shown.map { capRow($0, isDetailed: !holders.isEmpty) })
  }

  private func capRow(_ row: CapLedgerRow, isDetailed: Bool) -> CapSheet.Row {
    let cap = policy.cap(row.group.cap)
    return .init(
      cap: cap?.label ?? row.group.cap, article: cap?.article ?? "",
      holder: applicant(row.group.holder)?.name ?? row.group.holder, limit: row.limit,
      requested: row.requested, recommended: row.recommended, committed: row.committed, paid: row.paid,
      returned: row.returned, left: row.left, over: row.over, uses: isDetailed ? row.order.map(capUse) : [])
  }

  private func capUse(_ use: CapLedgerRow.Use) -> CapSheet.Use {
    let name = file(use.filing).flatMap { applicant($0.filing.applicant)?.name }
    return .init(
      filing: use.filing, applicant: name ?? "", received: use.received, isDecided: use.isDecided,
      roomBefore: use.roomBefore, amount: use.amount, roomAfter: use.roomBefore.lessAtLeastZero(use.amount))
  }
}
