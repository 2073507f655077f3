import CaseModel

/// Who may work here: managed by supervisors, except that everybody sets their own PIN.
extension OfficeState {
  /// Somebody who is known and has not retired.
  func active(_ name: String) throws(Refusal) -> Operator {
    guard let who = house.operators.first(where: { $0.name == name }) else { throw .unknownOperator(name) }
    guard !who.isRetired else { throw .operatorRetired(name) }
    return who
  }

  func need(_ role: Operator.Role, _ who: Operator) throws(Refusal) {
    guard who.role >= role else { throw .roleTooLow(needed: role) }
  }

  func operatorChanges(for command: Command, by who: Operator) throws(Refusal) -> [Change] {
    switch command {
    case .setPIN(let key, let old):
      guard who.pin == old else { throw .pinChanged }
      return [.pinSet(key)]
    case .addOperator(let added):
      try need(.supervisor, who)
      return [.operatorAdded(try checked(added))]
    case .retireOperator(let name, let note):
      try need(.supervisor, who)
      let leaving = try active(name)
      let isOthers = house.operators.contains { !$0.isRetired && $0.role == .supervisor && $0.name != name }
      guard leaving.role != .supervisor || isOthers else { throw .lastSupervisor }
      return [.operatorRetired(name: name, note: note)]
    case .clearPIN(let name, let note, let code):
      try need(.supervisor, who)
      guard name != who.name else { throw .pinIsOwn }
      let isNothing = try active(name).pin == nil && code == nil
      return isNothing ? [] : [.pinCleared(name: name, note: note, code: code)]
    case .notePINsMissed(let count): return count > 0 ? [.pinsMissed(count)] : []
    case .allowAlone(let isAllowed, let note):
      try need(.supervisor, who)
      guard TextFolding.isReason(note) else { throw .noteMissing }
      return isAllowed == house.isAloneAllowed ? [] : [.aloneAllowed(isAllowed, note: note)]
    default: return []
    }
  }

  /// A new name, or one that comes back. A login stays with the name it was bound to, so that nobody gets a second.
  private func checked(_ added: Operator) throws(Refusal) -> Operator {
    guard !TextFolding.isBlank(added.name) else { throw .nameMissing }
    guard TextFolding.isVisible(added.name) else { throw .nameNotVisible }
    guard !LookAlike.areAlike(added.name, Transaction.program) else {
      throw .operatorExists(Transaction.program)
    }
    for known in house.operators where LookAlike.areAlike(known.name, added.name) {
      guard known.isRetired, known.name == added.name else { throw .operatorExists(known.name) }
    }
    if let login = added.login,
      let other = house.operators.first(where: { $0.login == login && $0.name != added.name })
    {
      throw .loginTaken(by: other.name)
    }
    return Operator(name: added.name, role: added.role, login: added.login, code: added.code?.key)
  }
}
