internal import FoundationEssentials

/// What stands for a once-only key in the duplicate index: 16 bytes, equal for equal keys under one
/// `IndexKey`.
public struct IndexTag: Hashable, Sendable, CustomStringConvertible {
  private let bytes: SIMD16<UInt8>

  init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// 24 characters of base64.
  public var text: String { Data((0..<16).map { bytes[$0] }).base64EncodedString() }
  public var description: String { text }
}
