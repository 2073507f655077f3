import Testing

@testable import Parcels

/// What two offices compare on paper.
@Suite struct FingerprintTests {
  private static func keys(_ first: UInt8, _ second: UInt8) throws -> PublicKeys {
    PublicKeys(
      verifying: try #require(VerifyingKey(rawBytes: [UInt8](first..<first + 32))),
      sealing: try #require(SealingKey(rawBytes: [UInt8](second..<second + 32))))
  }

  @Test func theShellWorksItOutAsPublicKeysTells() throws {
    let keys = try Self.keys(1, 2)
    let shop = try Workshop()
    let printed = try shop.run(
      """
      printf '%s\\n%s\\n' '\(keys.verifying.text)' '\(keys.sealing.text)' | sha256sum | cut -c1-48 | fold -w8 |
        while read -r hex || [ -n "$hex" ]; do printf '%04d ' $((0x$hex % 10000)); done
      """)
    #expect(printed == keys.fingerprint.description + " ")
    #expect(printed.count == 30)
  }

  @Test func everyKeyGoesIn() throws {
    let fingerprints = [try Self.keys(1, 2), try Self.keys(1, 3), try Self.keys(3, 2), try Self.keys(2, 1)]
      .map(\.fingerprint)
    #expect(Set(fingerprints).count == 4)
  }

  @Test func smallNumbersKeepTheirZeros() {
    #expect(Fingerprint(groups: [0, 1, 20, 300, 4000, 9999]).description == "0000 0001 0020 0300 4000 9999")
  }

  @Test(arguments: [
    "0482 7719 0021 9903 1276 5500", "048277190021990312765500", "0482-7719-0021-9903-1276-5500",
    " 0482 7719 0021\n9903 1276 5500\n", "０４８２　７７１９　００２１　９９０３　１２７６　５５００", "0482—7719－0021–9903‐1276−5500",
    "0482，7719、0021,9903.1276·5500", "04 82 77 19 00 21 99 03 12 76 55 00",
  ])
  func typingIsTakenAsItComes(_ typed: String) throws {
    #expect(try #require(Fingerprint(typed: typed)).description == "0482 7719 0021 9903 1276 5500")
  }

  @Test(arguments: [
    "", " ", "0482 7719 0021 9903 1276 550", "0482 7719 0021 9903 1276 55000",
    "0482 7719 0021 9903 1276 550o",
    "0482 7719 0021 9903 1276 ٥٥٠٠", "零四八二 7719 0021 9903 1276 5500", "0482+7719 0021 9903 1276 5500",
  ])
  func anythingElseIsNone(_ typed: String) { #expect(Fingerprint(typed: typed) == nil) }

  @Test func aPairComesBackFromPaper() {
    let keys = PublicKeys(verifying: Samples.county.verifyingKey, sealing: Samples.city.sealingKey)
    #expect(Fingerprint(typed: keys.fingerprint.description) == keys.fingerprint)
  }
}
