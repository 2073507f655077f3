import CaseModel
import Casework
import Glibc
import Interchange
import Office
import SubsidyRules

/// Plays the offices of the demo city one step after the other.
struct Player {
  static let today = CivilDate(year: 2020, month: 4, day: 1) ?? .first
  static let cityCode = "441800"
  /// The county that has sent nothing for long.
  static let quiet = "441826"

  let folder: String
  let source: DemoCity.Source
  let clock = Ticker()
  let city: Desk
  private(set) var counties: [Desk] = []

  /// An office with whoever works there.
  struct Desk {
    var code: String
    var name: String
    var path: String
    var office: OpenOffice
    var who: SignedIn

    func save(_ command: Command) throws { _ = try office.save(command, by: who) }
  }

  var sticks: String { folder + "/U盘" }
  var places: [DemoCity.Place] {
    ([city] + counties).map { .init(code: $0.code, name: $0.name, path: $0.path, head: $0.who.name) }
  }

  init(_ folder: String, _ source: DemoCity.Source) throws {
    self.folder = folder
    self.source = source
    mkdir(folder + "/U盘", 0o700)
    clock.set("2020-02-10T09:00")
    city = try Self.make(Self.cityCode, "清远市知识产权局", in: folder, source, source.policy, clock)
  }

  /// Makes a store with its supervisor and one who reviews.
  static func make(
    _ code: String, _ name: String, in folder: String, _ source: DemoCity.Source, _ policy: [UInt8],
    _ clock: Ticker, as store: String? = nil
  ) throws -> Desk {
    let store = store ?? code
    let path = folder + "/" + store
    let head = store == cityCode ? "市局主管" : "主管\(store)"
    let office = try OpenOffice.create(
      path, office: OfficeIdentity(name: name, district: code, policy: source.cases.policy.id, isTrial: true),
      founder: Operator(name: head, role: .supervisor, login: nil), policy: policy, pinyin: source.pinyin,
      clock: clock.clock, isShared: false, seed: "demo-city/\(store)")
    office.calendar = source.calendar
    office.tariff = source.tariff
    try office.makeKeys(seed: "demo-city/\(store)")
    let who = try office.signIn(head, login: "", pin: nil)
    let desk = Desk(code: code, name: name, path: path, office: office, who: who)
    let reviewer = store == cityCode ? "市局复核" : "复核\(store)"
    try desk.save(.addOperator(Operator(name: reviewer, role: .reviewer, login: nil)))
    return desk
  }

  func county(_ code: String) throws -> Desk {
    guard let desk = counties.first(where: { $0.code == code }) else { throw Missing(code: code) }
    return desk
  }

  /// A part of the demo's data that the play rests on and that is not there.
  struct Missing: Error { var code: String }

  // MARK: - The play

  mutating func play(_ progress: (Int, Int) -> Void) throws {
    let codes = Set(source.cases.filings.map { Self.code(of: $0) }).subtracting([Self.cityCode]).sorted()
    try open(Self.quiet, until: CivilDate(year: 2020, month: 2, day: 7))
    try handUpWhatFits(county(Self.quiet))
    try gather([bundle(county(Self.quiet))])
    clock.set("2020-03-28T09:00")
    try take(Self.cityCode, into: city)
    for (place, code) in codes.enumerated() where code != Self.quiet {
      progress(place, codes.count + 1)
      try open(code)
    }
    counties.sort { $0.code < $1.code }
    try work()
    progress(codes.count, codes.count + 1)
    try stage()
  }

  /// Makes a county's store, takes its part of the demo's filings in, and has it join the city.
  private mutating func open(_ code: String, until day: CivilDate? = nil) throws {
    let district = source.cases.policy.districts.first { $0.code == code }?.name ?? code
    let desk = try Self.make(code, district + "知识产权局", in: folder, source, source.policy, clock)
    counties.append(desk)
    try take(code, into: desk, until: day)
    try join(desk)
  }

  static func code(of filing: Filing) -> String {
    filing.id.split(separator: "-").first.map(String.init) ?? ""
  }

  /// Takes an office's filings in, with the applicants and head offices that they need.
  private func take(_ code: String, into desk: Desk, until day: CivilDate? = nil) throws {
    let filings = source.cases.filings.filter { filing in
      Self.code(of: filing) == code && day.map { filing.received <= $0 } ?? true
    }
    let known = source.cases.applicants.keyed(by: \.id)
    var needed: Set<String> = []
    func need(_ id: String) {
      guard needed.insert(id).inserted, let parent = known[id]?.parent else { return }
      need(parent)
    }
    for filing in filings {
      need(filing.applicant)
    }
    try desk.save(
      .importCases(
        applicants: source.cases.applicants.filter { needed.contains($0.id) }, filings: filings))
  }

  private func join(_ desk: Desk) throws {
    let enrolment = try city.office.enrol(
      name: desk.name, district: desk.code, letter: nil, id: Self.id(desk.code), by: city.who)
    let offer = try OpenOffice.offer(enrolment.bytes)
    let answer = try desk.office.join(offer, by: desk.who)
    _ = try city.office.admit(answer.bytes, fingerprint: answer.fingerprint, by: city.who)
  }

  /// 32 hexadecimal digits that follow from a code.
  private static func id(_ code: String) -> String {
    String((code.utf8.hexadecimal + String(repeating: "0", count: 32)).prefix(32))
  }

  // MARK: - Steps

  /// Takes a step on those of some filings on which it can be taken; gives them.
  @discardableResult
  func step(_ step: Step, _ ids: [String], at desk: Desk, note: String = "") throws -> [String] {
    guard !ids.isEmpty else { return [] }
    var request = StepRequest(step, ids.map { desk.office.state.row($0) })
    request.mode = .thoseThatFit
    request.note = note
    let saved = try? desk.office.save(.step(request), by: desk.who)
    return (saved ?? nil)?.changes.compactMap { change -> String? in
      switch change {
      case .stepped(let id, let taken) where taken.step == step: return id
      case .offices(.stepped(let taken)) where taken.step.step == step: return taken.filing.id
      default: return nil
      }
    } ?? []
  }

  func ids(at desk: Desk, _ standings: Standing...) -> [String] {
    let state = desk.office.own
    return state.files.indices.filter { standings.contains(state.files[$0].standing) }.map(state.files.id)
  }

  /// Hands up what is reviewed.
  @discardableResult
  func handUpWhatFits(_ desk: Desk) throws -> [String] {
    try step(.handUp, ids(at: desk, .reviewed), at: desk)
  }

  // MARK: - Files

  func bundle(_ desk: Desk) throws -> [UInt8] {
    try desk.office.bundle(all: false, isPlain: false, by: desk.who).bytes
  }

  /// The city takes files in.
  func gather(_ files: [[UInt8]], covers: [String: [CoverLine]] = [:]) throws {
    let plan = try city.office.rehearse(files.map { .bundle(name: "报送件", bytes: $0) }, covers: covers)
    _ = try city.office.gather(plan, by: city.who)
  }
}
