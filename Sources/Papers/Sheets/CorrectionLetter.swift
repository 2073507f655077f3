public import CaseModel

/// Correction notice 补正通知书: everything that is missing or failing, once, with the day until which it may come.
public struct CorrectionLetter: Hashable, Sendable {
  public var subject: Subject
  public var points: [String]
  /// Nil where the office has not set it yet.
  public var due: CivilDate?
  /// Whether an earlier notice went out.
  public var isFurther: Bool
  /// Nobody has entered the notice as a step yet: what would stand in it today.
  public var isDraft: Bool
  public var issued: CivilDate
  /// 文号; empty where nobody has noted one.
  public var documentNumber = ""
}

extension CorrectionLetter: Sheet {
  static let fields: [TemplateField<CorrectionLetter>] =
    Subject.fields { $0.subject } + [
      .list("points", "需要补正的内容", NumberedLine.fields) { NumberedLine.all($0.points) },
      .text("due", "补正期限的最后一日") { $0.due?.onPaper },
      .flag("isFurther", "不是第一次通知") { $0.isFurther },
      .flag("isDraft", "草稿：还没有登记这次通知") { $0.isDraft },
      .text("issued", "通知日期") { $0.issued.onPaper },
      .text("documentNumber", "文号；没有登记时没有") { $0.documentNumber },
    ]
}
