import CaseModel
import Casework
import DemoCity
import FoundationEssentials
import Interchange
import Office
import SubsidyRules
import Testing

@testable import Desk

/// The demo city, played once for all tests: each office's state as its own desk has it, and what verdicts would move.
struct CityOffices: Sendable {
  let places: [DemoCity.Place]
  let today: CivilDate
  let states: [String: OfficeState]
  /// Of the first open conflict of each kind, by its id.
  let sheets: [String: ConflictSheet]
  /// The city where a county had approved a filing itself since it joined: a line that no program writes.
  let forged: OfficeState
  /// What taking in a bundle comes to that was taken in before.
  let redelivered: Redelivered

  struct Redelivered: Sendable {
    var outcomes: [GatherPlan.Outcome]
    var changesNothing: Bool
    var filings: Int
  }

  /// The city in which a kind of conflict is found.
  func state(with kind: ConflictKind) -> OfficeState? {
    kind == .noRight ? forged : states[DeskSession.city]
  }

  static let played = Result { try CityOffices() }

  static let source = Result {
    let policy = try DemoOffice.full().policy
    return DemoCity.Source(
      policy: try DemoOffice.bytes("policies/qingyuan-2018-27.json"),
      cases: try CaseFile.read(DemoOffice.bytes("demo/qingyuan-demo.json")) {
        $0 == policy.id ? policy : nil
      }, pinyin: DemoOffice.pinyinTable, calendar: try HolidayFile.read(DemoOffice.bytes("holidays.json")),
      tariff: AnnuityTariff())
  }

  /// A folder that is gone afterwards.
  static func withScratch<Value>(_ work: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zizhu-city-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder.path)
  }

  private init() throws {
    let source = try Self.source.get()
    (places, today, states, sheets, forged, redelivered) = try Self.withScratch { folder in
      let city = try DemoCity.play(in: folder, from: source)
      var states: [String: OfficeState] = [:]
      var sheets: [String: ConflictSheet] = [:]
      for place in city.places {
        let office = try OpenOffice.open(
          place.path, pinyin: source.pinyin, clock: Clock(runningFrom: city.today))
        office.calendar = source.calendar
        states[place.code] = office.state
        var kinds: Set<ConflictKind> = []
        for conflict in office.state.joint.conflicts
        where conflict.ruling == nil && kinds.insert(conflict.kind).inserted {
          sheets[conflict.id] = try office.sheet(of: conflict.id)
        }
      }
      let mayor = try OpenOffice.open(
        city.places[0].path, pinyin: source.pinyin, clock: Clock(runningFrom: city.today))
      let forged = try Self.forged(try #require(mayor.joint))
      let found = try #require(forged.conflicts.first { $0.kind == .noRight })
      sheets[found.id] = Self.sheet(of: found, forged)
      let file = FileManager.default.contents(atPath: city.sticks + "/报送件-441881-1.zb").map(Array.init)
      let plan = try mayor.rehearse([.bundle(name: "报送件", bytes: try #require(file))])
      let redelivered = Redelivered(
        outcomes: plan.rows.filter { !$0.wasHeld }.map(\.outcome), changesNothing: plan.changesNothing,
        filings: plan.after.state.files.count)
      return (city.places, city.today, states, sheets, forged.state, redelivered)
    }
  }

  /// All offices, of which a county has approved one of its filings that it had handed up.
  private static func forged(_ joint: JointOffice) throws -> JointOffice {
    var others = Array(joint.parts.dropFirst())
    let place = try #require(others.firstIndex { $0.office == DeskSession.county })
    let file = try #require(
      others[place].state.files.first { file in
        file.standing == .handedUp && joint.state.file(file.filing.id)?.standing == .handedUp
      })
    let approval = StepTaken(
      .approve, day: try #require(CivilDate("2020-03-31")),
      detail: .approval(Approval(amount: Money(yuan: 500))))
    var line = Transaction(
      by: "主管441881", at: "2020-03-31T02:00:00Z", policy: "",
      changes: [.stepped(filing: file.filing.id, approval)])
    line.sequence = 100_000
    others[place].state.fold(line)
    return JointOffice(
      city: joint.parts[0].state, writer: joint.parts[0].writer, others: others, waiting: joint.waiting)
  }

  private static func sheet(of conflict: OfficeConflict, _ joint: JointOffice) -> ConflictSheet {
    joint.sheet(
      of: conflict,
      proposals: joint.choices(on: conflict).compactMap { choice in
        guard case .verdict(let verdict) = choice else { return nil }
        let ruling = Ruling(conflict: conflict.id, verdict: verdict, parties: conflict.parties, note: "")
        return joint.proposal(choice, coming: joint.ruling(ruling))
      })
  }
}

extension DeskSession {
  static let city = "441800"
  static let county = "441881"

  /// A session at an office of the demo city, after a script.
  static func inCity(
    _ code: String, _ script: String, rows: Int = 24, columns: Int = 80, with kind: ConflictKind? = nil
  ) throws -> DeskSession {
    let offices = try CityOffices.played.get()
    let state = try #require(kind.flatMap(offices.state) ?? offices.states[code])
    var session = try DeskSession(state, rows: rows, columns: columns)
    session.sheets = offices.sheets
    session.exchangeLines = ["441803  第 2 号  新记录 3 条  报送件-441803-2.zb", "申报 626 → 628 件", "没有未裁定的冲突。"]
    let head = offices.places.first { $0.code == code }?.head ?? ""
    session.model.seat.operatorName = head
    session.model.device.today = offices.today
    session.model.device.exchangeFolder = "/media/U"
    session.model.states.worklist.list = ListState()
    session.model.stateChanged(state)
    session.look()
    try session.press(script)
    return session
  }
}
