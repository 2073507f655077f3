internal import Crypto

/// An Ed25519 private key (RFC 8032), with which an office signs what it hands out.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new one.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// Takes the 32 bytes that a key file holds, the seed of RFC 8032; nil for others and for bytes all alike.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: rawBytes)
    else { return nil }
    self.key = key
  }

  /// What a file of mode 0600 keeps, and nothing else does.
  public var rawBytes: [UInt8] { Array(key.rawRepresentation) }

  public var verifyingKey: VerifyingKey { VerifyingKey(key.publicKey) }

  /// The 64 bytes of a signature, the same for the same bytes.
  func signature(over bytes: [UInt8]) throws(ParcelError) -> [UInt8] {
    guard let signature = try? key.signature(for: bytes) else { throw .notMade }
    return Array(signature)
  }

  public var description: String { "SigningKey" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
