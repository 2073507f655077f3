import CaseModel
import Casework
import SubsidyRules

extension FilingForm {
  /// A list lies over a filing, whether that was changed or not.
  func keep(in work: inout UnsavedWork) { work.filing = work.list == nil ? unsaved : asChanged.unsaved }

  /// What was typed, to go on with later; nil where nothing was.
  var unsaved: UnsavedForm? {
    guard isChanged else { return nil }
    return UnsavedForm(
      amended: amended.map {
        .init(id: $0.filing.id, revision: $0.seen.revision, award: $0.seen.award.fen)
      },
      // What was being looked for, the day, then the inputs: an input may have any name.
      chosen: fields.unsavedChoices, fields: fields.unsaved, ticks: ticks, focus: focus)
  }

  /// The form as it was when its desk ended; nil where the filing that was being changed can't be changed any more.
  init?(resuming work: UnsavedForm, state: OfficeState, today: CivilDate) {
    if let seen = work.amended {
      guard let file = state.file(seen.id), file.standing.isUndecided else { return nil }
      let before = Seen(revision: seen.revision, award: Money(fen: seen.award))
      self.init(amending: file, seen: before, state: state, today: today)
    } else {
      self.init(today: today, applicant: work.choice("applicant").flatMap { state.applicant($0) })
      applicant.resume(applicant.chosen, typed: work.text("applicant"))
      let rule = work.choice("item").flatMap { state.policy.item($0) }
      item.resume(rule.map { .init($0) }, typed: work.text("item"))
      syncInputs(state)
    }
    let typed = work.fields.dropFirst(2)
    if let day = typed.first { received.editor = LineEditor(day.text) }
    fill(typed.dropFirst())
    // A number that fails its check has brought a field for the reason.
    syncOverrides()
    fill(typed.dropFirst())
    ticks = work.ticks
    fields.goOn(at: work.focus)
    fields.offer(state)
    refresh(today: today, state: state)
    // Some reasons have a field only once it is known that they are asked for.
    fill(typed.dropFirst())
  }

  private mutating func fill(_ typed: some Sequence<UnsavedForm.Field>) {
    for field in typed {
      guard let index = inputs.firstIndex(where: { $0.id == field.id }) else { continue }
      inputs[index].editor = LineEditor(field.text)
    }
  }
}
