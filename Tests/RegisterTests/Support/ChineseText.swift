import Glibc
import Testing

/// Text as a Chinese spreadsheet writes it.
enum ChineseText {
  /// The bytes of a text in an encoding that the C library knows by this name.
  static func bytes(_ text: String, in encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var outputLeft = output.count
    let room = outputLeft
    let result = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var (next, left, out) = (from.baseAddress, from.count, to.baseAddress)
        return iconv(converter, &next, &left, &out, &outputLeft)
      }
    }
    #expect(result == 0)
    return output.prefix(room - outputLeft).map(UInt8.init(bitPattern:))
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
