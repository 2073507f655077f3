public import CaseModel

/// The filings that somebody still has to deal with, of every year, in the order in which one person works them off.
///
/// `WorklistState` is what its screen holds beside.
public struct Worklist: Sendable {
  public enum Order: Hashable, Sendable, CaseIterable {
    /// What waits for this person first, then what waits for others; each by stage, what came last in front.
    case turn
    /// By day of receipt, the earliest first.
    case age
    /// By the day on which a time limit ends, the earliest first; what has none afterwards.
    case due
  }

  /// Numbers into the office's files.
  public var numbers: [Int] = []
  /// How many of them wait for this person's next step.
  public var own = 0
  /// How many stand at each open stage, in the order of the stages.
  public var stages: [StageCount] = []
  /// How many of those that are reviewed were handed up to the city.
  public var handedUp = 0
  /// How many are past the day until which somebody had time.
  public var overdue = 0
  /// How many were received more than `longWait` days ago.
  public var long = 0

  public struct StageCount: Hashable, Sendable {
    public var stage: Stage
    public var count: Int
  }

  /// Days since receipt after which a filing counts as waiting long.
  public static let longWait = 30

  public init() {}
}

extension FiledFiling {
  /// Until when somebody has time now: the applicant for a correction, or for putting a sent-back account right.
  public var currentDue: CivilDate? { standing == .correction ? notice?.due : returnDue }
}

extension OfficeState {
  /// The open filings that a filter takes, as somebody works them off on a day.
  public func worklist(
    of name: String, on today: CivilDate, _ filter: FilingFilter, by order: Worklist.Order
  ) -> Worklist {
    var filter = filter
    filter.isOpenOnly = true
    // Entered about as they are received: there is little to sort, and all that follows keeps the order of equals.
    let numbers = filter.numbers(in: self).sorted(by: files.precedes)
    var list = Worklist()
    let longAgo = today.dayNumber - Worklist.longWait
    var counts = [Int](repeating: 0, count: FileRow.stages.count)
    var due: [Int: Int] = [:]
    for number in numbers {
      let row = files.rows[number]
      counts[Int(row.stageNumber)] += 1
      if Int(row.receivedDay) < longAgo { list.long += 1 }
      if row.stage == .reviewed, isHandedUp(number) { list.handedUp += 1 }
      // Records are read only where a time limit may run.
      guard row.stage == .correction || row.stage == .published else { continue }
      guard let day = files[number].currentDue?.dayNumber else { continue }
      due[number] = day
      if day < today.dayNumber { list.overdue += 1 }
    }
    list.stages = zip(FileRow.stages, counts).filter { $1 > 0 }.map { .init(stage: $0, count: $1) }
    let own = Turn(of: name, in: self, counts, due: due, today: today.dayNumber)
    var piles = [[Int]](repeating: [], count: 2 * FileRow.stages.count)
    for number in numbers {
      let isOwn = own.takes(number)
      if isOwn { list.own += 1 }
      piles[(isOwn ? 0 : FileRow.stages.count) + Int(files.rows[number].stageNumber)].append(number)
    }
    switch order {
    case .turn: list.numbers = piles.flatMap { $0.reversed() }
    case .age: list.numbers = numbers
    case .due:
      list.numbers =
        numbers.filter { due[$0] != nil }.sorted { (due[$0] ?? 0) < (due[$1] ?? 0) }
        + numbers.filter { due[$0] == nil }
    }
    return list
  }

  /// Whether somebody has handled a filing so that the step that needs other eyes is not theirs.
  fileprivate func hasHandled(_ name: String, _ number: Int) -> Bool {
    files[number].marks.contains { $0.by == name }
  }
}

/// Which filings wait for one person.
private struct Turn {
  private let state: OfficeState
  private let name: String
  /// By stage: whether the person's role takes the next step, and whether that needs other eyes.
  private var mayStep = [Bool](repeating: false, count: FileRow.stages.count)
  private var needsEyes = [Bool](repeating: false, count: FileRow.stages.count)
  private let due: [Int: Int]
  private let today: Int

  /// Of so many filings at most the story is read for who has handled them; beyond that the role decides, so that a
  /// save in an office of a million is shown at once.
  private static let mostRead = 4096

  init(of name: String, in state: OfficeState, _ counts: [Int], due: [Int: Int], today: Int) {
    (self.state, self.name, self.due, self.today) = (state, name, due, today)
    guard let who = state.house.operators.first(where: { $0.name == name }), !who.isRetired else { return }
    let steps: [(Stage, Step)] = [
      (.received, .accept), (.correction, .accept), (.accepted, .review),
      (.reviewed, state.offices.city == nil ? .approve : .handUp),
      (.approved, .publish), (.published, .pay),
    ]
    var read = 0
    for (stage, step) in steps {
      let place = Int(FileRow.number(of: stage, in: FileRow.stages))
      let rule = StageRule.of(step)
      mayStep[place] = who.role >= rule.role
      guard mayStep[place], rule.needs.contains(.otherEyes), !state.isAlone(name) else { continue }
      read += counts[place]
      needsEyes[place] = read <= Self.mostRead
    }
  }

  func takes(_ number: Int) -> Bool {
    let row = state.files.rows[number]
    guard mayStep[Int(row.stageNumber)], !state.waitsElsewhere(number) else { return false }
    // A correction waits for the applicant until its day is over; a returned payment likewise.
    if let day = due[number] { return day < today }
    return !needsEyes[Int(row.stageNumber)] || !state.hasHandled(name, number)
  }
}
