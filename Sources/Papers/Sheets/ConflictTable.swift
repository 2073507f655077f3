public import CaseModel
import Wording

/// Comparison 对照表 of a conflict between offices: all parties side by side or in the order of serving, what each verdict
/// would move, and the verdict where there is one.
public struct ConflictTable: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var label: String
    /// One for each side.
    public var values: [String]
    public var differs: Bool
  }

  public struct Place: Hashable, Sendable {
    public var number: Int
    public var filing: String
    public var office: String
    public var received: CivilDate
    public var stage: String
    public var before: MoneyTotal
    public var award: Money
    public var isBeyond: Bool
  }

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
  public var lines: [Line]
  public var places: [Place]
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
    .list("lines", "各方对照，逐行", Line.fields) { $0.lines },
    .tableLines("sides", "各方对照，栏目对齐，用于文本版") { $0.sides },
    .list("places", "按次序各件", Place.fields) { table in table.places.map { ($0, table.isInPieces) } },
    .tableLines("order", "按次序各件，栏目对齐，用于文本版") { $0.order },
    .text("limit", "限额；不是限额超出时没有") { table in
      table.limit.map { CapWording.figure($0, isInPieces: table.isInPieces) }
    },
    .text("limitNamed", "限额，带单位；不是限额超出时没有") { table in
      table.limit.map { CapWording.named(MoneyTotal($0), isInPieces: table.isInPieces) }
    },
    .list("choices", "可以怎样裁定", Choice.fields) { table in
      table.choices.enumerated().map { ($0 + 1, $1) }
    },
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
    guard !places.isEmpty else { return nil }
    return ReportTable(
      title: kind,
      columns: [
        .init("number", "次序", isNumber: true), .init("received", "收件日期"), .init("filing", "编号"),
        .init("office", "局"), .init("stage", "阶段"), .init("before", "前面已用", isNumber: true),
        .init("award", "资助额", isNumber: true), .init("beyond", ""),
      ],
      rows: places.map { place in
        .init([
          .count(place.number), .day(place.received), .text(place.filing), .text(place.office),
          .text(place.stage), .figure(place.before, isInPieces: isInPieces), .money(place.award),
          .text(place.isBeyond ? "超出" : ""),
        ])
      })
  }
}

extension ConflictTable.Line {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("label", "栏目") { $0.label },
    .flag("differs", "各方不同") { $0.differs },
    .list("values", "各方的内容", .plain) { $0.values },
  ]
}

extension ConflictTable.Place {
  fileprivate static let fields: [TemplateField<(place: Self, isInPieces: Bool)>] = [
    .text("number", "次序") { String($0.place.number) },
    .text("received", "收件日期") { $0.place.received.description },
    .text("filing", "编号") { $0.place.filing },
    .text("keeper", "局") { $0.place.office },
    .text("stage", "阶段") { $0.place.stage },
    .text("before", "前面已用") { CapWording.figure($0.place.before, isInPieces: $0.isInPieces) },
    .text("award", "资助额") { MoneyWording.grouped($0.place.award) },
    .flag("isBeyond", "在限额线以下") { $0.place.isBeyond },
  ]
}

extension ConflictTable.Choice {
  fileprivate static let fields: [TemplateField<(number: Int, choice: Self)>] = [
    .text("number", "序号") { String($0.number) },
    .text("verdict", "裁定") { $0.choice.verdict },
    .text("effect", "裁定的结果") { $0.choice.effect },
    .list("moved", "有增减的各件", .plain) { $0.choice.moved },
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
