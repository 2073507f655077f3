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
    var text = words.about(sheet, of: file) + "\n"
    for column in sheet.columns where !column.heading.isEmpty {
      text += "  \(EchoedDigits.masked(column.heading))  →  \(words.reading(column, kept: kept))\n"
    }
    for (column, value) in sheet.fixed {
      text += "  （各行）\(words.label(column))  =  \(EchoedDigits.masked(value))\n"
    }
    return text
  }

  /// How many rows come to what, and the first of those that can't be taken in.
  func rows(of sheet: OldLedgerSheet, _ outcomes: [OldLedgerOutcome], _ plan: OldLedgerPlan) -> String {
    let counts = OldLedgerWording.counts(
      outcomes.map(\.kind), decided: plan.decided, applicants: plan.applicants.count)
    var text = counts + "。\n"
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
