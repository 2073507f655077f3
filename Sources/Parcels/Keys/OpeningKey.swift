internal import Crypto

/// An X25519 private key (RFC 7748), with which an office opens what is sealed to it.
public struct OpeningKey: Sendable, CustomStringConvertible, CustomReflectable {
  let key: Curve25519.KeyAgreement.PrivateKey

  /// Makes a new one.
  public init() { key = Curve25519.KeyAgreement.PrivateKey() }

  /// Takes the 32 bytes that a key file holds; nil for others and for bytes all alike.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes),
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: rawBytes)
    else { return nil }
    self.key = key
  }

  /// What a file of mode 0600 keeps, and nothing else does but the paper in the safe (`KeyWords`).
  public var rawBytes: [UInt8] { Array(key.rawRepresentation) }

  public var sealingKey: SealingKey { SealingKey(key.publicKey) }

  public var description: String { "OpeningKey" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
