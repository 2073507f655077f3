import CaseModel
import Casework
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
}
