import CaseModel
public import Casework
public import SubsidyRules
import Wording

/// Tables of the work register (工作台账).
public enum RegisterTables {
  /// Records with all fields where they are of one kind, else in one line each.
  public static func list(_ records: [RegisterRecord], of kind: RecordKind?, in state: OfficeState)
    -> ReportTable
  {
    let (start, end) = (beginning(state), ending(state))
    guard let kind else {
      return ReportTable(
        title: "工作台账",
        columns: start + [.init("article", "条款"), .init("kind", "类别"), .init("summary", "内容")] + end,
        rows: records.map { record in
          let kind = state.recordKind(record.entry.kind)
          return ReportTable.Row(
            beginning(record, state) + [
              .text(Labels.articleName(kind?.article ?? "")), .text(kind?.label ?? record.entry.kind),
              .text(RegisterWording.summary(record.entry, kind)),
            ] + ending(record, state))
        })
    }
    return ReportTable(
      title: kind.label,
      columns: start
        + kind.fields.map { .init($0.rule.id, heading(of: $0), isNumber: $0.rule.kind.isFigure) } + end,
      rows: records.map { record in
        ReportTable.Row(
          beginning(record, state) + kind.fields.map { cell($0, record.entry) } + ending(record, state))
      })
  }

  /// Records of several kinds with a column for each field that any of them has, for a spreadsheet: fields of one heading
  /// share a column, and none stands with others in a cell.
  public static func wide(_ records: [RegisterRecord], in state: OfficeState) -> ReportTable {
    let used = Set(records.map(\.entry.kind))
    let kinds = state.recordKinds.filter { used.contains($0.id) }
    var columns: [ReportTable.Column] = []
    for field in kinds.flatMap(\.fields) where !columns.contains(where: { $0.heading == heading(of: field) })
    {
      columns.append(.init(field.rule.id, heading(of: field), isNumber: field.rule.kind.isFigure))
    }
    let fields = Dictionary(
      first: kinds.map { kind in
        (
          kind.id,
          Dictionary(first: kind.fields.map { (heading(of: $0), $0) })
        )
      })
    return ReportTable(
      title: "工作台账",
      columns: beginning(state) + [.init("article", "条款"), .init("kind", "类别")] + columns + ending(state),
      rows: records.map { record in
        let kind = state.recordKind(record.entry.kind)
        let own = fields[record.entry.kind] ?? [:]
        return ReportTable.Row(
          beginning(record, state) + [
            .text(Labels.articleName(kind?.article ?? "")), .text(kind?.label ?? record.entry.kind),
          ] + columns.map { column in own[column.heading].map { cell($0, record.entry) } ?? .blank }
            + ending(record, state))
      })
  }

  /// A year's records by kind and county, with the sums of what is added up.
  public static func count(_ state: OfficeState, of year: Int) -> ReportTable {
    let rows = state.registerCounts(of: year).compactMap { line -> ReportTable.Row? in
      guard let kind = state.recordKind(line.kind) else { return nil }
      return ReportTable.Row([
        .text(Labels.articleName(kind.article)), .text(kind.label),
        .text(Labels.district(line.district, among: state.districts)),
        .count(line.count), .text(RegisterWording.sums([line], kind)),
      ])
    }
    return ReportTable(
      title: "\(year) 年度工作台账",
      columns: [
        .init("article", "条款"), .init("kind", "类别"), .init("district", "县区"), .number("count", "条数"),
        .init("sums", "合计"),
      ], rows: rows)
  }

  private static func beginning(_ state: OfficeState) -> [ReportTable.Column] {
    [.init("id", "编号"), .init("district", "县区")]
  }

  /// Over several offices with the one that keeps the record.
  private static func ending(_ state: OfficeState) -> [ReportTable.Column] {
    (state.joint.origins.isEmpty ? [] : [.init("office", "局")])
      + [.init("by", "登记"), .init("struckOut", "作废理由")]
  }

  private static func beginning(_ record: RegisterRecord, _ state: OfficeState) -> [ReportTable.Cell] {
    [.text(record.id), .text(Labels.district(record.entry.district, among: state.districts))]
  }

  private static func ending(_ record: RegisterRecord, _ state: OfficeState) -> [ReportTable.Cell] {
    let office = OfficeNames.short(record.office ?? state.office?.district ?? "", in: state)
    return (state.joint.origins.isEmpty ? [] : [.text(office)])
      + [.text(record.hands.first?.by ?? ""), record.struckOut.map { .text($0) } ?? .blank]
  }

  private static func heading(of field: RecordKind.Field) -> String {
    field.rule.unit.map { "\(field.rule.label)（\($0)）" } ?? field.rule.label
  }

  private static func cell(_ field: RecordKind.Field, _ entry: RegisterEntry) -> ReportTable.Cell {
    switch entry.value(field) {
    case .money(let money): .money(money)
    case .number(let number) where field.rule.kind != .year: .count(number)
    case nil: .blank
    default: .text(RegisterWording.shown(field, of: entry))
    }
  }
}

extension InputRule.Kind {
  fileprivate var isFigure: Bool {
    switch self {
    case .money, .count: true
    default: false
    }
  }
}
