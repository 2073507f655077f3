public import CaseModel

/// Why a row of an old ledger can't be read, and under which heading.
public struct OldLedgerMistake: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    // MARK: The row

    /// A quotation mark opens a cell and nothing closes it.
    case openQuote
    /// More cells than headings; how many too many.
    case surplusCells(Int)
    /// What was decided and what was paid are two sums.
    case amountsDiffer

    // MARK: One cell

    case missing
    /// Bytes that the file's encoding does not know.
    case unreadableCharacter
    /// A spreadsheet has rounded a long number: 2.01711E+11.
    case scientific
    /// An old number without the zero in front; the number that it would be.
    case lostZero(ApplicationNumber)
    /// An identity number whose last digits a spreadsheet has made zeros.
    case cutIdentity
    /// Another column that says the same says something else: its heading.
    case differs(String)
    /// A sum in brackets, which in accounts is below zero.
    case inBrackets
    case date(CivilDate.TypingIssue)
    case money(Money.TypingIssue)
    case count(Count.TypingIssue)
    case outOfRange(ClosedRange<Int>)
    case flag
    case number(ApplicationNumber.Reading)
    /// None of these, or more than one.
    case choice([String])
    case kind
    case district
    case status
    case code
  }

  /// Nil where the whole row is meant.
  public var heading: String?
  public var reason: Reason

  public init(_ reason: Reason, under heading: String? = nil) {
    self.heading = heading
    self.reason = reason
  }
}

/// What a row of an old ledger turned out to be.
public enum OldLedgerReading: Hashable, Sendable {
  /// A filing; headings of cells that its item has no use for, and whether the check of the code fails.
  case row(OldLedgerRowNotes)
  /// A line of sums, or nothing but a number in front.
  case noFiling
  case unreadable([OldLedgerMistake])
}
