import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  /// Counties in the order of the policy, filings in each as they came.
  func batchList(_ files: [FiledFiling]) -> BatchList {
    let byCounty = Dictionary(grouping: files) { county($0.received.district) }
    let known = districts.map(\.code).filter { byCounty[$0] != nil }
    let others = byCounty.keys.filter { !known.contains($0) }.sorted()
    return BatchList(
      counties: (known + others).map { code in
        .init(name: Labels.district(code, among: districts), rows: (byCounty[code] ?? []).map(batchRow))
      })
  }

  private func batchRow(_ file: FiledFiling) -> BatchList.Row {
    let subject = subject(file)
    return .init(
      filing: subject.filing, applicant: subject.party.name, item: subject.item, article: subject.article,
      claimed: file.decision.gross, award: file.decision.award, outcome: Labels.label(file.decision.outcome))
  }

  /// From when until when all of them are public; nil where they differ or the office has set no time.
  func publicTime(_ files: [FiledFiling]) -> PublicList.Time? {
    let times = files.map { file in
      file.publicUntil.flatMap { until in
        file.steps.last { $0.step.step == .publish }.map { PublicList.Time(from: $0.step.day, until: until) }
      }
    }
    guard let first = times.first, times.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  func publicRow(_ file: FiledFiling) throws(PrintRefusal) -> PublicList.Row {
    let isApproved = [Standing.approved, .published, .paid].contains(file.standing)
    guard isApproved, file.decision.outcome == .decided else { throw .notApproved(file.filing.id) }
    guard file.decision.award > .zero else { throw .nothingToPay(file.filing.id) }
    let subject = subject(file)
    var party = subject.party
    // A list says where the award was decided, and no more.
    party.district = Labels.district(file.received.district, among: districts)
    let number = policy.item(file.filing.item)?.inputs.first { $0.kind == .applicationNumber }
    return .init(
      party: party, item: subject.item, article: subject.article,
      patent: number.flatMap { $0.text(file.filing.input($0.id)) } ?? "", award: file.decision.award)
  }

  /// What is to be paid, to the account as it stands; of a filing that is paid, the payment as it was made.
  func paymentRow(_ file: FiledFiling) throws(PrintRefusal) -> PaymentList.Row {
    let id = file.filing.id
    let balance = file.balance
    let made = file.standing == .paid ? file.payment?.payment : nil
    let amount = made?.transferred ?? (file.standing == .paid ? balance.paid : balance.owed)
    switch file.standing {
    case .published, .returned, .paid: break
    default: throw .notPublished(id)
    }
    guard amount > .zero else { throw .nothingToPay(id) }
    guard let payee = made?.payee ?? self.payee(file) else { throw .accountMissing(id) }
    let isWhole = !TextFolding.isBlank(payee.bank) && CardNumber.isAccount(payee.account)
    guard isWhole || made != nil else { throw .accountMissing(id) }
    // A payment that was made before such accounts were refused is listed, but what is no account on no list.
    let account = CardNumber.isAccount(payee.account) ? payee.account : "（原登记不是账号）"
    let setOff = made?.setOff.map { "（已抵扣应追回款 \(MoneyWording.yuan($0.amount))）" } ?? ""
    return .init(
      filing: id, payee: payee.name, bank: payee.bank, account: account, amount: amount,
      purpose: subject(file).item + setOff)
  }

  /// What is doubtful about the accounts that are still to be paid to, applicant by applicant.
  func paymentRemarks(_ files: [FiledFiling]) -> [String] {
    var seen: Set<String> = []
    return files.filter { $0.standing != .paid && seen.insert($0.filing.applicant).inserted }.compactMap {
      file in
      guard var payee = applicant(file.filing.applicant) else { return nil }
      payee.phone = nil
      let doubts = payee.contactDoubts + [accountDoubt(about: payee)].compactMap(\.self)
      guard !doubts.isEmpty else { return nil }
      return "\(file.filing.id) \(payee.name)：\(DoubtWording.sentence(doubts, in: self))。"
    }
  }

  private func payee(_ file: FiledFiling) -> Payment.Payee? {
    applicant(file.filing.applicant).map {
      .init(name: $0.name, bank: $0.bank ?? "", account: $0.account ?? "")
    }
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
      holder: applicant(row.group.holder)?.name ?? row.group.holder, ledger: row,
      uses: isDetailed
        ? row.order.map { use in
          let name = file(use.filing).flatMap { applicant($0.filing.applicant)?.name }
          return .init(applicant: name ?? "", use: use, isInPieces: row.isInPieces)
        } : [])
  }
}
