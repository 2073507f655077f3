import CaseModel
import Casework
import SubsidyRules

extension FilingForm {
  private static let item = "item"
  private static let applicant = "applicant"

  /// A list lies over a filing, whether that was changed or not.
  func keep(in work: inout UnsavedWork) { work.filing = work.list == nil ? unsaved : asChanged.unsaved }

  /// What was typed, to go on with later; nil where nothing was.
  var unsaved: UnsavedForm? {
    guard isChanged else { return nil }
    let lookups = [(Self.item, item), (Self.applicant, applicant)]
    return UnsavedForm(
      amended: amended.map {
        .init(id: $0.filing.id, revision: $0.seen.revision, award: $0.seen.award.fen)
      },
      chosen: lookups.compactMap { id, lookup in lookup.chosen.map { .init(id, $0.id) } },
      // What was being looked for, the day, then the inputs: an input may have any name.
      fields: lookups.map { .init($0, $1.editor.text) }
        + ([received] + fields).map {
          .init($0.id, $0.editor.text)
        }, ticks: ticks, focus: focus)
  }

  /// The form as it was when its desk ended; nil where the filing that was being changed can't be changed any more.
  init?(resuming work: UnsavedForm, state: OfficeState, today: CivilDate) {
    if let seen = work.amended {
      guard let file = state.file(seen.id), file.standing.isUndecided else { return nil }
      let before = Seen(revision: seen.revision, award: Money(fen: seen.award))
      self.init(amending: file, seen: before, state: state, today: today)
    } else {
      self.init(today: today, applicant: work.choice(Self.applicant).flatMap { state.applicant($0) })
      if let rule = work.choice(Self.item).flatMap({ state.policy.item($0) }) { choose(rule, state) }
      if item.chosen == nil { item.editor = LineEditor(work.text(Self.item) ?? "") }
      if applicant.chosen == nil { applicant.editor = LineEditor(work.text(Self.applicant) ?? "") }
    }
    let typed = work.fields.dropFirst(2)
    if let day = typed.first { received.editor = LineEditor(day.text) }
    fill(typed.dropFirst())
    // A number that fails its check has brought a field for the reason.
    syncOverrides()
    fill(typed.dropFirst())
    ticks = work.ticks
    focus = max(0, min(work.focus, count - 1))
    // Whoever was in the middle of a field goes on typing in it.
    place { $0.end() }
    isChanged = true
    offer(state: state)
    refresh(today: today, state: state)
    // Some reasons have a field only once it is known that they are asked for.
    fill(typed.dropFirst())
  }

  private mutating func fill(_ typed: some Sequence<UnsavedForm.Field>) {
    for field in typed {
      guard let index = fields.firstIndex(where: { $0.id == field.id }) else { continue }
      fields[index].editor = LineEditor(field.text)
    }
  }
}
