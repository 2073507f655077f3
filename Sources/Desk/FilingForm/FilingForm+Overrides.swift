import CaseModel
import Casework

/// Where a check may be overruled, a field for the reason stands below the one that fails it.
extension FilingForm {
  private static let prefix = "override."

  /// Whether a field holds the reason why another one's check is overruled.
  static func isReason(_ field: Field) -> Bool { field.id.hasPrefix(prefix) }

  /// The reasons given, by input.
  var overrides: [Filing.Override] {
    inputs.filter(Self.isReason).filter { !$0.isEmpty }.map {
      .init(String($0.id.dropFirst(Self.prefix.count)), reason: $0.editor.text)
    }
  }

  /// Whether a reason stands beside a field's failed check.
  func isOverruled(_ field: Field) -> Bool {
    overrides.contains { $0.input == field.id && TextFolding.isReason($0.reason) }
  }

  /// Puts a reason that was given before into its field.
  mutating func setReason(_ reason: String, for input: String) {
    fields.fill([(Self.prefix + input, reason)])
  }

  /// Puts a field for the reason at the end where the day of receipt takes from others, and takes it away where it does
  /// not and none stands there.
  mutating func syncReceiptReason(_ draft: Filing, of applicant: Applicant, _ state: OfficeState) {
    var bare = draft
    bare.overrides.removeAll { $0.input == Filing.receipt }
    let takes = !state.unansweredLosers(by: bare, of: applicant, insteadOf: amended?.filing).isEmpty
    sync(Self.receiptReason, isAsked: takes)
  }

  /// Puts a field for the reason at the end where the applicant gets nothing for a time, and takes it away where that is
  /// not so and none stands there.
  mutating func syncBanReason(_ draft: Filing, _ state: OfficeState) {
    let isBanned =
      outlook.background.map { found in
        state.patentDoubts(of: draft, found).contains { if case .banned = $0 { true } else { false } }
      } ?? false
    sync(Self.banReason, isAsked: isBanned)
  }

  private mutating func sync(_ reason: Field, isAsked: Bool) {
    let place = fields.fields.firstIndex { $0.id == reason.id }
    if isAsked, place == nil {
      fields.fields.append(reasonField(reason))
    } else if !isAsked, let place, fields.fields[place].isEmpty, focus != place {
      fields.fields.remove(at: place)
    }
  }

  /// The field with what stood in it before the item was chosen anew; once, since it was given for what stood there then.
  private mutating func reasonField(_ reason: Field) -> Field {
    var field = reason
    if let text = shelved.removeValue(forKey: reason.id) { field.editor = LineEditor(text) }
    return field
  }

  /// Why a number is taken whose check digit fails.
  private static func numberReason(_ input: String) -> Field {
    Field(id: prefix + input, label: "照收理由", hint: "证书上确是这个号码的，写明理由可照收", kind: .text)
  }

  /// Why a filing of somebody who gets nothing for a time is taken.
  static var banReason: Field {
    Field(id: prefix + Filing.ban, label: "收件理由", hint: "在不予资助名单内，仍收件的须写明理由", kind: .text)
  }

  /// Why the day of receipt comes before that of others.
  static var receiptReason: Field {
    Field(id: prefix + Filing.receipt, label: "提前理由", hint: "排到已收件的申报之前，须写明理由", kind: .text)
  }

  /// Puts a reason's field below each number whose check digit fails, and takes it away where it does not.
  mutating func syncOverrides() {
    for field in inputs where field.kind == .applicationNumber {
      guard let place = fields.fields.firstIndex(where: { $0.id == field.id && $0.kind == field.kind }) else {
        continue
      }
      let next = place + 1
      let hasReason = fields.fields.indices.contains(next) && fields.fields[next].id == Self.prefix + field.id
      if case .wrongCheck = ApplicationNumber.read(field.editor.text) {
        guard !hasReason else { continue }
        fields.fields.insert(reasonField(Self.numberReason(field.id)), at: next)
      } else if hasReason {
        fields.fields.remove(at: next)
      }
    }
  }
}
