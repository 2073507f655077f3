public import SubsidyRules
import Wording

/// The handbook 使用手册: what its template prints, all of it from the program and the policy.
///
/// `HandbookMaking` draws the demo's screens and asks the desk for its keys; items and papers come from the
/// policy, the prose is `data/templates/handbook.html`, and a test runs every command in it.
public struct Handbook: Sendable {
  /// A stretch of a screen's row in one style: signs of one column, or one sign of two.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var isWide: Bool
    public var style: String

    public init(_ text: String, isWide: Bool, style: String) {
      (self.text, self.isWide, self.style) = (text, isWide, style)
    }
  }

  /// A screen as its rows.
  public typealias Picture = [[Run]]

  /// A key, or what is typed for a command, with what it does.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var meaning: String

    public init(_ name: String, _ meaning: String) { (self.name, self.meaning) = (name, meaning) }
  }

  public struct KeyPage: Hashable, Sendable {
    public var title: String
    public var keys: [Entry]

    public init(title: String, keys: [Entry]) { (self.title, self.keys) = (title, keys) }
  }

  public var version: String
  public var policy: Policy
  public var worklist: Picture
  public var filing: Picture
  public var step: Picture
  /// A filing of the demo, for examples.
  public var filingNumber: String
  /// Screens by the digit that opens them.
  public var places: [Entry]
  /// Steps beside the straight way.
  public var side: String
  public var keyPages: [KeyPage]
  public var everywhere: [String]
  public var statuses: [Entry]

  public init(
    version: String, policy: Policy, worklist: Picture, filing: Picture, step: Picture, filingNumber: String,
    places: [Entry], side: String, keyPages: [KeyPage], everywhere: [String], statuses: [Entry]
  ) {
    (self.version, self.policy) = (version, policy)
    (self.worklist, self.filing, self.step) = (worklist, filing, step)
    (self.filingNumber, self.places, self.side) = (filingNumber, places, side)
    (self.keyPages, self.everywhere, self.statuses) = (keyPages, everywhere, statuses)
  }

  /// As a page that a browser prints on A4, from the template `handbook.html`.
  public func html(_ templates: Templates) throws(TemplateMistakes) -> String {
    try templates.template("handbook", .html, names: Self.fields.map(\.name))
      .filled(with: Self.fields.values(of: self))
  }
}

// MARK: - Names

extension Handbook {
  static let fields: [TemplateField<Handbook>] = [
    .text("version", "程序版本") { $0.version },
    .text("policy", "政策名称，不带书名号") { $0.policy.title },
    .text("document", "政策文号") { $0.policy.document },
    picture("worklist", "待办屏幕") { $0.worklist },
    picture("filing", "新申报屏幕") { $0.filing },
    picture("step", "办下一步的屏幕") { $0.step },
    .text("filingNumber", "举例用的收件编号") { $0.filingNumber },
    .text("example", "举例用的项目代码") { $0.policy.items.first?.id },
    .list("places", "各屏和它的数字", Entry.fields("key", "label")) { $0.places },
    .text("side", "旁边的各步") { $0.side },
    .list(
      "keyPages", "各处的按键",
      [
        .text("title", "什么地方") { $0.title },
        .list("keys", "按键", Entry.fields("key", "label")) { $0.keys },
      ] as [TemplateField<KeyPage>]
    ) { $0.keyPages },
    .list("everywhere", "到处可用的键", .plain) { $0.everywhere },
    .list("statuses", "命令的退出状态", Entry.fields("number", "meaning")) { $0.statuses },
    .text("common", "每个项目都要的材料") { papers($0.policy.commonPapers) },
    .list("items", "政策的各项目", itemFields) { handbook in
      handbook.policy.items.map { ($0, handbook.policy.document(of: $0)) }
    },
    .list("sheetNames", "文书", Entry.fields("name", "title")) { _ in
      PrintedPaper.allCases.map { Entry($0.rawValue, $0.title) }
    },
    .list("reports", "报表", Entry.fields("name", "title")) { _ in
      YearReport.all.map { Entry($0.name, $0.title) }
    },
  ]

  private static let itemFields: [TemplateField<(item: Item, policy: Policy)>] = [
    .text("id", "项目代码") { $0.item.id },
    .text("item", "项目名称") { $0.item.label },
    .text("article", "依据的条款，如 第18条") { articleName($0.item.article) },
    .text("applicants", "可以申报的申请人类型") { $0.item.applicants.map { Labels.label($0) }.joined(separator: "、") },
    .text("amount", "资助多少") { PolicyWording.amount($0.item) },
    .list("caps", "限额", .plain) { PolicyWording.caps($0.item, of: $0.policy) },
    .text("papers", "另交的材料") { papers($0.item.papers) },
  ]

  private static func papers(_ papers: [Paper]) -> String {
    papers.map { "\($0.label)（\($0.needed)）" }.joined(separator: "；")
  }

  private static func picture(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Handbook) -> Picture
  ) -> TemplateField<Handbook> {
    let runs: [TemplateField<Run>] = [
      .text("narrow", "一段半角字符") { $0.isWide ? nil : $0.text },
      .text("wide", "一个全角字符") { $0.isWide ? $0.text : nil },
      .text("style", "样子") { $0.style },
    ]
    let lines: [TemplateField<[Run]>] = [.list("runs", "各段", runs) { $0 }]
    let screens: [TemplateField<Picture>] = [.list("lines", "各行", lines) { $0 }]
    return .list(name, meaning, screens) { [read($0)] }
  }
}

extension Handbook.Entry {
  fileprivate static func fields(_ name: String, _ meaning: String) -> [TemplateField<Handbook.Entry>] {
    [.text(name, "名称") { $0.name }, .text(meaning, "意思") { $0.meaning }]
  }
}
