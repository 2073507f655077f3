import CaseModel
import SubsidyRules

/// What filings come to by themselves, and what they ask of the ledger, by number from 0.
struct JudgedFiles: Sendable {
  var sheet = ClaimSheet()
  var verdicts: [FileVerdict] = []
  var becauses = BecauseTable()

  mutating func reserve(_ count: Int) {
    sheet.reserve(count)
    verdicts.reserveCapacity(count)
  }

  /// Adds the judgement of the next number.
  mutating func append(_ judgement: Judgement, received: CivilDate) {
    let because = becauses.number(of: Because(reasons: judgement.reasons, warnings: judgement.warnings))
    verdicts.append(
      FileVerdict(
        outcome: judgement.outcome, gross: judgement.gross, event: judgement.event, received: received,
        because: because))
  }

  /// Adds those of the numbers that follow.
  mutating func append(_ other: JudgedFiles) {
    let numbers = other.becauses.all.map { becauses.number(of: $0) }
    sheet.append(other.sheet)
    for var verdict in other.verdicts {
      verdict.because = numbers[verdict.because.place]
      verdicts.append(verdict)
    }
  }
}

/// What one filing comes to by itself, as its row keeps it.
struct FileVerdict: BitwiseCopyable, Sendable {
  var grossFen: Int64
  /// Below zero where the event can't be read.
  var eventDay: Int32
  /// The number of the reasons and warnings.
  var because: BecauseNumber
  var yearNumber: Int16
  var outcomeNumber: UInt8
  /// Whether the ledger has a say: it would be paid and is not decided.
  var isOpen: Bool

  init(outcome: Outcome, gross: Money, event: CivilDate?, received: CivilDate, because: BecauseNumber) {
    grossFen = gross.fen
    eventDay = event.map { Int32($0.dayNumber) } ?? -1
    self.because = because
    yearNumber = Int16((event ?? received).year)
    outcomeNumber = FileRow.number(of: outcome, in: FileRow.outcomes)
    isOpen = outcome == .pay
  }
}
