public import CaseModel

/// A county office of a city, from the day on which the city wrote its enrolment.
public struct EnrolledOffice: Hashable, Sendable {
  public var name: String
  /// Code of the district, six digits or the policy's own.
  public var district: String
  /// Tells two machines of one district apart; stands behind the district in receipt numbers.
  public var letter: String?
  /// Random, 32 hexadecimal digits: the answer must name it.
  public internal(set) var enrolment: String
  /// Whose journal the office writes; nil until its answer was admitted.
  public internal(set) var writer: OfficeWriter?
  /// When its answer was admitted: UTC, by the device's clock; nil before.
  public internal(set) var admittedAt: String?
  /// How far its journal has been taken in.
  public internal(set) var gathered: GatheredHead?
  /// Where its history parts, as the city has found it, in order.
  var partings: [PartedHistory] = []
  public var isRetired: Bool { retiredBy != nil }
  /// The city's save that says that it writes no more.
  var retiredBy: Int?
  /// When it was admitted, with nothing known of it, and what of its journal was taken in since, oldest first.
  var gatherings: [Gathering] = []
  /// The number of the last reply that was written to it; 0 before the first.
  public internal(set) var replies = 0
  /// The city's save behind which the last of them was written; 0 before the first.
  public internal(set) var repliedAt = 0
  /// The last of its records that the city has given back to it when it had lost its store; nil where it never has. What
  /// the lost store has behind it in the same epoch is another continuation than that of the office.
  public internal(set) var recovered: LineName?
  /// The years that it has closed and the city has accepted.
  public internal(set) var closes: [YearClose] = []
  /// The closes that the city has given back.
  public internal(set) var returned: [YearClose] = []
  /// The last snapshot of its journal that was kept here.
  public internal(set) var snapshot: NamedSnapshot?

  public init(name: String, district: String, letter: String?, enrolment: String) {
    self.name = name
    self.district = district
    self.letter = letter
    self.enrolment = enrolment
  }

  /// The day from which nothing has been heard of it: of the last record that was taken in, else of its admission; nil
  /// before. Source: offices.md, On the desk.
  public var silentSince: CivilDate? { (gatherings.last?.at).flatMap(Moment.officeDay) }

  /// One time at which something of the office's journal was taken in.
  struct Gathering: Hashable, Sendable {
    /// The number of the city's save.
    var save: Int
    /// When that was; where offices are looked at together, when the office had written the record up to which it was known,
    /// which its bundle may have carried for weeks. UTC, by the devices' clocks.
    var at: String
    /// The office's own record up to which it was known from then on.
    var sequence: Int
  }

  /// The same with the days up to which each gathering tells of the office; a clock that ran ahead tells of no day to come.
  func tellingDays(_ moment: (_ sequence: Int) -> String?) -> EnrolledOffice {
    var office = self
    for place in gatherings.indices where gatherings[place].sequence > 0 {
      guard let told = moment(gatherings[place].sequence) else { continue }
      office.gatherings[place].at = min(told, gatherings[place].at)
    }
    return office
  }

  /// Whether it wrote no more when the city made a save; nil stands for now.
  func isRetired(before save: Int?) -> Bool {
    retiredBy.map { retired in save.map { retired < $0 } ?? true } ?? false
  }

  /// Whether its journal came with a backup and nothing of it is signed.
  public var isUnsigned: Bool { writer.map { $0.signing.isEmpty } ?? false }

  /// What commands call it: `441881`, `441881B`.
  public var code: String { district + (letter ?? "") }
}

/// Who writes a journal, and by what their files are known.
public struct OfficeWriter: Hashable, Sendable {
  /// As in the writer's `store.json`: 32 hexadecimal digits each.
  public var store: String
  public var writer: String
  /// Public keys in base64: whoever signs with the one, and whoever opens with the other.
  public var signing: String
  public var opening: String
  /// Whether it is a trial store: a real city admits none.
  public var isTrial: Bool

  public init(store: String, writer: String, signing: String, opening: String, isTrial: Bool) {
    self.store = store
    self.writer = writer
    self.signing = signing
    self.opening = opening
    self.isTrial = isTrial
  }
}

/// A snapshot as a line of the journal names it: the head that it covers, and its SHA-256 in hexadecimal.
public struct NamedSnapshot: Hashable, Sendable {
  public var head: String
  public var sum: String
}

/// How far a writer's journal is part of the city's state.
public struct GatheredHead: Hashable, Sendable {
  public var writer: String
  public var head: LineName
  /// The segment in which the head stands, counted in its epoch, and the byte behind the head's line.
  public var segment: Int
  public var size: Int
  /// The number of the bundle that brought it; nil of a backup.
  public var bundle: Int?
  /// SHA-256 of the file that brought it, in hexadecimal.
  public var file: String
  /// What the cover says, by item, where there was one.
  public var cover: [CoverLine]
  /// When the city took it in: UTC, by the device's clock.
  public internal(set) var at = ""

  public init(
    writer: String, head: LineName, segment: Int, size: Int, bundle: Int?, file: String, cover: [CoverLine]
  ) {
    self.writer = writer
    self.head = head
    self.segment = segment
    self.size = size
    self.bundle = bundle
    self.file = file
    self.cover = cover
  }
}

/// What a bundle's cover says of one item: all filings that the office has of it, and what they come to there.
public struct CoverLine: Hashable, Sendable {
  public var item: String
  public var filings: Int
  public var award: Money

  public init(item: String, filings: Int, award: Money) {
    self.item = item
    self.filings = filings
    self.award = award
  }
}

/// A year that an office has closed (年终结算), by the seal in its own journal.
public struct YearClose: Hashable, Sendable {
  public var year: Int
  /// The number of the office's save that sealed the year.
  public var seal: Int
  /// Why the city has given it back; empty of one that it accepts.
  public var note: String

  public init(year: Int, seal: Int, note: String = "") {
    self.year = year
    self.seal = seal
    self.note = note
  }
}
