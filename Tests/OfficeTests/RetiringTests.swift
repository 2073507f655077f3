import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What is still on its way to an office, which is listed before the city stops taking in what it hands over.
@Suite struct RetiringTests {
  /// A verdict is known to have come home when the office's own bundle says so, not when the reply was written or taken.
  @Test func aVerdictIsUntoldUntilTheOfficeSaysThatItHasIt() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(town.city.untoldSteps(of: "441881").isEmpty)
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      #expect(town.city.untoldSteps(of: "441881").map(\.filing.id) == [ids[0]])
      try town.take(reply: "441881")
      #expect(town.city.untoldSteps(of: "441881").count == 1)
      try town.gather(town.bundle("441881"))
      #expect(town.city.untoldSteps(of: "441881").isEmpty)
      #expect(town.city.untoldSteps(of: "441999").isEmpty)
    }
  }

  /// What a retired office still sends is kept and counts nowhere, whichever way it comes: offices.md, Files, "`retire`
  /// holds the last head: later lines are held".
  @Test func whatARetiredOfficeSendsIsKeptAndCountsNowhere() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      _ = try town.review("441881", 0..<1, of: Town.agency("441881"))
      try town.gather(town.bundle("441881"))
      let retire = OfficesCommand.retire(office: "441881", note: "并入")
      _ = try town.city.save(.offices(retire), by: town.mayor)
      _ = try town.review("441881", 5..<7, of: Town.agency("441881"))
      let head = town.city.own.offices.office("441881")?.gathered?.head
      let plan = try town.gather(town.bundle("441881"))
      #expect(plan.rows.map(\.outcome) == [.retired] && plan.refused.isEmpty)
      #expect(town.city.state.files.count == 1)
      #expect(try town.city.heldNames().count == 1)
      #expect(town.city.own.offices.office("441881")?.gathered?.head == head)
      // It is told once, and stops nothing.
      let again = try town.city.rehearse([])
      #expect(again.rows.isEmpty && again.unread.isEmpty)
      #expect(town.city.joint?.conflicts.isEmpty == true)
    }
  }

  /// An office that never joined, by its backups.
  @Test func aLaterBackupOfARetiredOfficeIsNotTakenIn() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441882"], joins: false)
      let office = try town.county("441882")
      _ = try town.review("441882", 0..<1, of: Town.agency("441882"))
      func gather(_ name: String) throws -> GatherPlan {
        let path = folder + "/" + name
        _ = try office.journal.backup(to: path)
        let plan = try town.city.rehearse([.backup(path: path, heads: [office.journal.head])])
        _ = try town.city.gather(plan, by: town.mayor)
        return plan
      }
      _ = try gather("1.backup")
      #expect(town.city.state.files.count == 1)
      _ = try town.city.save(.offices(.retire(office: "441882", note: "并入")), by: town.mayor)
      _ = try town.review("441882", 5..<6, of: Town.agency("441882"))
      #expect(try gather("2.backup").rows.map(\.outcome) == [.retired])
      #expect(town.city.state.files.count == 1)
    }
  }
}
