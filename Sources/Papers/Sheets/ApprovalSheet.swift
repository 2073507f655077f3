public import CaseModel
import Wording

/// Approval sheet 审批表: what is claimed under which clause, how the award is worked out step by step, the sum in
/// figures and in words, and room for three signatures.
public struct ApprovalSheet: Hashable, Sendable {
  public var subject: Subject
  public var stage: String
  public var stated: [LabelledText]
  /// What the item comes to before caps that several awards share.
  public var claimed: Money
  /// The award, or what was decided.
  public var award: Money
  public var isDecided: Bool
  /// Why the award is not the claim; empty where it is.
  public var reasons: [String]
  /// The working, a step a line, each with its article.
  public var working: [String]
  /// What the reviewer should look at although it does not change the sum.
  public var remarks: [String]
  /// Who took the filing in, and who approved it where somebody has.
  public var handler: String
  public var approver: String?
  public var approved: CivilDate?
}

extension ApprovalSheet: Sheet {
  static let fields: [TemplateField<ApprovalSheet>] =
    Subject.fields { $0.subject } + [
      .text("stage", "办理阶段") { $0.stage },
      .list("stated", "申报内容", LabelledText.fields) { $0.stated },
      .text("claimed", "应资助额（共用限额之前）") { MoneyWording.grouped($0.claimed) },
      .text("awardName", "下一项的名称：核定额；审定之前为拟资助额") { $0.isDecided ? "核定额" : "拟资助额" },
      .text("award", "资助额，小写") { MoneyWording.grouped($0.award) },
      .text("awardInWords", "资助额，大写") { AmountInWords.words($0.award) },
      .list("reasons", "核减或者不予资助的理由", NumberedLine.fields) { NumberedLine.all($0.reasons) },
      .list("working", "核算过程", NumberedLine.fields) { NumberedLine.all($0.working) },
      .list("remarks", "提请复核人注意", NumberedLine.fields) { NumberedLine.all($0.remarks) },
      .text("handler", "经办人") { $0.handler },
      .text("approver", "复核人；尚未审定时没有") { $0.approver },
      .text("approved", "审定日期；尚未审定时没有") { $0.approved?.onPaper },
    ]
}
