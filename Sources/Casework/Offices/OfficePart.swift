import CaseModel

/// One office among several that are looked at together: its state, folded from its own journal as far as that counts.
public struct OfficePart: Sendable {
  /// Whose journal it is.
  public var writer: String
  /// What commands call it: `441881`, `441881B`.
  public var office: String
  public var name: String
  public var letter: String?
  public var state: OfficeState
  /// Up to where years that the city has sealed hold, and the state then, where the office has done something in them
  /// since; by year.
  public var atSeals: [Int: (sequence: Int, state: OfficeState)] = [:]
  /// Filings on lines that do not count on which the city has paid, by id; the number may be that of another that counts.
  var uncounted: [String: FiledFiling] = [:]
  /// The number of its last record that counts; nil of the city itself, whose journal is not gathered.
  public var lastSequence: Int?
  /// Whether a record stands in the writer's journal as far as it counts.
  public var holds: @Sendable (LineName) -> Bool

  public init(
    writer: String, office: String, name: String, letter: String?, state: OfficeState,
    lastSequence: Int?, holds: @escaping @Sendable (LineName) -> Bool
  ) {
    self.writer = writer
    self.office = office
    self.name = name
    self.letter = letter
    self.state = state
    self.lastSequence = lastSequence
    self.holds = holds
  }

  /// Whether both lines that a verdict rests on stand in it: the filing's, and that of whom it is of.
  func stands(_ basis: Basis) -> Bool { holds(basis.filing) && holds(basis.applicant) }

  /// When the office wrote a record up to which it was gathered, or the last bundle before it: a bundle ends with the line
  /// that it was written; nil where nothing of it says so, as in a backup that was followed by another.
  func moment(of sequence: Int) -> String? {
    if let lastSequence, sequence >= lastSequence { return state.folded.lastAt }
    return state.offices.bundles.last { $0.sequence <= sequence }?.at
  }

  /// The order in which offices stand wherever there is no other: by code, then by writer.
  static func precedes(_ a: OfficePart, _ b: OfficePart) -> Bool {
    (a.office, a.writer) < (b.office, b.writer)
  }

  /// A filing as it counts: what was done behind a seal to a filing of the sealed year waits apart (迟到), and what was
  /// brought into it is not there; nil of such a one.
  func counted(_ file: FiledFiling) -> (file: FiledFiling?, isLate: Bool) {
    for (year, seal) in atSeals.sorted(by: { $0.key < $1.key }) {
      guard let last = file.history.last?.sequence, last > seal.sequence else { continue }
      let then = seal.state.file(file.filing.id)
      if let then, then.year == year { return (then, true) }
      if file.year == year { return (then, true) }
    }
    return (file, false)
  }

  /// What the office says of who is who among its own records, as a city's verdicts say it.
  var words: [Ruling] {
    state.people.words.standing.map { word in
      let parties = word.applicants.map { OfficeRecord(writer: writer, id: $0) }
      var ruling = Ruling(
        conflict: Ruling.amongPersons(parties), verdict: word.verdict == .link ? .link : .distinct,
        parties: parties, note: word.note)
      (ruling.by, ruling.at) = (word.by, word.at)
      return ruling
    }
  }

  /// A name for a record whose id another office has given too.
  func other(_ id: String) -> String { "\(id)@\(letter ?? String(writer.prefix(4)))" }
}
