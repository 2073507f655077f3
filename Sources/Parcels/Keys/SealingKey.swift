internal import Crypto

/// An X25519 public key (RFC 7748), to which parcels are sealed so that its other half alone opens them.
public struct SealingKey: Hashable, Sendable, CustomStringConvertible {
  static let prefix = "x25519"

  public let rawBytes: [UInt8]

  /// Takes the 32 bytes of RFC 7748; nil for others and for zeros.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes) else { return nil }
    self.rawBytes = rawBytes
  }

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
