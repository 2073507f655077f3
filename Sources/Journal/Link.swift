internal import Crypto

/// One link of the chain: a SHA-256 over the link before it and a line's own bytes.
public struct Link: Hashable, Sendable {
  /// How many hex digits a link is written with.
  static let digits = 64

  /// What the first segment of a writer follows.
  static let none = Link(raw: SIMD32(repeating: 0))

  private var raw: SIMD32<UInt8>

  private init(raw: SIMD32<UInt8>) { self.raw = raw }

  /// Reads 64 lower-case hex digits.
  init?(digits: UnsafeRawBufferPointer) {
    guard digits.count == Self.digits else { return nil }
    raw = SIMD32(repeating: 0)
    for index in 0..<32 {
      guard let high = nibble(digits[2 * index]), let low = nibble(digits[2 * index + 1]) else { return nil }
      raw[index] = high << 4 | low
    }
  }

  /// Reads 64 lower-case hex digits.
  public init?(hex: String) {
    var hex = hex
    guard let link = hex.withUTF8({ Link(digits: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = link
  }

  /// Its 32 bytes.
  public var bytes: [UInt8] { (0..<32).map { raw[$0] } }

  /// Takes 32 bytes; nil of any other count.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    raw = bytes.loadUnaligned(as: SIMD32<UInt8>.self)
  }

  /// 64 lower-case hex digits.
  public var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  var hexBytes: [UInt8] {
    var digits = [UInt8](repeating: 0, count: Self.digits)
    write(into: &digits, at: 0)
    return digits
  }

  /// Puts the digits in place of others.
  func write(into bytes: inout [UInt8], at start: Int) {
    for index in 0..<32 {
      bytes[start + 2 * index] = digit(raw[index] >> 4)
      bytes[start + 2 * index + 1] = digit(raw[index] & 15)
    }
  }

  /// The link of a line: SHA-256 over the 64 hex digits of the link before and the line's bytes behind its own link.
  static func over(previous: UnsafeRawBufferPointer, rest: UnsafeRawBufferPointer) -> Link {
    var hash = SHA256()
    hash.update(bufferPointer: previous)
    hash.update(bufferPointer: rest)
    return Link(hash.finalize())
  }

  /// The plain SHA-256 of some bytes.
  static func over(_ bytes: UnsafeRawBufferPointer) -> Link {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return Link(hash.finalize())
  }

  /// The plain SHA-256 of a file's bytes, by which a policy file is named.
  public static func over(_ bytes: [UInt8]) -> Link { bytes.withUnsafeBytes { over($0) } }

  init(_ digest: SHA256.Digest) {
    raw = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD32<UInt8>.self) }
  }
}

private func nibble(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  default: nil
  }
}

private func digit(_ nibble: UInt8) -> UInt8 {
  nibble < 10 ? nibble + UInt8(ascii: "0") : nibble - 10 + UInt8(ascii: "a")
}
