public import CaseModel

/// What a verdict rests on: it takes effect only while these lines stand in the writer's journal.
public struct Basis: Hashable, Sendable {
  /// The last line that touched the filing.
  public var filing: LineName
  /// The last line that touched its applicant's facts or account.
  public var applicant: LineName
  /// SHA-256 of the policy file that the city decided by.
  public var rules: String

  public init(filing: LineName, applicant: LineName, rules: String) {
    self.filing = filing
    self.applicant = applicant
    self.rules = rules
  }
}

/// A step that the city took on a filing of another office.
public struct CityStep: Hashable, Sendable {
  public var filing: OfficeFiling
  public var basis: Basis
  public var step: StepTaken
  public var by = ""
  /// UTC, by the device's clock.
  public var at = ""
  /// The day that was set, where it was not the clock's.
  public var day: CivilDate?
  /// The number of the save in the city's journal.
  public var sequence = 0
  /// The epoch in which it stands there: a city that was restored counts on from an earlier number.
  public var epoch = 1

  public init(filing: OfficeFiling, basis: Basis, step: StepTaken) {
    self.filing = filing
    self.basis = basis
    self.step = step
  }

  var entry: HistoryEntry {
    HistoryEntry(deed: .stepped(step), by: by, at: at, day: day, sequence: sequence)
  }
}

/// A save of the city's as far as it is about one filing, by its place in the city's journal and its moment: two that were
/// restored from one backup number their saves alike.
public struct SaveName: Hashable, Sendable, Comparable {
  public var epoch: Int
  public var sequence: Int
  /// UTC, by the device's clock.
  public var at: String
  /// One save may be about filings of several offices, and of those of one office some may stand on lines that do not
  /// count: each is told by itself.
  public var filing: OfficeFiling

  public static func < (a: SaveName, b: SaveName) -> Bool {
    (a.epoch, a.sequence, a.at, a.filing.writer, a.filing.id)
      < (b.epoch, b.sequence, b.at, b.filing.writer, b.filing.id)
  }
}

extension CityStep {
  /// Whether it is the same step of the same save, whatever is kept of it.
  public func isSame(as other: CityStep) -> Bool {
    save == other.save && step.step == other.step.step
  }

  /// The save that holds it.
  public var save: SaveName {
    SaveName(epoch: epoch, sequence: sequence, at: at, filing: filing)
  }
}

extension Sequence<CityStep> {
  /// Those that take effect where only some records stand: whose basis does, and with which money went out or came back,
  /// which stays counted whatever became of the lines on which it was.
  func inEffect(where stands: (Basis) -> Bool) -> [CityStep] {
    guard contains(where: { !stands($0.basis) }) else { return Array(self) }
    let moved = Set(
      Dictionary(grouping: self, by: \.filing)
        .filter { PaidUncounted.isMoved(by: $1) { stands($0.basis) } }.keys)
    return filter { stands($0.basis) || moved.contains($0.filing) }
  }

  /// Of steps on one filing the last that is not undone.
  var lastHeld: CityStep? {
    reduce(into: [CityStep]()) { held, step in
      if step.step.step == .undo { _ = held.popLast() } else { held.append(step) }
    }.last
  }
}
