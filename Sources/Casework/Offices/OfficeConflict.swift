public import CaseModel
public import SubsidyRules

/// Something that stands between the journals of several offices: found from the journals alone, told with all parties,
/// and settled by nothing but the city's word.
public struct OfficeConflict: Hashable, Sendable, Identifiable {
  /// Its kind and twelve digits of SHA-256 over what it is about, so that it bears the same name at every desk and after
  /// every gathering.
  public var id: String
  public var kind: ConflictKind
  /// What it is about, as people name it: a patent, a unit, a receipt number, an office.
  public var subject: String
  /// The records of applicants or filings that it is between, as their offices have them.
  public var parties: [OfficeRecord]
  /// Whose journals it is between: the writers, each once, in order.
  public var writers: [String]
  /// The filings that it concerns, by the ids that they bear among all offices, in the order in which they are served.
  public var filings: [String]
  /// The money that it is about; nil where there is none. Of a limit in pieces, `Cap.onePiece` for each.
  public var amount: MoneyTotal?
  /// Whether `amount` is in pieces.
  public var isInPieces = false
  /// The cap that is overrun, as its holder has it; nil of other kinds.
  public var group: Claim.Group?
  /// Whose history it is that parts; nil of other kinds.
  public var writer: String?
  /// Of a fork, with what the first link of the tail begins that is in the store, or, where none is, of one that waits.
  public var keepable: String?
  /// The code of a district that an office has and nobody knows; nil of other kinds.
  public var code: String?
  /// Of a cover that differs, what it says of the item and what came; nil of other kinds.
  public var cover: Cover?
  /// What the city has said of it, about these same parties; nil while it is open.
  public var ruling: Ruling?
  /// What the city said of it before another party came to it; nil where it never has, or where that still holds.
  public var earlierRuling: Ruling?

  /// One item as an office's cover has it, and as its records do; nothing of it where one of them does not name it.
  public struct Cover: Hashable, Sendable {
    public var said: CoverLine
    public var came: CoverLine
  }

  init(
    _ kind: ConflictKind, about key: String, subject: String, parties: [OfficeRecord] = [],
    of writer: String? = nil, filings: [String] = [], amount: MoneyTotal? = nil
  ) {
    id = Self.id(kind, about: key)
    self.kind = kind
    self.subject = subject
    self.parties = parties
    writers = Set(parties.map(\.writer) + [writer].compactMap(\.self)).sorted()
    self.filings = filings
    self.amount = amount
  }

  private static func id(_ kind: ConflictKind, about key: String) -> String {
    "K\(kind.rawValue)-" + Digest.hex(of: key, bytes: 6)
  }

  /// What a fork of a writer's history behind a record is called.
  public static func fork(of writer: String, behind record: Int) -> String {
    id(.fork, about: forkKey(writer, record))
  }

  static func forkKey(_ writer: String, _ record: Int) -> String { "fork \(writer) \(record)" }

  /// Whether the records of one person name several heads, or heads that come round.
  public var isOfHeads = false
  /// Whether it came for a year that is sealed, and waits until that is opened.
  public var isLate = false
  /// Whether it is of copies in the city's own journal, which count nothing.
  public var isOfCopies = false

  /// What an office did to a filing, or to whom it is of, behind the city's verdict; a later line opens it again.
  ///
  /// What came late for a sealed year waits apart whatever it was: to take the filing back is no other question then.
  static func moved(_ filing: OfficeRecord, in part: OfficePart, isLate: Bool = false) -> OfficeConflict {
    let file = part.state.file(filing.id)
    let applicant = file.flatMap { part.state.lastTouch(ofApplicant: $0.filing.applicant) } ?? 0
    let last = max(file?.history.last?.sequence ?? 0, applicant)
    let isTakenBack = file.map { [.withdrawn, .rejected, .lapsed].contains($0.standing) } ?? false
    var conflict = OfficeConflict(
      isTakenBack && !isLate ? .void : .moved, about: "filing \(filing.writer) \(filing.id) \(last)",
      subject: filing.id, parties: [filing])
    conflict.isLate = isLate
    return conflict
  }

  /// An approval that an office took itself since it joined; nil where its filing was not approved so.
  static func withoutRight(_ id: String, in part: OfficePart) -> OfficeConflict? {
    guard let joined = part.state.offices.joinedAt, part.state.offices.ownApprovals.contains(id),
      let file = part.state.file(id), file.decision.outcome == .decided, let approval = file.approval,
      approval.entry.sequence > joined
    else { return nil }
    return OfficeConflict(
      .noRight, about: "step \(part.writer) \(approval.entry.sequence) \(id)", subject: "\(part.name) \(id)",
      parties: [OfficeRecord(writer: part.writer, id: id)], amount: file.filing.decided.map { MoneyTotal($0) }
    )
  }

  /// An office's code of a district that the city's policy does not have.
  static func unknown(_ code: String, in part: OfficePart) -> OfficeConflict {
    var conflict = OfficeConflict(
      .unknownCode, about: "district \(part.writer) \(code)", subject: "\(part.name) \(code)", of: part.writer
    )
    conflict.code = code
    return conflict
  }

  /// Words that are the city's own steps on its filings.
  public static let steps: [String: Step] = ["return": .sendBack, "reject": .reject]

  /// The verdicts that may be given on it, the first choice first; none where it only tells.
  public var verdicts: [String] {
    switch kind {
    case .person where isByWord: parties.count > 1 ? ["link", "distinct"] : ["head"]
    case .person: ["link", "distinct", "head", "noted"]
    case .sameKey: ["keep", "noted"]
    case .sameNumber: isOfCopies ? ["void", "distinct"] : ["noted"]
    case .moved: isLate ? ["noted"] : ["confirm", "return", "reject"]
    case .void: ["confirm", "void"]
    case .fork: ["fork-keep"]
    case .unknownCode: ["map", "noted"]
    case .noRight: ["void", "confirm"]
    case .overrun, .otherRules, .clock, .cover: ["noted"]
    case .redelivery, .gap: []
    }
  }
}
