import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  // MARK: - 拨付批次

  /// A batch's list as it was made, with the day and the policy of then, whatever has happened since.
  func batchPrintout(_ id: String) throws(PrintRefusal) -> Printout {
    guard let batch = batch(id) else { throw .unknownBatch(id) }
    let rows = rows(of: batch)
    let then = rows.first.map { policy(inForceAt: $0.at) } ?? policy
    let list = PaymentList(
      rows: rows.map { batchRow($0, then) }, batch: batch.number,
      setOff: rows.reduce(into: .zero) { $0 += $1.payment.setOff?.amount ?? .zero })
    let letterhead = Letterhead(
      office: office?.name ?? "", policy: then.title, document: then.document,
      today: rows.first?.day ?? .first, isTrial: office?.isTrial ?? false)
    let items = rows.compactMap { file($0.filing)?.filing.item }
    let cited = then.documents.filter { document in items.contains { then.document(of: $0).id == document.id }
    }
    return Printout(.payment, [list], letterhead, bases: [LegalBasis(cited)], remarks: remarks(rows))
  }

  private func batchRow(_ row: BatchRow, _ policy: Policy) -> PaymentList.Row {
    let item = file(row.filing)?.filing.item ?? ""
    let setOff =
      row.payment.setOff.map { "（抵扣 \($0.filing) \(MoneyWording.yuan($0.amount))）" } ?? ""
    let payee = row.payment.payee
    return .init(
      filing: row.filing, payee: payee.name, bank: payee.bank, account: payee.account,
      amount: row.payment.transferred, purpose: (policy.item(item)?.label ?? item) + setOff)
  }

  /// What has become of rows since, for whoever prints the list again.
  private func remarks(_ rows: [BatchRow]) -> [String] {
    func named(_ fate: (BatchRow.Fate) -> Bool) -> [String] { rows.filter { fate($0.fate) }.map(\.filing) }
    let out = named { $0 == .takenOut }
    let returned = named { if case .returned = $0 { true } else { false } }
    let waiting = rows.filter { $0.fate == .open }.compactMap { file($0.filing) }
    return paymentRemarks(waiting)
      + [("已撤出批次，没有按它拨付", out), ("已拨付，后被银行退回", returned)].filter { !$0.1.isEmpty }.map {
        "名单照列入时打印，其中 \($0.1.count) 件\($0.0)：\($0.1.joined(separator: "、"))。"
      }
  }

  /// The policy that was in force at a moment (UTC).
  private func policy(inForceAt at: String) -> Policy {
    for change in rules.changes where change.at > at {
      if case .policy(let before, _) = change.kind { return policy(ofFiles: before) ?? policy }
    }
    return policy
  }

  /// Whether filings that are listed for payment wait in a batch already.
  func batchRemarks(_ files: [FiledFiling]) -> [String] {
    files.compactMap { file in
      openBatch(of: file).map {
        "\(file.filing.id) 已列入拨付批次 \($0.number)，请按批次打印（--batch \($0.id)）。"
      }
    }
  }
}
