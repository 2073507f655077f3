import Casework
import Journal
import Parcels
import Testing

@testable import Office

/// What a bundle holds beside the journal's lines (offices.md, Files).
@Suite struct CityBundleTests {
  /// The hashes of the policy files in a county's next bundle.
  private func policies(in bytes: [UInt8], _ town: Town, _ code: String) throws -> [String] {
    let signer = try #require(town.city.own.offices.office(code)?.writer?.keys?.verifying)
    let parcel = try OpenOffice.opened(bytes, .bundle, with: town.city.keys().opening, by: signer)
    return parcel.members.map(\.path).filter { $0.hasPrefix("policies/") }.map {
      String($0.dropFirst("policies/".count).dropLast(".json".count))
    }
  }

  /// The first brings the file that the office began with; once that is acknowledged none does, until another comes into
  /// force. A whole journal brings them all.
  @Test func aPolicyFileComesWithTheLinesThatPutItInForce() throws {
    try Offices.withScratch { folder in
      let code = "441881"
      let town = try Town(folder, counties: [code])
      let county = try town.county(code)
      let first = Link.over(try Offices.policy()).hex
      let second = Link.over(try Offices.successor()).hex

      var bytes = try town.bundle(code)
      #expect(try policies(in: bytes, town, code) == [first])
      try town.gather(bytes)
      // Nothing is acknowledged yet: the same lines come once more.
      #expect(try policies(in: town.bundle(code), town, code) == [first])
      try town.take(reply: code)
      #expect(county.own.offices.taken?.acknowledged != nil)
      bytes = try town.bundle(code)
      #expect(try policies(in: bytes, town, code) == [])
      try town.gather(bytes)

      _ = try town.city.adopt(Offices.successor(), note: "新办法施行", by: town.mayor)
      try town.take(reply: code)
      bytes = try town.bundle(code)
      #expect(try policies(in: bytes, town, code) == [first, second].sorted())
      #expect(try policies(in: town.bundle(code, all: true), town, code) == [first, second].sorted())
      try town.gather(bytes)
      #expect(town.city.others.first?.state.policyHash == county.own.policyHash)
      try town.take(reply: code)
      #expect(try policies(in: town.bundle(code), town, code) == [])
      #expect(try policies(in: town.bundle(code, all: true), town, code) == [first, second].sorted())
    }
  }
}
