public import CaseModel
import SubsidyRules

/// What a city has chosen and entered for its offices, as they take it over: policies and readings, who is who, holidays,
/// bad news. It is the city's act, under the name of whoever chose.
///
/// Policies that came and went, readings, who is who among the office's own records, holidays
/// (`OfficeState.workingDays`), and the bad news that reaches the office (`JointOffice.untoldNews`), which it
/// enters and acts on itself.
public struct CityRules: Hashable, Sendable {
  /// SHA-256 of the policy files in hexadecimal, in the order in which they came into force.
  public var policies: [String]
  public var readings: [String: String]
  /// What the city has said of who is who among the office's own records, the last word on each group alone.
  public var words: [PersonWord] = []
  /// The years whose holidays the city knows.
  public var holidays = WorkCalendar()
  /// Bad news that reaches the office's filings, as `News.told` makes it.
  public var news: [News] = []
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
    where taking.rules.choices[reading] != option {
      guard taking.policy.choosing(option, for: reading) != nil else {
        throw .unknownReading("\(reading)=\(option)")
      }
      changes.append(.readingChosen(reading: reading, option: option, note: rules.note))
    }
    return changes + taking.withdrawn(besides: rules, by: who) + told(of: rules.words)
      + told(of: rules.holidays, rules.news)
  }

  /// Holidays and bad news that the office does not know of yet.
  private func told(of holidays: WorkCalendar, _ news: [News]) -> [Change] {
    let holidays = offices.holidays.differing(of: holidays)
    let known = Set(self.books.news.compactMap(\.origin))
    let news = news.filter { $0.origin.map { !known.contains($0) } ?? false }
    return (holidays.isEmpty ? [] : [.offices(.holidaysTold(holidays))])
      + (news.isEmpty ? [] : [.offices(.newsTold(news))])
  }

  /// Takes back the policies that the city has in force no more; one on which filings of the office rest stays, and is
  /// shown as other rules.
  private func withdrawn(besides rules: CityRules, by who: Operator) -> [Change] {
    let ids = Set(rules.policies.compactMap { given.policies[$0]?.id })
    var state = self
    var changes: [Change] = []
    for entry in self.rules.inForce.entries.reversed() where !ids.contains(entry.id) {
      guard let gone = try? state.withdrawn(entry.id, note: rules.note, by: who) else { continue }
      state.fold(Transaction(by: who.name, at: "", policy: state.rules.inForce.hash, changes: gone))
      changes += gone
    }
    return changes
  }

  /// The city's words that the office does not have yet; on records that are not of one kind they say nothing here.
  private func told(of words: [PersonWord]) -> [Change] {
    var standing = people.words.standing
    return words.compactMap { word in
      var word = word
      word.applicants = inOrder(word.applicants.filter { applicant($0) != nil })
      let records = word.applicants.compactMap(applicant)
      guard records.count > 1, Set(records.map(\.kind)).count == 1 else { return nil }
      // A word on more of them that came since is the last on these too.
      let last = standing.last { Set($0.applicants).intersection(word.applicants).count > 1 }
      guard last?.verdict != word.verdict || last.map({ Set($0.applicants) }) != Set(word.applicants) else {
        return nil
      }
      standing.append(word)
      return .personsTold(word)
    }
  }
}

extension Ruling {
  /// The last word on who is who among each group of records of one office, as that office's own.
  public static func words(_ rulings: [Ruling], of writer: String) -> [PersonWord] {
    var words: [PersonWord] = []
    for ruling in rulings {
      let own = ruling.parties.filter { $0.writer == writer }.map(\.id)
      let verdict: PersonWord.Verdict
      switch ruling.verdict {
      case .link: verdict = .link
      case .distinct: verdict = .distinct
      default: continue
      }
      guard Set(own).count > 1 else { continue }
      words.removeAll { Set($0.applicants) == Set(own) }
      words.append(PersonWord(verdict, own, note: "市局裁定（\(ruling.by)）：\(ruling.note)"))
    }
    return words
  }
}
