import CaseModel

/// Which records of applicants in several offices are one person: those with one valid code, and those that the city has
/// linked, unless it has said that they are two. Source: offices.md, Persons.
///
/// Units of one name without codes stay records of their own, which caps and keys take together (`Units`).
public struct Persons: Sendable {
  /// A record of an applicant: the part's place and the applicant's number in it.
  public struct Member: Hashable, Sendable {
    public var part: Int
    public var number: Int
  }

  public struct Person: Sendable {
    /// As the first office has it; joined with `@` and the office's letter where that id is another person's.
    public var id: String
    /// The first stands for the person.
    public var members: [Member]
  }

  public private(set) var people: [Person] = []
  /// By part, the person of each applicant.
  private var places: [[Int]]

  /// What tells of an applicant by itself who it is.
  struct Identity: Sendable {
    var code: String?
    var name: Units.Name

    init(_ applicant: Applicant) { (code, name) = (applicant.provenCode, Units.Name(applicant)) }
  }

  /// The people among the applicants of some parts, in the order of the parts.
  init(_ parts: [OfficePart], _ identities: [[Identity]], rulings: [Ruling]) {
    var groups = Groups(parts)
    let apart = Ruling.told(apart: rulings)
    func areApart(_ a: Member, _ b: Member) -> Bool {
      guard !apart.isEmpty else { return false }
      return apart.contains([parts.record(a), parts.record(b)].sorted())
    }
    var byCode: [String: [Member]] = [:]
    for (part, known) in identities.enumerated() {
      for (number, identity) in known.enumerated() {
        guard let code = identity.code else { continue }
        let member = Member(part: part, number: number)
        let others = byCode[code, default: []]
        if let first = others.first(where: { !areApart($0, member) }) { groups.join(first, member) }
        byCode[code, default: []].append(member)
      }
    }
    for ruling in rulings where ruling.verdict == .link {
      for pair in ruling.pairs where !apart.contains(pair) {
        if let a = parts.member(pair[0]), let b = parts.member(pair[1]) { groups.join(a, b) }
      }
    }
    places = parts.map { Array(repeating: -1, count: $0.state.people.applicants.count) }
    var byRoot: [Member: Int] = [:]
    var taken: Set<String> = []
    for (part, office) in parts.enumerated() {
      for (number, applicant) in office.state.people.applicants.enumerated() {
        let member = Member(part: part, number: number)
        let root = groups.root(member)
        if let known = byRoot[root] {
          people[known].members.append(member)
          places[part][number] = known
          continue
        }
        var id = applicant.id
        while !taken.insert(id).inserted { id = office.other(id) }
        byRoot[root] = people.count
        places[part][number] = people.count
        people.append(Person(id: id, members: [member]))
      }
    }
  }

  /// Pairs of people that the city has told apart, by their ids among all.
  func apart(_ rulings: [Ruling], _ parts: [OfficePart]) -> Set<Set<String>> {
    Set(
      Ruling.told(apart: rulings).compactMap { pair in
        let ids = Set(pair.compactMap(parts.member).map { person($0).id })
        return ids.count == 2 ? ids : nil
      })
  }

  func person(_ member: Member) -> Person { people[places[member.part][member.number]] }

  /// The id that an applicant of a part goes by among all; its own where the part does not know it.
  func id(of applicant: String, in part: Int, _ parts: [OfficePart]) -> String {
    // Not by way of the state, of which a copy would be made for each filing.
    parts[part].state.people.numbers[applicant]
      .map { person(Member(part: part, number: $0)).id } ?? applicant
  }
}

/// Records that belong together, found by following each to its group's first.
private struct Groups {
  private var above: [[Persons.Member]]

  init(_ parts: [OfficePart]) {
    above = parts.enumerated().map { part, office in
      office.state.people.applicants.indices.map { Persons.Member(part: part, number: $0) }
    }
  }

  mutating func root(_ member: Persons.Member) -> Persons.Member {
    var here = member
    while above[here.part][here.number] != here { here = above[here.part][here.number] }
    above[member.part][member.number] = here
    return here
  }

  mutating func join(_ a: Persons.Member, _ b: Persons.Member) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    // The earlier record stands for both.
    let (first, other) = (a.part, a.number) < (b.part, b.number) ? (a, b) : (b, a)
    above[other.part][other.number] = first
  }
}

extension Ruling {
  /// Pairs of records that are two people; of two words on the same records the later one holds.
  fileprivate static func told(apart rulings: [Ruling]) -> Set<[OfficeRecord]> {
    var apart: Set<[OfficeRecord]> = []
    for ruling in rulings {
      for pair in ruling.pairs {
        switch ruling.verdict {
        case .distinct: apart.insert(pair)
        case .link: apart.remove(pair)
        default: break
        }
      }
    }
    return apart
  }

  /// Its parties two by two, each pair in order.
  var pairs: [[OfficeRecord]] {
    parties.indices.flatMap { first in
      parties[(first + 1)...].map { [parties[first], $0].sorted() }
    }
  }
}

extension [OfficePart] {
  /// The identity of every applicant, by part and number.
  var identities: [[Persons.Identity]] {
    inParallel(count, atLeast: 1) { places in
      places.map { self[$0].state.people.applicants.map(Persons.Identity.init) }
    }
  }

  func record(_ member: Persons.Member) -> OfficeRecord {
    OfficeRecord(
      writer: self[member.part].writer, id: self[member.part].state.people.applicants[member.number].id)
  }

  func member(_ record: OfficeRecord) -> Persons.Member? {
    for (part, office) in enumerated() where office.writer == record.writer {
      return office.state.number(ofApplicant: record.id).map { Persons.Member(part: part, number: $0) }
    }
    return nil
  }
}

extension Applicant {
  /// A code that can be nobody else's: its check digits are right.
  var provenCode: String? { code.flatMap(CreditCode.proven) }
}

extension CreditCode {
  /// A unit's code or a person's identity number whose check digits are right, folded; nil of any other.
  static func proven(_ code: String) -> String? {
    switch read(code) {
    case .code(let code): code.text
    case .residentID: TextFolding.search(code)
    default: nil
    }
  }
}
