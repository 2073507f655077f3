import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// A cap that serves those of one day by lot (offices.md, Persons, order, eyes): two pieces a year for each applicant, and
/// three filings of one day.
///
/// What a lot is was worked out by `printf '%s %s' HEAD ID | sha256sum`:
///
///     HEAD …/42/abab…   SW-1 0f7a956a4f4cff44  SW-2 5c0453cbcdacaa33  SW-3 a5d18d744555fe7d  SW-4 303137917c9b3725
///     HEAD …/77/cdcd…   SW-1 2f32a73ec9461862  SW-2 64c71fb73c232788  SW-3 312a87813a033285  SW-4 f1ebda59cb51c629
struct LotTests {
  private static let head = "0f1e2d3c4b5a6978/1/42/" + String(repeating: "ab", count: 32)
  private static let other = "0f1e2d3c4b5a6978/1/77/" + String(repeating: "cd", count: 32)

  private static func file(_ sameDay: String) throws -> [UInt8] {
    let text = String(
      decoding: try TestData.bytes("../Tests/GeneralityTests/Policies/quota.json"), as: UTF8.self)
    let order = #""order": "received","#
    return Array(text.replacing(order, with: order + #" "same-day": "\#(sameDay)","#).utf8)
  }

  private static func software(_ id: String, received: String = "2022-01-05") -> Filing {
    Filing(
      id: id, item: "software", applicant: "A", received: CivilDate(received) ?? .first,
      inputs: [
        .init("number", .text("登字第 \(id) 号")), .init("certifiedOn", .text("2022-01-03")),
        .init("fee", .text("700.00")),
      ])
  }

  private func office(_ sameDay: String = "lot") throws -> TestOffice {
    var office = try TestOffice(today: "2022-02-10", policy: Self.file(sameDay))
    try office.act(.enterApplicant(Self.applicant), by: "李经办")
    for id in ["SW-2", "SW-3", "SW-4"] { try office.bring(Self.software(id), to: .reviewed) }
    return office
  }

  private static let applicant = Applicant(
    id: "A", name: "清城区某某科技有限公司", kind: .enterprise, district: "441802")

  private func seal(_ office: inout TestOffice, _ head: String, year: Int = 2021) {
    let seal = YearSeal(year: year, head: head, sums: office.state.yearSums(of: year))
    office.state.fold(
      Transaction(by: "赵主管", at: "2022-02-10T01:00:00Z", policy: "", changes: [.yearSealed(seal)]))
  }

  private func served(_ state: OfficeState) -> [String] {
    state.files.indices.filter { state.files.rows[$0].award > .zero }.map { state.files.id(of: $0) }.sorted()
  }

  /// Drawn by hand: 16 digits for SW-4 below those for SW-2. A batch goes in the order of the lots, so that nobody is overtaken.
  @Test func `A batch is approved in the order of the lots`() throws {
    var office = try office()
    seal(&office, Self.head)
    #expect(office.refusal(of: .approve, "SW-2", by: "孙复核") != nil)
    #expect(office.refusal(of: .approve, "SW-2", "SW-4", by: "孙复核") == nil)
  }

  @Test func `The lowest lots of the year before's seal are served first`() throws {
    var office = try office()
    // Nothing is drawn yet: listed by id.
    #expect(served(office.state) == ["SW-2", "SW-3"])
    seal(&office, Self.head, year: 2020)
    #expect(served(office.state) == ["SW-2", "SW-3"])
    seal(&office, Self.head)
    #expect(served(office.state) == ["SW-2", "SW-4"])
    #expect(office.state.file("SW-3")?.decision.outcome == .exhausted)
    office.state.fold(
      Transaction(
        by: "赵主管", at: "2022-02-10T02:00:00Z", policy: "", changes: [.yearUnsealed(year: 2021, note: "更正")]))
    #expect(served(office.state) == ["SW-2", "SW-3"])
    seal(&office, Self.other)
    // Worked out with sha256sum, as the other digits.
    #expect(office.state.policy.lot(of: Self.software("SW-3"))?.digits == "312a87813a033285")
    #expect(served(office.state) == ["SW-2", "SW-3"])
    #expect(office.state.file("SW-4")?.decision.outcome == .exhausted)
    // An earlier day comes before any lot, a later one behind all.
    try office.bring(Self.software("SW-1", received: "2022-01-06"), to: .received)
    #expect(served(office.state) == ["SW-2", "SW-3"])
  }

  /// Of a city the heads of its offices count that the seal holds, sorted, and its own does not: worked out by
  /// `printf 'aa/1/7/0101… bb/2/9/0202… %s' ID | sha256sum`.
  @Test func `A city's lots are drawn by the heads of its offices`() throws {
    func name(_ epoch: Int, _ sequence: Int, _ digits: String) -> LineName {
      LineName(epoch: epoch, sequence: sequence, link: String(repeating: digits, count: 32))
    }
    var office = try office()
    var seal = YearSeal(year: 2021, head: Self.head, sums: office.state.yearSums(of: 2021))
    seal.heads = ["bb": name(2, 9, "02"), "aa": name(1, 7, "01")]
    office.state.fold(
      Transaction(by: "赵主管", at: "2022-02-10T01:00:00Z", policy: "", changes: [.yearSealed(seal)]))
    let digits = ["SW-2", "SW-3", "SW-4"].map { office.state.policy.lot(of: Self.software($0))?.digits }
    #expect(digits == ["1f64afba523d5c0e", "ba6c6975e20cf38d", "e82f873aa690b3b7"])
  }

  @Test func `By id a seal moves nobody`() throws {
    var office = try office("id")
    seal(&office, Self.head)
    #expect(served(office.state) == ["SW-2", "SW-3"])
    #expect(office.state.policy.lot(of: Self.software("SW-2")) == nil)
    #expect(office.refusal(of: .approve, "SW-2", by: "孙复核") == nil)
  }

  @Test func `Nobody is approved before the seal stands, and then nobody out of turn`() throws {
    var office = try office()
    let refusal = office.refusal(of: .approve, "SW-2", by: "孙复核")
    #expect(refusal == .step(.lotNotDrawn(cap: "two-each", year: 2021)))
    #expect(
      try office.sentence(refusal)
        == "“每人每年两件”下同日收件的由抽签定先后，以 2021 年度的封存为准，封存以前不能审定；请先封存 2021 年度。")
    seal(&office, Self.head)
    #expect(
      office.refusal(of: .approve, "SW-2", by: "孙复核")
        == .step(.outOfTurn(cap: "two-each", overtakes: ["SW-4"])))
    try office.step(.approve, "SW-4", by: "孙复核")
    try office.step(.approve, "SW-2", by: "孙复核")
    #expect(office.state.tieOut().isEmpty)
  }

  @Test func `While typing, the lot says who is served first, and asks for no reason`() throws {
    var office = try office()
    seal(&office, Self.head)
    let new = Self.software("SW-1")
    let live = office.state.preview(new, of: Self.applicant)
    #expect(live.decision.award == Money(yuan: 700))
    #expect(live.moved.map(\.filing) == ["SW-2"])
    // Nobody's turn is taken by a day of receipt.
    #expect(office.state.unansweredLosers(by: new, of: Self.applicant, insteadOf: nil).isEmpty)
    try office.act(.receiveFiling(new), by: "李经办")
    #expect(served(office.state) == ["SW-1", "SW-4"])
    // An earlier day of receipt takes theirs.
    let early = Self.software("SW-5", received: "2022-01-04")
    #expect(
      office.state.unansweredLosers(by: early, of: Self.applicant, insteadOf: nil).map(\.filing) == ["SW-4"])
  }

  @Test func `The decision names those before it, and a state that was read again is the same`() throws {
    var office = try office()
    seal(&office, Self.head)
    let last = try #require(office.state.decision(of: "SW-3"))
    let before = last.trace.nodes.compactMap { node in
      if case .served(let served)? = node.operands.last { served.map(\.filing) } else { nil }
    }
    #expect(before == [["SW-4", "SW-2"]])
    var again = office.state
    again.settle()
    #expect(served(again) == ["SW-2", "SW-4"])
  }

  @Test func `Claims bear the lot, and none before it is drawn`() throws {
    let policy = try PolicyFile.read(Self.file("lot")).get()
    let filing = Self.software("SW-4")
    #expect(policy.lot(of: filing) == .waiting(cap: "two-each", year: 2021))
    #expect(policy.sealed([2020: Self.head]).lot(of: filing)?.digits == nil)
    #expect(policy.sealed([2021: Self.head]).lot(of: filing)?.digits == "303137917c9b3725")
    #expect(policy.sealed([2021: Self.other]).lot(of: Self.software("SW-1"))?.digits == "2f32a73ec9461862")
    #expect(policy.sealed([2021: Self.head]).lot(of: Self.software("SW-1"))?.digits == "0f7a956a4f4cff44")
  }
}
