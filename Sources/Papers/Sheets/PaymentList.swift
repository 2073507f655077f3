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
    .list("rows", "各笔拨付", Row.columns.map(\.field)) { $0.rows.numbered },
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
    ReportTable(
      PrintedPaper.payment.title, Row.columns, rows.numbered,
      total: [
        .blank, .text("合计"), .text("\(rows.count) 笔"), .blank, .blank, .money(amount), .blank,
      ])
  }
}

extension PaymentList.Row {
  fileprivate static let columns: [SheetColumn<NumberedRow<Self>>] = [
    .count("number", "序号") { $0.number },
    .text("filing", "收件编号") { $0.row.filing },
    .text("payee", "户名") { $0.row.payee },
    .text("bank", "开户银行") { $0.row.bank },
    .text("account", "账号") { $0.row.account },
    .money("amount", "金额（元）", as: "rowAmount", meaning: "金额") { MoneyTotal($0.row.amount) },
    .text("purpose", "用途") { $0.row.purpose },
  ]
}
