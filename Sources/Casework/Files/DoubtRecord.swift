import CaseModel

/// What was doubtful at an approval, as bytes of the filing's story.
extension PatentDoubt: Packed {
  init(from reader: inout PackedReader) {
    func whole() -> Int { (reader.next() as Signed).value }
    self =
      switch reader.number() {
      case 0: .filedYear(reader.next(), year: whole())
      case 1: .aboveTariff(paid: reader.next(), annuity: whole(), fee: reader.next())
      case 2: .otherDay(input: reader.name(), reader.next(), known: reader.next(), by: reader.next())
      case 3: .notOwner(on: reader.next(), owner: reader.next(), by: reader.next())
      case 4: .otherClaimant(name: reader.next(), filing: reader.next())
      case 5: .otherAgency(reader.next(), by: reader.next())
      case 6: .notInForce(state: reader.name(), seen: reader.next(), by: reader.next())
      case 7: .aboveFees(sum: reader.next(), fees: reader.next())
      case 8:
        .banned(until: reader.next(), reason: reader.next(), record: reader.next(), taken: reader.next())
      case 9: .listed(input: reader.name(), typed: whole(), listed: whole())
      case 10: .unlisted
      default: reader.failing(.unlisted)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .filedYear(let day, let year): writer.put(0, day, Signed(year))
    case .aboveTariff(let paid, let annuity, let fee): writer.put(1, paid, Signed(annuity), fee)
    case .otherDay(let input, let day, let known, let by): writer.put(2, Name(input), day, known, by)
    case .notOwner(let day, let owner, let by): writer.put(3, day, owner, by)
    case .otherClaimant(let claimant, let filing): writer.put(4, claimant, filing)
    case .otherAgency(let agency, let by): writer.put(5, agency, by)
    case .notInForce(let state, let seen, let by): writer.put(6, Name(state), seen, by)
    case .aboveFees(let sum, let fees): writer.put(7, sum, fees)
    case .banned(let until, let reason, let record, let taken): writer.put(8, until, reason, record, taken)
    case .listed(let input, let typed, let listed): writer.put(9, Name(input), Signed(typed), Signed(listed))
    case .unlisted: writer.put(10)
    }
  }
}
