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

  /// Opens what `seal` made where it stands in some bytes, of which nothing but what was sealed is left; of a chunk that
  /// does not hold its number and place are told, and the bytes mean nothing any more.
  ///
  /// It takes no second buffer: a first bundle is larger than all that is kept of its office.
  static func open(
    _ place: Range<Int>, of bytes: inout [UInt8], with key: OpeningKey, head: [UInt8]
  ) throws(ParcelError) {
    var (start, end, number) = (min(place.lowerBound + keySize, place.upperBound), 0, 1)
    do {
      let encapsulated = Array(bytes[place.lowerBound..<start])
      guard SealingKey(rawBytes: encapsulated) != nil else { throw CryptoKitError.invalidParameter }
      var recipient = try HPKE.Recipient(
        privateKey: key.key, ciphersuite: suite, info: Data(head),
        encapsulatedKey: Data(encapsulated))
      var isLast = false
      while !isLast {
        let next = min(start + chunkSize + tagSize, place.upperBound)
        guard next - start > tagSize else { throw CryptoKitError.incorrectParameterSize }
        isLast = next == place.upperBound
        end += try bytes.withUnsafeMutableBytes { bytes in
          let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<next])
          let plain = try recipient.open(chunk, authenticating: mark(number, isLast: isLast))
          // What comes out is shorter than what was read, so that it stands before what is still to be read.
          return plain.copyBytes(to: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
        }
        start = next
        number += 1
      }
    } catch {
      throw .damaged(.init(member: Parcel.sealedPath, chunk: number, offset: start))
    }
    bytes.removeSubrange(end...)
  }

  private static func mark(_ number: Int, isLast: Bool) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - $0))) } + [isLast ? 1 : 0]
  }
}
