public import CaseModel
public import Casework
public import SubsidyRules

/// An old ledger with every row read, ready to be planned against an office.
///
/// An old ledger's way: bytes, `TableFile` (of which kind by its first bytes: `Workbook`, or `DecodedTable`
/// and `TableReader`), `OldLedgerSheet` (which heading says what), `OldLedgerRowReader` (each row, or every
/// mistake in it), `OfficeState.plan(oldLedger:)` (new, known, claimed twice, unfit, as is what says no
/// reason against bans and receipts; at a city those of all offices), the clerk's word,
/// `Command.takeOldLedger`, `OldLedgerResult`, kept as a table (`ResultFile`). On the desk `OldLedgerPage` shows
/// a plain `OldLedgerPreview`, which the program's `DeskOldLedger` makes; the command line reads with the same
/// `OldLedgerTable`.
public struct OldLedgerIntake: Sendable {
  public let sheet: OldLedgerSheet
  /// One for each record of the sheet.
  public private(set) var readings: [OldLedgerReading] = []

  /// Whether reading was stopped before the last row.
  public private(set) var isStopped = false

  /// Reads all rows; `progress` is told how many are done, and stops it with false.
  public init(
    _ sheet: OldLedgerSheet, policy: Policy, today: CivilDate, progress: (Int) -> Bool = { _ in true }
  ) {
    self.sheet = sheet
    let reader = OldLedgerRowReader(sheet, policy: policy, today: today)
    readings.reserveCapacity(sheet.records.count)
    for record in sheet.records {
      readings.append(reader.read(record))
      guard progress(readings.count) else {
        isStopped = true
        return
      }
    }
  }

  /// The rows that could be read, in their order.
  public var rows: [OldLedgerRow] {
    readings.compactMap { if case .row(let notes) = $0 { notes.row } else { nil } }
  }

  /// What becomes of each record under a plan made of `rows`.
  public func outcomes(_ plan: OldLedgerPlan) -> [OldLedgerOutcome] {
    var planned = plan.rows.makeIterator()
    return readings.map { reading in
      switch reading {
      case .noFiling: return .noFiling
      case .unreadable(let mistakes): return .unreadable(mistakes)
      case .row(let notes):
        guard let row = planned.next() else { return .noFiling }
        return .planned(row, notes)
      }
    }
  }
}

/// What becomes of one record of an old ledger.
public enum OldLedgerOutcome: Hashable, Sendable {
  /// It could be read, and the plan says what becomes of it.
  case planned(OldLedgerPlan.Row, OldLedgerRowNotes)
  case unreadable([OldLedgerMistake])
  /// A line of sums.
  case noFiling

  /// What asks for a second look at a row that would go in.
  public var doubts: [Doubt] {
    guard kind == .taken, case .planned(let row, let notes) = self else { return [] }
    return notes.doubts + row.doubts
  }

  public enum Kind: Hashable, Sendable, CaseIterable { case taken, known, repeated, wrong, noFiling }

  public var kind: Kind {
    switch self {
    case .noFiling: .noFiling
    case .unreadable: .wrong
    case .planned(let row, _):
      switch row.verdict {
      case .taken: .taken
      case .known: .known
      case .duplicate, .repeated: .repeated
      case .unfit: .wrong
      }
    }
  }
}
