public import CaseModel
public import SubsidyRules

/// What lists, sums and caps need of a filing, small and of one size, so that a screen of a hundred thousand
/// filings reads rows and no records.
public struct FileRow: BitwiseCopyable, Sendable {
  /// Where the record stands: the page and the byte in it.
  var place: UInt64
  var awardFen: Int64
  var grossFen: Int64
  /// Days since 1 March of the year 0; no event is below zero.
  var receivedDay: Int32
  var eventDay: Int32
  /// The number of the applicant's id among the names.
  var applicant: NameNumber
  /// The number of the reasons and warnings among those of all filings.
  var because: BecauseNumber
  /// The number of the item's id among the names.
  var item: NameNumber
  /// The number of the applicant's district as of receipt among the names.
  var district: NameNumber
  /// The year that the award belongs to.
  var yearNumber: Int16
  var stageNumber: UInt8
  var outcomeNumber: UInt8
  /// Nothing: it fills the row up, so that no byte of it is without a meaning.
  private var filler: UInt32 = 0

  public var year: Int { Int(yearNumber) }
  public var stage: Stage { Self.value(stageNumber, of: Self.stages, else: .withdrawn) }
  public var outcome: Outcome { Self.value(outcomeNumber, of: Self.outcomes, else: .incomplete) }
  /// The day that the award belongs to: of its event, of receipt where that can't be read.
  public var day: CivilDate { event ?? received }
  public var award: Money { Money(fen: awardFen) }
  public var gross: Money { Money(fen: grossFen) }
  public var received: CivilDate { CivilDate(dayNumber: Int(receivedDay)) ?? .first }
  public var event: CivilDate? { eventDay < 0 ? nil : CivilDate(dayNumber: Int(eventDay)) }

  /// In the order of their numbers; a form on disk names them, so that another order is noticed.
  static let stages = Stage.allCases
  static let outcomes = Outcome.allCases

  private static func value<Value>(_ number: UInt8, of all: [Value], else other: Value) -> Value {
    number < all.count ? all[Int(number)] : other
  }

  static func number<Value: Equatable>(of value: Value, in all: [Value]) -> UInt8 {
    UInt8(all.firstIndex(of: value) ?? 0)
  }

  init(place: UInt64, _ filing: Filing, applicant: NameNumber, item: NameNumber, district: NameNumber) {
    self.place = place
    self.applicant = applicant
    self.item = item
    self.district = district
    receivedDay = Int32(filing.received.dayNumber)
    stageNumber = Self.number(of: filing.stage, in: Self.stages)
    (awardFen, grossFen, eventDay, because, yearNumber, outcomeNumber) = (0, 0, -1, .nothing, 0, 0)
  }

  /// Whether every byte of the row is the one that stands for what it says.
  var isPlain: Bool {
    var plain = self
    (plain.filler, plain.stageNumber) = (0, Self.number(of: stage, in: Self.stages))
    plain.receivedDay = Int32(received.dayNumber)
    plain = plain.with(decision(Because()), because: because)
    return withUnsafeBytes(of: self) { own in withUnsafeBytes(of: plain) { own.elementsEqual($0) } }
  }

  /// The same row with what its filing comes to.
  func with(_ decision: Decision, because: BecauseNumber) -> FileRow {
    let verdict = FileVerdict(
      outcome: decision.outcome, gross: decision.gross, event: decision.event, received: received,
      because: .nothing)
    return with(verdict, award: decision.award, because: because)
  }

  func with(_ verdict: FileVerdict, award: Money, because: BecauseNumber) -> FileRow {
    var row = self
    row.awardFen = award.fen
    row.grossFen = verdict.grossFen
    row.eventDay = verdict.eventDay
    row.outcomeNumber = verdict.outcomeNumber
    row.yearNumber = verdict.yearNumber
    row.because = because
    return row
  }

  /// The decision that the row shows; its working is not kept.
  func decision(_ because: Because) -> Decision {
    Decision(
      outcome: outcome, gross: gross, award: award, reasons: because.reasons, warnings: because.warnings,
      trace: Trace(), event: event)
  }
}

/// Why a filing comes to what it does.
struct Because: Hashable, Sendable {
  var reasons: [Reason] = []
  var warnings: [Warning] = []
}

/// The number of reasons and warnings among those of all filings.
typealias BecauseNumber = Numbered<Because>

extension BecauseNumber {
  /// That of neither reasons nor warnings.
  static var nothing: Self { Self(0) }
}

/// Reasons and warnings of all filings, equal ones kept once; number 0 is none at all.
struct BecauseTable: Sendable {
  private(set) var all: [Because]
  private var numbers: [Because: BecauseNumber] = [:]

  init(_ all: [Because] = [Because()]) {
    self.all = all
    for (number, because) in all.enumerated() { numbers[because] = BecauseNumber(number) }
  }

  mutating func number(of because: Because) -> BecauseNumber {
    // Most filings are paid as they stand: no need to look anything up.
    if because.reasons.isEmpty, because.warnings.isEmpty { return .nothing }
    if let known = numbers[because] { return known }
    let number = BecauseNumber(all.count)
    all.append(because)
    numbers[because] = number
    return number
  }

  subscript(_ number: BecauseNumber) -> Because {
    all.indices.contains(number.place) ? all[number.place] : Because()
  }
}
