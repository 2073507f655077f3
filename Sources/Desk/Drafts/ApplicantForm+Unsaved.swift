import CaseModel
import Casework

extension ApplicantForm {
  func keep(in work: inout UnsavedWork) { work.applicant = unsaved }

  /// What was typed, to go on with later; nil where nothing was.
  var unsaved: UnsavedForm? {
    guard isChanged else { return nil }
    return UnsavedForm(
      amended: amended.map { .init(id: $0.applicant.id, revision: $0.changes) },
      chosen: fields.unsavedChoices, fields: fields.unsaved, focus: focus)
  }

  /// The form as it was when its desk ended; nil where the applicant that was being changed is not there.
  init?(resuming work: UnsavedForm, state: OfficeState) {
    if let seen = work.amended {
      guard let known = state.applicant(seen.id) else { return nil }
      self.init(amending: known, seenAt: seen.revision, state)
    } else {
      self.init(name: "", districts: state.districts, state)
    }
    if work.text(Self.note) != nil { askForReason() }
    if work.text(Self.since) != nil { askSince() }
    fields.fill(work.fields.map { ($0.id, $0.text) })
    placeParent()
    if let place = fields.fields.firstIndex(where: { $0.id == Self.parent }) {
      let head = work.choice(Self.parent).flatMap { state.applicant($0) }
      fields.fields[place].resume(head.map { .init($0) }, typed: work.text(Self.parent))
    }
    fields.goOn(at: work.focus)
    fields.offer(state)
  }
}

extension FieldSet {
  /// What was looked up, and what was typed, as a draft keeps it.
  var unsavedChoices: [UnsavedForm.Field] {
    fields.compactMap { field in field.chosen.map { .init(field.id, $0.id) } }
  }
  var unsaved: [UnsavedForm.Field] { fields.map { .init($0.id, $0.editor.text) } }
}

extension Field {
  /// What was chosen, or else typed to look something up, stands there again.
  mutating func resume(_ chosen: Lookup.Candidate?, typed: String?) {
    guard let source = lookup?.source else { return }
    (lookup, editor) = (Lookup(source), LineEditor(chosen == nil ? typed ?? "" : ""))
    if let chosen { choose(chosen) }
  }
}
