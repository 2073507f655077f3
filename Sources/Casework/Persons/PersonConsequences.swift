public import CaseModel
import SubsidyRules

/// What a word on who is who would move: caps, once-only keys and yuan. Whoever gives it has seen this list as it stands.
public struct PersonConsequences: Hashable, Sendable {
  /// One of the records, with what rests on it.
  public struct Record: Hashable, Sendable {
    public var applicant: String
    public var filings: Int
    public var award: MoneyTotal
  }

  /// A filing whose amount would be another.
  public struct Row: Hashable, Sendable {
    public var filing: String
    public var before: Money
    public var after: Money

    public var difference: MoneyTotal { MoneyTotal(after) - MoneyTotal(before) }
  }

  /// In the order in which they were entered.
  public var records: [Record]
  /// In the order in which the office received them.
  public var rows: [Row]
  public var caps: [NewsConsequences.CapMove]
  /// Decided filings of which one would have been paid what the other was paid already.
  public var twice: [DecidedTwice]
  /// The same of now that would be so no more.
  public var noLongerTwice: [DecidedTwice]

  public var difference: MoneyTotal { rows.reduce(.zero) { $0 + $1.difference } }
}

extension OfficeState {
  /// The state as it would be with one more word.
  func told(_ word: PersonWord) -> OfficeState {
    var state = self
    state.people.words.append(word)
    state.people.areUnitsOld = true
    state.settle()
    return state
  }

  /// Works out what a word would move, without changing anything.
  public func consequences(of word: PersonWord) -> PersonConsequences {
    let after = told(word)
    let rows = files.indices.compactMap { number -> PersonConsequences.Row? in
      let (now, then) = (files.rows[number].award, after.files.rows[number].award)
      return now == then ? nil : .init(filing: files.id(of: number), before: now, after: then)
    }
    let records = inOrder(word.applicants).map { id in
      let own = files.numbers(ofApplicant: id)
      return PersonConsequences.Record(
        applicant: id, filings: own.count,
        award: own.reduce(into: MoneyTotal.zero) { $0 += files.rows[$1].award })
    }
    let (now, then) = (decidedTwice(), after.decidedTwice())
    return PersonConsequences(
      records: records, rows: rows, caps: capMoves(to: after), twice: then.filter { !now.contains($0) },
      noLongerTwice: now.filter { !then.contains($0) })
  }

  /// Ids of applicants, each once, in the order in which they were entered.
  func inOrder(_ ids: [String]) -> [String] {
    Set(ids).sorted { (people.numbers[$0] ?? .max, $0) < (people.numbers[$1] ?? .max, $1) }
  }

  private func capMoves(to after: OfficeState) -> [NewsConsequences.CapMove] {
    moves(to: after.ledger, of: policy, year: nil).compactMap { move in
      guard let limit = (move.after ?? move.before)?.row.limit else { return nil }
      let (before, after) = (move.before?.row.used ?? .zero, move.after?.row.used ?? .zero)
      return before == after
        ? nil : .init(group: move.group, limit: limit, usedBefore: before, usedAfter: after)
    }.sorted { $0.group < $1.group }
  }
}
