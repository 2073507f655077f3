import CaseModel

/// Who of an office counts as one person with somebody of its city for the two pairs of eyes: whoever bears the same name
/// or the same login, until the city has said that they are two; and whoever it has said to be one with them. Source:
/// offices.md, Persons, order, eyes.
///
/// The words on it are those of `Ruling.amongOperators`.
struct OtherEyes: Hashable, Sendable {
  /// By the office's writer and a name in the city: other names there that are the same person.
  private var ones: [String: [String: [String]]] = [:]
  /// By the office's writer: names in the city whose namesake there is somebody else.
  private var apart: [String: Set<String>] = [:]
  /// When the city's own people changed applicants of its own (UTC).
  private var moments: Set<String> = []

  init() {}

  init(_ parts: [OfficePart], rulings: [Ruling]) {
    guard let city = parts.first, parts.count > 1 else { return }
    var said: [[OfficeRecord]: Bool] = [:]
    for ruling in rulings where ruling.isAmongOperators {
      for pair in ruling.pairs { said[pair] = ruling.verdict == .link }
    }
    for part in parts.dropFirst() {
      for one in city.state.house.operators {
        for other in part.state.house.operators {
          let pair = [
            OfficeRecord(writer: city.writer, id: one.name),
            OfficeRecord(writer: part.writer, id: other.name),
          ].sorted()
          let isLike = one.name == other.name || (one.login != nil && one.login == other.login)
          let isOne = said[pair] ?? isLike
          if isOne, one.name != other.name {
            ones[part.writer, default: [:]][one.name, default: []].append(other.name)
          }
          if !isOne, one.name == other.name { apart[part.writer, default: []].insert(one.name) }
        }
      }
    }
    guard !(ones.isEmpty && apart.isEmpty) else { return }
    for changes in city.state.people.changes.values { moments.formUnion(changes.map(\.at)) }
  }

  /// Whether nobody of any office is anybody of the city but for their name.
  var isEmpty: Bool { ones.isEmpty && apart.isEmpty }

  /// The other names in an office of somebody in the city.
  func others(than name: String, at writer: String) -> [String] { ones[writer]?[name] ?? [] }

  /// Whether the office's bearer of a name is not the city's.
  func areApart(_ name: String, at writer: String) -> Bool { apart[writer]?.contains(name) ?? false }

  /// Whether the city itself did what keeps somebody from a step on an office's filing, and not that office.
  func isCitys(_ conflict: DutyConflict, _ file: FiledFiling, _ origin: Origins.Origin) -> Bool {
    switch conflict.kind {
    case .reading, .policy: return true
    default:
      return moments.contains(conflict.at)
        || file.history.enumerated().contains { place, entry in
          entry.at == conflict.at && origin.isOfCity(entry: place)
        }
    }
  }
}

extension Ruling {
  /// The id of a word on who is who among people who work in several offices.
  public static func amongOperators(_ parties: [OfficeRecord]) -> String {
    let names = parties.sorted().map { "\($0.writer) \($0.id)" }
    return "P-" + Digest.hex(of: "operators " + names.joined(separator: " "), bytes: 6)
  }

  /// Whether it is a word on people who work in offices: its parties are their names.
  public var isAmongOperators: Bool { conflict == Self.amongOperators(parties) }
}

extension JointOffice {
  /// Refuses a word on who is who among people that their offices do not have.
  func checkOperators(_ ruling: Ruling) throws(Refusal) {
    guard ruling.verdict == .link || ruling.verdict == .distinct,
      Set(ruling.parties.map(\.writer)).count == ruling.parties.count, ruling.parties.count > 1
    else { throw .offices(.unfitVerdict(ruling.verdict.word)) }
    for party in ruling.parties {
      let part = parts.first { $0.writer == party.writer }
      guard part?.state.house.operators.contains(where: { $0.name == party.id }) == true else {
        throw .unknownOperator(party.id)
      }
    }
  }
}

extension OfficeState {
  /// Refuses to let somebody say of themselves, or of whom they count as one person with, that they are two.
  func checkOtherEyes(_ ruling: Ruling, by who: Operator) throws(Refusal) {
    guard ruling.isAmongOperators else { return }
    let day = folded.lastAt.flatMap(Moment.officeDay) ?? .first
    let selves = [who.name] + ties(of: who.name, on: day).map(\.other)
    if let own = ruling.parties.first(where: { selves.contains($0.id) }) { throw .offices(.ownEyes(own.id)) }
  }
}
