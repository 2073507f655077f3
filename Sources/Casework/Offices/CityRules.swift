import SubsidyRules

/// The policies and readings that a city has chosen, as its offices take them over: the city's act, under the name of
/// whoever chose.
public struct CityRules: Hashable, Sendable {
  /// SHA-256 of the policy files in hexadecimal, in the order in which they came into force.
  public var policies: [String]
  public var readings: [String: String]
  /// Says by which file they came, and from whom.
  public var note: String

  public init(policies: [String], readings: [String: String], note: String) {
    self.policies = policies
    self.readings = readings
    self.note = note
  }
}

extension OfficeState {
  /// What taking over a city's rules changes; nothing where they are in force already.
  func taken(over rules: CityRules, by who: Operator) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    var taking = self
    for hash in rules.policies {
      let adopted = try taking.adopted(hash, note: rules.note, by: who)
      taking.fold(Transaction(by: who.name, at: "", policy: hash, changes: adopted))
      changes += adopted
    }
    for (reading, option) in rules.readings.sorted(by: { $0.key < $1.key })
    where taking.readingChoices[reading] != option {
      guard taking.policy.choosing(option, for: reading) != nil else {
        throw .unknownReading("\(reading)=\(option)")
      }
      changes.append(.readingChosen(reading: reading, option: option, note: rules.note))
    }
    return changes
  }
}
