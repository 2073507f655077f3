import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Papers
import SubsidyRules
import Wording

/// Moves filings on, one or many.
struct StepCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "办理：受理、补正、初审、审定、公示、拨付、退票、追回等",
    discussion: Casework.Step.allCases.map { "\($0.rawValue)：\(StepLabels.label($0))" }.joined(
      separator: "\n"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "办理什么，如 accept、approve（见下）", transform: closedWord("步骤")) var step: Casework.Step
  @Argument(help: "申报编号；不写时用 --stage 等挑选") var ids: [String] = []
  @Option(help: "挑选现为这一阶段的申报，如 reviewed", transform: closedWord("阶段")) var stage: Standing?
  @Option(help: "只挑选这个项目") var item: String?
  @Option(help: "只挑选这个年度") var year: Int?
  @Option(help: "只挑选这个地区") var district: String?
  @Flag(name: .customLong("fit"), help: "能办的先办（默认：有一件不能办，就一件也不办）") var fitting = false
  @Flag(help: "只看能不能办、件数和合计，不办理") var dryRun = false
  @Option(help: "说明或理由") var note = ""
  @Option(name: .customLong("reason"), help: "事由代码，可写多个") var grounds: [String] = []
  @Option(help: "文书号或名称") var paper = ""
  @Option(help: "办理日期（默认今天）") var day: String?
  @Option(help: "期限：日期，或工作日数（默认照本局设定，没有设定的 10）") var due: String?
  @Option(help: "金额：追回、变更多少；审定、拨付时核对用") var amount: String?
  @Option(name: .customLong("input"), help: "填写一栏，如 approvedAmount=60000.00") var inputs: [String] = []
  @Option(help: "用这笔拨付先抵扣该申报待追回的金额") var setOff: String?
  @Flag(help: "每笔先抵扣申请人待追回的金额，最早的在前") var setOffOwed = false
  @Option(help: "挑选这个拨付批次里待拨的申报") var batch: String?
  @Option(help: "serve：送达方式，如 direct、mail", transform: closedWord("送达方式")) var way: Service.Way?
  @Option(help: "您看到的版本（show 里的“版本”），有人动过就不办") var seen: Int?
  @Option(help: "text 或 json") var format = Format.text
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let request = try request(office.state)
    let who = try options.actor(in: office)
    let moment = try options.clock().moment()
    let verdict = try office.state.verdict(on: request, by: who.name, at: moment)
      .mapError { OfficeError.refused($0) }.get()
    let overdrawn = OwedWording.beyond(verdict, of: step, in: office.state)
    let isRefused = !verdict.refused.isEmpty && !(fitting && !verdict.fitting.isEmpty)
    if !dryRun, !isRefused {
      _ = try storeFailures(at: options.path(), of: office, filing: request.rows.first?.filing) {
        try office.save(.step(request), by: who)
      }
    }
    let report = StepReport(
      step: step, verdict: verdict, isDone: !dryRun && !isRefused, state: office.state, overdrawn: overdrawn
    )
    switch format {
    case .json: try Streams.writeData(report.json)
    default: try Streams.write(report.text)
    }
    for line in report.refusals { Streams.complain("zizhu：" + line) }
    guard !isRefused else { throw ExitCode(Refusal.rows(verdict.refused).status.rawValue) }
  }

  // MARK: - The request

  private func request(_ state: OfficeState) throws -> StepRequest {
    let (ids, today) = (try chosen(state), try options.clock().today())
    var rows = ids.map(state.row)
    if let seen {
      guard ids.count == 1 else {
        throw Failure(.usage, "--seen 只能用于一件申报。")
      }
      rows[0].seen.revision = seen
    }
    var request = StepRequest(step, rows)
    request.mode = fitting ? .thoseThatFit : .allOrNothing
    request.note = note
    request.grounds = grounds
    request.paper = paper
    request.setOff = setOff
    request.way = way
    request.setsOffWhatIsOwed = setOffOwed
    request.day = try day.map { try typedDay($0, "--day") }
    request.due = try due.map { text in
      if let days = Int(text), (1...999).contains(days) { return .workingDays(days) }
      return .day(try typedDay(text, "--due"))
    }
    request.amount = try amount.map { text in
      guard case .success(let money) = Money.typed(text) else {
        throw Failure(.usage, "--amount“\(text)”不是金额，应写成 500.00。")
      }
      return money
    }
    request.figures = try inputs.map { try figure($0, ids, state, today) }
    if let twice = request.figures.map(\.name).first(where: { name in
      request.figures.count { $0.name == name } > 1
    }) {
      throw Failure(.usage, "--input“\(twice)”写了两次，只能写一次。没有办理。")
    }
    return request
  }

  private func chosen(_ state: OfficeState) throws -> [String] {
    guard ids.isEmpty else {
      for id in ids where state.number(ofFile: id) == nil {
        throw Failure(.notFound, "没有编号为“\(id)”的申报。")
      }
      return ids
    }
    if let batch {
      guard let known = state.batch(batch) else {
        throw Failure(.notFound, PrintRefusal.unknownBatch(batch).sentence)
      }
      let open = state.openFilings(of: known)
      guard !open.isEmpty else {
        throw Failure(.notFound, "拨付批次 \(batch) 里没有待拨的申报。")
      }
      return open
    }
    guard let stage else {
      throw Failure(.usage, "请写明申报编号，或用 --stage 挑选。")
    }
    let found = state.filings(at: stage, item: item, year: year, district: district)
    guard !found.isEmpty else {
      throw Failure(.notFound, "没有现为“\(StepLabels.label(stage))”的这类申报。")
    }
    return found
  }

  /// An input as it is typed, read by what the item asks for; a name that no item has stays as typed and is refused.
  private func figure(
    _ text: String, _ ids: [String], _ state: OfficeState, _ today: CivilDate
  ) throws -> Filing.Input {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Failure(.usage, "--input“\(text)”应写成 名称=内容。")
    }
    let rule = ids.first.flatMap { state.file($0) }.flatMap { state.policy.item($0.filing.item) }?.input(
      parts[0])
    guard let rule else { return Filing.Input(parts[0], .text(parts[1])) }
    do throws(TypedInput.Mistake) {
      return Filing.Input(parts[0], try TypedInput.read(parts[1], rule, today: today))
    } catch {
      throw Failure(.badInput, "\(rule.label)：\(OldLedgerWording.words(error.reason))。没有办理。")
    }
  }
}
