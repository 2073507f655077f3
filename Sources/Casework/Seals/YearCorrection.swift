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
      // Another office's lines bear numbers of their own: there the moments tell what came first.
      let isOther = origin(of: file.filing.id) != nil
      func isBehind(_ entry: HistoryEntry, _ seal: YearSeal) -> Bool {
        isOther ? entry.at > seal.at : entry.sequence > seal.sequence
      }
      let deeds = file.history.filter { entry in
        isBehind(entry, seal) && next.map { !isBehind(entry, $0) } ?? true
      }
      guard !deeds.isEmpty, file.year == year || yearOfEvent(file) == year else { continue }
      let isNew = file.history.first.map { isBehind($0, seal) } ?? true
      lines.append(
        .init(
          filing: file.filing.id, before: isNew ? nil : file.award { !isBehind($0, seal) },
          after: next.map { next in file.award { !isBehind($0, next) } } ?? AwardColumns(file).award,
          deeds: deeds))
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
  /// What a filing that was decided came to by those entries of its story alone.
  func award(_ counts: (HistoryEntry) -> Bool) -> MoneyTotal {
    var then = self
    then.history = history.filter(counts)
    let standing = then.standing(after: then.steps)
    let balance = then.balance
    guard balance.decided != nil, !standing.stage.isClosed else { return .zero }
    return MoneyTotal(balance.owed) + MoneyTotal(balance.paid) - MoneyTotal(balance.recovered)
  }
}
