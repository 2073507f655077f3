import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing
import Wording

@testable import Office

/// What is laid before whoever rules: what an office has done behind the city's decision, what each continuation of a
/// history has, every choice with its yuan. Figures from 清府办〔2018〕27号, article 2: 500 yuan for each invention granted.
@Suite struct CitySheetTests {
  private static let code = "441881"

  /// An office with one committed filing of an agency.
  private func committed(_ work: (Town, _ id: String) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      try work(town, town.committed([1], Self.code)[0])
    }
  }

  private func change(_ town: Town, _ change: (inout Applicant) -> Void) throws {
    var agency = try #require(town.county(Self.code).own.people.applicants.first)
    change(&agency)
    _ = try town.county(Self.code).save(.changeApplicant(agency), by: town.head(Self.code))
    try town.gather(town.bundle(Self.code))
  }

  /// offices.md, Basis: the last line that touched the applicant's facts or account, and no telephone number.
  @Test func aTelephoneNumberMovesNothing() throws {
    try committed { town, id in
      try change(town) { ($0.phone, $0.contact) = ("13807639999", "何某") }
      #expect(town.open(.moved).isEmpty && town.city.state.joint.inConflict.isEmpty)
      try town.take([.publish], [id], at: town.city, by: town.mayor)
      try change(town) { $0.account = "44001112223334" }
      #expect(town.open(.moved).count == 1 && town.city.state.joint.inConflict[id] == [.moved])
      // Once it is confirmed, another telephone number does not open it again.
      let found = try #require(town.open(.moved).first)
      let ruling = Ruling(conflict: found.id, verdict: .confirm, parties: found.parties, note: "已核")
      _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
      try change(town) { $0.phone = "13807638888" }
      #expect(town.open(.moved).isEmpty)
    }
  }

  /// Confirming moves nothing, giving it back or rejecting it takes 500 yuan away or leaves them open; the sheet names what
  /// the office changed and none of its digits.
  @Test func aTouchedFilingIsWeighedWithEveryChoice() throws {
    try committed { town, id in
      try change(town) { ($0.account, $0.bank) = ("44001112223334", "清远农商行英城支行") }
      let sheet = try #require(try town.city.sheet(of: town.open(.moved)[0].id))
      #expect(sheet.proposals.map(\.choice) == [.verdict(.confirm), .step(.sendBack), .step(.reject)])
      let yuan = { (sum: Int64) in MoneyTotal(Money(yuan: sum)) }
      #expect(sheet.proposals.map(\.before) == [yuan(500), yuan(500), yuan(500)])
      // What is sent back is open, and still asks for its 500.
      #expect(sheet.proposals.map(\.after) == [yuan(500), yuan(500), yuan(0)])
      #expect(sheet.touches.map(\.fields) == [[.bank, .account]])
      let sentence = ConflictWording.sentence(sheet, town.city.state)
      #expect(sentence.contains("主管441881 修改申请人的开户银行、账号"), "\(sentence)")
      #expect(!sentence.contains("44001112223334"))
      // Paid, it is neither given back nor rejected.
      let ruling = Ruling(
        conflict: sheet.conflict.id, verdict: .confirm, parties: sheet.conflict.parties, note: "已核")
      _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
      try town.take([.publish, .pay], [id], at: town.city, by: town.mayor)
      try change(town) { $0.account = "44001112223335" }
      let paid = try #require(try town.city.sheet(of: town.open(.moved)[0].id))
      #expect(paid.proposals.map(\.choice) == [.verdict(.confirm)])
    }
  }

  /// Two machines of one store, behind its one filing: one has received two more, the other one; 500 yuan each.
  @Test func eachTailOfAForkIsCounted() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let head = town.head(Self.code)
      _ = try town.review(Self.code, [0], of: Town.agency(Self.code))
      let backup = folder + "/b.backup"
      _ = try county.journal.backup(to: backup)
      let common = county.journal.head
      _ = try Journal.restore(backup, to: folder + "/clone", replaying: { _ in })
      let clone = try Offices.open(folder + "/clone", clock: Town.clock)
      try town.giveKeys(of: county, to: clone)
      for patent in [1, 2] {
        _ = try county.save(.receiveFiling(Offices.grant(patent, of: "441881-A00001")), by: head)
      }
      try town.gather(town.bundle(Self.code))
      _ = try clone.save(.receiveFiling(Offices.grant(3, of: "441881-A00001")), by: head)
      // In two files.
      try town.gather(clone.bundle(all: false, isPlain: false, by: head).bytes)
      _ = try clone.save(
        .enterApplicant(Applicant(id: "P1", name: "何某", kind: .individual, district: "441881")), by: head)
      try town.gather(clone.bundle(all: false, isPlain: false, by: head).bytes)
      let fork = try #require(town.open(.fork).first)
      let sheet = try #require(try town.city.sheet(of: fork.id))
      #expect(
        sheet.tails.map(\.isInStore) == [true, false] && sheet.tails.map(\.link).first == fork.keepable)
      // The lines of the bundles with them.
      #expect(sheet.tails.map(\.lines) == [3, 4])
      #expect(sheet.tails.map(\.touched) == [2, 1] && sheet.tails.map(\.received) == [2, 1])
      #expect(sheet.tails.map(\.award) == [MoneyTotal(Money(yuan: 1000)), MoneyTotal(Money(yuan: 500))])
      let rows = ConflictWording.rows(sheet, town.city.state)
      #expect(rows.last?.values == ["1,000.00 元", "500.00 元"])
      // Neither tail is acknowledged before the city has ruled; what both have is.
      let reply = try town.city.reply(to: Self.code, by: town.mayor)
      #expect(reply.acknowledged?.sequence == common.sequence && reply.acknowledged?.link == common.link.hex)
      for machine in [county, clone] {
        _ = try machine.take(try machine.reply(reply.bytes), by: head)
        #expect(machine.own.offices.taken?.acknowledged?.sequence == common.sequence)
      }
    }
  }

  /// An office whose policy pays twice the city's for a utility model (1000 yuan, art. 18): told with both sums; of one
  /// whose rules differ and come to the same nothing is said.
  @Test func otherRulesAreToldWithBothSums() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder)
      let text = String(decoding: try Offices.policy(), as: UTF8.self)
      let old = #""fixed": "1000元""#
      #expect(text.contains(old))
      for (code, amount) in [("441881", "2000元"), ("441882", "1000元")] {
        let policy = text.replacing(old, with: #""fixed": "\#(amount)""#) + "\n"
        let office = try Town.make(
          folder + "/" + code, "县局\(code)", code, "主管\(code)", Town.clock, policy: Array(policy.utf8))
        _ = try office.save(.enterApplicant(Town.agency(code)), by: town.head(code))
        var filing = Offices.ownGrant(code == "441881" ? 1 : 2)
        filing.applicant = "\(code)-A00001"
        _ = try office.save(.receiveFiling(filing), by: town.head(code))
        let backup = folder + "/\(code).backup"
        let head = try office.journal.backup(to: backup)
        let plan = try town.city.rehearse([.backup(path: backup, heads: [head])])
        _ = try town.city.gather(plan, by: town.mayor)
      }
      let joint = try #require(town.city.joint)
      let found = joint.conflicts.filter { $0.kind == .otherRules }
      #expect(found.count == 1 && found[0].filings.count == 1)
      let told = ConflictWording.text(found, joint)
      #expect(told.contains("县局 2,000.00 元  市局 1,000.00 元  差 -1,000.00 元"), "\(told)")
      let json = ConflictWording.json(found, joint)
      for member in [
        #""office": "2000.00""#, #""city": "1000.00""#, #""difference": "-1000.00""#,
        #""sentence": "县局441881"#,
      ] { #expect(json.contains(member), "\(json)") }
    }
  }
}
