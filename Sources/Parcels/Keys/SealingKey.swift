internal import Crypto
import Tar

/// An X25519 public key (RFC 7748), to which parcels are sealed so that its other half alone opens them.
public struct SealingKey: Hashable, Sendable, CustomStringConvertible {
  static let prefix = "x25519"

  public let rawBytes: [UInt8]

  /// Takes the 32 bytes of RFC 7748; nil for others, for bytes all alike, and for a key that seals nothing.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes), Self.keepsSecrets(rawBytes) else { return nil }
    self.rawBytes = rawBytes
  }

  /// Whether what is agreed on with a key is a secret: with a point of small order it is zero, whoever agrees
  /// (RFC 9180, 7.1.4, leaves it to us to look).
  private static func keepsSecrets(_ bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
      let secret = try? anyKey.sharedSecretFromKeyAgreement(with: key)
    else { return false }
    return secret.withUnsafeBytes { firstNonZero($0, in: 0..<$0.count) != nil }
  }

  private static let anyKey = Curve25519.KeyAgreement.PrivateKey()

  init(_ key: Curve25519.KeyAgreement.PublicKey) { rawBytes = Array(key.rawRepresentation) }

  /// Reads what `text` gives.
  public init?(text: String) {
    guard let bytes = KeyBytes.read(text, Self.prefix) else { return nil }
    self.init(rawBytes: bytes)
  }

  /// `x25519:` and the base64 of the bytes.
  public var text: String { KeyBytes.text(rawBytes, Self.prefix) }
  public var description: String { text }
}
