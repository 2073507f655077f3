public import CaseModel

/// Refusal 不予资助通知书: every reason at once, each with its clause.
public struct RefusalLetter: Hashable, Sendable {
  public var subject: Subject
  public var reasons: [String]
  /// Nobody has entered the refusal as a step yet.
  public var isDraft: Bool
  public var issued: CivilDate
  /// 文号; empty where nobody has noted one.
  public var documentNumber = ""
}

extension RefusalLetter: Sheet {
  static let fields: [TemplateField<RefusalLetter>] =
    Subject.fields { $0.subject } + [
      .list("reasons", "不予资助的理由", NumberedLine.fields) { NumberedLine.all($0.reasons) },
      .flag("isDraft", "草稿：还没有登记不予资助") { $0.isDraft },
      .text("issued", "通知日期") { $0.issued.onPaper },
      .text("documentNumber", "文号；没有登记时没有") { $0.documentNumber },
    ]
}
