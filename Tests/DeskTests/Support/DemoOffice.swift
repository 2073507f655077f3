import CaseModel
import Casework
import FoundationEssentials
import Interchange
import Papers
import SubsidyRules
import Testing

/// The demo office as the program opens it, made once for all tests.
enum DemoOffice {
  /// The day of the demo: the last on which something was received.
  static let today = CivilDate(year: 2020, month: 3, day: 27)
  static var day: CivilDate { today ?? .first }

  /// The folder of this test target.
  static var tests: URL { URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent() }

  private static var data: URL {
    tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")
  }

  /// With all of the demo's applicants and filings.
  static func full() throws -> OfficeState { try #require(cached) }

  /// Founded, with an operator, and nothing in it yet.
  static func empty() throws -> OfficeState { try founded.get() }

  private static let founded = Result { try found() }

  private static func found() throws -> OfficeState {
    let founding = Transaction(
      by: "演示", at: "2020-03-27T01:00:00Z", policy: "",
      changes: [
        .founded(.init(name: "清远市知识产权局", district: "441800", policy: "qingyuan-2018-27")),
        .operatorAdded(.init(name: "演示", role: .supervisor, login: nil)),
      ])
    var state = OfficeState(policy: try policy(), pinyin: try pinyin())
    state.fold(founding)
    state.given.calendar = try HolidayFile.read(bytes("holidays.json"))
    return state
  }

  private static let cached = try? load()

  /// The demo with other names for its applicants.
  static func renamed(_ name: (String) -> String) throws -> OfficeState { try load(name) }

  private static func load(_ name: (String) -> String = { $0 }) throws -> OfficeState {
    var state = try empty()
    let policy = state.policy
    let cases = try CaseFile.read(bytes("demo/qingyuan-demo.json")) { $0 == policy.id ? policy : nil }
    let applicants = cases.applicants.map { applicant in
      var applicant = applicant
      applicant.name = name(applicant.name)
      return applicant
    }
    let command = Command.importCases(applicants: applicants, filings: cases.filings)
    let lastDay = cases.filings.map(\.received).max() ?? .first
    let moment = Moment(at: "2020-03-27T01:00:01Z", today: lastDay)
    let changes = try state.changes(for: command, by: "演示", at: moment).get()
    state.fold(Transaction(by: "演示", at: "2020-03-27T01:00:01Z", policy: "", changes: changes))
    let records = try RegisterFile.read(bytes("demo/qingyuan-register.jsonl"))
    let entered = try state.changes(for: .enterRecords(records), by: "演示", at: moment).get()
    state.fold(Transaction(by: "演示", at: "2020-03-27T01:00:02Z", policy: "", changes: entered))
    return state
  }

  /// The program's own templates.
  static func templates() throws -> Templates {
    let folder = data.appending(path: "templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Templates(
      try names.map { name in
        TemplateFile(name: name, path: name, bytes: try bytes("templates/" + name))
      })
  }

  private static let shipped = Result { try PolicyFile.read(bytes("policies/qingyuan-2018-27.json")).get() }

  private static func policy() throws -> Policy { try shipped.get() }

  /// The pinyin table that comes with the program; empty where it can't be read, which shows.
  static let pinyinTable = (try? pinyin()) ?? PinyinTable()

  private static func pinyin() throws -> PinyinTable { PinyinTable(tsv: try bytes("pinyin.tsv")) }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: data.appending(path: path)))
  }
}
