import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// The yearly form (年度统计): awards by article, kind of applicant and county; a county's own figures for the year with
  /// what comes on 10 000 people; and what the work register counts: matters by kind, stage and outcome, sums, people.
  static func yearly(_ state: OfficeState, of year: Int) -> ReportTable {
    let awarded = state.files.indices.filter {
      state.files.rows[$0].year == year && state.files.rows[$0].award > .zero
    }
    return ReportTable(
      title: "\(year) 年度统计",
      columns: [
        .init("section", "部分"), .init("name", "指标"), .init("scope", "范围"), .number("count", "数量"),
        .number("amount", "金额"), .init("source", "来源"),
      ],
      rows: awardRows(state, awarded) + figureRows(state, year) + registerRows(state, year),
      notes: ["资助按事项所属年度计，金额为核定额减追回额，只计有资助额的；台账按各类记录的日期或年度计，作废的不计。"])
  }

  // MARK: - Awards

  private static func awardRows(_ state: OfficeState, _ numbers: [Int]) -> [ReportTable.Row] {
    func row(_ name: String, _ scope: String, _ own: [Int], isTotal: Bool = false) -> ReportTable.Row {
      ReportTable.Row(
        [
          .text("资助"), .text(name), .text(scope), .count(own.count),
          .money(own.reduce(into: MoneyTotal.zero) { $0 += state.files.rows[$1].award }), .text("申报"),
        ], isTotal: isTotal, filings: own.map { state.files.id(of: $0) })
    }
    func rows(
      _ keys: [String], _ key: (Int) -> String, _ cells: (String) -> (String, String)
    ) -> [ReportTable.Row] {
      let grouped = Dictionary(grouping: numbers, by: key)
      return keys.compactMap { one in
        grouped[one].map { row(cells(one).0, cells(one).1, $0) }
      }
    }
    let items = rows(state.policy.items.map(\.id), { state.files.item(of: state.files.rows[$0]) }) { id in
      (ItemWording.name(id, in: state.policy), Labels.articleName(state.policy.item(id)?.article ?? ""))
    }
    let kinds = rows(
      ApplicantKind.allCases.map(\.rawValue), { state.files[$0].received.kind.rawValue }
    ) { id in (ApplicantKind(rawValue: id).map(Labels.label) ?? id, "申请人类型") }
    let named = state.districts.map(\.code)
    func county(_ number: Int) -> String { state.county(state.files.district(of: state.files.rows[number])) }
    let others = Set(numbers.map(county)).subtracting(named).sorted()
    let counties = rows(named + others, county) { code in
      (Labels.district(code, among: state.districts), "县区")
    }
    return items + kinds + counties + [row("合计", "", numbers, isTotal: true)]
  }

  // MARK: - A county's figures

  private static func figureRows(_ state: OfficeState, _ year: Int) -> [ReportTable.Row] {
    guard let kind = state.recordKind(OfficeKinds.figures) else { return [] }
    let records = state.records(RegisterFilter(kind: kind.id, year: year)).map(\.entry)
    func source(_ entries: [RegisterEntry]) -> ReportTable.Cell {
      let sources = entries.map { entry in entry.text("source").map { "\($0)（\(entry.id)）" } ?? entry.id }
      return .text(sources.joined(separator: "、"))
    }
    func rows(_ scope: String, _ entries: [RegisterEntry], isTotal: Bool) -> [ReportTable.Row] {
      let records = entries.map(\.id)
      var rows = kind.fields.filter(\.isSummed).map { field in
        ReportTable.Row(
          [
            .text("专利"), .text(field.rule.label + (field.rule.unit.map { "（\($0)）" } ?? "")), .text(scope),
            .count(entries.compactMap { $0.count(field.rule.id) }.reduce(0, +)), .blank, source(entries),
          ], isTotal: isTotal)
      }
      let valid = entries.compactMap { $0.count("validInventions") }.reduce(0, +)
      let people = entries.compactMap { $0.count("population") }.reduce(0, +)
      if let density = perTenThousand(valid, people) {
        rows.append(
          .init(
            [.text("专利"), .text("每万人口有效发明专利（件）"), .text(scope), .decimal(density), .blank, source(entries)],
            isTotal: isTotal))
      }
      return rows.map { $0.counting(records) }
    }
    let counties = records.flatMap { entry in
      rows(Labels.district(state.county(entry.district), among: state.districts), [entry], isTotal: false)
    }
    return counties + (records.count > 1 ? rows("合计", records, isTotal: true) : [])
  }

  /// So many on 10 000 people, with two decimals, a half rounded up; nil where there are no people.
  static func perTenThousand(_ count: Int, _ people: Int) -> String? {
    guard people > 0 else { return nil }
    let hundredths = (Int128(count) * 1_000_000 * 2 + Int128(people)) / (Int128(people) * 2)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest.padded(to: 2))"
  }

  // MARK: - The work register

  private static func registerRows(_ state: OfficeState, _ year: Int) -> [ReportTable.Row] {
    let own: Set = [
      OfficeKinds.figures, OfficeKinds.archive, OfficeKinds.patent, OfficeKinds.application,
    ]
    return state.recordKinds.filter { !own.contains($0.id) }.flatMap { kind in
      let all = state.records(RegisterFilter(kind: kind.id)).map(\.entry)
      let entries = all.filter { $0.year(in: kind) == year }
      return counted(kind, entries) + stages(kind, all, year)
    }
  }

  /// How many there are, by choice, and the sums of what is added up.
  private static func counted(_ kind: RecordKind, _ entries: [RegisterEntry]) -> [ReportTable.Row] {
    guard !entries.isEmpty else { return [] }
    func row(
      _ name: String, _ count: Int?, _ amount: MoneyTotal? = nil, of entries: [RegisterEntry]
    ) -> ReportTable.Row {
      ReportTable.Row([
        .text(kind.label), .text(name), .text(Labels.articleName(kind.article)),
        count.map { .count($0) } ?? .blank, amount.map { .money($0) } ?? .blank,
        .text("工作台账 \(entries.count) 条"),
      ]).counting(entries.map(\.id))
    }
    var rows = [row("条数", entries.count, of: entries)]
    for field in kind.fields {
      switch field.rule.kind {
      case .choice(let options):
        rows += options.compactMap { option in
          let of = entries.filter { $0[field.rule.id] == .text(option.id) }
          return of.isEmpty ? nil : row("\(field.rule.label)：\(option.label)", of.count, of: of)
        }
      case .money where field.isSummed:
        let sum = entries.reduce(into: MoneyTotal.zero) { sum, entry in
          if case .money(let money)? = entry.value(field) { sum += money }
        }
        rows.append(row(field.rule.label, nil, sum, of: entries))
      case .count where field.isSummed:
        let sum = entries.reduce(0) { sum, entry in
          if case .number(let number)? = entry.value(field) { sum + number } else { sum }
        }
        rows.append(row(field.rule.label + (field.rule.unit.map { "（\($0)）" } ?? ""), sum, of: entries))
      default: continue
      }
    }
    return rows
  }

  /// How many matters reached each stage in the year, whenever they began.
  private static func stages(_ kind: RecordKind, _ all: [RegisterEntry], _ year: Int) -> [ReportTable.Row] {
    kind.stages.compactMap { stage in
      let reached = all.filter { entry in
        kind.reached(entry).contains { $0.stage == stage && $0.day.year == year }
      }
      guard !reached.isEmpty else { return nil }
      return ReportTable.Row([
        .text(kind.label), .text("本年\(stage.label)"), .text(Labels.articleName(kind.article)),
        .count(reached.count), .blank, .text("工作台账 \(reached.count) 条"),
      ]).counting(reached.map(\.id))
    }
  }

  // MARK: - Where the paper lies

  /// The year's filings with the number and the place of each paper file, for the archive and its labels.
  static func archive(_ state: OfficeState, of year: Int) -> ReportTable {
    let places = state.archived
    let numbers = state.files.indices.filter { state.files.rows[$0].year == year }
    var open = 0
    let rows = numbers.map { number -> ReportTable.Row in
      let file = state.files[number]
      let entry = places[TextFolding.search(file.filing.id)]
      if entry == nil { open += 1 }
      func text(_ field: String) -> ReportTable.Cell { entry?.text(field).map { .text($0) } ?? .blank }
      return ReportTable.Row(
        [
          text("number"), text("place"), .text(file.filing.id),
          .text(state.applicant(file.filing.applicant)?.name ?? file.filing.applicant),
          .text(state.policy.item(file.filing.item)?.label ?? file.filing.item),
          .text(StepLabels.label(file.standing)), .money(file.decision.award),
          entry?.count("pages").map { .count($0) } ?? .blank,
        ], filings: [file.filing.id])
    }
    return ReportTable(
      title: "\(year) 年度档案清单",
      columns: [
        .init("number", "档号"), .init("place", "存放位置"), .init("filing", "收件编号"), .init("applicant", "申请人"),
        .init("item", "项目"), .init("stage", "阶段"), .number("award", "资助额"), .number("pages", "页数"),
      ],
      rows: rows,
      notes: ["还没有归档的 \(open) 件。归档登记在工作台账：zizhu register add archive。"])
  }
}

extension ReportTable.Row {
  /// The row with the records of the work register that it counts.
  fileprivate func counting(_ records: [String]) -> ReportTable.Row {
    var row = self
    row.records = records
    return row
  }
}
