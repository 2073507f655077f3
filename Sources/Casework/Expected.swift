public import CaseModel
public import SubsidyRules

/// What somebody expects of a save, having looked, so that nothing is saved that another's save has made another
/// thing: the cap's room is gone, the key is taken, the record has moved on.
public struct Expected: Hashable, Sendable {
  /// What a filing came to on the screen.
  public struct Verdict: Hashable, Sendable {
    public var outcome: Outcome
    public var award: Money
  }

  /// How many changes each record had that the save is about, by id.
  public var changes: [String: Int]
  /// What each new filing came to, in their order; empty where nobody looked.
  public var verdicts: [Verdict]

  public init(changes: [String: Int] = [:], decisions: [Decision] = []) {
    self.changes = changes
    verdicts = decisions.map { Verdict(outcome: $0.outcome, award: $0.award) }
  }
}

/// What another's save has changed, so that a command is no longer what was expected.
public enum Overtaken: Hashable, Sendable {
  /// The record has been changed since, last by this entry.
  case record(String, HistoryEntry)
  /// A filing would come to something else now, for these reasons.
  case decision(was: Expected.Verdict, now: Expected.Verdict, reasons: [Reason])
}

extension OfficeState {
  /// How many changes a filing or applicant has seen; nil where there is none of this id.
  public func changeCount(of id: String) -> Int? {
    file(id)?.history.count ?? number(ofApplicant: id).map { people.histories[$0].count }
  }

  /// What makes a command another thing than what was expected; nil where nothing does.
  public func overtaken(_ command: Command, _ expected: Expected) -> Overtaken? {
    for (id, count) in expected.changes.sorted(by: { $0.key < $1.key }) {
      let history = file(id)?.history ?? history(ofApplicant: id)
      if history.count != count, let last = history.last { return .record(id, last) }
    }
    guard !expected.verdicts.isEmpty else { return nil }
    for (was, now) in zip(expected.verdicts, decisionsNow(on: command)) {
      guard was.outcome != now.outcome || was.award != now.award else { continue }
      return .decision(was: was, now: .init(outcome: now.outcome, award: now.award), reasons: now.reasons)
    }
    return nil
  }

  /// What the filings of a command would come to if they were received now.
  private func decisionsNow(on command: Command) -> [Decision] {
    var filings: [Filing]
    switch command {
    case .receiveFiling(let filing, _): filings = [filing]
    case .receiveFilings(let all, _): filings = all
    default: return []
    }
    guard let applicant = filings.first.flatMap({ applicant($0.applicant) }) else { return [] }
    // The number that each would get decides who comes first on one day.
    for (place, filing) in filings.enumerated() where filing.id.isEmpty {
      filings[place].id = filingID(received: filing.received, ahead: place)
    }
    return preview(list: filings, of: applicant).rows.map(\.decision)
  }
}
