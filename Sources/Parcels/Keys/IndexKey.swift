internal import Crypto

/// The key of the duplicate index: who lacks it can't tell from a tag which once-only key it stands for.
///
/// Patent numbers can be guessed, so that a plain sum would hide nothing.
public struct IndexKey: Sendable, CustomStringConvertible, CustomReflectable {
  static let prefix = "hmac-sha256"
  private let key: SymmetricKey

  /// Makes a new one.
  public init() { key = SymmetricKey(size: .bits256) }

  /// Takes 32 bytes; nil for others and for bytes all alike.
  public init?(rawBytes: [UInt8]) {
    guard KeyBytes.areSound(rawBytes) else { return nil }
    key = SymmetricKey(data: rawBytes)
  }

  /// Reads what `text` gives.
  public init?(text: String) {
    guard let bytes = KeyBytes.read(text, Self.prefix) else { return nil }
    self.init(rawBytes: bytes)
  }

  public var rawBytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// `hmac-sha256:` and the base64 of the bytes; goes into sealed parcels alone.
  public var text: String { KeyBytes.text(rawBytes, Self.prefix) }

  /// The tag of a once-only key: the first 16 bytes of HMAC-SHA-256 (RFC 2104) over its UTF-8.
  public func tag(of onceOnlyKey: String) -> IndexTag {
    let sum = HMAC<SHA256>.authenticationCode(for: Array(onceOnlyKey.utf8), using: key)
    return IndexTag(bytes: sum.withUnsafeBytes { $0.loadUnaligned(as: SIMD16<UInt8>.self) })
  }

  public var description: String { "IndexKey" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
