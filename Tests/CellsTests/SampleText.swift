import Seeded

/// Text as offices, files and accidents bring it.
enum SampleText {
  private static let kinds: [ClosedRange<UInt32>] = [
    0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2CEB0...0x2EBE0,
    0x31350...0x323AF,
    0x20...0x7E, 0x20...0x7E, 0x0...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F,
    0x2460...0x24FF, 0x2500...0x25FF, 0x1F300...0x1FAFF, 0x1F1E6...0x1F1FF, 0xFF01...0xFF5E, 0xE000...0xF8FF,
    0xAC00...0xD7A3, 0x1100...0x11FF, 0x600...0x6FF, 0xE00...0xE7F, 0x900...0x97F, 0xD0000...0x10FFFF,
  ]

  /// Up to 40 scalars, mostly Chinese.
  static func random(using generator: inout SeededNumbers) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: kind, using: &generator)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
