import JSONText

@testable import Parcels
@testable import Tar

extension Parcel {
  /// Checks a parcel and opens it, as an office does with what it knows the signer of.
  static func open(
    _ bytes: [UInt8], with key: OpeningKey?, verifiedBy signer: VerifyingKey
  ) throws(ParcelError) -> Parcel {
    var parcel = try CheckedParcel(bytes, verifiedBy: signer)
    return try parcel.open(with: key)
  }
}

/// Keys and a small parcel, invented.
enum Samples {
  static let county = SigningKey()
  static let city = OpeningKey()

  static let parcel = Parcel(
    .bundle,
    members: [
      ParcelMember("journal/0a1b/000001-000001.jsonl", Array("{\"link\":\"0\"}\n".utf8)),
      ParcelMember("cover.json", Array("{\"filings\":2}\n".utf8)),
      ParcelMember("policies/政策.json", []),
    ]
  ) {
    $0.member("office", "441823")
    $0.member("number", 12)
  }

  static func open() throws -> [UInt8] { try parcel.write(signedBy: county, sealedTo: nil) }
  static func sealed() throws -> [UInt8] { try parcel.write(signedBy: county, sealedTo: city.sealingKey) }

  /// Opens what the county sent the city.
  @discardableResult
  static func read(_ bytes: [UInt8]) throws(ParcelError) -> Parcel {
    try Parcel.open(bytes, with: city, verifiedBy: county.verifyingKey)
  }

  /// A parcel put together by hand, of whatever stands in it, with sums and a signature that hold.
  static func archive(_ files: [(String, [UInt8])], head: [UInt8]? = nil, by key: SigningKey = county) throws
    -> [UInt8]
  {
    var writer = TarWriter()
    for (path, bytes) in files { try writer.add(path, bytes) }
    let outside = head.map { [ParcelHeader.Part("HEAD.json", $0[...])] } ?? []
    let sums = SumList.text(outside + files.map { ParcelHeader.Part($0, $1[...]) })
    try writer.add("SHA256SUMS", sums)
    try writer.add("SHA256SUMS.sig", try key.signature(over: sums))
    return writer.finish()
  }

  /// A parcel with this head and this content, sealed to the city.
  static func sealed(head: [UInt8], content: [UInt8]) throws -> [UInt8] {
    try archive([("HEAD.json", head), ("sealed", seal(content, head: head))])
  }

  static func seal(_ content: [UInt8], head: [UInt8]) throws -> [UInt8] {
    var sealed: [UInt8] = []
    try ChunkSeal.seal(content, to: city.sealingKey, head: head) { sealed += $0 }
    return sealed
  }

  /// What was sealed to the city, opened where it stands between other bytes.
  static func unsealed(_ sealed: [UInt8], head: [UInt8]) throws(ParcelError) -> [UInt8] {
    var bytes = [1, 2, 3] + sealed + [4, 5]
    try ChunkSeal.open(3..<3 + sealed.count, of: &bytes, with: city, head: head)
    return bytes
  }

  /// A parcel's files, as they stand in it.
  static func files(_ bytes: [UInt8]) throws -> [(path: String, bytes: [UInt8])] {
    let archive = try TarArchive(bytes)
    return archive.entries.map { ($0.path, Array(archive.content($0))) }
  }
}
