import CaseModel
import Casework
import Journal
import Papers
import SubsidyRules

@testable import Office

/// What a city comes to: what it exports, every filing's award with its reasons, its conflicts with their parties, its caps,
/// and every report byte for byte.
struct CityOutcome: Equatable {
  var export: [UInt8]
  var awards: [String]
  var conflicts: [String]
  var caps: [String]
  /// By name.
  var reports: [String: String]

  /// - Parameters:
  ///   - kinds: conflicts that are left out, with the reports that tell of them and of how far each office has come.
  ///   - reports: further ones that are left out.
  init(_ city: OpenOffice, besides kinds: Set<ConflictKind> = [], reports leftOut: Set<String> = []) {
    export = city.exported()
    let state = city.state
    awards = state.files.indices.map { number in
      let file = state.files[number]
      let decision = file.decision
      return "\(file.filing.id) \(decision.outcome) \(decision.award) \(decision.reasons) \(file.standing)"
    }
    conflicts = (city.joint?.conflicts ?? []).filter { !kinds.contains($0.kind) }.map {
      "\($0.id) \($0.subject) \($0.parties) \($0.filings) \($0.ruling?.verdict.word ?? "")"
    }
    reports = Dictionary(
      YearReport.all.filter { report in
        !leftOut.contains(report.name) && (kinds.isEmpty || !["conflicts", "offices"].contains(report.name))
      }.map { report in
        let table = report.table(of: state, year: 2019, today: city.today)
        return (report.name, String(decoding: table.csv, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
    caps = state.sums.capUses.values.map { "\($0.row.group) \($0.row.used) \($0.decided)" }.sorted()
  }
}

extension Town {
  /// A city as it stood in a backup of this town's, with the city's keys.
  func city(from backup: String, as name: String) throws -> OpenOffice {
    try restored(backup, as: name, keysOf: city)
  }

  /// A town of one county, some of whose filings were reviewed.
  static func within(
    _ code: String, reviewed patents: some Sequence<Int>,
    _ work: (_ town: Town, _ county: OpenOffice, _ ids: [String]) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [code])
      let ids = try town.review(code, patents, of: Town.agency(code))
      try work(town, town.county(code), ids)
    }
  }

  /// A second machine of an office, restored from a backup of now with its keys.
  func machine(beside office: OpenOffice) throws -> OpenOffice {
    let backup = folder + "/machine.backup"
    _ = try office.journal.backup(to: backup)
    return try restored(backup, as: "machine", keysOf: office)
  }

  /// A machine that goes on from an office's backup, with its keys.
  func restored(_ backup: String, as name: String, keysOf office: OpenOffice) throws -> OpenOffice {
    let path = folder + "/" + name
    _ = try Journal.restore(backup, to: path, replaying: { _ in })
    let restored = try Offices.open(path, clock: Town.clock)
    try giveKeys(of: office, to: restored)
    return restored
  }

  @discardableResult
  func gather(_ files: [[UInt8]], at city: OpenOffice) throws -> GatherPlan {
    let plan = try city.rehearse(files.enumerated().map { .bundle(name: "\($0.offset)", bytes: $0.element) })
    _ = try city.gather(plan, by: mayor)
    return plan
  }
}
