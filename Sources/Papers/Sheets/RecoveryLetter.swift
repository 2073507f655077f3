public import CaseModel
import Wording

/// Recovery notice 追回通知书: what of a paid award has to come back, and why.
public struct RecoveryLetter: Hashable, Sendable {
  public var subject: Subject
  /// Which of the filing's notices it is, from 1 on.
  public var number: Int
  /// What was paid.
  public var paid: Money
  /// What this notice asks for, and no other one does.
  public var amount: Money
  /// What of it was kept back from other payments.
  public var setOff: Money
  /// What the applicant keeps once this notice and those before it are settled.
  public var kept: Money
  public var reasons: [String]
  public var issued: CivilDate
  /// 文号; empty where nobody has noted one.
  public var documentNumber: String
  /// Until when it is to be given back; nil where nobody has said.
  public var due: CivilDate?

  /// What the applicant has to pay back.
  public var toReturn: Money { amount.lessAtLeastZero(setOff) }
}

extension RecoveryLetter: Sheet {
  static let fields: [TemplateField<RecoveryLetter>] =
    Subject.fields { $0.subject } + [
      .text("notice", "第几次追回；第一次没有") { $0.number > 1 ? String($0.number) : nil },
      .text("paid", "已拨付的资助额") { MoneyWording.grouped($0.paid) },
      .text("amount", "这一次追回的金额") { MoneyWording.grouped($0.amount) },
      .text("amountInWords", "这一次追回的金额，大写") { AmountInWords.words($0.amount) },
      .text("setOff", "其中已从别的资助款中抵扣的金额；没有抵扣时没有") {
        $0.setOff > .zero ? MoneyWording.grouped($0.setOff) : nil
      },
      .text("toReturn", "应退回的金额；全部抵扣时没有") {
        $0.toReturn > .zero ? MoneyWording.grouped($0.toReturn) : nil
      },
      .text("kept", "追回后保留的金额；全部追回时没有") {
        $0.kept > .zero ? MoneyWording.grouped($0.kept) : nil
      },
      .list("reasons", "追回的理由", NumberedLine.fields) { NumberedLine.all($0.reasons) },
      .text("issued", "通知日期") { $0.issued.onPaper },
      .text("documentNumber", "文号；没有登记时没有") { $0.documentNumber },
      .text("due", "退回期限的最后一日；没有写明时没有") { $0.due?.onPaper },
    ]
}
