public import CaseModel
public import SubsidyRules

/// A record of the work register (工作台账) as it is entered: a kind that the policy declares, a county, and what it
/// states.
public struct RegisterEntry: Hashable, Sendable, Identifiable {
  /// `441881-R00012`; empty until the store gives one.
  public var id: String
  /// The kind's id in the policy file.
  public var kind: String
  /// District code.
  public var district: String
  /// By field, as the interchange file writes inputs.
  public var values: [Filing.Input]

  public init(id: String = "", kind: String, district: String, values: [Filing.Input]) {
    self.id = id
    self.kind = kind
    self.district = district
    self.values = values
  }

  /// What it states for a field; nil where nothing is.
  public subscript(_ field: String) -> RawInput? { values.first { $0.name == field }?.value }

  /// What it states for a field, as the field's rule reads it.
  public func value(_ field: RecordKind.Field) -> Value? { field.rule.value(of: self[field.rule.id]).value }

  /// The year that it belongs to; nil where its kind or its day is not known.
  public func year(in kind: RecordKind) -> Int? {
    guard kind.fields.indices.contains(kind.day) else { return nil }
    switch value(kind.fields[kind.day]) {
    case .date(let day): return day.year
    case .number(let year): return year
    default: return nil
    }
  }
}

/// A record of the work register with its story.
public struct RegisterRecord: Hashable, Sendable, Identifiable {
  public var entry: RegisterEntry
  /// Who entered and changed it, oldest first; nothing is ever taken out.
  public internal(set) var hands: [Hand]
  /// Why it no longer counts; nil while it does.
  public internal(set) var struckOut: String?

  /// What commands call the office that keeps it, where several are looked at together; nil of one's own.
  public internal(set) var office: String?

  public var id: String { entry.id }

  init(entry: RegisterEntry, hands: [Hand], struckOut: String? = nil) {
    (self.entry, self.hands, self.struckOut) = (entry, hands, struckOut)
  }

  /// Who changed it, and when by the device's clock in UTC.
  public struct Hand: Hashable, Sendable {
    public var by: String
    public var at: String
  }
}

/// Why a record is not entered or changed.
public enum RegisterRefusal: Hashable, Sendable {
  case unknownKind(String)
  case unknownRecord(String)
  /// Fields that the kind does not have.
  case unknownFields([String])
  case missing([String])
  case unreadable([String])
  case unknownDistrict(String)
  case dayInFuture(CivilDate)
  /// The later stage's day lies before the earlier one's.
  case stagesOutOfOrder(first: String, second: String)
  /// The county has one such record already.
  case repeated(id: String)
  case struckOut(String)
  /// Somebody has changed it since it was looked at.
  case movedOn(String, by: String, at: String)
  /// What kind a record is stays: it is struck out and entered anew.
  case kindFixed(String)
  case numberTaken(String)
}
