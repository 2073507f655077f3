import CaseModel
import Casework
import Journal
import Parcels
import Testing

@testable import Office

/// Trials and real offices never come together: not by joining, not by an answer, not by a backup.
@Suite struct CityTrialTests {
  private func make(
    _ path: String, _ district: String, isTrial: Bool
  ) throws -> OpenOffice {
    try OpenOffice.create(
      path,
      office: OfficeIdentity(
        name: "局\(district)", district: district, policy: "qingyuan-2018-27", isTrial: isTrial),
      founder: Operator(name: "主管", role: .supervisor, login: nil), policy: try Offices.policy(),
      pinyin: PinyinTable(), clock: Clock(), isShared: false, isAlone: true)
  }

  private func refusal(_ work: () throws -> Void) -> OfficesRefusal? {
    do {
      try work()
      return nil
    } catch {
      if case .refused(.offices(let refusal))? = error as? OfficeError { return refusal }
      return nil
    }
  }

  @Test(arguments: [true, false]) func neitherTakesTheOther(cityIsTrial: Bool) throws {
    try Offices.withScratch { folder in
      let who = SignedIn(name: "主管")
      let city = try make(folder + "/city", "441800", isTrial: cityIsTrial)
      let county = try make(folder + "/county", "441881", isTrial: !cityIsTrial)
      let own = try make(folder + "/own", "441881", isTrial: cityIsTrial)
      let enrolment = try city.enrol(name: "英德市知识产权局", district: "441881", letter: nil, by: who)
      let heads = [city.journal.head, county.journal.head]
      // At the county.
      #expect(
        refusal { _ = try county.join(try OpenOffice.offer(enrolment.bytes), by: who) } == .trialDiffers)
      // At the city, whatever an answer says of itself.
      let id = try #require(city.own.offices.enrolled.last).enrolment
      let identity = county.journal.identity
      let writer = OfficeWriter(
        store: identity.store, writer: identity.writer, signing: "", opening: "", isTrial: !cityIsTrial)
      #expect(
        refusal { _ = try city.save(.offices(.admit(enrolment: id, writer)), by: who) } == .trialDiffers)
      // By a backup.
      _ = try county.journal.backup(to: folder + "/county.backup")
      #expect(
        refusal {
          let plan = try city.rehearse([
            .backup(path: folder + "/county.backup", heads: [county.journal.head])
          ])
          _ = try city.gather(plan, by: who)
        } == .trialDiffers)
      #expect([city.journal.head, county.journal.head] == heads)
      #expect(city.own.offices.admitted.isEmpty && city.joint == nil)
      // One of its own kind comes in by the same paper.
      let answer = try own.join(try OpenOffice.offer(enrolment.bytes), by: who)
      _ = try city.admit(answer.bytes, fingerprint: answer.fingerprint, by: who)
      #expect(city.own.offices.admitted.map(\.code) == ["441881"])
    }
  }

  // MARK: - Offices that are silent

  private final class PlayedDay: @unchecked Sendable {
    /// Two in the morning at UTC, ten in China.
    var hour = 2
    var day = CivilDate.first
    private static let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .first
    var seconds: Int { Self.epoch.days(to: day) * 86_400 + hour * 3600 }
  }

  /// Under a shared cap somebody whose work was last gathered before a filing came in may stand before it: the commit
  /// names the office with its day, and wants a reason. Days are those of China.
  @Test func anOfficeThatWasGatheredBeforeIsNamed() throws {
    let played = PlayedDay()
    played.day = Offices.day("2019-06-01")
    try Offices.withScratch { folder in
      // One more was admitted that day, and never sends anything.
      let town = try Town(
        folder, counties: ["441881", "441882", "441821"], clock: .played { played.seconds })
      #expect(town.city.own.offices.office("441821")?.silentSince == played.day)
      _ = try town.county("441882").save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      // Four in the morning of the second of June in China.
      played.hour = 20
      try town.gather(town.bundle("441882"))
      (played.day, played.hour) = (Offices.day("2019-06-10"), 2)
      let early = try town.review("441881", [1], of: Town.agency("441881"), on: "2019-06-02")
      let late = try town.review("441881", [2], of: Town.agency("441881"), on: "2019-06-05")
      try town.take([.handUp], early + late, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      func commit(_ id: String, note: String = "") throws {
        var request = StepRequest(.commit, [town.city.state.row(id)])
        request.note = note
        _ = try town.city.save(.step(request), by: town.mayor)
      }
      func refusal(_ id: String) -> StepRefusal? {
        do {
          try commit(id)
        } catch {
          if case .refused(.step(let refusal))? = error as? OfficeError { return refusal }
        }
        return nil
      }
      // Received on the day on which the other office was gathered: nobody there stands before it.
      #expect(refusal(early[0]) == .officesSilent(["县局441821（2019-06-01 接纳，还没有报送）"]))
      _ = try town.city.save(.offices(.retire(office: "441821", note: "撤并")), by: town.mayor)
      try commit(early[0])
      #expect(refusal(late[0]) == .officesSilent(["县局441882（2019-06-02）"]))
      #expect(town.city.own.offices.office("441882")?.silentSince == Offices.day("2019-06-02"))
      try commit(late[0], note: "连州来电，本周没有收件")
      #expect(town.city.state.file(late[0])?.standing == .approved)
      // Heard again, it is named no more.
      try town.gather(town.bundle("441882"))
      let next = try town.review("441881", [3], of: Town.agency("441881"), on: "2019-06-10")
      try town.take([.handUp], next, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try commit(next[0])
      #expect(town.city.state.file(next[0])?.standing == .approved)
    }
  }
}
