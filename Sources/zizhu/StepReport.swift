import CaseModel
import Casework
import JSONText
import SubsidyRules
import Wording

/// What came of a step, for people and for scripts.
struct StepReport {
  let step: Casework.Step
  let verdict: BatchVerdict
  /// Whether it was saved.
  let isDone: Bool
  /// After the save.
  let state: OfficeState

  private func standing(_ id: String) -> Standing? { state.file(id)?.standing }

  /// A line for each filing that fits, then count and sum.
  var text: String {
    let lines = verdict.fitting.map { row in
      let now = standing(row.filing).map(StepLabels.label) ?? ""
      let what = isDone ? "已\(StepLabels.label(step))，现为\(now)" : "可以\(StepLabels.label(step))"
      return "\(row.filing)  \(what)  \(MoneyWording.yuan(amount(row)))"
        + (due(row).map { "  期限 \($0)" } ?? "") + owed(row) + unchecked(row)
        + doubts(row).map { "\n  " + $0 }.joined()
    }
    guard !lines.isEmpty else { return "" }
    guard verdict.rows.count > 1 || !isDone || !overdrawn.isEmpty || !made.isEmpty else {
      return lines.joined(separator: "\n") + "\n"
    }
    let over = overdrawn.map { "\n" + $0 }.joined()
    let all =
      "\(isDone ? "已办" : "可办") \(verdict.fitting.count) 件，合计 \(MoneyWording.grouped(sum)) 元。" + made + over
    return (lines + [all]).joined(separator: "\n") + "\n"
  }

  /// What the step moves; of one that moves no sum, what the filing comes to once it is done.
  private func amount(_ row: BatchVerdict.Row) -> Money {
    guard isDone, case .success(let taken) = row.result, taken.amount == nil else { return row.amount }
    return state.file(row.filing)?.decision.award ?? row.amount
  }

  /// The batch under which the filings now wait to be paid; nil where they were put in none.
  private var batch: String? {
    guard isDone, step == .batch, let id = verdict.fitting.first?.filing else { return nil }
    return state.file(id)?.openBatch?.batch
  }

  private var made: String {
    batch.map { "\n拨付批次 \($0)：zizhu print payment --batch \($0) 打印名单，拨付时用 zizhu step pay --batch \($0)。" }
      ?? ""
  }

  /// What of the fund and of caps it uses beyond what there is; worked out before it is saved.
  let overdrawn: [String]

  private var sum: MoneyTotal { verdict.fitting.reduce(into: .zero) { $0 += amount($1) } }

  /// That a notice says nothing of papers that nobody has looked at.
  private func unchecked(_ row: BatchVerdict.Row) -> String {
    guard step == .correct, let file = state.file(row.filing) else { return "" }
    return TickWording.unchecked(state.openPapers(of: file)).map { "\n  " + $0 } ?? ""
  }

  /// What is doubtful in what is approved, and kept with it.
  private func doubts(_ row: BatchVerdict.Row) -> [String] {
    guard case .success(let taken) = row.result else { return [] }
    return ApprovalWording.open(taken)
  }

  /// That whoever is paid owes something, and how it is set off.
  private func owed(_ row: BatchVerdict.Row) -> String {
    guard [.pay, .batch].contains(step), let applicant = state.file(row.filing)?.filing.applicant else {
      return ""
    }
    // What the whole sets off is told of no more, whether it is saved yet or not.
    let open =
      isDone
      ? state.unclaimedRecoveries(of: applicant) : state.unclaimedRecoveries(of: applicant, after: verdict)
    return OwedWording.sentence(open).map { "\n  " + $0 } ?? ""
  }

  private func due(_ row: BatchVerdict.Row) -> CivilDate? {
    guard case .success(let taken) = row.result else { return nil }
    switch taken.detail {
    case .notice(let notice): return notice.due
    case .bounced(_, let due): return due
    default: return taken.due
    }
  }

  /// A sentence for each filing that was refused, and what that means for the others.
  var refusals: [String] {
    let refused = verdict.refused
    var lines = refused.map {
      "\($0.filing)：\(StoreWording.sentence($0.refusal, in: state, filing: $0.filing))"
    }
    if !refused.isEmpty, verdict.rows.count > 1, !isDone { lines.append("没有办理任何一件。") }
    return lines
  }

  var json: String {
    var writer = JSONWriter(layout: .indented)
    writer.object { writer in
      writer.member("step", step.rawValue)
      writer.member("done", isDone)
      writer.member("count", verdict.fitting.count)
      writer.member("sum", sum.description)
      write("overdrawn", overdrawn, into: &writer)
      if let batch { writer.member("batch", batch) }
      writer.array("filings", of: verdict.rows) { write($1, into: &$0) }
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ row: BatchVerdict.Row, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", row.filing)
      switch row.result {
      case .success: writer.member("result", isDone ? "done" : "fits")
      case .failure(let refusal):
        writer.member("result", "refused")
        writer.member("message", StoreWording.sentence(refusal, in: state, filing: row.filing))
      }
      if let standing = standing(row.filing) { writer.member("standing", standing.rawValue) }
      writer.member("amount", amount(row).description)
      if let due = due(row) { writer.member("due", due.description) }
      write("doubts", doubts(row), into: &writer)
    }
  }

  /// Sentences under a key; nothing where there are none.
  private func write(_ key: String, _ sentences: [String], into writer: inout JSONWriter) {
    guard !sentences.isEmpty else { return }
    writer.texts(key, sentences)
  }
}
