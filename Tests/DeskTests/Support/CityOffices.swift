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
    (places, today, states, sheets) = try Self.withScratch { folder in
      let city = try DemoCity.play(in: folder, from: source)
      var states: [String: OfficeState] = [:]
      var sheets: [String: ConflictSheet] = [:]
      for place in city.places {
        let office = try OpenOffice.open(
          place.path, pinyin: source.pinyin, clock: Clock(runningFrom: city.today))
        office.calendar = source.calendar
        states[place.code] = office.state
        var kinds: Set<ConflictKind> = []
        for conflict in office.state.conflicts
        where conflict.ruling == nil && kinds.insert(conflict.kind).inserted {
          sheets[conflict.id] = try office.sheet(of: conflict.id)
        }
      }
      return (city.places, city.today, states, sheets)
    }
  }
}

extension DeskSession {
  static let city = "441800"
  static let county = "441881"

  /// A session at an office of the demo city, after a script.
  static func inCity(
    _ code: String, _ script: String, rows: Int = 24, columns: Int = 80
  ) throws -> DeskSession {
    let offices = try CityOffices.played.get()
    let state = try #require(offices.states[code])
    var session = try DeskSession(state, rows: rows, columns: columns)
    session.sheets = offices.sheets
    session.exchangeLines = ["441803  第 2 号  新记录 3 条  报送件-441803-2.zb", "申报 626 → 628 件", "没有未裁定的冲突。"]
    let head = offices.places.first { $0.code == code }?.head ?? ""
    session.model.operatorName = head
    session.model.today = offices.today
    session.model.exchangeFolder = "/media/U"
    session.model.worklist.list = ListState()
    session.model.stateChanged(state)
    session.look()
    try session.press(script)
    return session
  }
}
