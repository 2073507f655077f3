extension OfficeState {
  /// Takes in a change of who works here.
  mutating func foldOperators(_ change: Change, _ transaction: Transaction) {
    switch change {
    case .operatorAdded(let added): put(added, by: transaction.by, at: transaction.at)
    case .operatorRetired(let name, _): with(name) { $0.isRetired = true }
    case .pinSet(let key): with(transaction.by) { $0.pin = key }
    case .pinCleared(let name, _):
      with(name) { known in
        known.pin = nil
        known.sponsor = .init(name: transaction.by, at: transaction.at)
      }
    case .aloneAllowed(let isAllowed, _): isAloneAllowed = isAllowed
    default: break
    }
  }

  /// A name that retired may come back, with its new role and login and a PIN of its own to set.
  private mutating func put(_ added: Operator, by name: String, at: String) {
    var added = added
    added.sponsor = .init(name: name, at: at)
    if let index = operators.firstIndex(where: { $0.name == added.name }) {
      operators[index] = added
    } else {
      operators.append(added)
    }
  }

  private mutating func with(_ name: String, _ work: (inout Operator) -> Void) {
    guard let index = operators.firstIndex(where: { $0.name == name }) else { return }
    work(&operators[index])
  }
}
