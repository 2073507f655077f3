import Casework
import Testing

@testable import Office

/// Whom a city may enrol.
@Suite struct EnrolmentTests {
  private func refusal(name: String, district: String, letter: String? = nil) throws -> OfficesRefusal? {
    var found: OfficesRefusal?
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      do throws(OfficeError) {
        _ = try town.city.enrol(name: name, district: district, letter: letter, by: town.mayor)
      } catch {
        guard case .refused(.offices(let refusal)) = error else { throw error }
        found = refusal
      }
    }
    return found
  }

  @Test func anOfficeHasANameAndADistrictOfItsOwn() throws {
    #expect(try refusal(name: " ", district: "441882") == .officeNameMissing)
    #expect(try refusal(name: "连州市知识产权局", district: "441800") == .ownDistrict("441800"))
    #expect(try refusal(name: "天河区知识产权局", district: "440106") == .unknownDistrict("440106"))
    #expect(try refusal(name: "连州市知识产权局", district: "441882") == nil)
  }

  @Test func aSecondMachineHasALetter() throws {
    #expect(try refusal(name: "英德市知识产权局", district: "441881") == .codeTaken("441881"))
    #expect(try refusal(name: "英德市知识产权局", district: "441881", letter: "b") == .badLetter("b"))
    #expect(try refusal(name: "英德市知识产权局", district: "441881", letter: "B") == nil)
  }
}
