import CaseModel
import Casework
import Glibc
import Journal
import Parcels

@testable import Office

/// A city with county offices, each a trial store in one folder.
struct Town {
  let folder: String
  let city: OpenOffice
  let mayor = SignedIn(name: "钱主管")
  private(set) var counties: [String: OpenOffice] = [:]

  static let clock = Clock(today: CivilDate(year: 2019, month: 12, day: 20))

  init(
    _ folder: String, counties codes: [String] = [], joins: Bool = true, clock: Clock = Town.clock,
    policy: [UInt8]? = nil
  ) throws {
    self.folder = folder
    mkdir(folder, 0o700)
    city = try Self.make(folder + "/city", "清远市知识产权局", "441800", "钱主管", clock, policy: policy)
    for code in codes {
      counties[code] = try Self.make(
        folder + "/" + code, "县局\(code)", code, "主管\(code)", clock, policy: policy)
      if joins { try join(code) }
    }
  }

  static func make(
    _ path: String, _ name: String, _ district: String, _ founder: String, _ clock: Clock,
    policy: [UInt8]? = nil
  ) throws -> OpenOffice {
    try OpenOffice.create(
      path, office: OfficeIdentity(name: name, district: district, policy: "qingyuan-2018-27", isTrial: true),
      founder: Operator(name: founder, role: .supervisor, login: nil), policy: try policy ?? Offices.policy(),
      pinyin: PinyinTable(), clock: clock, isShared: false, isAlone: true)
  }

  /// Another machine is the office from here on.
  mutating func goOn(_ code: String, at machine: OpenOffice) { counties[code] = machine }

  func head(_ code: String) -> SignedIn { SignedIn(name: "主管\(code)") }

  func county(_ code: String) throws -> OpenOffice {
    guard let office = counties[code] else { throw Offices.Missing() }
    return office
  }

  /// Enrols, joins and admits, as the three papers go to and fro.
  func join(_ code: String) throws {
    let enrolment = try city.enrol(name: "县局\(code)", district: code, letter: nil, by: mayor)
    let offer = try OpenOffice.offer(enrolment.bytes)
    let answer = try county(code).join(offer, by: head(code))
    _ = try city.admit(answer.bytes, fingerprint: answer.fingerprint, by: mayor)
  }

  /// Grants of inventions that an agency handled, 500 yuan each (art. 2), received on one day and brought up to review.
  func review(
    _ code: String, _ patents: some Sequence<Int>, of agency: Applicant, on day: String = "2019-06-03"
  ) throws -> [String] {
    let office = try county(code)
    if office.own.applicant(agency.id) == nil { _ = try office.save(.enterApplicant(agency), by: head(code)) }
    var filings = patents.map { Offices.grant($0, of: agency.id) }
    for place in filings.indices {
      filings[place].received = Offices.day(day)
      // What was granted in a year is of that year.
      if filings[place].received.year == 2018 { filings[place].inputs[1].value = .text("2018-01-09") }
    }
    let saved = try office.save(.receiveFilings(filings), by: head(code))
    let ids = saved?.changes.compactMap(\.record) ?? []
    try take([.accept, .review], ids, at: office, by: head(code))
    return ids
  }

  func take(_ steps: [Step], _ ids: [String], at office: OpenOffice, by who: SignedIn) throws {
    for step in steps {
      var request = StepRequest(step, ids.map { office.state.row($0) })
      if [.sendBack, .undo].contains(step) { request.note = "请核对" }
      _ = try office.save(.step(request), by: who)
    }
  }

  func bundle(_ code: String, all: Bool = false) throws -> [UInt8] {
    try county(code).bundle(all: all, isPlain: false, by: head(code)).bytes
  }

  @discardableResult
  func gather(_ files: [UInt8]...) throws -> GatherPlan {
    let plan = try city.rehearse(files.map { .bundle(name: "报送件", bytes: $0) })
    _ = try city.gather(plan, by: mayor)
    return plan
  }

  func take(reply code: String) throws {
    let bytes = try city.reply(to: code, by: mayor).bytes
    let county = try county(code)
    _ = try county.take(try county.reply(bytes), by: head(code))
  }

  /// What an office signs and opens with, put into a store that was restored of it.
  func giveKeys(of office: OpenOffice, to other: OpenOffice) throws {
    try other.journal.folder.makeFolderIfMissing("keys")
    for name in ["keys/sign", "keys/open"] {
      try other.journal.folder.replace(name, with: try office.journal.folder.read(name))
    }
  }

  /// An agency as an office has it: each office knows it by a number of its own and by one code.
  static func agency(_ code: String, parent: String? = nil) -> Applicant {
    Applicant(
      id: "\(code)-A00001", name: "清远市北江专利代理事务所", kind: .agency, district: "441802", parent: parent,
      code: "91441802MAFARM019H", phone: "13807630001", bank: "清远农商行", account: "44001234567890")
  }
}
