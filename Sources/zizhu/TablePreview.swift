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
    "\(file)：\(sheet.encoding.rawValue)，第 \(sheet.headingLine) 行为栏目，\(sheet.records.count) 行。"
      + (sheet.unreadable > 0 ? "有 \(sheet.unreadable) 处认不出的字符。" : "")
  }

  func reading(_ column: OldLedgerSheet.Column) -> String {
    if let same = column.sameAs { return "不读（与“\(same)”相同）" }
    guard let meaning = column.meaning else { return "不读" }
    let label = words.label(meaning)
    // A column that is read as something else than it is may hold anything.
    return column.sample.isEmpty || meaning.isPersonal
      ? label : "\(label)，如 \(EchoedDigits.masked(column.sample))"
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
    let bad = zip(sheet.records, outcomes).filter { $0.1.kind == .wrong || $0.1.kind == .repeated }
    for (record, outcome) in bad.prefix(Self.named) {
      let answer = words.answer(outcome, isTaken: false)
      text += "  第 \(record.line) 行  \(answer.result)：\(EchoedDigits.masked(answer.reason))\n"
    }
    if bad.count > Self.named { text += "  另有 \(bad.count - Self.named) 行，见结果文件（--result）。\n" }
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
