import ArgumentParser
import CaseModel
import Casework
import Desk
import Interchange
import JSONText
import Office
import SubsidyRules

/// Opens the desk on the office's store.
struct OpenDesk: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "desk", abstract: "打开工作台（默认）")

  @OptionGroup var options: StoreOptions
  @OptionGroup var desk: DeskOptions

  func run() throws {
    try reporting {
      let clock = try options.clock()
      let data = try DataFolder.find(options.data)
      let pinyin = try data.pinyin()
      let path = try options.path()
      if Setup.isPossible(at: path) {
        switch try Setup(path: path, policies: data.policies()).ask() {
        case .make(let store): _ = try store.make(pinyin: pinyin, clock: clock)
        case .demo: return try Demo.run(data, desk)
        case .leave: return
        }
      }
      let office = try StoreOptions.open(path, pinyin: pinyin, clock: clock)
      office.calendar = DataFolder.calendar(options.data)
      try runDesk(
        on: office, as: options.actorAtDesk(in: office), expecting: options.name ?? "", clock: clock,
        printer: Printer(office: office, path: path, data: data), isDemo: false, pinyin: pinyin, desk)
    }
  }
}

/// Opens the desk on a throwaway copy of the demo data, on the demo's own day.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "打开演示（虚构数据的临时副本）")

  @Option(help: "数据文件夹") var data: String?
  @OptionGroup var desk: DeskOptions

  func run() throws {
    try reporting { try Self.run(DataFolder.find(data), desk) }
  }

  static func run(_ folder: DataFolder, _ desk: DeskOptions) throws {
    let cases = try readCases(folder)
    // The demo's own day: the last on which something was received.
    let clock = Clock(today: cases.filings.map(\.received).max())
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let office = try makeOffice(scratch.path + "/demo", cases, folder, clock)
    let who = try signedIn(to: office, as: people.clerk)
    let printer = Printer(office: office, path: scratch.path + "/demo", data: folder)
    try runDesk(
      on: office, as: who, expecting: who.name, clock: clock, printer: printer, isDemo: true,
      pinyin: folder.pinyin(), desk)
  }

  /// Three who take turns, so that a filing can be walked to its end, and one who was there before.
  private static let people = (clerk: "演示经办", reviewer: "演示复核", supervisor: "演示主管", before: "演示前任")

  private static func readCases(_ folder: DataFolder) throws -> CaseFile {
    let path = folder.path + "/demo/qingyuan-demo.json"
    let bytes = try Streams.read(path)
    let policy = try folder.policy("qingyuan-2018-27")
    do {
      return try CaseFile.read(bytes) { $0 == policy?.id ? policy : nil }
    } catch {
      throw Failure(status: .badInput, sentence: "演示数据 \(path) 有误（\(error.location)），请重新安装。")
    }
  }

  private static func readRegister(_ folder: DataFolder) throws -> [RegisterEntry] {
    let path = folder.path + "/demo/qingyuan-register.jsonl"
    let bytes = try Streams.read(path)
    do throws(JSONError) {
      return try RegisterFile.read(bytes)
    } catch {
      throw Failure(status: .badInput, sentence: "演示数据 \(path) 有误（\(error.location)），请重新安装。")
    }
  }

  private static func makeOffice(
    _ path: String, _ cases: CaseFile, _ folder: DataFolder, _ clock: Clock
  ) throws -> OpenOffice {
    let founder = Operator(name: people.supervisor, role: .supervisor, login: StoreOptions.login())
    let store = NewStore(
      path: path,
      office: .init(name: "清远市知识产权局", district: "441800", policy: cases.policy.id, isTrial: true),
      founder: founder, policyPath: folder.policyPath(cases.policy.id))
    let office = try store.make(pinyin: folder.pinyin(), clock: clock)
    office.calendar = DataFolder.calendar(folder.path)
    office.asksForPINs = false
    let supervisor = try signedIn(to: office, as: people.supervisor)
    for (name, role) in [
      (people.clerk, Operator.Role.clerk), (people.reviewer, .reviewer), (people.before, .supervisor),
    ] {
      _ = try office.saving(
        .addOperator(Operator(name: name, role: role, login: nil)), by: supervisor, at: path)
    }
    func isNew(_ filing: Filing) -> Bool { filing.stage == .received && filing.decided == nil }
    // What was decided was taken over by a supervisor who has left since, so that everybody here may go on with it.
    let decided = Command.importCases(
      applicants: cases.applicants, filings: cases.filings.filter { !isNew($0) })
    _ = try office.saving(decided, by: signedIn(to: office, as: people.before), at: path)
    _ = try office.saving(.retireOperator(people.before, note: "调离"), by: supervisor, at: path)
    let clerk = try signedIn(to: office, as: people.clerk)
    let received = Command.importCases(
      applicants: [], filings: cases.filings.filter(isNew))
    _ = try office.saving(received, by: clerk, at: path)
    _ = try office.saving(.enterRecords(readRegister(folder)), by: clerk, at: path)
    try bounceLastPayment(in: office, by: supervisor, at: path)
    return office
  }

  /// The bank sends the last payment back: an interchange file can't state that, and every standing should be there.
  private static func bounceLastPayment(in office: OpenOffice, by who: SignedIn, at path: String) throws {
    guard let paid = office.state.files.last(where: { $0.standing == .paid }) else { return }
    var request = StepRequest(.bounce, [office.state.row(paid.filing.id)])
    request.grounds = [Ground.accountNumber.rawValue]
    _ = try office.saving(.step(request), by: who, at: path)
  }

  private static func signedIn(to office: OpenOffice, as name: String) throws -> SignedIn {
    do throws(OfficeError) {
      return try office.signIn(name, login: StoreOptions.login(), pin: nil)
    } catch {
      throw Failure(error, at: name)
    }
  }
}
