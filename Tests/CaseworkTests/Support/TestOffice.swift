import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// An office at work: commands in, and every save through the journal's own text and back before it is folded.
///
/// 赵主管 and 周主管 are supervisors, 钱复核 and 孙复核 reviewers, 李经办 and 吴经办 clerks; all were added in 2018.
struct TestOffice {
  var state: OfficeState
  private(set) var saves: [Transaction] = []
  var today: CivilDate
  /// The day that the device's clock shows, where it is not the office's.
  var clockDay: CivilDate?
  private var minute = 0

  static let policyFile = try? TestData.bytes("policies/qingyuan-2018-27.json")
  private static let holidayFile = try? TestData.bytes("holidays.json")

  /// Read once: reading it takes longer than most tests.
  private static let shipped = policyFile.flatMap { try? PolicyFile.read($0).get() }

  static func policy() throws -> Policy { try #require(shipped) }
  static func policy(_ file: [UInt8]) throws -> Policy { try PolicyFile.read(file).get() }

  init(today: String = "2019-06-10", isTrial: Bool = false, policy file: [UInt8]? = nil) throws {
    self.today = try #require(CivilDate("2018-03-01"))
    let policy = try file.map(Self.policy) ?? Self.policy()
    state = OfficeState(policy: policy, hash: "founding")
    state.given.policies["founding"] = policy
    state.given.calendar = try HolidayFile.read(#require(Self.holidayFile))
    let identity = OfficeIdentity(
      name: "英德市知识产权局", district: "441881", policy: policy.id, isTrial: isTrial)
    try save(
      [.founded(identity), .operatorAdded(Operator(name: "赵主管", role: .supervisor, login: nil))], by: "赵主管")
    let others: [(String, Operator.Role)] = [
      ("周主管", .supervisor), ("钱复核", .reviewer), ("孙复核", .reviewer), ("李经办", .clerk), ("吴经办", .clerk),
    ]
    for (name, role) in others {
      try act(.addOperator(Operator(name: name, role: role, login: nil)), by: "赵主管")
    }
    try act(
      .enterApplicant(
        Applicant(
          id: "E1", name: "英德市碧落陶瓷有限公司", kind: .enterprise, district: "441881", bank: "英德农商行",
          account: "1236001321"
        )),
      by: "李经办")
    try act(
      .enterApplicant(
        Applicant(
          id: "G1", name: "清远市北江专利代理事务所", kind: .agency, district: "441802", bank: "清远农商行",
          account: "1237001321")),
      by: "李经办")
    self.today = try #require(CivilDate(today))
    minute = 0
  }

  // MARK: - Acting

  /// The moment of the next save: two minutes after the last of that day, from ten o'clock on.
  func moment() -> Moment {
    let hour = 2 + minute / 60
    let parts = [hour, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return Moment(at: "\(clockDay ?? today)T\(parts[0]):\(parts[1]):00Z", today: today)
  }

  private mutating func save(_ changes: [Change], by name: String) throws {
    let made = Transaction(
      by: name, at: moment().at, day: moment().setDay, policy: state.policyHash, changes: changes)
    let line = TransactionLine.write(made)
    var read = try TransactionLine.read(line, in: 0..<line.count)
    #expect(read == made)
    read.sequence = saves.count + 1
    state.fold(read)
    saves.append(read)
    minute += 2
  }

  /// Carries a command out, or throws its refusal.
  mutating func act(_ command: Casework.Command, by name: String) throws {
    let changes = try state.changes(for: command, by: name, at: moment()).get()
    guard !changes.isEmpty else { return }
    try save(changes, by: name)
  }

  /// The refusal of a command; nil where it would be carried out.
  func refusal(of command: Casework.Command, by name: String) -> Refusal? {
    if case .failure(let refusal) = state.changes(for: command, by: name, at: moment()) {
      refusal
    } else {
      nil
    }
  }

  /// A request on what stands now.
  func request(_ step: Step, _ ids: [String], _ fill: (inout StepRequest) -> Void = { _ in }) -> StepRequest {
    var request = StepRequest(step, ids.map(state.row))
    fill(&request)
    return request
  }

  mutating func step(
    _ step: Step, _ ids: String..., by name: String, _ fill: (inout StepRequest) -> Void = { _ in }
  ) throws {
    try act(.step(request(step, ids, fill)), by: name)
  }

  func refusal(
    of step: Step, _ ids: String..., by name: String, _ fill: (inout StepRequest) -> Void = { _ in }
  ) -> Refusal? {
    refusal(of: .step(request(step, ids, fill)), by: name)
  }

  func file(_ id: String) throws -> FiledFiling { try #require(state.file(id)) }

  /// What somebody is told who is refused.
  func sentence(_ refusal: Refusal?, filing: String? = nil) throws -> String {
    StoreWording.sentence(try #require(refusal), in: state, filing: filing)
  }

  /// Receives a filing and moves it on to a standing, accepted by 李经办, reviewed by 钱复核, approved by 孙复核.
  mutating func bring(_ filing: Filing, to standing: Standing) throws {
    try act(.receiveFiling(filing), by: "李经办")
    let steps: [(Step, String)] = [
      (.accept, "李经办"), (.review, "钱复核"), (.approve, "孙复核"), (.publish, "孙复核"), (.pay, "赵主管"),
    ]
    for (step, name) in steps where try file(filing.id).standing != standing {
      try self.step(step, filing.id, by: name)
    }
    #expect(try file(filing.id).standing == standing)
  }

  /// The state folded anew from every save, as it is when the store is opened.
  func reopened() throws -> OfficeState {
    var state = OfficeState(policy: try Self.policy(), hash: "founding")
    state.given.policies = self.state.given.policies
    state.replay(saves)
    return state
  }
}
