import CaseModel
import Casework

/// Where a check may be overruled, a field for the reason stands below the one that fails it.
extension FilingForm {
  private static let prefix = "override."

  /// Whether a field holds the reason why another one's check is overruled.
  static func isReason(_ field: Field) -> Bool { field.id.hasPrefix(prefix) }

  /// The reasons given, by input.
  var overrides: [Filing.Override] {
    fields.filter(Self.isReason).filter { !$0.isEmpty }.map {
      .init(String($0.id.dropFirst(Self.prefix.count)), reason: $0.editor.text)
    }
  }

  /// Whether a reason stands beside a field's failed check.
  func isOverruled(_ field: Field) -> Bool {
    overrides.contains { $0.input == field.id && TextFolding.isReason($0.reason) }
  }

  /// Puts a reason that was given before into its field.
  mutating func setReason(_ reason: String, for input: String) {
    guard let index = fields.firstIndex(where: { $0.id == Self.prefix + input }) else { return }
    fields[index].editor = LineEditor(reason)
  }

  /// Puts a field for the reason at the end where the day of receipt takes from others, and takes it away where it does
  /// not and none stands there.
  mutating func syncReceiptReason(_ draft: Filing, of applicant: Applicant, _ state: OfficeState) {
    let place = fields.firstIndex { $0.id == Self.receiptReason.id }
    var bare = draft
    bare.overrides.removeAll { $0.input == Filing.receipt }
    let takes = !state.unansweredLosers(by: bare, of: applicant, insteadOf: amended?.filing).isEmpty
    if takes, place == nil {
      fields.append(Self.receiptReason)
    } else if !takes, let place, fields[place].isEmpty, focus != place + 3 {
      fields.remove(at: place)
    }
  }

  /// Puts a field for the reason at the end where the applicant gets nothing for a time, and takes it away where that is
  /// not so and none stands there.
  mutating func syncBanReason(_ draft: Filing, _ state: OfficeState) {
    let place = fields.firstIndex { $0.id == Self.banReason.id }
    let isBanned =
      background.map { found in
        state.patentDoubts(of: draft, found).contains { if case .banned = $0 { true } else { false } }
      } ?? false
    if isBanned, place == nil {
      fields.append(Self.banReason)
    } else if !isBanned, let place, fields[place].isEmpty, focus != place + 3 {
      fields.remove(at: place)
    }
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
    var index = 0
    while index < fields.count {
      let field = fields[index]
      guard field.kind == .applicationNumber else {
        index += 1
        continue
      }
      let next = index + 1
      let hasReason = fields.indices.contains(next) && fields[next].id == Self.prefix + field.id
      if case .wrongCheck = ApplicationNumber.read(field.editor.text) {
        if !hasReason {
          let reason = Field(
            id: Self.prefix + field.id, label: "照收理由", hint: "证书上确是这个号码的，写明理由可照收", kind: .text)
          fields.insert(reason, at: next)
        }
        index += 2
      } else {
        if hasReason { fields.remove(at: next) }
        index += 1
      }
    }
  }
}
