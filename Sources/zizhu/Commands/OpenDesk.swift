import Folders
import ArgumentParser
import CaseModel
import Casework
import Desk
import Interchange
import Journal
import Office

/// Opens the desk on the office's store.
struct OpenDesk: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "desk", abstract: "打开工作台（默认）")

  @OptionGroup var options: StoreOptions
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let clock = try options.clock()
    let data = try DataFolder.find(options.data)
    data.complainOfOtherVersion()
    let pinyin = try data.pinyin()
    let path = try options.path()
    if Setup.isPossible(at: path) {
      switch try Setup(path: path, policies: data.policies()).ask() {
      case .make(let store): _ = try store.make(pinyin: pinyin, clock: clock)
      case .demo: return try Demo.run(data, desk)
      case .leave: return
      }
    }
    let office = try StoreOptions.open(path, pinyin: pinyin, clock: clock, looksThrough: false)
    office.calendar = DataFolder.calendar(options.data)
    office.tariff = DataFolder.tariff(options.data)
    try runDesk(
      on: office, as: options.actorAtDesk(in: office), expecting: options.name ?? "", clock: clock,
      printer: Printer(office: office, path: path, data: data), isDemo: false, pinyin: pinyin, desk)
  }
}

/// Opens the desk on a throwaway copy of the demo office, on the demo's own day.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "打开演示（虚构数据的临时副本）")

  @Flag(help: "演示一个市局和九个县局：报送、汇总、冲突、核定、回执") var city = false
  @Option(help: "数据文件夹") var data: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    let data = try DataFolder.find(data)
    data.complainOfOtherVersion()
    guard !city else { return try CityDemo(data, desk).run() }
    try Self.run(data, desk)
  }

  /// The store as it was played (`.ci/demo-data`), on the working day after its last save, so that nothing in it lies
  /// ahead.
  static func run(_ folder: DataFolder, _ desk: DeskOptions) throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let (office, clock) = try office(folder, in: scratch.path)
    let pinyin = try folder.pinyin()
    let path = scratch.path + "/demo"
    let who = try storeFailures(at: path) {
      try office.signIn(clerk, login: StoreOptions.login(), pin: nil)
    }
    let printer = Printer(office: office, path: path, data: folder)
    try runDesk(
      on: office, as: who, expecting: who.name, clock: clock, printer: printer, isDemo: true,
      greeting: "演示：三个人轮流办理，Ctrl-O 换人，不用 PIN；改动不保留。F1 帮助。", pinyin: pinyin, desk)
  }

  static let clerk = "演示经办"

  /// The demo office in a folder of its own.
  static func office(_ folder: DataFolder, in scratch: String) throws -> (office: OpenOffice, clock: Clock) {
    let path = scratch + "/demo"
    let last = try restore(folder.path + "/demo/qingyuan-demo.backup", to: path)
    let calendar = DataFolder.calendar(folder.path)
    let clock = Clock(runningFrom: (try? calendar.day(1, workingDaysAfter: last)) ?? last)
    let pinyin = try folder.pinyin()
    let office = try StoreOptions.open(path, pinyin: pinyin, clock: clock, looksThrough: false)
    office.calendar = calendar
    office.tariff = DataFolder.tariff(folder.path)
    return (office, clock)
  }

  /// Makes a store of the demo's backup; gives the day of its last save.
  private static func restore(_ backup: String, to path: String) throws -> CivilDate {
    var last = CivilDate.first
    do {
      _ = try Journal.restore(backup, to: path) { record in
        guard let saved = try? TransactionLine.read(record.bytes, in: record.payload),
          let day = Moment.officeDay(of: saved.at)
        else { return }
        last = day
      }
    } catch {
      throw Failure(.badInput, "演示数据 \(backup) 读不了，请重新安装。")
    }
    return last
  }
}
