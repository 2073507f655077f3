internal import Crypto
internal import FoundationEssentials

/// Sealing in chunks, each of which is authenticated with its number and whether it is the last (`Parcel`
/// tells the form).
enum ChunkSeal {
  static let chunkSize = 65_536
  private static let tagSize = 16
  private static let keySize = 32
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  /// How many bytes so many become, of which there is at least one.
  static func size(of plain: Int) -> Int {
    keySize + plain + tagSize * ((plain + chunkSize - 1) / chunkSize)
  }

  /// Seals bytes, of which there is at least one, to a key and hands on part after part.
  static func seal(
    _ plain: [UInt8], to key: SealingKey, head: [UInt8], _ sink: (Data) -> Void
  ) throws(ParcelError) {
    do {
      let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: key.rawBytes)
      var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: Data(head))
      sink(sender.encapsulatedKey)
      var number = 0
      var start = 0
      repeat {
        let end = min(start + chunkSize, plain.count)
        number += 1
        sink(try sender.seal(plain[start..<end], authenticating: mark(number, isLast: end == plain.count)))
        start = end
      } while start < plain.count
    } catch {
      throw .notMade
    }
  }

  /// Opens what `seal` made; of a chunk that does not hold its number and place are told.
  static func open(
    _ sealed: ArraySlice<UInt8>, with key: OpeningKey, head: [UInt8]
  ) throws(ParcelError) -> [UInt8] {
    var rest = sealed.dropFirst(keySize)
    var plain: [UInt8] = []
    plain.reserveCapacity(rest.count)
    var number = 1
    let encapsulated = Array(sealed.prefix(keySize))
    do {
      guard SealingKey(rawBytes: encapsulated) != nil else { throw CryptoKitError.invalidParameter }
      var recipient = try HPKE.Recipient(
        privateKey: key.key, ciphersuite: suite, info: Data(head),
        encapsulatedKey: Data(encapsulated))
      while true {
        let chunk = rest.prefix(chunkSize + tagSize)
        guard chunk.count > tagSize else { throw CryptoKitError.incorrectParameterSize }
        let isLast = chunk.endIndex == rest.endIndex
        plain += try recipient.open(chunk, authenticating: mark(number, isLast: isLast))
        if isLast { return plain }
        rest = rest.dropFirst(chunk.count)
        number += 1
      }
    } catch {
      throw .damaged(.init(member: Parcel.sealedPath, chunk: number, offset: rest.startIndex))
    }
  }

  private static func mark(_ number: Int, isLast: Bool) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - $0))) } + [isLast ? 1 : 0]
  }
}
