import CaseModel
import SubsidyRules

/// Whose branch a person is, as all offices together know it: the head office of any of its records that has one, unless
/// the city has said which. Source: offices.md, Persons.
struct PersonParents {
  private let parts: [OfficePart]
  private let persons: Persons
  private var parents: [String: String] = [:]
  private var heads: [String: String?] = [:]
  /// People whose records name different heads, or whose heads come round to themselves.
  private(set) var disputed: Set<String> = []

  init(_ parts: [OfficePart], _ persons: Persons, rulings: [Ruling]) {
    self.parts = parts
    self.persons = persons
    var ruled: [String: String] = [:]
    for ruling in rulings {
      guard case .head(let head) = ruling.verdict, let head = parts.member(head) else { continue }
      for party in ruling.parties {
        guard let member = parts.member(party) else { continue }
        ruled[persons.person(member).id] = persons.person(head).id
      }
    }
    for person in persons.people {
      if let head = ruled[person.id] {
        if head != person.id { parents[person.id] = head }
        continue
      }
      for member in person.members {
        let state = parts[member.part].state
        guard let parent = state.applicants[member.number].parent else { continue }
        let head = persons.id(of: parent, in: member.part, parts)
        guard head != person.id else { continue }
        if let known = parents[person.id] {
          if known != head { disputed.insert(person.id) }
        } else {
          parents[person.id] = head
        }
      }
    }
    heads = Families.heads(parents)
    for (id, head) in heads where head == nil { disputed.insert(id) }
  }

  func parent(of person: String) -> String? {
    // What comes round to itself heads nothing.
    heads[person].map { $0 == nil } ?? false ? nil : parents[person]
  }

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
    guard office.parentChanges[known] == nil else { return facts }
    let head = headOn(facts.family, file.filing.received)
    guard head != facts.family else { return facts }
    if file.filing.decided == nil {
      facts.family = head
    } else if !facts.further.contains(head) {
      facts.further.append(head)
    }
    return facts
  }
}
