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
