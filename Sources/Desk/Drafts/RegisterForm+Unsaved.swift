import Casework
import SubsidyRules

extension RegisterForm {
  private static let kindKey = "kind"

  func keep(in work: inout UnsavedWork) {
    guard isChanged else { return }
    work.record = UnsavedForm(
      amended: amended.map { .init(id: $0.id, revision: $0.hands.count) },
      chosen: [.init(Self.kindKey, kind.id)], fields: fields.unsaved, focus: focus)
  }

  /// The kind of record that was being typed; nil where the policy no longer has it.
  static func kind(of work: UnsavedForm, _ state: OfficeState) -> RecordKind? {
    work.choice(kindKey).flatMap { state.recordKind($0) }
  }

  /// The form as it was when its desk ended; nil where the record has been changed or struck out since.
  init?(resuming work: UnsavedForm, _ desk: Surroundings) {
    guard let kind = Self.kind(of: work, desk.state) else { return nil }
    var record: RegisterRecord?
    if let seen = work.amended {
      record = desk.state.books.register[seen.id]
      guard let record, record.struckOut == nil, record.hands.count == seen.revision else { return nil }
    }
    self.init(kind, amending: record, desk)
    fields.fill(work.fields.map { ($0.id, $0.text) })
    fields.goOn(at: work.focus)
    renew(desk)
  }
}
