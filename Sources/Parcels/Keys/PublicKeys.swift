internal import Crypto

/// What an office lets others know: the key that its signatures hold by, and the key to which parcels for it
/// are sealed.
public struct PublicKeys: Hashable, Sendable {
  public var verifying: VerifyingKey
  public var sealing: SealingKey

  public init(verifying: VerifyingKey, sealing: SealingKey) {
    self.verifying = verifying
    self.sealing = sealing
  }

  /// What two offices compare on paper.
  ///
  /// Of the SHA-256 over the two texts with a newline behind each, the first six numbers of 32 bits, each
  /// modulo 10 000:
  ///
  ///     printf '%s\n%s\n' "$verifying" "$sealing" | sha256sum | cut -c1-48 | fold -w8 |
  ///       while read -r hex; do printf '%04d ' $((0x$hex % 10000)); done
  public var fingerprint: Fingerprint {
    let sum = SHA256.hash(data: Array("\(verifying.text)\n\(sealing.text)\n".utf8))
    let words = Array(sum).prefix(4 * Fingerprint.groupCount)
    return Fingerprint(
      groups: stride(from: 0, to: words.count, by: 4).map { start in
        Int(words[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } % 10_000)
      })
  }
}
