import JSONText
import Testing

@testable import Parcels
@testable import Tar

/// What somebody does to a parcel on its way, or who signs what he should not.
@Suite struct ForgeryTests {
  private let county = Samples.county
  private let other = SigningKey()

  private func head(_ signer: SigningKey = Samples.county, isSealed: Bool = false) -> [UInt8] {
    ParcelHeader(
      kind: .bundle, signer: signer.verifyingKey,
      seal: isSealed ? .init(suite: .x25519, recipient: Samples.city.sealingKey) : nil,
      about: Array("{}".utf8)
    ).text
  }

  // MARK: - Keys

  @Test func anothersSignatureIsTold() throws {
    for recipient in [nil, Samples.city.sealingKey] {
      let bytes = try Samples.parcel.write(signedBy: other, sealedTo: recipient)
      #expect(throws: ParcelError.otherSigner(other.verifyingKey)) { try Samples.read(bytes) }
      #expect(try ParcelHeader.read(bytes, verifiedBy: nil).signer == other.verifyingKey)
    }
  }

  @Test func aHeadThatNamesAnothersKeyDoesNotHold() throws {
    let bytes = try Samples.archive([("HEAD.json", head())], by: other)
    #expect(throws: ParcelError.badSignature) { try Samples.read(bytes) }
    #expect(throws: ParcelError.badSignature) { try ParcelHeader.read(bytes, verifiedBy: nil) }
  }

  @Test func theOpeningKeyMustBeTheOneItIsSealedTo() throws {
    let bytes = try Samples.sealed()
    let recipient = Samples.city.sealingKey
    #expect(throws: ParcelError.keyNeeded(recipient)) {
      try Parcel.open(bytes, with: nil, verifiedBy: county.verifyingKey)
    }
    #expect(throws: ParcelError.otherRecipient(recipient)) {
      try Parcel.open(bytes, with: OpeningKey(), verifiedBy: county.verifyingKey)
    }
  }

  @Test func whatAnotherSealedIsNobodyElses() throws {
    // Whoever finds a parcel can't hand it in as his own without opening it.
    let files = try Samples.files(Samples.sealed())
    let bytes = try Samples.archive(
      [("HEAD.json", head(other, isSealed: true)), ("sealed", files[1].bytes)], by: other)
    #expect(throws: ParcelError.damaged(.init(member: "sealed", chunk: 1, offset: 1024 + 512 + 32))) {
      try Parcel.open(bytes, with: Samples.city, verifiedBy: other.verifyingKey)
    }
  }

  @Test func aSealedParcelSentOnByItsRecipientIsRefused() throws {
    let files = try Samples.files(Samples.sealed())
    let content = try Samples.unsealed(files[1].bytes, head: files[0].bytes)
    // Open, as it was signed within.
    let inner = try Samples.files(content)
    var writer = TarWriter()
    for (path, bytes) in [files[0]] + inner { try writer.add(path, bytes) }
    #expect(throws: ParcelError.sealMismatch) { try Samples.read(writer.finish()) }
    // Sealed to somebody else, whom the head doesn't name.
    let next = OpeningKey()
    var sealed: [UInt8] = []
    try ChunkSeal.seal(content, to: next.sealingKey, head: files[0].bytes) { sealed += $0 }
    var other = TarWriter()
    for (path, bytes) in [files[0], ("sealed", sealed), files[2], files[3]] { try other.add(path, bytes) }
    let bytes = other.finish()
    #expect(throws: ParcelError.self) { try Parcel.open(bytes, with: next, verifiedBy: county.verifyingKey) }
  }

  @Test func whatWasSealedIsSignedBySameHand() throws {
    let head = head(isSealed: true)
    let content = try Samples.archive([("a", [1])], head: head, by: other)
    let bytes = try Samples.sealed(head: head, content: content)
    #expect(throws: ParcelError.badSignature) { try Samples.read(bytes) }
    let elsewhere = try Samples.archive([("a", [1])], head: self.head())
    #expect(throws: ParcelError.damaged(.init(member: "HEAD.json"))) {
      try Samples.read(try Samples.sealed(head: head, content: elsewhere))
    }
  }

  // MARK: - Chunks

  @Test func chunksKeepTheirPlacesAndTheirParcel() throws {
    let head = head(isSealed: true)
    let content = try Samples.archive([("a", [UInt8](repeating: 5, count: 200_000))], head: head)
    let sealed = try Samples.seal(content, head: head)
    let again = try Samples.seal(content, head: head)
    let key = Array(sealed[..<32])
    func chunks(_ bytes: [UInt8]) -> [[UInt8]] {
      stride(from: 32, to: bytes.count, by: 65_552).map { Array(bytes[$0..<min($0 + 65_552, bytes.count)]) }
    }
    let own = chunks(sealed)
    #expect(own.count == 4)
    let foreign = chunks(again)
    for (arranged, chunk) in [
      ([own[1], own[0], own[2], own[3]], 1), ([own[0], own[2], own[1], own[3]], 2),
      ([own[0], own[1], own[3]], 3),
      ([own[0], own[1], own[2]], 3), ([own[0]], 1), ([own[1], own[2], own[3]], 1),
      ([own[0], own[0], own[2], own[3]], 2),
      ([own[0], foreign[1], own[2], own[3]], 2), (own + [own[3]], 4),
      ([own[0], own[1], own[2], own[3].dropLast(1)], 4),
      ([own[0], own[1], own[2], Array(own[3].prefix(16))], 4),
      ([own[0], own[1], own[2], Array(own[3].prefix(3))], 4),
      ([], 1),
    ] as [([[UInt8]], Int)] {
      let bytes = try Samples.archive([
        ("HEAD.json", head), ("sealed", arranged.reduce(into: key) { $0 += $1 }),
      ])
      #expect(
        throws: ParcelError.damaged(
          .init(member: "sealed", chunk: chunk, offset: 1568 + 65_552 * (chunk - 1)))
      ) {
        try Samples.read(bytes)
      }
    }
    #expect(
      try Samples.read(try Samples.archive([("HEAD.json", head), ("sealed", sealed)])).members.count == 1)
    #expect(throws: ParcelError.self) {
      try Samples.read(try Samples.archive([("HEAD.json", head), ("sealed", key.dropLast())]))
    }
    #expect(throws: ParcelError.self) {
      try Samples.read(try Samples.archive([("HEAD.json", head), ("sealed", [])]))
    }
  }

  @Test func noChunkIsEmpty() throws {
    let head = head(isSealed: true)
    let sealed = try Samples.seal([], head: head)
    #expect(sealed.count == 48)
    #expect(throws: ParcelError.damaged(.init(member: "sealed", chunk: 1, offset: 35))) {
      try Samples.unsealed(sealed, head: head)
    }
  }

  @Test func theSealBelongsToItsHead() throws {
    let sealed = try Samples.files(Samples.sealed())[1].bytes
    let bytes = try Samples.archive([("HEAD.json", head(isSealed: true)), ("sealed", sealed)])
    #expect(throws: ParcelError.damaged(.init(member: "sealed", chunk: 1, offset: 1568))) {
      try Samples.read(bytes)
    }
  }

  @Test func whatIsSealedIsNoParcelOfItsOwn() throws {
    let head = head(isSealed: true)
    for content in [
      [], [UInt8](repeating: 0, count: 1024), try Samples.open(),
      try Samples.archive([("HEAD.json", head), ("a", [1])]),
      try Samples.archive([("sealed", [1])], head: head),
      try Samples.archive([("a", [1])], head: head) + [0],
      try Samples.archive([("HEAD.json/x", [1])], head: head),
    ] {
      let bytes = try Samples.sealed(head: head, content: content)
      #expect(throws: ParcelError.self) { try Samples.read(bytes) }
    }
  }

  // MARK: - Members

  @Test func membersKeepTheirNamesOrderAndNumber() throws {
    let files = try Samples.files(Samples.open())
    func write(_ files: [(path: String, bytes: [UInt8])]) throws -> [UInt8] {
      var writer = TarWriter()
      for (path, bytes) in files { try writer.add(path, bytes) }
      return writer.finish()
    }
    #expect(try write(files) == Samples.open())
    var renamed = files
    renamed[2].path = "cover2.json"
    #expect(throws: ParcelError.damaged(.init(member: "cover2.json", offset: 2560))) {
      try Samples.read(write(renamed))
    }
    // With the sums made to fit.
    renamed[4].bytes = SumList.text(renamed[..<4].map { ParcelHeader.Part($0.path, $0.bytes[...]) })
    #expect(throws: ParcelError.badSignature) { try Samples.read(write(renamed)) }
    for order in [
      [0, 2, 1, 3, 4, 5], [0, 1, 3, 4, 5], [0, 1, 2, 4, 5], [0, 1, 2, 3, 5, 4], [0, 4, 5], [0, 1, 2, 3, 4],
      [0],
    ] {
      #expect(throws: ParcelError.self) { try Samples.read(write(order.map { files[$0] })) }
    }
    #expect(throws: ParcelError.foreign) { try Samples.read(write([files[1], files[0]] + files[2...])) }
    #expect(throws: ParcelError.self) {
      try Samples.read(write(files[..<4] + [("more", [])] + files[4...]))
    }
  }

  // MARK: - Heads

  private func error(head text: String) throws -> ParcelError? {
    let bytes = try Samples.archive([("HEAD.json", Array(text.utf8))])
    do throws(ParcelError) {
      try Samples.read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func headsThatThisVersionDoesNotKnowAreTold() throws {
    let signer = "\"signer\":\"\(county.verifyingKey.text)\""
    let good = "{\"zizhu-parcel\":1,\"kind\":\"bundle\",\(signer),\"about\":{}}"
    #expect(try error(head: good) == nil)
    func changed(_ old: String, _ new: String) throws -> ParcelError? {
      try error(head: good.replacing(old, with: new))
    }
    #expect(try changed(":1,", ":2,") == .newerFormat(version: 2))
    #expect(try changed("\"bundle\"", "\"parade\"") == .unknownKind("parade"))
    #expect(
      try changed("\"ed25519:", "\"sm2:") == .unknownSuite("sm2:" + county.verifyingKey.text.dropFirst(8)))
    let seal = "\"suite\":\"SM4\",\"to\":\"\(Samples.city.sealingKey.text)\",\"about\""
    #expect(try changed("\"about\"", seal) == .unknownSuite("SM4"))
    #expect(
      try changed("\"about\"", seal.replacing("SM4", with: "X25519-SHA256-ChaCha20Poly1305"))
        == .sealMismatch)
    for (old, new, reason) in [
      (":1,", ":0,", .missingKey("zizhu-parcel")), ("\"zizhu-parcel\":1,", "", .missingKey("zizhu-parcel")),
      ("\"kind\":\"bundle\",", "", .missingKey("kind")), (",\"about\":{}", "", .missingKey("about")),
      ("\"about\"", "\"other\"", .unknownKey("other", nearest: nil)),
      ("\"about\"", "\"kind\":\"reply\",\"about\"", .repeatedKey("kind")),
      ("\"about\"", "\"zizhu-parcel\":1,\"about\"", .repeatedKey("zizhu-parcel")),
      ("\"about\"", "\"about\":{},\"about\"", .repeatedKey("about")),
      ("\"about\"", "\"suite\":\"X25519-SHA256-ChaCha20Poly1305\",\"about\"", .missingKey("to")),
      ("\"about\"", "\"to\":\"x25519:\",\"about\"", .missingKey("suite")),
      ("{}", "[]", .wrongType(expected: .object, found: .array)), ("}}", "}} x", .trailingText),
    ] as [(String, String, JSONError.Reason)] {
      guard case .badHead(let told) = try changed(old, new) else {
        Issue.record("\(new)")
        continue
      }
      #expect(told.reason == reason)
    }
  }

  @Test func aLaterVersionIsToldWhateverStandsBehindItsHead() throws {
    let head = Array("{\"zizhu-parcel\":7,\"more\":[".utf8)
    let block = try #require(TarBlock(path: "HEAD.json", count: head.count).bytes)
    #expect(throws: ParcelError.newerFormat(version: 7)) {
      try Samples.read(block + head + Array("other".utf8))
    }
  }
}
