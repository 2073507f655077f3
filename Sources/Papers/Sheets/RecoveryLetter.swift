public import CaseModel
public import Casework
import Wording

/// Recovery notice 追回通知书: what of a paid award has to come back, and why.
public struct RecoveryLetter: Hashable, Sendable {
  public var subject: Subject
  /// Which of the filing's notices it is, from 1 on.
  public var number: Int
  public var demand: RecoveryAccount.Demand
  public var reasons: [String]

  /// What the applicant has to pay back.
  public var toReturn: Money { demand.amount.lessAtLeastZero(demand.setOff) }
}

extension RecoveryLetter: Sheet {
  static let fields: [TemplateField<RecoveryLetter>] =
    Subject.fields { $0.subject } + [
      .text("notice", "第几次追回；第一次没有") { $0.number > 1 ? String($0.number) : nil },
      .text("paid", "已拨付的资助额") { MoneyWording.grouped($0.demand.paid) },
      .text("amount", "这一次追回的金额") { MoneyWording.grouped($0.demand.amount) },
      .text("amountInWords", "这一次追回的金额，大写") { AmountInWords.words($0.demand.amount) },
      .text("setOff", "其中已从别的资助款中抵扣的金额；没有抵扣时没有") {
        $0.demand.setOff > .zero ? MoneyWording.grouped($0.demand.setOff) : nil
      },
      .text("toReturn", "应退回的金额；全部抵扣时没有") {
        $0.toReturn > .zero ? MoneyWording.grouped($0.toReturn) : nil
      },
      .text("kept", "追回后保留的金额；全部追回时没有") {
        $0.demand.kept > .zero ? MoneyWording.grouped($0.demand.kept) : nil
      },
      .list("reasons", "追回的理由", NumberedLine.fields) { NumberedLine.all($0.reasons) },
      .text("issued", "通知日期") { $0.demand.day.onPaper },
      .text("documentNumber", "文号；没有登记时没有") { $0.demand.number },
      .text("due", "退回期限的最后一日；没有写明时没有") { $0.demand.due?.onPaper },
    ]
}
