/// Receipt 收件回执: that papers were handed in, which, and when.
public struct ReceiptSlip: Hashable, Sendable {
  /// A paper of the item's list with what the clerk found of it.
  public struct PaperLine: Hashable, Sendable {
    public var label: String
    /// What has to be handed in: 原件, 复印件1份.
    public var needed: String
    /// What was handed in; nil where nobody has looked yet.
    public var found: String?
    /// Whether it is there; nil where nobody has looked yet.
    public var isThere: Bool?
  }

  public var subject: Subject
  public var stated: [LabelledText]
  public var papers: [PaperLine]
  /// Who took the papers.
  public var handler: String
}

extension ReceiptSlip: Sheet {
  static let fields: [TemplateField<ReceiptSlip>] =
    Subject.fields { $0.subject } + [
      .list("stated", "申报内容", LabelledText.fields) { $0.stated },
      .list("papers", "材料清单", PaperLine.fields) { slip in slip.papers.enumerated().map { ($0 + 1, $1) } },
      .text("handler", "收件人") { $0.handler },
    ]
}

extension ReceiptSlip.PaperLine {
  fileprivate static let fields: [TemplateField<(number: Int, line: Self)>] = [
    .text("number", "序号") { String($0.number) },
    .text("paper", "材料名称") { $0.line.label },
    .text("needed", "应交份数") { $0.line.needed },
    .text("found", "实收情况") { $0.line.found },
    .text("box", "勾选框：☑ 已交，☐ 未交或尚未清点") { $0.line.isThere == true ? "☑" : "☐" },
  ]
}
