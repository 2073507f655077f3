import Foundation
import Testing

@testable import Parcels

/// The format as somebody else read it: `Vectors/second_reader.py`, and the commands that `Parcel` tells of.
@Suite struct SecondReaderTests {
  private static let script =
    URL(filePath: #filePath).deletingLastPathComponent().path + "/Vectors/second_reader.py"

  @Test func anotherReaderOpensWhatWeWrite() throws {
    let shop = try Workshop()
    try shop.write("key", Samples.city.rawBytes)
    try shop.write("sealed", try Samples.sealed())
    try shop.write("open", try Samples.open())
    let members = Samples.parcel.members.map { member in
      "\(ParcelHeader.Part(member.path, member.bytes).sha256) \(member.bytes.count) \(member.path)\n"
    }
    let expected = "bundle \(Samples.county.verifyingKey.text)\n" + members.joined()
    #expect(try shop.run("PYTHONUTF8=1 python3 '\(Self.script)' open sealed key") == expected)
    #expect(try shop.run("PYTHONUTF8=1 python3 '\(Self.script)' open open") == expected)
  }

  @Test func weOpenWhatAnotherWriterMade() throws {
    let shop = try Workshop()
    try shop.run("PYTHONUTF8=1 python3 '\(Self.script)' make .")
    let signer = try #require(VerifyingKey(text: "ed25519:eA+/5UxDTB6vjkd6nLMJF3Etrf8JWcb/5QeAxyYswCA="))
    // SHA-256 of "opening", by sha256sum.
    let key = try #require(
      OpeningKey(rawBytes: hex("2b3fdf05c4dda454998927370bf2cf20b0c17bcf1e3d3f294a550e341033ed61")))
    for name in ["open", "sealed"] {
      let parcel = try Parcel.open(shop.read(name), with: key, verifiedBy: signer)
      #expect(parcel.members.map(\.path) == ["cover.json", "policies/政策.json", "large"])
      #expect(parcel.kind == .bundle && parcel["large"]?.count == 76_800)
      #expect(parcel["cover.json"].map { String(decoding: $0, as: UTF8.self) } == "{\"filings\":2}")
      #expect(String(decoding: parcel.about, as: UTF8.self) == "{\"office\":\"441823\",\"number\":12}")
    }
    // Sealed with a secret that everybody knows.
    let known = try shop.read("known")
    #expect(try ParcelHeader.read(known, verifiedBy: signer).kind == .bundle)
    #expect(throws: ParcelError.damaged(.init(member: "sealed", chunk: 1, offset: 1568))) {
      try Parcel.open(known, with: key, verifiedBy: signer)
    }
  }

  /// Word for word as `Parcel` tells it, with sed where no jq is.
  @Test func tarSha256sumAndOpensslReadIt() throws {
    let shop = try Workshop()
    try shop.write("bundle.zb", try Samples.sealed())
    let printed = try shop.run(
      """
      tar xf bundle.zb
      sha256sum -c SHA256SUMS
      (printf '\\x30\\x2a\\x30\\x05\\x06\\x03\\x2b\\x65\\x70\\x03\\x21\\x00'
       sed 's/.*"signer":"ed25519:\\([^"]*\\)".*/\\1/' HEAD.json | base64 -d) |
        openssl pkey -pubin -inform DER -out signer.pem
      openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
      """)
    #expect(printed == "HEAD.json: OK\nsealed: OK\nSignature Verified Successfully\n")
    // What is sealed, opened and unpacked over the rest.
    let files = try Samples.files(Samples.sealed())
    try shop.write(
      "inner.tar", try Samples.unsealed(files[1].bytes, head: files[0].bytes))
    let again = try shop.run(
      """
      tar xf inner.tar
      LC_ALL=C.UTF-8 sha256sum -c SHA256SUMS
      openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
      """)
    #expect(
      again == (["HEAD.json"] + Samples.parcel.members.map(\.path)).map { "\($0): OK\n" }.joined()
        + "Signature Verified Successfully\n")
  }
}
