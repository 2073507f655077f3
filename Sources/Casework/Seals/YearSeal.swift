import CaseModel

/// A year that a supervisor has sealed (封存): what it came to, and the end of the journal that stands for it.
///
/// `Command.sealYear` gives `Change.yearSealed` with the year's sums, `OpenOffice.save` puts in the journal's
/// head. `checkSeals` looks at every command's changes on their way out, so that nothing else need know.
public struct YearSeal: Hashable, Sendable {
  public var year: Int
  /// The journal's head when it was sealed, as `JournalHead` writes it: it is printed on the signed sheet.
  public var head: String
  public var sums: YearSums
  public var note: String
  /// Of a city how far each office's journal belongs to it, by writer; what stands behind waits until it is opened.
  public var heads: [String: LineName] = [:]
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
  /// These offices have filings of the year, and the city has not accepted their close.
  case officesOpen(Int, offices: [String])
  /// The county has closed the year towards its city, which alone gives it back.
  case closedForCity(Int)
}

extension OfficeState {
  /// The seal that a year stands under; nil where it is open.
  public func seal(of year: Int) -> YearSeal? { books.seals.last { $0.year == year && $0.opening == nil } }

  /// Every time that a year was sealed, oldest first.
  public func seals(of year: Int) -> [YearSeal] { books.seals.filter { $0.year == year } }

  /// The filings of a year that are still to be decided or closed.
  public func undecidedFilings(of year: Int) -> [String] {
    files.rows.indices.filter { files.rows[$0].year == year && files.rows[$0].stage.isUndecided }
      .map { files.id(of: $0) }
  }

  /// Those of them that keep the office from sealing the year: what a county has handed up is the city's to decide.
  public func openFilings(of year: Int) -> [String] {
    let undecided = undecidedFilings(of: year)
    guard offices.city != nil else { return undecided }
    return undecided.filter { file($0)?.standing != .handedUp }
  }

  /// Whether anything behind a save has to do with filings that a year may have.
  public func hasTouched(_ year: Int, behind sequence: Int) -> Bool {
    files.indices.contains { number in
      let history = files[number].history
      guard let last = history.last?.sequence, last > sequence else { return false }
      return files.rows[number].year == year || (history.first?.sequence ?? 0) <= sequence
    }
  }

  /// The offices of a city that have filings of a year and whose close the city has not accepted; whoever never joined and
  /// comes by backups alone closes nothing.
  public func officesToClose(_ year: Int) -> [String] {
    guard !joint.origins.isEmpty else { return [] }
    let writers = Set(
      files.indices.filter { files.rows[$0].year == year }
        .compactMap { origin(of: files.id(of: $0))?.filing.writer })
    return offices.admitted.filter { office in
      !office.isRetired && !office.isUnsigned && office.writer.map { writers.contains($0.writer) } ?? false
        && !office.closes.contains { $0.year == year }
    }.map(\.code)
  }

  // MARK: - Folding

  mutating func fold(_ seal: YearSeal, _ transaction: Transaction) {
    var seal = seal
    seal.by = transaction.by
    seal.at = transaction.at
    seal.sequence = transaction.sequence
    books.seals.append(seal)
  }

  mutating func unseal(_ year: Int, note: String, _ transaction: Transaction) {
    guard let index = books.seals.lastIndex(where: { $0.year == year && $0.opening == nil }) else { return }
    books.seals[index].opening = .init(
      note: note, by: transaction.by, at: transaction.at, sequence: transaction.sequence)
  }
}
