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
    case (.filing(let old)?, .filing(let new)?): new.changes(from: old)
    case (.applicant(let old)?, .applicant(let new)?): new.changes(from: old)
    default: []
    }
  }
}

/// One field that differs: nil where nothing stood or stands.
public struct FieldChange: Hashable, Sendable {
  public enum Field: Hashable, Sendable {
    case filing(Filing.Field)
    case input(String)
    case override(String)
    case applicant(Applicant.Field)
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
  fileprivate func changes(from old: Filing) -> [FieldChange] {
    let all = Field.allCases.flatMap { field -> [FieldChange] in
      switch field {
      case .inputs:
        (inputs + old.inputs).map(\.name).eachOnce.map {
          .init(field: .input($0), before: old.input($0)?.text, after: input($0)?.text)
        }
      case .overrides:
        (overrides + old.overrides).map(\.input).eachOnce.map {
          .init(field: .override($0), before: old.override(of: $0), after: override(of: $0))
        }
      case .id, .item, .applicant, .received, .status, .decided, .reclaimed, .asReceived:
        [.init(field: .filing(field), before: old[field], after: self[field])]
      }
    }
    return all.filter { $0.before != $0.after }
  }
}

extension Applicant {
  fileprivate func changes(from old: Applicant) -> [FieldChange] {
    differences(from: old).filter { $0 != .note }.map {
      .init(field: .applicant($0), before: old[$0], after: self[$0])
    }
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
