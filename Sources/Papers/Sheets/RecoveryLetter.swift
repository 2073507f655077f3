public import CaseModel
import Wording

/// Recovery notice 追回通知书: what of a paid award has to come back, and why.
public struct RecoveryLetter: Hashable, Sendable {
  public var subject: Subject
  /// What was paid.
  public var paid: Money
  public var amount: Money
  public var reasons: [String]
  public var issued: CivilDate

  /// What the applicant keeps.
  public var kept: Money { paid.lessAtLeastZero(amount) }
}

extension RecoveryLetter: Sheet {
  static let fields: [TemplateField<RecoveryLetter>] =
    Subject.fields { $0.subject } + [
      .text("paid", "已拨付的资助额") { MoneyWording.grouped($0.paid) },
      .text("amount", "应追回的金额") { MoneyWording.grouped($0.amount) },
      .text("amountInWords", "应追回的金额，大写") { AmountInWords.words($0.amount) },
      .text("kept", "追回后保留的金额；全部追回时没有") {
        $0.kept > .zero ? MoneyWording.grouped($0.kept) : nil
      },
      .list("reasons", "追回的理由", NumberedLine.fields) { NumberedLine.all($0.reasons) },
      .text("issued", "通知日期") { $0.issued.onPaper },
    ]
}
