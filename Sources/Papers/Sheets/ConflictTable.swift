public import CaseModel
public import Wording

/// Comparison 对照表 of a conflict between offices: all parties side by side or in the order of serving, what each verdict
/// would move, and the verdict where there is one.
public struct ConflictTable: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    public var verdict: String
    public var effect: String
    /// Each filing whose amount would be another.
    public var moved: [String]
  }

  public struct Ruled: Hashable, Sendable {
    public var verdict: String
    public var by: String
    public var at: String
    public var note: String
  }

  public var id: String
  public var kind: String
  public var subject: String
  public var sentence: String
  public var offices: String
  public var amount: MoneyTotal?
  /// What it is about with its unit.
  public var stake: String?
  /// Whether `limit`, `amount` and what stands before each filing are in pieces.
  public var isInPieces = false
  public var lines: [ConflictWording.Row]
  public var places: [ConflictWording.Place]
  public var limit: Money?
  public var choices: [Choice]
  public var ruled: Ruled?
}

extension ConflictTable: Sheet {
  static let fields: [TemplateField<ConflictTable>] = [
    .text("id", "冲突的编号") { $0.id },
    .text("kind", "类别") { $0.kind },
    .text("subject", "对象") { $0.subject },
    .text("sentence", "一句话说明") { $0.sentence },
    .text("offices", "涉及的局") { $0.offices },
    .text("amount", "涉及的金额；没有时没有") { table in
      table.amount.map { CapWording.figure($0, isInPieces: table.isInPieces) }
    },
    .text("stake", "涉及的金额或件数，带单位；没有时没有") { $0.stake },
    .list("lines", "各方对照，逐行", ConflictWording.Row.fields) { $0.lines },
    .tableLines("sides", "各方对照，栏目对齐，用于文本版") { $0.sides },
    .list("places", "按次序各件", ConflictWording.Place.columns.map(\.field)) { $0.inOrder },
    .tableLines("order", "按次序各件，栏目对齐，用于文本版") { $0.order },
    .text("limit", "限额；不是限额超出时没有") { table in
      table.limit.map { CapWording.figure($0, isInPieces: table.isInPieces) }
    },
    .text("limitNamed", "限额，带单位；不是限额超出时没有") { table in
      table.limit.map { CapWording.named(MoneyTotal($0), isInPieces: table.isInPieces) }
    },
    .list("choices", "可以怎样裁定", Choice.fields) { $0.choices.numbered },
    .list("ruled", "已经裁定的；没有裁定时没有", Ruled.fields) { [$0.ruled].compactMap(\.self) },
  ]

  var textTables: [ReportTable] { [sides, order].compactMap(\.self) }

  private var sides: ReportTable? {
    guard let first = lines.first else { return nil }
    return ReportTable(
      title: kind,
      columns: [.init("label", "")] + first.values.indices.map { .init("side\($0)", "第\($0 + 1)方") },
      rows: lines.map { line in
        .init([.text((line.differs ? "* " : "") + line.label)] + line.values.map { .text($0) })
      })
  }

  private var order: ReportTable? {
    places.isEmpty ? nil : ReportTable(kind, ConflictWording.Place.columns, inOrder)
  }

  private var inOrder: [(place: ConflictWording.Place, isInPieces: Bool)] { places.map { ($0, isInPieces) } }
}

extension ConflictWording.Row {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("label", "栏目") { $0.label },
    .flag("differs", "各方不同") { $0.differs },
    .list("values", "各方的内容", .plain) { $0.values },
  ]
}

extension ConflictWording.Place {
  fileprivate static let columns: [SheetColumn<(place: Self, isInPieces: Bool)>] = [
    .count("number", "次序") { $0.place.number },
    .cell("received", "收件日期", isNumber: false) { .day($0.place.received) },
    .text("filing", "编号") { $0.place.filing },
    .text("office", "局", as: "keeper") { $0.place.office },
    .text("stage", "阶段") { $0.place.stage },
    .cell("before", "前面已用") { .figure($0.place.before, isInPieces: $0.isInPieces) },
    .money("award", "资助额") { MoneyTotal($0.place.award) },
    SheetColumn(field: .flag("isBeyond", "在限额线以下") { $0.place.isBeyond }, column: .init("beyond", "")) {
      .text($0.place.isBeyond ? "超出" : "")
    },
  ]
}

extension ConflictTable.Choice {
  fileprivate static let fields: [TemplateField<NumberedRow<Self>>] = [
    .text("number", "序号") { String($0.number) },
    .text("verdict", "裁定") { $0.row.verdict },
    .text("effect", "裁定的结果") { $0.row.effect },
    .list("moved", "有增减的各件", .plain) { $0.row.moved },
  ]
}

extension ConflictTable.Ruled {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("verdict", "裁定") { $0.verdict },
    .text("by", "裁定人") { $0.by },
    .text("at", "裁定时间") { MomentWording.onPaper($0.at) },
    .text("note", "理由") { $0.note },
  ]
}
