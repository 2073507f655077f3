import Testing

@testable import Parcels
@testable import Tar

/// What a bad stick does to a parcel: never half an answer, never a trap.
@Suite struct DamageTests {
  /// The smallest parcel there is of one member, open or sealed.
  private func bytes(sealed: Bool) throws -> [UInt8] {
    let parcel = Parcel(.bundle, members: [ParcelMember("a", [7])]) { _ in }
    return try parcel.write(signedBy: Samples.county, sealedTo: sealed ? Samples.city.sealingKey : nil)
  }

  private func error(_ read: () throws(ParcelError) -> Void) -> ParcelError? {
    do throws(ParcelError) {
      try read()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [false, true])
  func noFlippedByteIsAccepted(sealed: Bool) throws {
    var bytes = try bytes(sealed: sealed)
    var accepted: [Int] = []
    for place in bytes.indices {
      bytes[place] ^= 1 << (place % 8)
      if error({ () throws(ParcelError) in _ = try ParcelHeader.read(bytes, verifiedBy: nil) }) == nil {
        accepted.append(place)
      }
      if error({ () throws(ParcelError) in try Samples.read(bytes) }) == nil {
        accepted.append(place)
      }
      bytes[place] ^= 1 << (place % 8)
    }
    #expect(accepted == [])
    #expect(try Samples.read(bytes).members.count == 1)
  }

  @Test(arguments: [false, true])
  func everyCutIsTold(sealed: Bool) throws {
    let bytes = try bytes(sealed: sealed)
    let other = bytes.indices.filter { count in
      error { () throws(ParcelError) in try Samples.read(Array(bytes[..<count])) } != .cut(at: count)
    }
    #expect(other == [])
    #expect(throws: ParcelError.damaged(.init(offset: bytes.count))) { try Samples.read(bytes + [0]) }
  }

  /// As a stick does that was pulled out early: the file is as long as it should be.
  @Test(arguments: [false, true])
  func zerosInPlaceOfTheEndAreTold(sealed: Bool) throws {
    let bytes = try bytes(sealed: sealed)
    let last = try #require(bytes.lastIndex { $0 != 0 })
    for start in stride(from: last, through: 0, by: -31) {
      let zeroed = Array(bytes[..<start]) + [UInt8](repeating: 0, count: bytes.count - start)
      #expect(throws: ParcelError.self) { try ParcelHeader.read(zeroed, verifiedBy: nil) }
    }
  }

  @Test func theDamagedMemberIsNamed() throws {
    var bytes = try Samples.open()
    let entry = try #require(try TarArchive(bytes).entries.first { $0.path == "cover.json" })
    bytes[entry.place.lowerBound + 3] ^= 1
    #expect(throws: ParcelError.damaged(.init(member: "cover.json", offset: entry.place.lowerBound))) {
      try ParcelHeader.read(bytes, verifiedBy: nil)
    }
    bytes = try Samples.open()
    bytes[520] ^= 1
    #expect(throws: ParcelError.damaged(.init(member: "HEAD.json", offset: 512))) { try Samples.read(bytes) }
    bytes = try Samples.open()
    bytes[510] ^= 1
    #expect(throws: ParcelError.damaged(.init(offset: 0))) { try Samples.read(bytes) }
  }

  /// Whoever has the key is told the same: its sum is wrong before anything is opened.
  @Test func whatIsSealedIsNamedWhereItIsDamaged() throws {
    let parcel = Parcel(.bundle, members: [ParcelMember("a", [UInt8](repeating: 1, count: 200_000))]) { _ in }
    var bytes = try parcel.write(signedBy: Samples.county, sealedTo: Samples.city.sealingKey)
    let entry = try #require(try TarArchive(bytes).entries.first { $0.path == "sealed" })
    for place in [0, 32 + 2 * 65_552 + 100] {
      bytes[entry.place.lowerBound + place] ^= 1
      let damage = ParcelError.damaged(.init(member: "sealed", offset: entry.place.lowerBound))
      #expect(throws: damage) { try Samples.read(bytes) }
      #expect(throws: damage) { try ParcelHeader.read(bytes, verifiedBy: nil) }
      bytes[entry.place.lowerBound + place] ^= 1
    }
  }

  @Test func somethingElseIsForeign() throws {
    var tar = TarWriter()
    try tar.add("a", [1])
    for bytes in [
      Array("{\"zizhu-backup\":1,\"head\":\"x\",\"files\":3}\n".utf8), Array("PK\u{3}\u{4}".utf8),
      tar.finish(),
      [UInt8](repeating: 0, count: 2048), Array("HEAD.jsox".utf8), [0],
    ] {
      #expect(throws: ParcelError.foreign) { try Samples.read(bytes) }
      #expect(!Parcel.isParcel(bytes))
    }
    #expect(throws: ParcelError.cut(at: 0)) { try Samples.read([]) }
    #expect(try Parcel.isParcel(Samples.open()) && Parcel.isParcel(Samples.sealed()))
  }
}
