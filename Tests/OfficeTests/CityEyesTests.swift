import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Two pairs of eyes over several offices: one name or one login in two offices is one person, until somebody else has
/// said otherwise. Source: offices.md, Persons, order, eyes.
@Suite struct CityEyesTests {
  /// A county whose reviewer handed one filing up, and a city where others may commit it.
  private func inTown(
    county: Operator, city: Operator, _ work: (Town, _ id: String) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let office = try town.county("441881")
      _ = try office.save(.addOperator(county), by: town.head("441881"))
      for person in [city, Operator(name: "周主管", role: .supervisor, login: nil)] {
        _ = try town.city.save(.addOperator(person), by: town.mayor)
      }
      let ids = try town.review("441881", [1], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: office, by: SignedIn(name: county.name))
      try town.gather(town.bundle("441881"))
      try work(town, ids[0])
    }
  }

  /// On the day after, when nobody counts as one with who has added them.
  private func commit(_ id: String, by name: String, _ town: Town) throws {
    var request = StepRequest(.commit, [town.city.state.row(id)])
    request.note = "已核"
    _ = try later(town).save(.step(request), by: SignedIn(name: name))
  }

  private func later(_ town: Town) throws -> OpenOffice {
    try Offices.open(
      town.city.path, clock: Clock(today: CivilDate(year: 2019, month: 12, day: 23) ?? Town.clock.today()))
  }

  private func say(
    _ verdict: Ruling.Verdict, _ one: String, _ other: String, by name: String, _ town: Town
  ) throws {
    let city = try later(town)
    let parties = [
      OfficeRecord(writer: city.journal.identity.writer, id: one),
      OfficeRecord(writer: try town.county("441881").journal.identity.writer, id: other),
    ].sorted()
    let ruling = Ruling(
      conflict: Ruling.amongOperators(parties), verdict: verdict, parties: parties, note: "两人两证")
    _ = try city.save(.offices(.rule(ruling)), by: SignedIn(name: name))
  }

  private func isDuty(_ refusal: Refusal?) -> Bool {
    if case .step(.duty)? = refusal { true } else { false }
  }

  @Test func oneLoginIsOnePersonUntilSomebodyElseSaysOtherwise() throws {
    let (county, city) = (
      Operator(name: "李四", role: .reviewer, login: "root"),
      Operator(name: "张三", role: .supervisor, login: "root")
    )
    try inTown(county: county, city: city) { town, id in
      let found = refusal { try commit(id, by: "张三", town) }
      guard case .step(.duty(let conflict, let others))? = found else {
        Issue.record("committed by whoever handed it up: \(String(describing: found))")
        return
      }
      #expect(conflict.by == "李四" && conflict.tie?.reason == .elsewhere(office: "县局441881"))
      #expect(others.contains("周主管") && !others.contains("张三"))
      // Whoever it is about does not say so.
      #expect(refusal { try say(.distinct, "张三", "李四", by: "张三", town) } == .offices(.ownEyes("张三")))
      try say(.distinct, "张三", "李四", by: "周主管", town)
      try commit(id, by: "张三", town)
    }
  }

  @Test func oneNameIsOnePersonUntilSomebodyElseSaysOtherwise() throws {
    let (county, city) = (
      Operator(name: "张三", role: .reviewer, login: nil), Operator(name: "张三", role: .supervisor, login: nil)
    )
    try inTown(county: county, city: city) { town, id in
      #expect(isDuty(refusal { try commit(id, by: "张三", town) }))
      try say(.distinct, "张三", "张三", by: "周主管", town)
      // Taken back, it holds no more.
      try say(.link, "张三", "张三", by: "周主管", town)
      #expect(isDuty(refusal { try commit(id, by: "张三", town) }))
      try say(.distinct, "张三", "张三", by: "周主管", town)
      try commit(id, by: "张三", town)
    }
  }

  @Test func linkMakesTwoNamesOne() throws {
    let (county, city) = (
      Operator(name: "李四", role: .reviewer, login: nil), Operator(name: "张三", role: .supervisor, login: nil)
    )
    try inTown(county: county, city: city) { town, id in
      #expect(throws: OfficeError.self) { try say(.link, "张三", "没有此人", by: "周主管", town) }
      #expect(throws: OfficeError.self) { try say(.confirm, "张三", "李四", by: "周主管", town) }
      try say(.link, "张三", "李四", by: "周主管", town)
      #expect(isDuty(refusal { try commit(id, by: "张三", town) }))
      try commit(id, by: "周主管", town)
    }
  }
}
