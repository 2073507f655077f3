import CaseModel
import SubsidyRules

/// Whose branch a person is, as all offices together know it: the head office of any of its records that has one, unless
/// the city has said which. Source: offices.md, Persons.
struct PersonParents {
  private let parts: [OfficePart]
  private let persons: Persons
  private var parents: [String: String] = [:]
  /// People whose records name different heads, or whose heads come round to themselves; those on whom the city has ruled
  /// too.
  private(set) var disputed: Set<String> = []
  /// People whose head the city has given.
  private var ruled: [String: String] = [:]

  init(_ parts: [OfficePart], _ persons: Persons, rulings: [Ruling]) {
    self.parts = parts
    self.persons = persons
    for ruling in rulings {
      guard case .head(let head) = ruling.verdict, let head = parts.member(head) else { continue }
      for party in ruling.parties {
        guard let member = parts.member(party) else { continue }
        ruled[persons.person(member).id] = persons.person(head).id
      }
    }
    for person in persons.people {
      for member in person.members {
        let state = parts[member.part].state
        guard let parent = state.people.applicants[member.number].parent else { continue }
        let head = persons.id(of: parent, in: member.part, parts)
        guard head != person.id else { continue }
        if let known = parents[person.id] {
          if known != head { disputed.insert(person.id) }
        } else {
          parents[person.id] = head
        }
      }
    }
    if !ruled.isEmpty {
      let heads = Families.heads(parents)
      for id in ruled.keys where heads[id] == .some(nil) { disputed.insert(id) }
      for (id, head) in ruled { parents[id] = head == id ? nil : head }
    }
    openCircles()
  }

  /// Whether whose branch a person is, or somebody above it, is by the city's word or by the first of several records: what
  /// its own office knows of the family is then not what counts.
  func isSaid(_ person: String) -> Bool {
    guard !disputed.isEmpty || !ruled.isEmpty else { return false }
    var next: String? = person
    while let id = next {
      if disputed.contains(id) || ruled[id] != nil { return true }
      next = parents[id]
    }
    return false
  }

  /// What comes round to itself is one family, under whichever of its people stands first, until the city has said who
  /// heads it.
  private mutating func openCircles() {
    var heads = Families.heads(parents)
    while heads.values.contains(nil) {
      for (id, head) in heads where head == nil { disputed.insert(id) }
      guard let lost = persons.people.first(where: { disputed.contains($0.id) && heads[$0.id] == .some(nil) })
      else { return }
      var way: [String] = []
      var next = lost.id
      while !way.contains(next), let parent = parents[next] {
        way.append(next)
        next = parent
      }
      let circle = Set(way[(way.firstIndex(of: next) ?? 0)...])
      guard let first = persons.people.first(where: { circle.contains($0.id) }) else { return }
      parents[first.id] = nil
      heads = Families.heads(parents)
    }
  }

  func parent(of person: String) -> String? { parents[person] }

  /// The facts of a filing among all offices: its family is that of any record of its applicant.
  ///
  /// What is decided stays in the family where it used room, and uses it in the one known now too. A change with a day
  /// counts from that day on, whichever office knows of it.
  ///
  /// - Parameter headOn: the head of a person's family on a day, as all offices together know it.
  func facts(
    of file: FiledFiling, as office: OfficeState, in part: Int, headOn: (String, CivilDate) -> String
  ) -> FactsAtReceipt {
    var facts = file.received
    let known = facts.family
    facts.family = persons.id(of: known, in: part, parts)
    facts.further = facts.further.map { persons.id(of: $0, in: part, parts) }
    // A branch that had left on the day stays where its own office says that it was.
    guard office.people.parentChanges[known] == nil else { return facts }
    let applicant = file.filing.applicant
    let head = headOn(isSaid(applicant) ? applicant : facts.family, file.filing.received)
    guard head != facts.family else { return facts }
    if file.filing.decided == nil {
      facts.family = head
    } else if !facts.further.contains(head) {
      facts.further.append(head)
    }
    return facts
  }
}
