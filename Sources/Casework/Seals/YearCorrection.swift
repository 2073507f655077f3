public import CaseModel
import SubsidyRules

/// What has changed in a year since it was sealed, filing by filing: for the correction sheet (更正表).
public struct YearCorrection: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var filing: String
    /// What it came to when the year was sealed; nil where it was not there.
    public var before: MoneyTotal?
    /// What it comes to now, or when the year was sealed again.
    public var after: MoneyTotal
    /// What was done with it in between, oldest first.
    public var deeds: [HistoryEntry]

    public var difference: MoneyTotal { after - (before ?? .zero) }
  }

  /// The seal that was opened.
  public var seal: YearSeal
  /// The seal that followed; nil where the year is still open.
  public var next: YearSeal?
  /// Filings that were touched, in the order of the files, whether their amounts moved or not.
  public var lines: [Line]
  public var after: YearSums

  public var difference: MoneyTotal { lines.reduce(.zero) { $0 + $1.difference } }
}

extension OfficeState {
  /// What changed in a year since it was last opened; nil where it never was.
  ///
  /// The amounts of then follow from the steps that stood then: in a sealed year everything is decided or closed.
  public func correction(of year: Int) -> YearCorrection? {
    let seals = seals(of: year)
    guard let opened = seals.lastIndex(where: { $0.opening != nil }) else { return nil }
    let (seal, next) = (seals[opened], seals.dropFirst(opened + 1).first)
    var lines: [YearCorrection.Line] = []
    for file in files {
      // Another office's lines bear numbers of their own: the seal says how far they were known.
      let origin = origin(of: file.filing.id)
      func isBehind(_ place: Int, _ seal: YearSeal) -> Bool {
        let sequence = file.history[place].sequence
        guard let origin, !origin.isOfCity(entry: place) else { return sequence > seal.sequence }
        return sequence > (seal.heads[origin.filing.writer]?.sequence ?? 0)
      }
      let places = file.history.indices.filter { place in
        isBehind(place, seal) && next.map { !isBehind(place, $0) } ?? true
      }
      guard !places.isEmpty, file.year == year || yearOfEvent(file) == year else { continue }
      lines.append(
        .init(
          filing: file.filing.id, before: isBehind(0, seal) ? nil : file.award { !isBehind($0, seal) },
          after: file.award { place in next.map { !isBehind(place, $0) } ?? true },
          deeds: places.map { file.history[$0] }))
    }
    return YearCorrection(seal: seal, next: next, lines: lines, after: next?.sums ?? yearSums(of: year))
  }

  /// The year of a closed filing's event, which its decision no longer has.
  private func yearOfEvent(_ file: FiledFiling) -> Int {
    var open = file.filing
    open.stage = .received
    let judgement = policy.judge(open, of: file.facts, tracing: false)
    return policy.decide(judgement, in: Ledger(), settlement: nil).event?.year ?? file.year
  }
}

extension FiledFiling {
  /// What a filing that was decided came to by the entries of its story at some places alone; 0.00 before it was.
  func award(_ counts: (Int) -> Bool) -> MoneyTotal {
    var then = self
    then.history = history.indices.filter(counts).map { history[$0] }
    let standing = then.standing(after: then.steps)
    let balance = then.balance
    guard balance.decided != nil, !standing.stage.isClosed else { return .zero }
    return MoneyTotal(balance.owed) + MoneyTotal(balance.paid) - MoneyTotal(balance.recovered)
  }
}
