/// Application form 申请表, blank: boxes for what the desk asks, in the order in which it asks.
public struct ApplicationForm: Hashable, Sendable {
  /// What is to be filled in.
  public struct Box: Hashable, Sendable {
    public var label: String
    /// Lines, squares and units to write between.
    public var blank: String
    public var hint: String?

    static let fields: [TemplateField<Box>] = [
      .text("label", "栏目名称") { $0.label },
      .text("blank", "填写处：横线、方格或选项") { $0.blank },
      .text("hint", "填写说明") { $0.hint },
    ]
  }

  /// A paper that goes with it.
  public struct PaperLine: Hashable, Sendable {
    public var label: String
    public var needed: String

    static let fields: [TemplateField<(number: Int, line: PaperLine)>] = [
      .text("number", "序号") { String($0.number) },
      .text("paper", "材料名称") { $0.line.label },
      .text("needed", "应交份数") { $0.line.needed },
    ]

    static func numbered(_ lines: [PaperLine]) -> [(number: Int, line: PaperLine)] {
      lines.enumerated().map { ($0 + 1, $1) }
    }
  }

  public var item: String
  /// As the policy file numbers it: `18`.
  public var article: String
  /// What the desk asks of an applicant.
  public var applicant: [Box]
  /// What it asks of a filing, behind item, applicant and day of receipt.
  public var stated: [Box]
  /// What others paid for the patent and what was paid in official fees, where the policy holds the one against the other;
  /// the office keeps it in its work register.
  public var others: [Box]
  public var papers: [PaperLine]
}

extension ApplicationForm: Sheet {
  static let fields: [TemplateField<ApplicationForm>] = [
    .text("item", "项目名称") { $0.item },
    .text("article", "依据的条款，如 第18条") { articleName($0.article) },
    .list("applicant", "申请人的各栏", Box.fields) { $0.applicant },
    .list("stated", "申报内容的各栏", Box.fields) { $0.stated },
    .list("others", "其他资助和实缴官费的各栏；不核对的没有", Box.fields) { $0.others },
    .list("papers", "材料清单", PaperLine.fields) { PaperLine.numbered($0.papers) },
  ]
}
