import CaseModel
import Casework
import Wording

/// One office of a city as its screen shows it: how far its journal was taken in, and what it comes to.
struct OfficeLine: Sendable {
  /// What the row tells first of an office.
  enum Sign: Sendable {
    case own
    /// The enrolment was sent out; the answer has not come.
    case awaited
    case retired
    /// Nothing was taken in yet.
    case silent
    /// Its journal is damaged here, and nothing of it counts.
    case damaged
    /// Its history has two continuations.
    case fork
    /// A file waits for what is missing before it.
    case held
    /// A file can't be opened any more.
    case unopened
    /// Nothing came for longer than a filing may wait.
    case late
    case current

    var label: String {
      switch self {
      case .own: "本局"
      case .awaited: "等回执"
      case .retired: "停报"
      case .silent: "未报送"
      case .damaged: "损坏"
      case .fork: "分叉"
      case .held: "缺件"
      case .unopened: "打不开"
      case .late: "催报"
      case .current: ""
      }
    }
  }

  /// What commands call it; the city's own district of the city itself.
  var code: String
  var short: String
  var name: String
  /// Nil of the city itself.
  var office: EnrolledOffice?
  /// The day of the last of its records that was gathered.
  var day: CivilDate?
  var silent: Int?
  /// Its filings of the working year.
  var filings = 0
  var award = MoneyTotal.zero
  /// What waits for the city, of every year.
  var handedUp: [String] = []
  var handedUpAward = MoneyTotal.zero
  var waiting: [WaitingFile]
  /// Open conflicts that it is in.
  var conflicts: [OfficeConflict]
  var sign: Sign

  private init(_ code: String, _ office: EnrolledOffice?, _ state: OfficeState, on today: CivilDate) {
    self.code = code
    self.office = office
    short = OfficeNames.short(code, in: state)
    name = OfficeNames.full(code, in: state)
    let writer = office?.writer?.writer
    waiting = writer.map(state.filesThatWait) ?? []
    conflicts = state.joint.conflicts.filter { conflict in
      conflict.ruling == nil && ConflictWording.codes(conflict, state).contains(code)
    }
    day = office?.gathered == nil ? nil : office?.silentSince
    silent = office?.silentSince.map { max(0, $0.days(to: today)) }
    guard let office else {
      sign = .own
      return
    }
    if office.isRetired {
      sign = .retired
    } else if office.writer == nil {
      sign = .awaited
    } else if waiting.contains(where: { $0.reason == .damaged }) {
      sign = .damaged
    } else if conflicts.contains(where: { $0.kind == .fork }) {
      sign = .fork
    } else if waiting.contains(where: { $0.reason != .unopened }) {
      sign = .held
    } else if !waiting.isEmpty {
      sign = .unopened
    } else {
      sign = day == nil ? .silent : (silent ?? 0) > Worklist.longWait ? .late : .current
    }
  }

  /// The city itself first, then its offices by code.
  static func all(of year: Int, on today: CivilDate, _ state: OfficeState) -> [OfficeLine] {
    let own = OfficeLine(state.office?.district ?? "", nil, state, on: today)
    let others = state.offices.enrolled.sorted { $0.code < $1.code }
    var lines = [own] + others.map { OfficeLine($0.code, $0, state, on: today) }
    let places = lines.places(by: \.code)
    for (number, row) in state.files.rows.enumerated() {
      let isWaiting = row.stage == .reviewed
      guard row.year == year || isWaiting else { continue }
      let id = state.files.id(of: number)
      guard let place = places[state.office(of: id)] else { continue }
      if row.year == year {
        lines[place].filings += 1
        lines[place].award += row.award
      }
      guard isWaiting, state.files[number].standing == .handedUp else { continue }
      lines[place].handedUp.append(id)
      lines[place].handedUpAward += row.award
    }
    return lines
  }
}
