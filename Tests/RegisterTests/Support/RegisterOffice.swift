import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// An office whose every save goes through the journal's own text and back before it is folded.
///
/// 赵主管 is a supervisor, 李经办 a clerk; the day is 2020-03-27.
struct RegisterOffice {
  private(set) var state: OfficeState
  private(set) var saves: [Transaction] = []
  let today: CivilDate

  private static let shipped = Result {
    try PolicyFile.read(try TestData.bytes("policies/qingyuan-2018-27.json")).get()
  }

  static func policy() throws -> Policy { try shipped.get() }

  init() throws {
    today = try #require(CivilDate("2020-03-27"))
    let policy = try Self.policy()
    state = OfficeState(policy: policy, hash: "founding")
    state.given.policies["founding"] = policy
    try save(
      [
        .founded(OfficeIdentity(name: "英德市知识产权局", district: "441881", policy: policy.id)),
        .operatorAdded(Operator(name: "赵主管", role: .supervisor, login: nil)),
        .operatorAdded(Operator(name: "李经办", role: .clerk, login: nil)),
      ], by: "赵主管")
  }

  var moment: Moment { Moment(at: "2020-03-27T02:00:00Z", today: today) }

  private mutating func save(_ changes: [Change], by name: String) throws {
    let made = Transaction(by: name, at: moment.at, policy: state.policyHash, changes: changes)
    let line = TransactionLine.write(made)
    let read = try TransactionLine.read(line, in: 0..<line.count)
    #expect(read == made)
    state.fold(read)
    saves.append(read)
  }

  /// Carries a command out, or throws its refusal; gives what it changed.
  @discardableResult
  mutating func act(_ command: Casework.Command, by name: String = "赵主管") throws -> [Change] {
    let changes = try state.changes(for: command, by: name, at: moment).get()
    if !changes.isEmpty { try save(changes, by: name) }
    return changes
  }

  func refusal(of command: Casework.Command, by name: String = "赵主管") -> Refusal? {
    if case .failure(let refusal) = state.changes(for: command, by: name, at: moment) { refusal } else { nil }
  }

  /// The state folded anew from every save, as it is when the store is opened without a snapshot.
  func reopened() throws -> OfficeState {
    var state = OfficeState(policy: try Self.policy(), hash: "founding")
    state.given.policies = self.state.given.policies
    state.replay(saves)
    return state
  }
}
