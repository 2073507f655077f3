import CaseModel
import Casework
import Interchange
import Wording

/// What an old ledger holds and what would become of it, for the clerk to look at before anything is taken in.
struct TablePreview {
  /// How many rows that can't be taken in are named one by one.
  private static let named = 10

  let words: OldLedgerWording
  let file: String
  /// What the office has said of columns before.
  var kept = OldLedgerMapping()

  /// The headings with what each is read as.
  func columns(of sheet: OldLedgerSheet) -> String {
    var text = about(sheet) + "\n"
    for column in sheet.columns where !column.heading.isEmpty {
      text += "  \(EchoedDigits.masked(column.heading))  →  \(reading(column))\n"
    }
    for (column, value) in sheet.fixed {
      text += "  （各行）\(words.label(column))  =  \(EchoedDigits.masked(value))\n"
    }
    return text
  }

  /// Which file, in which encoding, how many rows.
  func about(_ sheet: OldLedgerSheet) -> String {
    var text = "\(file)：\(sheet.encoding.rawValue)"
    if let name = sheet.sheet { text += "“\(name)”" }
    text += "，第 \(sheet.headingLine) 行为栏目，\(sheet.records.count) 行。"
    if let unit = sheet.unit { text += "表头写明单位为\(unit.rawValue)，金额按\(unit.rawValue)读。" }
    if sheet.unreadable > 0 { text += "有 \(sheet.unreadable) 处认不出的字符。" }
    if sheet.hiddenRows > 0 { text += "有 \(sheet.hiddenRows) 行在工作簿里是隐藏的，一并读了。" }
    if sheet.merged > 0 {
      text +=
        sheet.isFilledDown
        ? "有 \(sheet.merged) 行空着申请人、项目、日期，照上一行填了。"
        : "有 \(sheet.merged) 行空着申请人、项目、日期，像是合并过的单元格：要照上一行填，请加 --fill-down（桌面上“空格照上行”填是）。"
    }
    return text
  }

  func reading(_ column: OldLedgerSheet.Column) -> String {
    let isKept = kept.columns.contains { $0.heading == column.heading && $0.column == column.meaning }
    return plainReading(column) + (isKept ? "（照本局上次指明的）" : "")
  }

  private func plainReading(_ column: OldLedgerSheet.Column) -> String {
    if let same = column.sameAs { return column.isPassedOver ? "不读（以“\(same)”为准）" : "“\(same)”空着时读" }
    guard let meaning = column.meaning else { return column.isVague ? "不读（看不准是哪一项，请指明）" : "不读" }
    let label = words.label(meaning)
    let inUnit =
      column.unit != .yuan && column.content == .money ? "\(label)（\(column.unit.rawValue)）" : label
    // A column that is read as something else than it is may hold anything.
    return column.sample.isEmpty || meaning.isPersonal
      ? inUnit : "\(inUnit)，如 \(EchoedDigits.masked(column.sample))"
  }

  /// How many rows come to what, and the first of those that can't be taken in.
  func rows(of sheet: OldLedgerSheet, _ outcomes: [OldLedgerOutcome], _ plan: OldLedgerPlan) -> String {
    func count(_ kind: OldLedgerOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }
    var text = "可读入 \(count(.taken)) 行"
    if plan.decided > .zero { text += "，核定金额合计 \(MoneyWording.grouped(plan.decided)) 元" }
    if !plan.applicants.isEmpty { text += "，新申请人 \(plan.applicants.count) 个" }
    text += "；已在库中 \(count(.known)) 行；重复 \(count(.repeated)) 行；有误 \(count(.wrong)) 行"
    if count(.noFiling) > 0 { text += "；合计行 \(count(.noFiling)) 行" }
    text += "。\n"
    text += doubtful(sheet, outcomes)
    let bad = zip(sheet.records, outcomes).filter { $0.1.kind == .wrong || $0.1.kind == .repeated }
    for (record, outcome) in bad.prefix(Self.named) {
      let answer = words.answer(outcome, isTaken: false)
      text += "  第 \(record.line) 行  \(answer.result)：\(EchoedDigits.masked(answer.reason))\n"
    }
    if bad.count > Self.named { text += "  另有 \(bad.count - Self.named) 行，见结果文件（--result）。\n" }
    return text
  }
}

extension TablePreview {
  /// Rows that go in and ask for a second look, each with what is doubtful.
  private func doubtful(_ sheet: OldLedgerSheet, _ outcomes: [OldLedgerOutcome]) -> String {
    let doubtful = zip(sheet.records, outcomes).compactMap { record, outcome -> (Int, String)? in
      outcome.doubts.isEmpty ? nil : (record.line, words.sentence(outcome.doubts))
    }
    guard !doubtful.isEmpty else { return "" }
    var text = "要核对的 \(doubtful.count) 行（仍可读入）：\n"
    // All of them: they go in with the clerk's yes, so that nothing later asks again.
    for (line, sentence) in doubtful { text += "  第 \(line) 行  \(sentence)\n" }
    return text
  }
}

extension OldLedgerColumn {
  /// Whether it holds what does not belong on a screen.
  fileprivate var isPersonal: Bool {
    switch self {
    case .applicant(.code), .applicant(.phone), .applicant(.account), .applicant(.contact): true
    default: false
    }
  }
}
