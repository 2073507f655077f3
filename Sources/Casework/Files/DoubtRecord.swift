import CaseModel

/// What was doubtful at an approval, as bytes of the filing's story.
extension RecordWriter {
  mutating func doubt(_ doubt: PatentDoubt) {
    switch doubt {
    case .filedYear(let day, let year):
      count(0)
      self.day(day)
      whole(year)
    case .aboveTariff(let paid, let annuity, let fee):
      count(1)
      money(paid)
      whole(annuity)
      money(fee)
    case .otherDay(let input, let day, let known, let by):
      count(2)
      name(input)
      self.day(day)
      self.day(known)
      text(by)
    case .notOwner(let day, let owner, let by):
      count(3)
      self.day(day)
      text(owner)
      text(by)
    case .otherClaimant(let claimant, let filing):
      count(4)
      text(claimant)
      text(filing)
    case .otherAgency(let agency, let by):
      count(5)
      text(agency)
      text(by)
    case .notInForce(let state, let seen, let by):
      count(6)
      name(state)
      day(seen)
      text(by)
    case .aboveFees(let sum, let fees):
      count(7)
      total(sum)
      money(fees)
    case .banned(let until, let reason, let record, let taken):
      count(8)
      day(until)
      text(reason)
      text(record)
      optional(taken) { $0.text($1) }
    case .listed(let input, let typed, let listed):
      count(9)
      name(input)
      whole(typed)
      whole(listed)
    case .unlisted: count(10)
    }
  }

  private mutating func whole(_ number: Int) { signed(Int64(number)) }
}

extension RecordReader {
  /// Reads what `RecordWriter` wrote of a doubt.
  mutating func doubt() -> PatentDoubt {
    switch number() {
    case 0: .filedYear(day(), year: whole())
    case 1: .aboveTariff(paid: money(), annuity: whole(), fee: money())
    case 2: .otherDay(input: name(), day(), known: day(), by: text())
    case 3: .notOwner(on: day(), owner: text(), by: text())
    case 4: .otherClaimant(name: text(), filing: text())
    case 5: .otherAgency(text(), by: text())
    case 6: .notInForce(state: name(), seen: day(), by: text())
    case 7: .aboveFees(sum: total(), fees: money())
    case 8: .banned(until: day(), reason: text(), record: text(), taken: optional { $0.text() })
    case 9: .listed(input: name(), typed: whole(), listed: whole())
    case 10: .unlisted
    default: unread()
    }
  }

  private mutating func whole() -> Int { Int(signed()) }

  private mutating func unread() -> PatentDoubt {
    fail()
    return .unlisted
  }
}
