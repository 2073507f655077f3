import CaseModel
public import Casework
import Journal

extension OpenOffice {
  /// Every change of a filing or an applicant, oldest first, read again from the journal; nil where there is none
  /// of this id.
  public func history(of id: String) throws(OfficeError) -> [RecordChange]? {
    guard let entries = entries(of: id) else { return nil }
    if let origin = state.origin(of: id) { return try history(of: origin, entries) }
    return try officeErrors {
      let records = try journal.records(entries.map(\.sequence))
      let saves = try Dictionary(first: records.map { ($0.position.sequence, try Self.transaction($0)) })
      var changes: [RecordChange] = []
      // The record is folded by itself, as the state folds all of them.
      var alone = OfficeState(policy: state.policy)
      alone.beginReplay()
      var folded = 0
      for entry in entries {
        if entry.sequence != folded, var save = saves[entry.sequence] {
          save.changes.removeAll { $0.record != id }
          alone.fold(save)
          folded = entry.sequence
        }
        let after = saves[entry.sequence] == nil ? nil : alone.content(of: id)
        changes.append(RecordChange(entry: entry, before: changes.last?.after, after: after))
      }
      return changes
    }
  }

  /// Takes the last thing back that was done to a filing or an applicant, by a line of its own: data go back to what
  /// stood before, a step is undone by its own step.
  ///
  /// It goes the way of every other command, so what may not be changed can't be undone either. Throws
  /// `nothingToUndo` where nothing stood before or what was done has no way back, `overtaken` or `refused` where
  /// another has changed the record since.
  ///
  /// A step is undone with a reason, which `note` gives.
  public func undo(_ id: String, note: String = "", by who: SignedIn) throws(OfficeError) -> Saved? {
    let expected = Expected(changes: [id: state.changeCount(of: id) ?? 0])
    guard let last = try history(of: id)?.last else { throw .nothingToUndo(id) }
    let command: Command
    switch (last.entry.deed, last.before) {
    case (.changed, .filing(let filing)?):
      command = .changeFiling(filing, seen: state.seen(id), goesBack: true)
    case (.changed, .applicant(let applicant)?): command = .changeApplicant(applicant)
    case (.stepped, _?):
      var request = StepRequest(.undo, [state.row(id)])
      request.note = note
      command = .step(request)
    default: throw .nothingToUndo(id)
    }
    var undone: Int? = last.entry.sequence
    if case .stepped = last.entry.deed { undone = nil }
    return try save(command, by: who, expecting: expected, undoing: undone)
  }

  private func entries(of id: String) -> [HistoryEntry]? {
    if let file = state.file(id) { return file.history }
    return state.applicant(id) == nil ? nil : state.history(ofApplicant: id)
  }
}

extension OfficeState {
  fileprivate func content(of id: String) -> RecordContent? {
    file(id).map { .filing($0.filing) } ?? applicant(id).map(RecordContent.applicant)
  }
}
