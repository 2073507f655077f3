internal import Crypto

/// An Ed25519 public key (RFC 8032), by which an office's signatures are told from others'.
public struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
  static let prefix = "ed25519"
  /// In bytes.
  static let signatureSize = 64

  public let rawBytes: [UInt8]

  /// Takes the 32 bytes of RFC 8032; nil for others and for bytes all alike.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes), (try? Curve25519.Signing.PublicKey(rawRepresentation: rawBytes)) != nil
    else { return nil }
    self.rawBytes = rawBytes
  }

  init(_ key: Curve25519.Signing.PublicKey) { rawBytes = Array(key.rawRepresentation) }

  /// Reads what `text` gives.
  public init?(text: String) {
    guard let bytes = KeyBytes.read(text, Self.prefix) else { return nil }
    self.init(rawBytes: bytes)
  }

  /// `ed25519:` and the base64 of the bytes.
  public var text: String { KeyBytes.text(rawBytes, Self.prefix) }
  public var description: String { text }

  /// Whether 64 bytes are the signature of these bytes by the key's other half.
  func holds(_ signature: some Collection<UInt8>, over bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: rawBytes) else { return false }
    return key.isValidSignature(Array(signature), for: bytes)
  }
}
