extension ReportTable {
  /// The table as a page for A4, by the template `report.html`; with `since` how it differs from the same report now.
  public func html(
    office: String, templates: Templates, since: ReportTable? = nil
  ) throws(TemplateMistakes) -> String {
    try templates.template("report", .html, names: Self.fields.map(\.name))
      .filled(with: Self.fields.values(of: Page(table: self, office: office, since: since)))
  }

  private struct Page: Sendable {
    var table: ReportTable
    var office: String
    var since: ReportTable?
  }

  /// What `report.html` may name.
  private static let fields: [TemplateField<Page>] = [
    .text("office", "本局名称") { $0.office },
    .text("title", "报表名称") { $0.table.title },
    .flag("isWide", "栏目多，宜横向打印") { $0.table.columns.count > 8 },
    .list("columns", "各栏", columnFields) { $0.table.columns },
    .list("rows", "各行", rowFields) { pair in pair.table.rows.map { ($0, pair.table.columns) } },
    .list("notes", "表下说明", [TemplateField<String>.text("note", "一句") { $0 }]) { $0.table.notes },
    .list("since", "为过去某天重做的，与现在相比的差异；别的没有", sinceFields) { page in page.since.map { [$0] } ?? [] },
  ]

  private static let sinceFields: [TemplateField<ReportTable>] = [
    .text("sinceTitle", "差异表名称") { $0.title },
    .list("sinceColumns", "各栏", columnFields) { $0.columns },
    .list("sinceRows", "各行", rowFields) { table in table.rows.map { ($0, table.columns) } },
    .list("sinceNotes", "表下说明", [TemplateField<String>.text("note", "一句") { $0 }]) { $0.notes },
  ]

  private static let columnFields: [TemplateField<Column>] = [
    .text("heading", "栏目名称") { $0.heading },
    .flag("isNumber", "是数字栏") { $0.isNumber },
  ]

  private static let rowFields: [TemplateField<(row: Row, columns: [Column])>] = [
    .flag("isTotal", "是合计行") { $0.row.isTotal },
    .list("cells", "各格", cellFields) { pair in Array(zip(pair.columns, pair.row.cells)) },
  ]

  private static let cellFields: [TemplateField<(Column, Cell)>] = [
    .text("text", "内容") { $0.1.shown },
    .flag("isNumber", "是数字栏") { $0.0.isNumber },
    .flag("isBar", "是比例的条形") { if case .share = $0.1 { true } else { false } },
  ]
}
