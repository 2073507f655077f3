/// The city's word on a conflict: who is who, who comes first, what holds. Only verdicts are stored; conflicts follow from
/// the journals. Source: offices.md, Conflicts.
public struct Ruling: Hashable, Sendable {
  /// What the city says.
  public enum Verdict: Hashable, Sendable {
    /// The parties are one person.
    case link
    /// They are not.
    case distinct
    /// Of the filings that claim one thing this one comes first.
    case keep(OfficeFiling)
    /// The person has this one as its head office.
    case head(OfficeRecord)
    /// The party does not count: a copy of another office's filing, or a filing that its office has taken back.
    case void
    /// The amount stands, whatever was changed behind its basis.
    case confirm
    /// What the office calls by an unknown code is this district.
    case map(String)
    /// Seen, and left as it is.
    case noted
    /// Of a fork: the tail whose first link begins with these digits counts.
    case forkKeep(String)
  }

  /// The conflict's id.
  public var conflict: String
  public var verdict: Verdict
  /// The records of applicants or filings that it was about, each of its office.
  public var parties: [OfficeRecord]
  public var note: String
  public internal(set) var by = ""
  public internal(set) var at = ""

  /// The twelve digits by which a tail of a fork goes, in groups of four: in a message a longer run would be masked as
  /// somebody's number. Who types them may leave the hyphens out.
  public static func spelled(_ tail: String) -> String {
    stride(from: 0, to: tail.count, by: 4).map { tail.dropFirst($0).prefix(4) }.joined(separator: "-")
  }

  /// Whether it says which continuation of a history counts.
  public var isOfFork: Bool { if case .forkKeep = verdict { true } else { false } }

  public init(conflict: String, verdict: Verdict, parties: [OfficeRecord], note: String) {
    self.conflict = conflict
    self.verdict = verdict
    self.parties = parties
    self.note = note
  }
}

/// A filing or an applicant of one office.
public struct OfficeRecord: Hashable, Sendable, Comparable {
  public var writer: String
  public var id: String

  public init(writer: String, id: String) {
    self.writer = writer
    self.id = id
  }

  public static func < (a: OfficeRecord, b: OfficeRecord) -> Bool {
    (a.writer, a.id) < (b.writer, b.id)
  }
}
