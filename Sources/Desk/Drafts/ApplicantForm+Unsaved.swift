import CaseModel
import Casework

extension ApplicantForm {
  private static let parent = "parent"

  func keep(in work: inout UnsavedWork) { work.applicant = unsaved }

  /// What was typed, to go on with later; nil where nothing was.
  var unsaved: UnsavedForm? {
    guard isChanged else { return nil }
    return UnsavedForm(
      amended: amended.map { .init(id: $0.applicant.id, revision: $0.changes) },
      chosen: parent.chosen.map { [.init(Self.parent, $0.id)] } ?? [],
      fields: [.init(Self.parent, parent.editor.text)] + fields.map { .init($0.id, $0.editor.text) },
      focus: focus)
  }

  /// The form as it was when its desk ended; nil where the applicant that was being changed is not there.
  init?(resuming work: UnsavedForm, state: OfficeState) {
    if let seen = work.amended {
      guard let known = state.applicant(seen.id) else { return nil }
      self.init(amending: known, seenAt: seen.revision, state)
    } else {
      self.init(name: "", districts: state.districts, state)
    }
    parent = Lookup()
    if let head = work.choice(Self.parent).flatMap({ state.applicant($0) }) {
      parent.choose(.init(id: head.id, label: head.name, detail: head.id))
    } else {
      parent.editor = LineEditor(work.text(Self.parent) ?? "")
    }
    for field in work.fields.dropFirst() {
      guard let index = fields.firstIndex(where: { $0.id == field.id }) else { continue }
      fields[index].editor = LineEditor(field.text)
    }
    focus = max(0, min(work.focus, count - 1))
    // Whoever was in the middle of a field goes on typing in it.
    if fields.indices.contains(focus) { fields[focus].editor.end() }
    isChanged = true
    offer(state)
  }
}
