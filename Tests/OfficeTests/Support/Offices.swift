import CaseModel
import Casework
import Glibc
import Journal

@testable import Office

/// Short ways to make and open offices in tests, in a folder that is taken away again.
enum Offices {
  /// Longer runs, for a machine that has the night.
  static let isLong = getenv("ZIZHU_LONG_TESTS") != nil

  static let clock = Clock(today: CivilDate(year: 2019, month: 6, day: 3))
  static let supervisor = SignedIn(name: "陈主管")
  static let clerk = SignedIn(name: "李经办")

  /// The policy file that comes with the program.
  static func policy() throws -> [UInt8] {
    let path = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try StoreFolder("/" + path + "/data/policies").read("qingyuan-2018-27.json")
  }

  /// The policy file of an invented successor, for 2021 to 2023.
  static func successor() throws -> [UInt8] {
    let path = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try StoreFolder("/" + path + "/Tests/Policies").read("qingyuan-2021-3.json")
  }

  /// The same for events from May 2019 on, with the agencies' cap continued.
  static func successorFrom2019() throws -> [UInt8] {
    let text = String(decoding: try successor(), as: UTF8.self)
      .replacing(#""from": "2021-01-01""#, with: #""from": "2019-05-01""#)
      .replacing(#""signed": "2021-02-01""#, with: #""signed": "2019-05-01""#)
      .replacing(
        #""id": "agency-year","#, with: #""id": "agency-year", "continues": "qingyuan-2018-27/agency-year","#)
    return Array(text.utf8)
  }

  static func make(
    _ path: String, isShared: Bool = false, isTrial: Bool = true, clock: Clock = clock
  ) throws -> OpenOffice {
    let office = try OpenOffice.create(
      path,
      office: OfficeIdentity(
        name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27", isTrial: isTrial),
      founder: Operator(name: supervisor.name, role: .supervisor, login: nil), policy: try policy(),
      pinyin: PinyinTable(), clock: clock, isShared: isShared)
    _ = try office.save(.addOperator(Operator(name: clerk.name, role: .clerk, login: nil)), by: supervisor)
    return office
  }

  static func open(_ path: String, usingSnapshot: Bool = true, clock: Clock = clock) throws -> OpenOffice {
    try OpenOffice.open(path, pinyin: PinyinTable(), clock: clock, usingSnapshot: usingSnapshot)
  }

  /// An office with an agency and a filing of a grant, saved by the clerk.
  static func makeWithFiling(_ path: String) throws -> (office: OpenOffice, filing: Filing) {
    let office = try make(path)
    _ = try office.save(.enterApplicant(agency), by: clerk)
    let saved = try office.save(.receiveFiling(grant(1)), by: clerk)
    guard case .filingReceived(let filing, _)? = saved?.changes.first else { throw Missing() }
    return (office, filing)
  }

  struct Missing: Error {}

  static let agency = Applicant(
    id: "A001", name: "清远市北江专利代理事务所", kind: .agency, district: "441881", code: "91441802MAFARM019H",
    phone: "13807630001", account: "44001234567890")

  /// The grant of an invention that the agency handled: 500 yuan (art. 2). Each number gives another patent.
  static func grant(_ number: Int, of applicant: String = "A001") -> Filing {
    let patent = ApplicationNumber(digits: 2018_1000_0000 + UInt64(number), count: 12)
    return Filing(
      id: "", item: "agency-grant", applicant: applicant, received: day("2019-06-03"),
      inputs: [
        .init("applicationNumber", .text(patent?.description ?? "")), .init("grantedOn", .text("2019-05-07")),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ])
  }

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

  /// The grant of a utility model, 1000 yuan (art. 18), under no shared cap.
  static func ownGrant(_ number: Int) -> Filing {
    let patent = ApplicationNumber(digits: 2018_2000_0000 + UInt64(number), count: 12)
    return Filing(
      id: "", item: "utility-grant", applicant: "A001", received: day("2019-06-03"),
      inputs: [
        .init("applicationNumber", .text(patent?.description ?? "")), .init("grantedOn", .text("2019-05-07")),
      ])
  }

  /// Fills the agency's yearly cap of 50 000 yuan up to `left` hundred yuan with grants of inventions.
  static func fillCap(_ office: OpenOffice, leaving left: Int) throws {
    let grants = (1000..<1000 + (500 - left) / 5).map { grant($0) }
    _ = try office.save(.receiveFilings(grants), by: clerk)
  }

  // MARK: - Folders

  /// A folder of the machine's own file system, given to `work` and taken away again.
  static func withScratch(_ work: (String) throws -> Void) throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = base + "/zizhu-test-\(UInt64.random(in: 0 ... .max))"
    try PosixFiles().makeFolder(path, permissions: 0o700)
    defer { removeAll(path) }
    try work(path)
  }

  private static func removeAll(_ path: String) {
    let files = PosixFiles()
    for name in (try? files.list(path)) ?? [] {
      let inner = path + "/" + name
      if (try? files.status(inner))??.kind == .folder { removeAll(inner) } else { try? files.remove(inner) }
    }
    rmdir(path)
  }

  /// Changes the bytes of a file in a store behind the program's back.
  static func tamper(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    let folder = StoreFolder(String(path[..<cut]))
    let name = String(path[path.index(after: cut)...])
    var bytes = try folder.read(name)
    change(&bytes)
    try folder.replace(name, with: bytes)
  }

  /// The path of a store's only segment.
  static func segment(_ store: String) throws -> String {
    let folder = StoreFolder(store)
    let writer = try folder.list("journal").first ?? ""
    return store + "/journal/\(writer)/" + (try folder.list("journal/" + writer).first ?? "")
  }

  /// Takes in one filing of 2018 that was paid, so that the year can be sealed.
  static func takeInAPaidYear(_ office: OpenOffice) throws {
    var old = grant(1)
    (old.id, old.stage, old.decided) = ("OLD", .paid, Money(yuan: 500))
    old.received = day("2018-06-03")
    old.inputs[1].value = .text("2018-05-07")
    _ = try office.save(.importCases(applicants: [agency], filings: [old]), by: supervisor)
  }

  /// Lets the work beside a desk go on until it has something to tell, or its check has come to an end.
  static func tend(_ office: OpenOffice, backsUp: Bool = false) throws -> [OfficeNews] {
    for _ in 0..<2000 {
      let news = try office.tend(backsUp: backsUp)
      let isBackedUp = office.chores.backupDay != nil && office.chores.backup == nil
      if !news.isEmpty || (office.isChecked && (!backsUp || isBackedUp)) { return news }
      usleep(5000)
    }
    return []
  }
}
