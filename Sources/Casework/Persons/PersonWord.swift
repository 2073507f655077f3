public import CaseModel

/// A supervisor's word on records of applicants: whether they are one person or unit (并户). Of two words on the same
/// records the later one holds. Source: identifiers.md, Names.
///
/// The records stay as they were entered; what goes together are caps, once-only keys and debts (`Units`).
///
/// What it would move is worked out before it is given (`PersonConsequences`); the word stands in the
/// journal, and a later one takes it back. A city takes its counties' words as verdicts that its own come
/// after (`OfficePart.words`).
public struct PersonWord: Hashable, Sendable {
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// They are one.
    case link
    /// They are not, although they bear one name.
    case distinct
    /// The last word on just these records is taken back: it is as if it had never been said.
    case withdraw
  }

  public var verdict: Verdict
  /// The records' ids, two or more.
  public var applicants: [String]
  public var note: String
  /// Who said it, and when (UTC): the save says so; empty until then.
  public internal(set) var by = ""
  public internal(set) var at = ""

  public init(_ verdict: Verdict, _ applicants: [String], note: String) {
    self.verdict = verdict
    self.applicants = applicants
    self.note = note
  }

  /// Its records two by two.
  var pairs: [Set<String>] {
    applicants.indices.flatMap { first in
      applicants[(first + 1)...].map { Set([applicants[first], $0]) }
    }
  }
}

extension [PersonWord] {
  /// Those that hold, oldest first: what was taken back is out.
  public var standing: [PersonWord] {
    reduce(into: []) { standing, word in
      guard word.verdict == .withdraw else { return standing.append(word) }
      let last = standing.lastIndex { Set($0.applicants) == Set(word.applicants) }
      if let last { standing.remove(at: last) }
    }
  }

  /// Pairs of records with the last word on them.
  func verdicts() -> (linked: Set<Set<String>>, apart: Set<Set<String>>) {
    var last: [Set<String>: PersonWord.Verdict] = [:]
    for word in standing { for pair in word.pairs { last[pair] = word.verdict } }
    func pairs(_ verdict: PersonWord.Verdict) -> Set<Set<String>> {
      Set(last.filter { $0.value == verdict }.keys)
    }
    return (pairs(.link), pairs(.distinct))
  }
}

extension OfficeState {
  /// The words that hold on a record, oldest first.
  public func words(on applicant: String) -> [PersonWord] {
    people.words.standing.filter { $0.applicants.contains(applicant) }
  }

  /// The records that are one with a record by name or by word, itself aside, in the order in which they were entered.
  public func unit(of applicant: String) -> [Applicant] {
    guard !files.units.isEmpty else { return [] }
    let head = files.units.head(of: applicant)
    let ids = [head] + files.units.heads.filter { $0.value == head }.keys
    return inOrder(ids).filter { $0 != applicant }.compactMap { self.applicant($0) }
  }

  /// The units as names, codes and words make them now.
  ///
  /// - Parameter coming: applicants who come in behind those that are there.
  func unitsNow(with coming: [Applicant] = []) -> Units {
    let (linked, apart) = people.words.verdicts()
    return Units(people.applicants + coming, apart: joint.namesakesApart.union(apart), linked: linked)
  }
}
