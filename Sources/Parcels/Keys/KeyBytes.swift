internal import FoundationEssentials

/// The 32 bytes that every key here is, and how they stand in a text.
///
/// A key's text says what it is for, `ed25519:` or another word before the base64 (RFC 4648, with padding),
/// since all keys are equally long and one would otherwise pass for another.
enum KeyBytes {
  static let count = 32

  /// Whether bytes may be a key: what a power cut left of a file reads as zeros, of a chip as ones, and
  /// anybody knows those.
  static func areSound(_ bytes: [UInt8]) -> Bool { bytes.count == count && Set(bytes).count > 1 }

  static func text(_ bytes: [UInt8], _ prefix: String) -> String {
    "\(prefix):\(Data(bytes).base64EncodedString())"
  }

  /// Reads just what `text` makes.
  static func read(_ text: String, _ prefix: String) -> [UInt8]? {
    guard text.hasPrefix(prefix + ":"), let bytes = base64(String(text.dropFirst(prefix.count + 1))) else {
      return nil
    }
    return areSound(bytes) ? bytes : nil
  }

  /// Reads base64 of which there is one form only for the same bytes.
  static func base64(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
    return Array(data)
  }
}
