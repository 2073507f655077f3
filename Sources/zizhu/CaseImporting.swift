import ArgumentParser
import CaseModel
import Casework
import Glibc
import Interchange
import JSONText
import Office
import SubsidyRules
import Wording

/// Reads an interchange file into a store: all of it or nothing, or all but the records that don't fit.
struct CaseImporting {
  let file: String
  let options: StoreOptions
  let choices: TableOptions
  let takesReadings: Bool
  private var skipsBad: Bool { choices.skipsBad }

  func run(_ bytes: [UInt8], into office: OpenOffice, takingDamaged: Bool) throws {
    var cases = try read(bytes, office.state, takingDamaged: takingDamaged)
    var plan = office.plan(applicants: cases.applicants, filings: cases.filings)
    if let reason = choices.sameNameReason {
      let second = plan.secondRecords
      for place in cases.applicants.indices where second.contains(cases.applicants[place].id) {
        cases.applicants[place].note = reason
      }
      plan = office.plan(applicants: cases.applicants, filings: cases.filings)
    }
    if let reason = choices.earlyReason {
      let early = plan.early
      for place in cases.filings.indices where early.contains(cases.filings[place].id) {
        cases.filings[place].overrides.append(.init(Filing.receipt, reason: reason))
      }
      plan = office.plan(applicants: cases.applicants, filings: cases.filings)
    }
    let doubtful = office.state.doubtful(in: plan, today: try options.clock().today())
    try tell(doubtful, office.state)
    guard !choices.isDryRun else { return try preview(plan, cases, office.state) }
    if !doubtful.isEmpty, !choices.yes { try confirm() }
    let refused = skipsBad ? plan.refused : []
    let (applicants, filings) = without(refused, cases)
    let before = (policy: office.state.policy, unguarded: Set(office.state.unguarded()))
    let readings = otherReadings(cases, than: office.state.policy)
    let command = Command.importCases(
      applicants: applicants, filings: filings,
      readings: takesReadings
        ? Dictionary(first: cases.readings.map { ($0.id, $0.option) }) : [:])
    _ = try office.save(command, by: options.actor(in: office))
    office.finish()
    let known = applicants.count { plan.known[$0.id] != nil }
    let there = known > 0 ? "；\(known) 个申请人库里已有，登记的内容不变" : ""
    try Streams.write("已读入申请人 \(applicants.count - known) 个、申报 \(filings.count) 件\(there)。\n")
    try tellAsReceived(filings)
    try tellLeftOut(cases.leftOut, refused, office.state)
    try tell(readings, before.policy, office.state)
    Import.tellUnguarded(office.state, since: before.unguarded)
    for missing in cases.damaged { Streams.complain("zizhu：这份文件内容不全：\(missing)。请从备份或纸质材料补齐。") }
  }

  private func read(_ bytes: [UInt8], _ state: OfficeState, takingDamaged: Bool) throws -> CaseFile {
    let cases = try fileFailures(in: file, "没有读入任何内容。") {
      try CaseFile.read(bytes, takingDamaged: takingDamaged, leavingOutBad: skipsBad) {
        state.file(ofPolicy: $0)
      }
    }
    return try cases.named(in: state.policy, or: file)
  }

  /// Names the filings that the file has decided by other facts than their applicants' of today.
  private func tellAsReceived(_ filings: [Filing]) throws {
    let stated = filings.filter { $0.asReceived != nil }.map(\.id)
    guard !stated.isEmpty else { return }
    try Streams.write("\(stated.count) 件按文件写明的收件时类型、区县和总部核算，与申请人现在的登记不同：\(stated.few(20))。\n")
  }

  // MARK: - Before anything is taken in

  /// Names each record that asks for a second look; all of them, since nothing later asks again.
  private func tell(_ doubtful: [DoubtfulRecord], _ state: OfficeState) throws {
    guard !doubtful.isEmpty else { return }
    var text = "要核对的 \(doubtful.count) 条（仍可读入）：\n"
    for record in doubtful {
      text += "  \(record.isApplicant ? "申请人" : "申报") \(record.id)："
      text += DoubtWording.sentence(record.doubts, in: state) + "\n"
    }
    try Streams.write(EchoedDigits.masked(text))
  }

  private func preview(_ plan: CaseImport, _ cases: CaseFile, _ state: OfficeState) throws {
    try Streams.write("可读入申请人 \(plan.applicants.count) 个、申报 \(plan.filings.count) 件，什么也没有读入。\n")
    try tellLeftOut(cases.leftOut, plan.refused, state)
    guard cases.leftOut.isEmpty, plan.refused.isEmpty else {
      throw ExitCode(Failure.Status.badInput.rawValue)
    }
  }

  /// Asks whoever can see the doubts; a script has said what it wants, and reads them afterwards.
  private func confirm() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return }
    Streams.ask("照样读入？(y/N) ")
    guard let answer = readLine(), case .success(true) = YesNo.typed(answer) else {
      throw Failure(.usage, "没有读入任何内容。")
    }
  }

  // MARK: - What is left out

  private func without(_ refused: [CaseImport.Refused], _ cases: CaseFile) -> ([Applicant], [Filing]) {
    let applicants = Set(refused.filter(\.isApplicant).map(\.id))
    let filings = Set(refused.filter { !$0.isApplicant }.map(\.id))
    return (
      cases.applicants.filter { !applicants.contains($0.id) },
      cases.filings.filter { !filings.contains($0.id) }
    )
  }

  private func tellLeftOut(
    _ leftOut: [CaseFile.LeftOut], _ refused: [CaseImport.Refused], _ state: OfficeState
  ) throws {
    guard leftOut.count + refused.count > 0 else { return }
    let applicants = leftOut.count(where: \.isApplicant) + refused.count(where: \.isApplicant)
    var text = "跳过申请人 \(applicants) 个、申报 \(leftOut.count + refused.count - applicants) 件：\n"
    for record in leftOut {
      let name = (record.isApplicant ? "申请人" : "申报") + (record.id.map { " \($0)" } ?? "")
      text += "  第 \(record.error.location.line) 行  \(name)：\(MistakeWording.sentence(record.error))\n"
    }
    for record in refused {
      text +=
        "  \(record.isApplicant ? "申请人" : "申报") \(record.id)："
        + "\(StoreWording.sentence(record.refusal, in: state))\n"
    }
    try Streams.write(EchoedDigits.masked(text))
  }

  // MARK: - Readings

  /// The file's choices that are not in force.
  private func otherReadings(_ cases: CaseFile, than policy: Policy) -> [CaseFile.Reading] {
    cases.readings.filter { choice in
      guard let reading = policy.reading(choice.id) else { return false }
      return reading.options[reading.choice].id != choice.option
    }
  }

  /// Which filings come out otherwise under the file's readings, and by how much.
  private func tell(
    _ readings: [CaseFile.Reading], _ before: Policy, _ state: OfficeState
  ) throws {
    guard !readings.isEmpty else { return }
    let theirs = readings.reduce(state.policy) { $0.choosing($1.option, for: $1.id) ?? $0 }
    let comparison = state.compared(with: takesReadings ? before : theirs)
    let named = readings.map { "\($0.id)=\($0.option)" }.joined(separator: "、")
    var text =
      takesReadings
      ? "已改用文件的口径 \(named)。" : "文件用的口径 \(named) 与本局不同，没有改（要改请加 --readings）。"
    let difference = takesReadings ? MoneyTotal.zero - comparison.difference : comparison.difference
    let sign = difference > .zero ? "+" : ""
    text +=
      comparison.rows.isEmpty
      ? "各件的结果不因此而变。\n"
      : "\(takesReadings ? "因此改变" : "改了会变")的有 \(comparison.rows.count) 件，共 "
        + "\(sign)\(MoneyWording.grouped(difference)) 元：\n"
    for row in comparison.rows {
      let (old, new) = takesReadings ? (row.after, row.before) : (row.before, row.after)
      text +=
        "  \(row.filing.id)  \(MoneyWording.grouped(MoneyTotal(old.award))) → "
        + "\(MoneyWording.grouped(MoneyTotal(new.award)))\n"
    }
    try Streams.write(text)
  }
}
