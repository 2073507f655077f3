import CaseModel
public import Casework
import Interchange
import Journal
import SubsidyRules

extension OpenOffice {
  /// The decision that a filing was approved on, as its line in the journal keeps it; nil where nothing was approved
  /// here.
  ///
  /// An approval of before, whose line keeps none, is worked out again from the journal up to it, which takes as long as
  /// folding that takes.
  public func approved(_ id: String) throws(OfficeError) -> ApprovedDecision? {
    guard let file = state.file(id), let approval = file.approval else { return nil }
    let line = try approvalLine(of: id, file, approval.entry)
    let found = line?.kept(of: state.origin(of: id)?.filing.id ?? id)
    let made =
      found == nil && state.origin(of: id) == nil ? try stateAtApproval(of: id)?.kept(of: id) : nil
    guard let kept = found ?? made else { return nil }
    return ApprovedDecision(
      kept: kept, policy: state.policy(of: kept),
      applicant: try applicant(file.filing.applicant, before: approval.entry.sequence), isRemade: found == nil
    )
  }

  /// The same of several filings, by their ids.
  public func approved(_ ids: [String]) throws(OfficeError) -> [String: ApprovedDecision] {
    var approved: [String: ApprovedDecision] = [:]
    for id in ids { approved[id] = try self.approved(id) }
    return approved
  }

  /// The office as it stood when a filing was approved: the journal up to its line, and what its batch did before it.
  /// Nil where nothing was approved here, and of another office's filing.
  public func stateAtApproval(of id: String) throws(OfficeError) -> OfficeState? {
    // What was served before another office's filing stands in several journals, of which this is one.
    guard state.origin(of: id) == nil, let approval = state.file(id)?.approval,
      var line = try line(approval.entry.sequence)
    else { return nil }
    var (state, _) = try ownPast(.before(approval.entry.sequence))
    line.changes = Array(line.changes.prefix { !$0.approves(id) })
    state.fold(line)
    return state
  }

  /// The line by which a filing was approved, in whoever's journal it stands.
  private func approvalLine(
    of id: String, _ file: FiledFiling, _ entry: HistoryEntry
  ) throws(OfficeError) -> Transaction? {
    guard let origin = state.origin(of: id),
      let place = file.history.firstIndex(of: entry), !origin.isOfCity(entry: place),
      let writer = others.first(where: { $0.writer.writer == origin.filing.writer })?.writer,
      let other = OtherJournal(journal.folder, store: writer.store, writer: writer.writer)
    else {
      let number = state.origin(of: id).map { state.offices.line(of: entry, on: $0.filing) }
      return try line(number ?? entry.sequence)
    }
    return try officeErrors { try other.records([entry.sequence]).first }.flatMap {
      try? Self.transaction($0)
    }
  }

  private func line(_ sequence: Int) throws(OfficeError) -> Transaction? {
    guard let record = try record(sequence) else { return nil }
    return try Self.transaction(record)
  }

  /// An applicant's data as they stood before a save.
  private func applicant(_ id: String, before sequence: Int) throws(OfficeError) -> Applicant? {
    let changes = try history(of: id) ?? []
    guard case .applicant(let applicant)? = changes.last(where: { $0.entry.sequence < sequence })?.after
    else {
      return nil
    }
    return applicant
  }
}

extension Transaction {
  /// What the approval of a filing in it keeps.
  fileprivate func kept(of id: String) -> KeptDecision? {
    for change in changes {
      for step in change.steps(of: id) {
        if case .approval(let approval) = step.detail { return approval.kept }
      }
    }
    return nil
  }
}

extension Change {
  /// The steps on a filing that it holds: an office's own, the city's on another's, or those that a reply brought.
  fileprivate func steps(of id: String) -> [StepTaken] {
    switch self {
    case .stepped(id, let step): [step]
    case .offices(.stepped(let step)) where step.filing.id == id: [step.step]
    case .offices(.taken(let reply)): reply.steps.filter { $0.filing.id == id }.map(\.step)
    case .offices(.recalled(let steps)): steps.filter { $0.filing.id == id }.map(\.step)
    default: []
    }
  }

  fileprivate func approves(_ id: String) -> Bool {
    guard case .stepped(id, let step) = self, case .approval = step.detail else { return false }
    return true
  }
}
