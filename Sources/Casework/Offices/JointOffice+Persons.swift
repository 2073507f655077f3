import CaseModel
import SubsidyRules

/// Who is who among the applicants of several offices, where that is a question. Source: offices.md, Conflicts, 4.
///
/// Each question is found from the records alone, whatever was ruled on it: it bears one name before and behind the
/// city's word, and another word takes that back.
extension JointOffice {
  func samePersons(_ parents: PersonParents) -> [OfficeConflict] {
    var found = alikePeople
    for person in persons.people where person.members.count > 1 && parents.disputed.contains(person.id) {
      let parties = Set(person.members.map(parts.record))
      if let place = found.firstIndex(where: { parties.isSubset(of: $0.parties) }) {
        found[place].isOfHeads = true
      } else {
        var conflict = question(question(of: person.members), person.members)
        conflict.isOfHeads = true
        found.append(conflict)
      }
    }
    return found + saidAlone(besides: found)
  }

  /// Records that may be one person or not, as they stand in their offices.
  func findAlikePeople(_ identities: [[Persons.Identity]]) -> [OfficeConflict] {
    alikeByCode(identities) + alikeByName(identities)
  }

  private func question(_ key: String, _ members: [Persons.Member]) -> OfficeConflict {
    OfficeConflict(
      .person, about: key, subject: members.first.map { applicant($0).name } ?? "",
      parties: members.map(parts.record))
  }

  /// What a question on some records is called: by their code or name, else by the first of them.
  private func question(of members: [Persons.Member]) -> String {
    let records = members.map(applicant)
    guard let first = records.first else { return "" }
    if let code = first.provenCode, records.allSatisfy({ $0.provenCode == code }) { return "code " + code }
    if let key = Units.key(of: first), records.allSatisfy({ Units.key(of: $0) == key }) {
      return Self.question(of: key)
    }
    let record = parts.record(members[0])
    return "record \(record.writer) \(record.id)"
  }

  private static func question(of key: Units.Key) -> String { "name \(key.kind.rawValue) \(key.name)" }

  private func applicant(_ member: Persons.Member) -> Applicant {
    parts[member.part].state.people.applicants[member.number]
  }

  /// Records of one code whose facts differ.
  private func alikeByCode(_ identities: [[Persons.Identity]]) -> [OfficeConflict] {
    var coded: [String: [Persons.Member]] = [:]
    Self.each(identities) { member, identity in
      if let code = identity.code { coded[code, default: []].append(member) }
    }
    return coded.values.filter { members in
      let first = applicant(members[0])
      return members.dropFirst().contains { member in
        let other = applicant(member)
        return other.kind != first.kind || other.district != first.district
          || TextFolding.search(other.name) != TextFolding.search(first.name)
      }
    }.map { question(question(of: $0), $0) }
  }

  /// Units of one folded name in several offices that no code makes one: one under caps and keys, shown.
  private func alikeByName(_ identities: [[Persons.Identity]]) -> [OfficeConflict] {
    var named: [Units.Key: [Persons.Member]] = [:]
    Self.each(identities) { member, identity in
      if let key = identity.name.key { named[key, default: []].append(member) }
    }
    func code(_ member: Persons.Member) -> String? { identities[member.part][member.number].code }
    return named.filter { _, members in
      guard Set(members.map(\.part)).count > 1 else { return false }
      let first = code(members[0])
      return first == nil || members.contains { code($0) != first }
    }.map { key, members in question(Self.question(of: key), members) }
  }

  private static func each(
    _ identities: [[Persons.Identity]], _ work: (Persons.Member, Persons.Identity) -> Void
  ) {
    for (part, known) in identities.enumerated() {
      for (number, identity) in known.enumerated() {
        work(Persons.Member(part: part, number: number), identity)
      }
    }
  }

  /// What the city has said of records that no question is about.
  private func saidAlone(besides found: [OfficeConflict]) -> [OfficeConflict] {
    let said = Dictionary(
      parts[0].state.offices.rulings.filter(\.isAmongPersons).map { ($0.conflict, $0) },
      uniquingKeysWith: { $1 })
    let asked = found.map { Set($0.parties) }
    return said.values.compactMap { ruling in
      let members = ruling.parties.compactMap(parts.member)
      guard !members.isEmpty, members.count == ruling.parties.count,
        members.count == 1 || !asked.contains(where: { $0.isSuperset(of: ruling.parties) })
      else { return nil }
      var conflict = question("", members)
      conflict.id = ruling.conflict
      return conflict
    }
  }
}
