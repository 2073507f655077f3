public import CaseModel
import Wording

/// Payment list 拨付表: to which account the bank is to transfer what. The one paper with whole account numbers.
public struct PaymentList: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var filing: String
    public var payee: String
    public var bank: String
    public var account: String
    public var amount: Money
    /// What for: the item.
    public var purpose: String
  }

  public var rows: [Row]
  /// The number of the batch, where the list is one and not a look at what could be paid.
  public var batch: String?
  /// What the batch keeps back for recoveries; its rows are what is left.
  public var setOff = MoneyTotal.zero

  var amount: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.amount } }
}

extension PaymentList: Sheet {
  static let fields: [TemplateField<PaymentList>] = [
    .list("rows", "各笔拨付", Row.fields) { list in list.rows.enumerated().map { ($0 + 1, $1) } },
    .text("count", "笔数") { String($0.rows.count) },
    .text("amount", "合计金额，小写") { MoneyWording.grouped($0.amount) },
    .text("amountInWords", "合计金额，大写") { AmountInWords.words($0.amount) },
    .text("batch", "拨付批次号；还没有列入批次时没有") { $0.batch },
    .text("setOff", "其中抵扣的应追回款合计；没有抵扣时没有") {
      $0.setOff > .zero ? MoneyWording.grouped($0.setOff) : nil
    },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    let rows = rows.enumerated().map { index, row in
      ReportTable.Row([
        .count(index + 1), .text(row.filing), .text(row.payee), .text(row.bank), .text(row.account),
        .money(row.amount), .text(row.purpose),
      ])
    }
    let total = ReportTable.Row(
      [.blank, .text("合计"), .text("\(rows.count) 笔"), .blank, .blank, .money(amount), .blank], isTotal: true)
    return ReportTable(
      title: PrintedPaper.payment.title,
      columns: [
        .init("number", "序号", isNumber: true), .init("filing", "收件编号"), .init("payee", "户名"),
        .init("bank", "开户银行"), .init("account", "账号"), .init("amount", "金额（元）", isNumber: true),
        .init("purpose", "用途"),
      ], rows: rows + [total])
  }
}

extension PaymentList.Row {
  fileprivate static let fields: [TemplateField<(number: Int, row: Self)>] = [
    .text("number", "序号") { String($0.number) },
    .text("filing", "收件编号") { $0.row.filing },
    .text("payee", "户名") { $0.row.payee },
    .text("bank", "开户银行") { $0.row.bank },
    .text("account", "账号") { $0.row.account },
    .text("rowAmount", "金额") { MoneyWording.grouped($0.row.amount) },
    .text("purpose", "用途") { $0.row.purpose },
  ]
}
