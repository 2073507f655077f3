/// Digits as somebody typed them: full width or not, parted by spaces, dashes, commas or new lines.
struct DigitGroups {
  /// The digits between what parts them.
  var groups: [[UInt8]] = []

  /// Nil where a character is neither digit nor one that parts them.
  init?(_ typed: String) {
    var group: [UInt8] = []
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: group.append(UInt8(scalar.value - 0x30))
      case 0xFF10...0xFF19: group.append(UInt8(scalar.value - 0xFF10))
      default:
        guard Self.parts(scalar) else { return nil }
        if !group.isEmpty { groups.append(group) }
        group = []
      }
    }
    if !group.isEmpty { groups.append(group) }
  }

  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .connectorPunctuation: true
    default: "\t\r\n,.，、。·−".unicodeScalars.contains(scalar)
    }
  }

  /// Digits in groups with spaces between.
  static func text(_ digits: [UInt8], groupsOf size: Int) -> String {
    stride(from: 0, to: digits.count, by: size).map { start in
      digits[start..<min(start + size, digits.count)].map(String.init).joined()
    }.joined(separator: " ")
  }
}
