import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// What another reading or policy would change, figures by hand.
@Suite struct PolicyComparisonTests {
  private func policy(_ change: (String) -> String = { $0 }) throws -> Policy {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
    let file = root.appending(path: "../../data/policies/qingyuan-2018-27.json")
    let text = change(try String(contentsOf: file, encoding: .utf8))
    guard case .success(let policy) = PolicyFile.read(Array(text.utf8)) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return policy
  }

  private let moment = Moment(at: "2020-12-21T01:00:00Z", today: .first)

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

  private func office() throws -> OfficeState {
    let policy = try policy()
    var state = OfficeState(policy: policy, hash: "first")
    state.given.policies["first"] = policy
    let agency = FactsAtReceipt(kind: .agency, district: "441802", family: "A")
    func growth(_ id: String, _ year: Int, last: Int) -> Change {
      .filingReceived(
        Filing(
          id: id, item: "agency-growth", applicant: "A", received: day("\(year)-12-10"),
          inputs: [
            .init("year", .count(year)), .init("filingsThisYear", .count(200)),
            .init("filingsLastYear", .count(100)), .init("inventionsThisYear", .count(40)),
            .init("inventionsLastYear", .count(last)),
          ]), agency)
    }
    func grant(_ id: String, _ number: Int, decided: Int64? = nil) -> Change {
      .filingTakenOver(
        Filing(
          id: id, item: "agency-grant", applicant: "A", received: day("2019-06-01"),
          stage: decided == nil ? .received : .paid,
          inputs: [
            .init("applicationNumber", .text("20181000000\(number)")),
            .init("grantedOn", .text("2019-02-01")), .init("localAddress", .flag(true)),
            .init("compliant", .flag(true)),
          ], decided: decided.map { Money(yuan: $0) }), agency)
    }
    state.fold(
      Transaction(
        by: "主管", at: "2020-12-20T01:00:00Z", policy: "first",
        changes: [
          .founded(.init(name: "清远市知识产权局", district: "441800", policy: policy.id)),
          .operatorAdded(.init(name: "主管", role: .supervisor, login: nil)),
          .operatorAdded(.init(name: "经办", role: .clerk, login: nil)),
          .applicantEntered(Applicant(id: "A", name: "北江专利代理", kind: .agency, district: "441802")),
          growth("G1", 2019, last: 21), growth("G2", 2020, last: 20), grant("F1", 1, decided: 49_700),
          grant("F2", 2), grant("F3", 3),
        ]))
    return state
  }

  @Test("Each reading: the filings decided otherwise, and the yuan between")
  func readings() throws {
    let differences = try office().readingDifferences()
    #expect(
      differences.map(\.reading.id) == ["share-base", "annuity-window", "standard-once", "growth-once"])
    // 2019: 40 - 21 = 19 inventions more are below 20 % of 100; 20 of 2020 are not.
    #expect(differences[0].comparison.rows.map(\.filing.id) == ["G1"])
    #expect(differences[0].comparison.difference.description == "-20000.00")
    // Paid once while the policy lives: 2020 is the second time.
    #expect(differences[3].comparison.rows.map(\.filing.id) == ["G2"])
    #expect(differences[3].comparison.rows[0].after.reasons == [.duplicate("G1")])
    #expect(differences[1].comparison.rows.isEmpty && differences[2].comparison.rows.isEmpty)
  }

  @Test("The agency cap at 80 000: who gains, and what the cap is used for then")
  func compare() throws {
    let higher = try policy {
      $0.replacingOccurrences(
        of: "\"window\": \"year\", \"limit\": \"50000元\"", with: "\"window\": \"year\", \"limit\": \"80000元\""
      )
    }
    let state = try office()
    let comparison = state.compared(with: higher)
    // 300 of 50 000 were left: F2 got 300 and F3 nothing; under 80 000 both get 500.
    #expect(comparison.rows.map(\.filing.id) == ["F2", "F3"])
    #expect(comparison.rows.map(\.difference.description) == ["200.00", "500.00"])
    #expect(comparison.gained.description == "700.00")
    #expect(comparison.lost == .zero)
    #expect(comparison.caps.map { $0.before?.row.used.description } == ["50000.00"])
    #expect(comparison.caps.map { $0.after?.row.used.description } == ["50700.00"])
    #expect(state.compared(with: higher, year: 2020).rows.isEmpty)

    // Deciding from scratch under the other policy says the same.
    let anew = Assessment(office: state, policy: higher)
    for row in comparison.rows {
      #expect(anew.rows.first { $0.filing.id == row.filing.id }?.decision == row.after)
    }
  }

  @Test(
    "Three agencies under 80 000: each that gains is named with its sum, and everything from scratch agrees")
  func agencies() throws {
    let higher = try policy {
      $0.replacingOccurrences(
        of: "\"window\": \"year\", \"limit\": \"50000元\"", with: "\"window\": \"year\", \"limit\": \"80000元\""
      )
    }
    var state = try office()
    var serial = 1000
    func grants(_ applicant: String, _ family: String, _ received: String, _ count: Int) -> [Change] {
      (0..<count).map { _ in
        serial += 1
        return .filingReceived(
          Filing(
            id: "\(applicant)-\(serial)", item: "agency-grant", applicant: applicant, received: day(received),
            inputs: [
              .init("applicationNumber", .text("20181001\(serial)")), .init("grantedOn", .text("2019-03-05")),
              .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
            ]), .init(kind: family == applicant ? .agency : .agencyBranch, district: "441802", family: family)
        )
      }
    }
    func enter(_ id: String, parent: String? = nil) -> Change {
      .applicantEntered(
        Applicant(
          id: id, name: "代理 \(id)", kind: parent == nil ? .agency : .agencyBranch, district: "441802",
          parent: parent))
    }
    // 第2条, 500 for an invention. B with its branch C: 70 + 50 are 60 000, all of it under 80 000. D: 180 are
    // 90 000, cut at 80 000. E: 100 are 50 000 as it is.
    let changes =
      [enter("B"), enter("C", parent: "B"), enter("D"), enter("E")]
      + grants("B", "B", "2019-07-01", 70) + grants("C", "B", "2019-07-02", 50)
      + grants("D", "D", "2019-07-03", 180) + grants("E", "E", "2019-07-04", 100)
    state.fold(Transaction(by: "主管", at: "2020-12-20T02:00:00Z", policy: "first", changes: changes))

    let comparison = state.compared(with: higher, year: 2019)
    #expect(comparison.parties.map(\.family) == ["D", "B", "A"])
    #expect(comparison.parties.map(\.gained.description) == ["30000.00", "10000.00", "700.00"])
    #expect(comparison.parties.allSatisfy { $0.lost == .zero })
    // B's own and the first 30 of the branch had the room: the branch's other 20 gain.
    #expect(comparison.parties[1].filings.count == 20)
    #expect(comparison.parties[1].filings.allSatisfy { $0.hasPrefix("C-") })
    // 100 of D had the room; the next 60 gain, the last 20 still get nothing.
    #expect(comparison.parties[0].filings.count == 60)
    #expect(comparison.gained.description == "40700.00")

    let anew = Assessment(office: state, policy: higher)
    let gained = zip(anew.rows, state.files).reduce(MoneyTotal.zero) { sum, pair in
      sum + MoneyTotal(pair.0.decision.award) - MoneyTotal(pair.1.decision.award)
    }
    #expect(gained == comparison.difference)
    let moved = zip(anew.rows, state.files).filter { $0.0.decision.award != $0.1.decision.award }
    #expect(Set(moved.map(\.0.filing.id)) == Set(comparison.rows.map(\.filing.id)))
  }

  @Test("A choice of reading binds, needs a supervisor and a reason, and moves no decided award")
  func choosing() throws {
    var state = try office()
    func choose(_ name: String, _ option: String, _ note: String) -> Result<[Change], Refusal> {
      state.changes(
        for: .chooseReading(reading: "share-base", option: option, note: note), by: name, at: moment)
    }
    #expect(choose("经办", "increment", "定") == .failure(.roleTooLow(needed: .supervisor)))
    #expect(choose("主管", "increment", " ") == .failure(.noteMissing))
    #expect(choose("主管", "never", "定") == .failure(.unknownReading("share-base=never")))
    let changes = try choose("主管", "increment", "局务会议定").get()
    state.fold(Transaction(by: "主管", at: "2020-12-21T01:00:00Z", policy: "first", changes: changes))
    #expect(state.file("G1")?.decision.reasons == [.shareTooLow])
    #expect(state.file("F1")?.decision.award == Money(yuan: 49_700))
  }

  @Test("A policy is adopted by a supervisor with a reason; one without an item in use is not")
  func adopting() throws {
    var state = try office()
    let higher = try policy {
      $0.replacingOccurrences(of: "\"limit\": \"50000元\"", with: "\"limit\": \"80000元\"")
    }
    state.given.policies["second"] = higher
    func adopt(_ name: String, _ hash: String, _ note: String) -> Result<[Change], Refusal> {
      state.changes(for: .adoptPolicy(hash: hash, note: note), by: name, at: moment)
    }
    #expect(adopt("经办", "second", "修订") == .failure(.roleTooLow(needed: .supervisor)))
    #expect(adopt("主管", "third", "修订") == .failure(.unknownPolicy("third")))
    #expect(adopt("主管", "second", "") == .failure(.noteMissing))
    #expect(adopt("主管", "first", "修订") == .success([]))

    // A choice made before stays in force over the file's.
    state.fold(
      Transaction(
        by: "主管", at: "2020-12-21T01:00:00Z", policy: "first",
        changes: [.readingChosen(reading: "share-base", option: "increment", note: "定")]))
    let changes = try adopt("主管", "second", "修订").get()
    state.fold(Transaction(by: "主管", at: "2020-12-22T01:00:00Z", policy: "first", changes: changes))
    #expect(state.policyHash == "second")
    #expect(state.file("F3")?.decision.award == Money(yuan: 500))
    #expect(state.policy.reading("share-base")?.chosenOption?.id == "increment")
  }

  @Test("Assessed beside an office, a file's filings find its room used and its keys taken")
  func besides() throws {
    let state = try office()
    let again = Filing(
      id: "N1", item: "agency-grant", applicant: "A", received: day("2019-05-01"),
      inputs: [
        .init("applicationNumber", .text("201810000002")), .init("grantedOn", .text("2019-02-01")),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ])
    let agency = Applicant(id: "A", name: "北江专利代理", kind: .agency, district: "441802")
    let assessment = Assessment(
      policy: state.policy, applicants: [agency], filings: [again], besides: state)
    // Received before F2 it takes the patent's key and the 300 that are left.
    #expect(assessment.rows.map(\.filing.id) == ["N1"])
    #expect(assessment.rows[0].decision.award == Money(yuan: 300))
    #expect(assessment.caps.map(\.used.description) == ["50000.00"])
    #expect(assessment.totals.award.description == "300.00")
  }
}

/// What other rules would have made of what is decided (audit B10), figures by hand.
@Suite struct DecidedComparisonTests {
  private func policy(_ change: (String) -> String = { $0 }) throws -> Policy {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
    let file = root.appending(path: "../../data/policies/qingyuan-2018-27.json")
    let text = change(try String(contentsOf: file, encoding: .utf8))
    return try PolicyFile.read(Array(text.utf8)).get()
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

  /// Article 12: 30 % of the premium up to 10 000 a year. Paid on 40 000 and 20 000: 10 000 of 12 000, and 6 000.
  private func office() throws -> OfficeState {
    let policy = try policy()
    var state = OfficeState(policy: policy, hash: "first")
    state.given.policies["first"] = policy
    func paid(_ id: String, _ applicant: String, _ premium: String?, _ yuan: Int64, back: Int64? = nil)
      -> Change
    {
      var inputs: [Filing.Input] = [
        .init("policyNumber", .text("P" + id)), .init("invoiceNumber", .text("I" + id)),
        .init("paidOn", .text("2018-11-05")),
      ]
      if let premium { inputs.append(.init("premiumPaid", .text(premium))) }
      let filing = Filing(
        id: id, item: "insurance", applicant: applicant, received: day("2018-12-03"),
        stage: back == yuan ? .reclaimed : .paid, inputs: inputs, decided: Money(yuan: yuan),
        reclaimed: back.map { Money(yuan: $0) })
      return .filingTakenOver(
        filing, FactsAtReceipt(kind: .enterprise, district: "441802", family: applicant))
    }
    func enter(_ id: String) -> Change {
      .applicantEntered(Applicant(id: id, name: "厂 \(id)", kind: .enterprise, district: "441802"))
    }
    state.fold(
      Transaction(
        by: "主管", at: "2018-12-20T01:00:00Z", policy: "first",
        changes: [
          .founded(.init(name: "清远市知识产权局", district: "441800", policy: policy.id)),
          .operatorAdded(.init(name: "主管", role: .supervisor, login: nil)),
          enter("A"), enter("B"), enter("C"), enter("D"),
          paid("F1", "A", "40000.00", 10_000), paid("F2", "B", "20000.00", 6_000),
          paid("F3", "C", nil, 3_000), paid("F4", "D", "30000.00", 9_000, back: 9_000),
        ]))
    return state
  }

  private func at20PercentTo8000(_ text: String) -> String {
    text.replacingOccurrences(of: "30%", with: "20%").replacingOccurrences(
      of: "\"10000元\"", with: "\"7000元\"")
  }

  @Test
  func `A decided year under another rate and cap: what was paid, and the difference of each applicant`()
    throws
  {
    let state = try office()
    let other = try policy(at20PercentTo8000)
    // Without asking, what is decided stands.
    #expect(state.compared(with: other, year: 2018).rows.isEmpty)
    let comparison = state.compared(with: other, year: 2018, reopening: true)
    // 20 % of 40 000 are 8 000, the cap 7 000; 20 % of 20 000 are 4 000.
    #expect(comparison.rows.map(\.filing.id) == ["F1", "F2"])
    #expect(comparison.rows.map(\.before.award.description) == ["10000.00", "6000.00"])
    #expect(comparison.rows.map(\.after.award.description) == ["7000.00", "4000.00"])
    #expect(comparison.rows.map { $0.now?.description } == ["10000.00", "6000.00"])
    #expect(comparison.parties.map { "\($0.family) \($0.difference)" } == ["B -2000.00", "A -3000.00"])
    // The premium of F3 is not known, and F4 came back: they stay.
    #expect(comparison.reopened?.filings == 2 && comparison.reopened?.kept == ["F3", "F4"])
    #expect(comparison.reopened?.drift == .zero)
    #expect(state.compared(with: other, year: 2019, reopening: true).rows.isEmpty)
    // Nothing was moved by looking.
    #expect(state.file("F1")?.decision.award.description == "10000.00")
  }

  @Test func `A policy of other years is tried on these filings where its own term is put aside`() throws {
    let state = try office()
    let later = try policy {
      at20PercentTo8000($0).replacingOccurrences(of: "2020-12-31", with: "2025-12-31")
        .replacingOccurrences(of: "2018-01-01", with: "2021-01-01")
        .replacingOccurrences(of: "2018-07-03", with: "2021-07-03")
        .replacingOccurrences(of: "2018-07-04", with: "2021-07-04")
    }
    let bound = state.compared(with: later, year: 2018, reopening: true)
    #expect(bound.rows.map(\.after.award) == [.zero, .zero])
    #expect(bound.rows[0].after.reasons == [.outsideValidity])
    let free = state.compared(with: later.validAlways, year: 2018, reopening: true)
    #expect(free.rows.map(\.after.award.description) == ["7000.00", "4000.00"])
  }

  @Test func `A reading on what is decided: what the other one would have paid`() throws {
    let policy = try policy()
    var state = try office()
    // 40 - 25 = 15 inventions more are below 20 % of an increase of 100 (article 2): 20 000 were paid.
    let growth = Filing(
      id: "G1", item: "agency-growth", applicant: "N", received: day("2018-12-10"), stage: .paid,
      inputs: [
        .init("year", .count(2018)), .init("filingsThisYear", .count(200)),
        .init("filingsLastYear", .count(100)),
        .init("inventionsThisYear", .count(40)), .init("inventionsLastYear", .count(25)),
      ], decided: Money(yuan: 20_000))
    state.fold(
      Transaction(
        by: "主管", at: "2018-12-21T01:00:00Z", policy: policy.id,
        changes: [
          .applicantEntered(Applicant(id: "N", name: "北江代理", kind: .agency, district: "441802")),
          .filingTakenOver(growth, FactsAtReceipt(kind: .agency, district: "441802", family: "N")),
        ]))
    #expect(state.readingDifferences().allSatisfy { $0.comparison.rows.isEmpty })
    let differences = state.readingDifferences(of: 2018, reopening: true)
    #expect(differences[0].reading.id == "share-base")
    #expect(differences[0].comparison.rows.map(\.filing.id) == ["G1"])
    #expect(differences[0].comparison.difference.description == "-20000.00")
    #expect(differences[0].comparison.reopened?.filings == 3)
  }
}
