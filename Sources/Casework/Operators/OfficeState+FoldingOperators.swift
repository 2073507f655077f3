extension OfficeState {
  /// Takes in a change of who works here.
  mutating func foldOperators(_ change: Change, _ transaction: Transaction) {
    switch change {
    case .operatorAdded(let added): put(added, transaction)
    case .operatorRetired(let name, _):
      let day = dutyDay(of: transaction)
      with(name) {
        $0.isRetired = true
        $0.retiredOn = day
      }
    case .pinSet(let key):
      with(transaction.by) {
        $0.pin = key
        $0.code = nil
      }
    case .pinCleared(let name, _, let code):
      let (sponsor, code) = (self.sponsor(by: transaction), issued(code.map(OneTimeCode.init), transaction))
      with(name) { known in
        known.pin = nil
        known.code = code
        known.sponsors.append(sponsor)
      }
    case .codeMissed(let name): with(name) { $0.code?.missed += 1 }
    case .aloneAllowed(let isAllowed, _): house.isAloneAllowed = isAllowed
    default: break
    }
  }

  /// A name that retired may come back, with its new role and login and a PIN of its own to set; who gave it before
  /// stays known.
  private mutating func put(_ added: Operator, _ transaction: Transaction) {
    var added = added
    added.code = issued(added.code, transaction)
    let index = house.operators.firstIndex { $0.name == added.name }
    if let index { added.sponsors = house.operators[index].sponsors }
    // Where there is nothing to approve yet, nobody can be told from whoever founded the store.
    if !files.rows.isEmpty { added.sponsors.append(sponsor(by: transaction)) }
    if let index { house.operators[index] = added } else { house.operators.append(added) }
  }

  private func sponsor(by transaction: Transaction) -> Operator.Sponsor {
    .init(
      name: transaction.by, at: transaction.at, day: dutyDay(of: transaction),
      sequence: transaction.sequence)
  }

  private func issued(_ code: OneTimeCode?, _ transaction: Transaction) -> OneTimeCode? {
    var code = code
    code?.issued = dutyDay(of: transaction)
    return code
  }

  private mutating func with(_ name: String, _ work: (inout Operator) -> Void) {
    guard let index = house.operators.firstIndex(where: { $0.name == name }) else { return }
    work(&house.operators[index])
  }
}
