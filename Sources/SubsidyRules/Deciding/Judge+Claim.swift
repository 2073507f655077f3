import CaseModel

extension Judge {
  /// Writes down what may be paid once only, as text: the item and the parts that the policy names. Texts are compared
  /// in half width, upper case, with single spaces; application numbers without dress and check digit.
  mutating func writeKey() {
    if let parts = plan.once { writeKey(plan.keyName, parts) }
  }

  /// Writes down the key of the award that is needed.
  mutating func writeNeeds() {
    guard let needs = plan.needs else { return }
    let key = demand.key
    demand.key.removeAll(keepingCapacity: true)
    writeKey(needs.keyName, needs.parts)
    demand.needs = demand.key
    demand.key = key
  }

  /// Works out by what the filing is served where its caps have an order of their own: the lowest first.
  mutating func rank() {
    switch plan.order {
    case .earliest(let number): demand.rank = term(number)?.value.size ?? 0
    case .highest(let number): demand.rank = -(term(number)?.value.size ?? 0)
    case nil: break
    }
  }

  /// The number of a filing's lot among those of its day; 0 where its caps draw none, or the seal does not stand yet.
  func lot(of id: some Sequence<UInt8>, _ received: CivilDate) -> UInt64 {
    plan.heads[received.year - 1].map { Lot.draw($0, id) } ?? 0
  }

  private mutating func writeKey(_ name: [UInt8], _ parts: [KeyPart]) {
    demand.key.append(contentsOf: name)
    for part in parts {
      demand.key.append(UInt8(ascii: "|"))
      switch part {
      case .applicant: write(facts.applicant)
      case .family: write(facts.family)
      case .input(let index):
        guard inputs.indices.contains(index), let value = inputs[index].value else {
          demand.key.removeAll(keepingCapacity: true)
          return
        }
        write(value)
      case .value(let index):
        guard let value = silently({ $0.namedTerm(index) })?.value else {
          demand.key.removeAll(keepingCapacity: true)
          return
        }
        write(value)
      }
    }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .money(let money): demand.key.append(contentsOf: money.description.utf8)
    case .percentage(let percentage): demand.key.append(contentsOf: percentage.description.utf8)
    case .number(let number): demand.key.append(contentsOf: String(number).utf8)
    case .flag(let flag): demand.key.append(contentsOf: (flag ? "true" : "false").utf8)
    case .date(let date): demand.key.append(contentsOf: date.description.utf8)
    case .patent(let number):
      demand.key.append(decimal: Int(number.digits), width: number.isOld ? 8 : 12)
    case .text(let text): write(TextFolding.unique(text))
    }
  }

  /// Two texts that differ must not become alike when they are joined.
  private mutating func write(_ text: String) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") { demand.key.append(UInt8(ascii: "\\")) }
      demand.key.append(byte)
    }
  }

  /// Takes key and room in each further family of a decided filing too.
  mutating func takeInFurtherFamilies(_ event: CivilDate?) {
    guard !facts.further.isEmpty else { return }
    let (family, key) = (facts.family, demand.key)
    var done: Set<String> = [family]
    for other in facts.further where done.insert(other).inserted {
      facts.family = other
      if plan.isOncePerFamily, !key.isEmpty {
        demand.key.removeAll(keepingCapacity: true)
        writeKey()
        demand.furtherKeys.append(demand.key)
      }
      drawOnCaps(event, ofFamiliesOnly: true)
    }
    facts.family = family
    demand.key = key
  }

  /// Draws on the shared caps that an award of this event draws on.
  mutating func drawOnCaps(_ event: CivilDate?, ofFamiliesOnly: Bool = false) {
    guard let event else { return }
    for place in plan.caps.indices where !ofFamiliesOnly || plan.caps[place].isOfFamily {
      guard let limitCase = caseIndex(plan.caps[place].limit) else { continue }
      let year = plan.caps[place].window == .year ? event.year : nil
      demand.beginGroup(of: plan.caps[place], year: year)
      if writeHolder(of: plan.caps[place]) {
        demand.draw(on: plan.caps[place], at: place, limitCase: limitCase, year: year)
      } else {
        demand.dropGroup()
      }
    }
  }

  /// Writes a value that tells holders apart; a bar in it does not part it.
  private mutating func write(holder value: Value) {
    switch value {
    case .text(let text):
      for byte in text.utf8 {
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") {
          demand.groups.append(UInt8(ascii: "\\"))
        }
        demand.groups.append(byte)
      }
    case .patent(let number):
      demand.groups.append(decimal: Int(number.digits), width: number.isOld ? 8 : 12)
    case .flag(let flag): demand.groups.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): demand.groups.append(contentsOf: String(number).utf8)
    case .date(let date): demand.groups.append(contentsOf: date.description.utf8)
    case .money(let money): demand.groups.append(contentsOf: money.description.utf8)
    case .percentage(let percentage): demand.groups.append(contentsOf: percentage.description.utf8)
    }
  }

  /// Writes who holds a cap; false where a part of it can't be told.
  private mutating func writeHolder(of cap: ItemPlan.Cap) -> Bool {
    guard let parts = cap.holder else { return false }
    // A cap that tells nobody apart belongs to the whole city.
    if parts.isEmpty { demand.groups.append(contentsOf: "city".utf8) }
    for (place, part) in parts.enumerated() {
      if place > 0 { demand.groups.append(UInt8(ascii: "/")) }
      switch part {
      case .applicant: demand.groups.append(contentsOf: facts.applicant.utf8)
      case .family: demand.groups.append(contentsOf: facts.family.utf8)
      case .each(let expression):
        guard let value = term(expression)?.value else { return false }
        write(holder: value)
      case .text(let expression):
        guard case .text(let text)? = term(expression)?.value else { return false }
        write(holder: .text(TextFolding.unique(text)))
      }
    }
    return true
  }
}

extension Value {
  /// A day, a number or a sum as a number to order by.
  fileprivate var size: Int64 {
    switch self {
    case .date(let day): Int64(day.dayNumber)
    case .number(let number): Int64(number)
    case .money(let money): money.fen
    case .percentage, .flag, .patent, .text: 0
    }
  }
}
