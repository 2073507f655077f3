import JSONText
import Testing

@testable import Parcels

/// Parcels there and back.
@Suite struct ParcelTests {
  @Test func aParcelComesBackAsItWent() throws {
    let signing = SigningKey()
    let opening = OpeningKey()
    let parcel = Parcel(.bundle, members: [ParcelMember("cover.json", Array("{}".utf8))]) {
      $0.member("office", "441823")
    }
    for recipient in [nil, opening.sealingKey] {
      let bytes = try parcel.write(signedBy: signing, sealedTo: recipient)
      #expect(try Parcel.open(bytes, with: opening, verifiedBy: signing.verifyingKey) == parcel)
    }
  }
}
