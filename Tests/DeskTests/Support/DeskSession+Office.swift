import CaseModel
import Casework
import Testing

@testable import Desk

/// An office in which people take turns at one desk; each is let in by their login.
extension DeskSession {
  static let people = ["李经办", "钱复核", "孙复核", "赵主管"]

  /// An office without filings, on a day, with a clerk, two reviewers and a supervisor at the desk.
  static func office(on day: String) throws -> DeskSession {
    var state = try DemoOffice.empty()
    let roles: [Operator.Role] = [.clerk, .reviewer, .reviewer, .supervisor]
    state.fold(
      Transaction(
        by: "演示", at: "2019-01-02T01:00:00Z", policy: "",
        changes: zip(people, roles).map { .operatorAdded(.init(name: $0, role: $1, login: $0)) }))
    var desk = try DeskSession(state)
    try desk.on(day)
    desk.model.year = desk.model.device.today.year
    desk.model.stateChanged(state)
    return desk
  }

  mutating func on(_ day: String) throws { model.device.today = try #require(CivilDate(day)) }

  /// Somebody takes over, by keys.
  mutating func turn(_ name: String) throws {
    guard model.seat.operatorName != name else { return }
    let operators = state.house.operators.filter { !$0.isRetired }.map(\.name)
    let number = try #require(operators.firstIndex(of: name)) + 1
    try press("<C-o>\(number)<Enter>")
    try #require(model.seat.operatorName == name, "\(screen)")
  }

  func standing(_ id: String) -> Standing? { state.file(id)?.standing }
}
