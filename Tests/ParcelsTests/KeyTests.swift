import Testing

@testable import Parcels

/// Keys against the vectors of their standards, and their texts.
@Suite struct KeyTests {
  /// RFC 8032, 7.1, tests 1 to 3.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ])
  func signaturesAreThoseOfTheStandard(_ seed: String, _ key: String, _ message: String, _ signature: String)
    throws
  {
    let signing = try #require(SigningKey(rawBytes: hex(seed)))
    #expect(signing.rawBytes == hex(seed) && signing.verifyingKey.rawBytes == hex(key))
    #expect(try signing.signature(over: hex(message)) == hex(signature))
    let verifying = try #require(VerifyingKey(rawBytes: hex(key)))
    #expect(verifying.holds(hex(signature), over: hex(message)))
    #expect(!verifying.holds(hex(signature), over: hex(message) + [0]))
    #expect(
      !verifying.holds(hex(signature).dropLast(), over: hex(message))
        && !verifying.holds([], over: hex(message)))
  }

  /// RFC 7748, 6.1.
  @Test(arguments: [
    (
      "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
      "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
    ),
    (
      "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
      "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
    ),
  ])
  func sealingKeysAreThoseOfTheStandard(_ secret: String, _ key: String) throws {
    let opening = try #require(OpeningKey(rawBytes: hex(secret)))
    #expect(opening.rawBytes == hex(secret) && opening.sealingKey.rawBytes == hex(key))
  }

  @Test func keysComeBackFromTheirTexts() throws {
    let (signing, opening) = (SigningKey(), OpeningKey())
    #expect(VerifyingKey(text: signing.verifyingKey.text) == signing.verifyingKey)
    #expect(SealingKey(text: opening.sealingKey.text) == opening.sealingKey)
    #expect(SigningKey(rawBytes: signing.rawBytes)?.verifyingKey == signing.verifyingKey)
    #expect(OpeningKey(rawBytes: opening.rawBytes)?.sealingKey == opening.sealingKey)
    let verifying = try #require(VerifyingKey(rawBytes: [UInt8](1...32)))
    #expect(verifying.text == "ed25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=")
  }

  @Test func aKeyIsNotTakenForAnother() {
    #expect(VerifyingKey(text: Samples.city.sealingKey.text) == nil)
    #expect(SealingKey(text: Samples.county.verifyingKey.text) == nil)
    #expect(IndexKey(text: Samples.county.verifyingKey.text) == nil)
    for text in [
      "", "ed25519:", "ed25519", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
      "ed25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA",
      "ed25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyB=",
      "ed25519: AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
      "ed25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==",
      "ed25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=\n",
      "ED25519:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
    ] { #expect(VerifyingKey(text: text) == nil, "\(text)") }
  }

  /// A file whose bytes a power cut left as zeros, or a chip as ones, would be a key that anybody knows.
  @Test(arguments: [
    [UInt8](repeating: 0, count: 32), [UInt8](repeating: 255, count: 32), [UInt8](0..<31), [UInt8](0..<33),
    [],
  ])
  func whatIsLeftOfAFileIsNoKey(_ bytes: [UInt8]) {
    #expect(SigningKey(rawBytes: bytes) == nil && OpeningKey(rawBytes: bytes) == nil)
    #expect(VerifyingKey(rawBytes: bytes) == nil && SealingKey(rawBytes: bytes) == nil)
    #expect(IndexKey(rawBytes: bytes) == nil)
  }

  /// The points of small order, RFC 7748, 6.1 and 7, as they are listed for curve25519: 0, 1, two of order 8,
  /// p - 1, p, p + 1.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])
  func aKeyThatSealsNothingIsNone(_ key: String) { #expect(SealingKey(rawBytes: hex(key)) == nil) }

  @Test func privateKeysPrintNothing() {
    var printed = ""
    dump((SigningKey(), OpeningKey(), IndexKey()), to: &printed)
    printed += "\(Samples.county) \(Samples.city) \(String(reflecting: IndexKey()))"
    for byte in [Samples.county.rawBytes, Samples.city.rawBytes] {
      #expect(!printed.contains("\(byte[0]), \(byte[1])"))
    }
    #expect(!printed.contains("bytes") && !printed.contains("seed"))
  }

  @Test func tagsAreCutFromTheHMAC() throws {
    let key = try #require(IndexKey(rawBytes: [UInt8](1...32)))
    let shop = try Workshop()
    let printed = try shop.run(
      "printf '201820000777.1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20 -binary | head -c16 | base64"
    )
    #expect(key.tag(of: "201820000777.1").text + "\n" == printed)
    let tag = key.tag(of: "201820000777.1")
    #expect(tag != key.tag(of: "201820000778.1"))
    #expect(tag != IndexKey().tag(of: "201820000777.1"))
    #expect(IndexKey(text: key.text)?.rawBytes == key.rawBytes)
  }
}
