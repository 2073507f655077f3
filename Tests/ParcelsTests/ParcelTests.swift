import JSONText
import Tar
import Testing

@testable import Parcels

/// Parcels there and back, and what their headers say.
@Suite struct ParcelTests {
  @Test func aParcelComesBackAsItWent() throws {
    for bytes in [try Samples.open(), try Samples.sealed()] {
      #expect(try Samples.read(bytes) == Samples.parcel)
    }
    #expect(
      try Parcel.open(Samples.open(), with: nil, verifiedBy: Samples.county.verifyingKey) == Samples.parcel)
    for kind in ParcelKind.allCases {
      let parcel = Parcel(kind, members: []) { _ in }
      #expect(
        try Samples.read(parcel.write(signedBy: Samples.county, sealedTo: Samples.city.sealingKey)) == parcel)
    }
  }

  @Test func aMemberIsFoundByItsPath() throws {
    let parcel = try Samples.read(Samples.sealed())
    #expect(parcel["cover.json"].map(Array.init) == Array("{\"filings\":2}\n".utf8))
    #expect(parcel["policies/政策.json"] == [] && parcel["none"] == nil)
  }

  /// A bundle of a year is opened where it stands: its files share one buffer, none has a copy of its own.
  @Test func theMembersOfAParcelStandInOneBuffer() throws {
    for bytes in [try Samples.open(), try Samples.sealed()] {
      let members = try Samples.read(bytes).members
      #expect(members.allSatisfy { $0.content.buffer.count == members[0].content.buffer.count })
      #expect(members[0].content.buffer.count > members.reduce(0) { $0 + $1.bytes.count })
      #expect(
        zip(members, members.dropFirst()).allSatisfy {
          $0.content.place.upperBound <= $1.content.place.lowerBound
        })
    }
  }

  @Test func theSamePlainParcelHasTheSameBytes() throws {
    #expect(try Samples.open() == Samples.open())
    #expect(try Samples.sealed() != Samples.sealed())
  }

  @Test func theHeaderIsReadWithoutAKey() throws {
    let header = try ParcelHeader.read(Samples.sealed(), verifiedBy: nil)
    #expect(header.kind == .bundle && header.signer == Samples.county.verifyingKey)
    #expect(header.seal == .init(suite: .x25519, recipient: Samples.city.sealingKey))
    #expect(String(decoding: header.about, as: UTF8.self) == "{\"office\":\"441823\",\"number\":12}")
    #expect(header.parts.map(\.path) == ["HEAD.json", "sealed"])
    let open = try ParcelHeader.read(Samples.open(), verifiedBy: Samples.county.verifyingKey)
    #expect(open.seal == nil && open.parts.map(\.path) == ["HEAD.json"] + Samples.parcel.members.map(\.path))
    #expect(open.parts.last?.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(open.parts.last?.size == 0)
  }

  @Test func nothingOfTheMembersStandsInASealedParcel() throws {
    let sealed = try Samples.sealed()
    for word in ["journal", "cover", "policies", "filings"] {
      let word = Array(word.utf8)
      #expect(!sealed.indices.contains { sealed[$0...].starts(with: word) })
    }
  }

  @Test func chunksEndWhereTheyShould() throws {
    let head = Array("{}".utf8)
    for count in [1, 65_535, 65_536, 65_537, 131_072, 131_073] {
      let plain = [UInt8](repeating: 9, count: count)
      let sealed = try Samples.seal(plain, head: head)
      #expect(sealed.count == ChunkSeal.size(of: count))
      #expect(try Samples.unsealed(sealed, head: head) == plain)
    }
    // An archive of whole chunks.
    let parcel = Parcel(.reply, members: [ParcelMember("a", [UInt8](repeating: 1, count: 131_072 - 3584))]) {
      _ in
    }
    let bytes = try parcel.write(signedBy: Samples.county, sealedTo: Samples.city.sealingKey)
    let sealed = try ParcelHeader.read(bytes, verifiedBy: nil).parts[1]
    #expect(sealed.size == 32 + 2 * 65_552)
    #expect(try Samples.read(bytes) == parcel)
  }

  @Test func namesOfTheParcelItselfAreNoMembers() {
    for path in ["HEAD.json", "sealed", "SHA256SUMS", "SHA256SUMS.sig", "HEAD.json/x", "sealed/x"] {
      let parcel = Parcel(.bundle, members: [ParcelMember(path, [])]) { _ in }
      for recipient in [nil, Samples.city.sealingKey] {
        #expect(throws: ParcelError.reservedPath(path)) {
          try parcel.write(signedBy: Samples.county, sealedTo: recipient)
        }
      }
    }
    let parcel = Parcel(.bundle, members: [ParcelMember("../x", [])]) { _ in }
    #expect(throws: ParcelError.badMember(.badPath("../x"))) {
      try parcel.write(signedBy: Samples.county, sealedTo: nil)
    }
    let twice = Parcel(.bundle, members: [ParcelMember("a", []), ParcelMember("a", [])]) { _ in }
    #expect(throws: ParcelError.badMember(.repeated("a"))) {
      try twice.write(signedBy: Samples.county, sealedTo: Samples.city.sealingKey)
    }
  }

  @Test func aHeadThatCantBeReadAgainIsNotWritten() {
    let parcel = Parcel(.bundle, members: []) {
      $0.key("a")
      $0.raw("]")
    }
    #expect(throws: ParcelError.self) { try parcel.write(signedBy: Samples.county, sealedTo: nil) }
  }

  @Test func partsOfAParcelMayLieInOneBuffer() throws {
    let buffer = [UInt8](0...255)
    let parcel = Parcel(
      .reply,
      members: [
        ParcelMember("a", BufferPart(buffer, 10..<20)), ParcelMember("b", BufferPart(buffer, 200..<256)),
      ]
    ) { _ in }
    let back = try Samples.read(parcel.write(signedBy: Samples.county, sealedTo: nil))
    #expect(back == parcel && back["b"].map(Array.init) == [UInt8](200...255))
  }
}
