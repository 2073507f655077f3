import CaseModel
import Casework
import Wording

extension YearReport {
  /// The offices of a city: how far each was gathered and how long it has been silent, its filings of a year, what waits
  /// for the city, and what they come to among all offices.
  static func offices(_ state: OfficeState, of year: Int, on today: CivilDate) -> ReportTable {
    var byOffice: [String: OfficeCount] = [:]
    for number in state.files.indices where state.files.rows[number].year == year {
      let row = state.files.rows[number]
      let id = state.files.id(of: number)
      let code = state.origin(of: id)?.office ?? state.office?.district ?? ""
      var count = byOffice[code] ?? OfficeCount()
      count.filings.append(id)
      count.award = count.award + MoneyTotal(row.award)
      if row.stage == .reviewed, state.file(id)?.standing == .handedUp { count.waiting.append(id) }
      byOffice[code] = count
    }
    let own = (state.office?.district ?? "", state.office?.name ?? "", EnrolledOffice?.none)
    let offices = [own] + state.offices.enrolled.map { ($0.code, $0.name, $0) }
    let shown = offices.filter { state.joint.shownOffice == nil || $0.0 == state.joint.shownOffice }
    let rows = shown.map { code, name, enrolled -> ReportTable.Row in
      let count = byOffice[code] ?? OfficeCount()
      let gathered = enrolled?.gathered
      let day = gathered.flatMap { Moment.officeDay(of: $0.at) }
      let lastDay = enrolled?.silentSince
      return ReportTable.Row(
        [
          .text(code), .text(name), gathered?.bundle.map(ReportTable.Cell.count) ?? .blank,
          day.map(ReportTable.Cell.day) ?? .blank,
          gathered == nil ? .blank : lastDay.map(ReportTable.Cell.day) ?? .blank,
          lastDay.map { .count(max(0, $0.days(to: today))) } ?? .blank, .count(count.filings.count),
          .count(count.waiting.count), .money(count.award),
          .text(gathered.map { LineName.vector([$0.writer: $0.head]).joined() } ?? ""),
        ], filings: count.filings, behind: ["waiting": count.waiting])
    }
    return ReportTable(
      title: "\(year) 年度各局",
      columns: [
        .init("office", "局"), .init("name", "名称"), .number("bundle", "报送件"), .init("gathered", "汇总日"),
        .init("recorded", "记至"), .number("silent", "静默天数"), .number("filings", "件数").summed,
        .number("waiting", "待核定").summed, .number("award", "资助额").summed, .init("head", "链头").asDetail,
      ], rows: rows,
      notes: ["资助额是各局一起核算的结果，限额和同一依据已按全市算。记至是已收下的最后一条记录的日期，静默天数从它算起。"])
  }

  /// How far the offices' journals are part of what a report says: two that name the same digest say the same of them.
  static func heads(_ state: OfficeState) -> String {
    let heads = state.countedHeads
    let digest = heads.joined(separator: " ")
    return
      "据 \(heads.count) 个局的链头，摘要 \(Digest.hex(of: digest, bytes: 6))；逐局的链头见报表 offices（csv、json）。"
  }

  /// What stands between the offices' journals and waits for the city's word.
  static func conflicts(_ state: OfficeState) -> ReportTable {
    let rows = state.joint.conflicts.filter { $0.ruling == nil }.map { conflict in
      let offices = ConflictWording.codes(conflict, state)
      return ReportTable.Row(
        [
          .text(conflict.id), .text(OfficesWording.label(conflict)), .text(conflict.subject),
          .text(offices.joined(separator: " ")), .count(conflict.filings.count),
          conflict.amount.map(ReportTable.Cell.money) ?? .blank,
          .text(conflict.verdicts.first ?? ""),
        ], filings: conflict.filings)
    }
    return ReportTable(
      title: "各局之间未裁定的冲突",
      columns: [
        .init("id", "编号"), .init("kind", "类别"), .init("subject", "对象"), .init("offices", "涉及"),
        .number("filings", "件数"), .number("amount", "金额"), .init("proposal", "首选"),
      ], rows: rows, notes: ["裁定用 zizhu rule；各方和次序见 zizhu conflicts。"])
  }
}

extension ReportTable {
  /// Says whose part alone it tells, where one office of a city is looked at.
  mutating func tellOffice(_ state: OfficeState) {
    guard let code = state.joint.shownOffice else { return }
    title += "（\(OfficeNames.full(code, in: state)) \(code)）"
    notes.append("只列本局的申报，金额是各局一起核算的结果：各局的相加是全市的。限额的余额和超出按全市算，已用是本局用的。")
  }

  /// At a city whose filings stand behind each row, where rows have any: a column behind the one that names them.
  mutating func addOffices(_ state: OfficeState) {
    guard rows.contains(where: { !$0.filings.isEmpty }), !columns.isEmpty else { return }
    columns.insert(Column("offices", "局").asDetail, at: 1)
    for place in rows.indices where !rows[place].cells.isEmpty {
      let codes = Set(rows[place].filings.map { state.office(of: $0) }).sorted()
      let text = rows[place].isTotal ? "" : OfficeNames.several(codes, in: state)
      rows[place].cells.insert(.text(text), at: 1)
    }
  }
}

private struct OfficeCount {
  var filings: [String] = []
  var waiting: [String] = []
  var award = MoneyTotal.zero
}
