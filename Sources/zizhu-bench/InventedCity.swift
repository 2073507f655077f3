import CaseModel
import Casework
import Glibc
import Journal
import Office

/// Makes a city and county offices that have joined it, each an invented office with a year's work behind it.
struct InventedCity {
  /// In one folder: `441800`, the counties' stores by their codes, and the files that go between them.
  let folder: String
  let policy: [UInt8]

  static let code = "441800"
  /// Qingyuan's counties, and its development zone.
  static let counties = [
    "441802", "441803", "441821", "441823", "441825", "441826", "441881", "441882", "GXQ",
  ]

  /// A trial's clock that stands, so that nobody is asked for a PIN.
  static let clock = Clock(standing: "2020-12-31T09:00") ?? Clock()

  func store(_ code: String) -> String { folder + "/" + code }
  func bundle(_ code: String, _ number: Int) -> String { folder + "/bundle-\(code)-\(number)" }

  /// The office of a code, opened, and its supervisor.
  func open(_ code: String) throws -> (office: OpenOffice, who: SignedIn) {
    let office = try OpenOffice.open(store(code), pinyin: PinyinTable(), clock: Self.clock)
    return (office, try office.signIn(InventedOffice.clerks[2], login: "", pin: nil))
  }

  /// - Parameters:
  ///   - filings: of each county.
  ///   - seed: what names and numbers are drawn from.
  func make(counties: [String], filings: Int, seed: UInt64) throws {
    let founder = Operator(name: InventedOffice.clerks[2], role: .supervisor, login: nil)
    let city = try OpenOffice.create(
      store(Self.code), office: InventedStore.office(Self.code, name: "清远市知识产权局"), founder: founder,
      policy: policy, pinyin: PinyinTable(), clock: Self.clock, isShared: false)
    let head = try city.signIn(founder.name, login: "", pin: nil)
    for (place, code) in counties.enumerated() {
      try InventedStore(path: store(code), policy: policy).make(
        filings: filings, seed: seed, district: code, name: "知识产权局\(code)", place: place)
      let (county, who) = try open(code)
      let enrolment = try city.enrol(name: "知识产权局\(code)", district: code, letter: nil, by: head)
      let answer = try county.join(OpenOffice.offer(enrolment.bytes), by: who)
      _ = try city.admit(answer.bytes, fingerprint: answer.fingerprint, by: head)
      county.leave()
      try Scratch.write(county.bundle(all: false, isPlain: false, by: who).bytes, to: bundle(code, 1))
    }
    city.leave()
  }

  /// The city's replies are taken, and each county makes so many changes more; gives the time in which one county bundles
  /// them, and the bundle's bytes.
  func goOn(counties: [String], changes: Int) throws -> (seconds: Double, bytes: Int) {
    let (city, head) = try open(Self.code)
    var bundled: (seconds: Double, bytes: Int) = (0, 0)
    for code in counties {
      let (county, who) = try open(code)
      _ = try county.take(county.reply(try city.reply(to: code, by: head).bytes), by: who)
      for number in 0..<changes {
        guard let draft = InventedOffice.draft(in: county.state, number: number) else {
          throw BenchFailure("no agency to file for")
        }
        _ = try county.save(.receiveFiling(draft), by: who)
      }
      var bytes: [UInt8] = []
      let seconds = try Stopwatch.seconds {
        bytes = try county.bundle(all: false, isPlain: false, by: who).bytes
      }
      bundled = (seconds, bytes.count)
      try Scratch.write(bytes, to: bundle(code, 2))
    }
    city.leave()
    return bundled
  }
}
