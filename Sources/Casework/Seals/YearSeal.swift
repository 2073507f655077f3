import CaseModel

/// A year that a supervisor has sealed (封存): what it came to, and the end of the journal that stands for it.
public struct YearSeal: Hashable, Sendable {
  public var year: Int
  /// The journal's head when it was sealed, as `JournalHead` writes it: it is printed on the signed sheet, and the
  /// audit sample is drawn by it.
  public var head: String
  public var sums: YearSums
  public var note: String
  /// Who sealed it, and when by the device's clock; empty in what is still to be saved.
  public internal(set) var by = ""
  public internal(set) var at = ""
  /// The number of the save; 0 where it is not known.
  public internal(set) var sequence = 0
  /// Who opened it again, and why; nil while it is sealed.
  public internal(set) var opening: Opening?

  public struct Opening: Hashable, Sendable {
    public var note: String
    public var by: String
    public var at: String
    public var sequence: Int
  }

  public init(year: Int, head: String = "", sums: YearSums, note: String = "") {
    self.year = year
    self.head = head
    self.sums = sums
    self.note = note
  }
}

/// Why a year is not sealed or opened, or why something in it is not changed.
public enum SealRefusal: Hashable, Sendable {
  /// The year has not ended yet.
  case notOver(Int)
  /// It has no filings.
  case nothingThere(Int)
  /// Nobody has decided or closed these yet.
  case undecided(Int, filings: [String])
  case alreadySealed(Int)
  case notSealed(Int)
  /// The year has come to something else since it was looked at.
  case moved(Int)
  /// The year is sealed: a supervisor opens it first, with a reason.
  case sealed(Int)
}

extension OfficeState {
  /// The seal that a year stands under; nil where it is open.
  public func seal(of year: Int) -> YearSeal? { seals.last { $0.year == year && $0.opening == nil } }

  /// Every time that a year was sealed, oldest first.
  public func seals(of year: Int) -> [YearSeal] { seals.filter { $0.year == year } }

  /// The filings of a year that are still to be decided or closed.
  public func undecidedFilings(of year: Int) -> [String] {
    files.rows.indices.filter { files.rows[$0].year == year && files.rows[$0].stage.isUndecided }
      .map { files.id(of: $0) }
  }

  // MARK: - Folding

  mutating func fold(_ seal: YearSeal, _ transaction: Transaction) {
    var seal = seal
    seal.by = transaction.by
    seal.at = transaction.at
    seal.sequence = transaction.sequence
    seals.append(seal)
  }

  mutating func unseal(_ year: Int, note: String, _ transaction: Transaction) {
    guard let index = seals.lastIndex(where: { $0.year == year && $0.opening == nil }) else { return }
    seals[index].opening = .init(
      note: note, by: transaction.by, at: transaction.at, sequence: transaction.sequence)
  }
}
