import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Wording

/// What this office has set for itself: how long things take, each from a day on.
struct OfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "本局设定的期限；市局与县局之间的入网",
    subcommands: [
      Periods.self, SetPeriod.self, Enrol.self, Join.self, Admit.self, List.self, Retire.self, Keys.self,
      Recall.self, Recover.self, NewKeys.self,
    ], defaultSubcommand: Periods.self)

  struct Periods: StoreCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "列出现行的期限和设定的经过")

    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      try Streams.write(PeriodWording.lines(office.state, on: options.clock().today()))
    }
  }

  struct SetPeriod: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "设定期限（主管），自某日起施行；已经开始的仍照原来的",
      discussion: OfficePeriod.Kind.allCases.map { "\($0.rawValue)：\(PeriodWording.label($0))" }.joined(
        separator: "\n") + "\n设定了公示期的，公示期满以前不能拨付。--file 照文件设定，样例见 data/office.json。")

    @Argument(help: "哪一种期限，如 publicity（见下）", transform: closedWord("期限")) var kind: OfficePeriod.Kind?
    @Argument(help: "天数；0 为不再设期限") var days: Int?
    @Option(
      help: "days 自然日，working-days 工作日（默认：补正、退票为工作日，公示、退款为自然日）", transform: closedWord("单位"))
    var unit: OfficePeriod.Unit?
    @Option(help: "自哪一日起（默认今天）") var from: String?
    @Option(help: "依据或理由") var note = ""
    @Option(help: "照这个文件设定") var file: String?
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      let first = try from.map { try typedDay($0, "--from") } ?? options.clock().today()
      let periods = try periods(from: first)
      _ = try office.save(.setPeriods(periods), by: who)
      try Streams.write(periods.map { "已设定  " + PeriodWording.line($0) })
    }

    private func periods(from day: CivilDate) throws -> [OfficePeriod] {
      if let file {
        guard kind == nil, days == nil else {
          throw Failure(.usage, "--file 与期限名称、天数只写一样。")
        }
        let bytes = try Streams.read(file)
        return try fileFailures(in: file, "没有设定。") {
          try OfficePeriodFile.read(bytes, from: day, note: note)
        }
      }
      guard let kind, let days else {
        throw Failure(.usage, "请写明哪一种期限和天数，例如 zizhu office set publicity 7 --note 局务会。")
      }
      return [OfficePeriod(kind: kind, count: days, unit: unit, from: day, note: note)]
    }
  }
}
