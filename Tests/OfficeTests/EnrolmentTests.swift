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

  /// A line break in a name would make a second line in every list of the offices.
  @Test(arguments: ["连州\n441881 伪行", "连州\u{202E}局", "连州\u{1B}[2J"]) func aNameIsOneThatCanBeSeen(name: String)
    throws
  {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [])
      let office = EnrolledOffice(
        name: name, district: "441882", letter: nil, enrolment: String(repeating: "0", count: 32))
      do throws(OfficeError) {
        _ = try town.city.save(.offices(.enrol(office)), by: town.mayor)
        Issue.record("an office was enrolled under a name that nobody can see")
      } catch {
        guard case .refused(.nameNotVisible) = error else { throw error }
      }
    }
  }
}
