public import CaseModel

/// A filing's or an applicant's data at one moment.
public enum RecordContent: Hashable, Sendable {
  case filing(Filing)
  case applicant(Applicant)
}

/// One change of a record: who, when, and what stood before and after.
public struct RecordChange: Hashable, Sendable {
  public var entry: HistoryEntry
  /// Nil for the first.
  public var before: RecordContent?
  /// Nil where the journal's line of the change can't be read any more.
  public var after: RecordContent?

  public init(entry: HistoryEntry, before: RecordContent?, after: RecordContent?) {
    self.entry = entry
    self.before = before
    self.after = after
  }

  /// What differs, in the order of the forms; nothing for the first change.
  public var differences: [FieldChange] {
    switch (before, after) {
    case (.filing(let old)?, .filing(let new)?): new.differences(from: old)
    case (.applicant(let old)?, .applicant(let new)?): new.differences(from: old)
    default: []
    }
  }
}

/// One field that differs: nil where nothing stood or stands.
public struct FieldChange: Hashable, Sendable {
  public enum Field: Hashable, Sendable {
    case item, applicant, received, stage, decided, reclaimed
    case input(String)
    case override(String)
    case name, kind, district, parent, code, contact, phone, bank, account

    /// Whether its values are shown in the applicant's own form only.
    public var isPersonal: Bool { self == .code || self == .phone || self == .account }
  }

  public var field: Field
  public var before: String?
  public var after: String?

  public init(field: Field, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}

extension Filing {
  fileprivate func differences(from old: Filing) -> [FieldChange] {
    var all: [FieldChange] = [
      .init(field: .item, before: old.item, after: item),
      .init(field: .applicant, before: old.applicant, after: applicant),
      .init(field: .received, before: old.received.description, after: received.description),
      .init(field: .stage, before: old.stage.rawValue, after: stage.rawValue),
    ]
    var names: [String] = []
    for name in (inputs + old.inputs).map(\.name) where !names.contains(name) { names.append(name) }
    all += names.map { .init(field: .input($0), before: old.input($0)?.text, after: input($0)?.text) }
    names = []
    for name in (overrides + old.overrides).map(\.input) where !names.contains(name) { names.append(name) }
    all += names.map { .init(field: .override($0), before: old.override(of: $0), after: override(of: $0)) }
    all.append(.init(field: .decided, before: old.decided?.description, after: decided?.description))
    all.append(.init(field: .reclaimed, before: old.reclaimed?.description, after: reclaimed?.description))
    return all.filter { $0.before != $0.after }
  }
}

extension Applicant {
  fileprivate func differences(from old: Applicant) -> [FieldChange] {
    let all: [FieldChange] = [
      .init(field: .name, before: old.name, after: name),
      .init(field: .kind, before: old.kind.rawValue, after: kind.rawValue),
      .init(field: .district, before: old.district, after: district),
      .init(field: .parent, before: old.parent, after: parent),
      .init(field: .code, before: old.code, after: code),
      .init(field: .contact, before: old.contact, after: contact),
      .init(field: .phone, before: old.phone, after: phone),
      .init(field: .bank, before: old.bank, after: bank),
      .init(field: .account, before: old.account, after: account),
    ]
    return all.filter { $0.before != $0.after }
  }
}

extension RawInput {
  /// As a person would write it; nil where nothing stands.
  fileprivate var text: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .count(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .other(let json): json
    }
  }
}
