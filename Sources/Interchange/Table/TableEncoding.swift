import Glibc

/// How the bytes of a table stand for text.
public enum TableEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  /// What Chinese spreadsheets write by default; GB 18030-2005 holds GBK and GB 2312.
  case gb18030 = "GB18030"
  /// What spreadsheets call Unicode text, with its byte order mark.
  case utf16 = "UTF-16"
  /// No text, but a workbook's cells.
  case workbook = "工作簿"
}

/// The text of a table as UTF-8, however it was written.
public struct DecodedTable: Sendable {
  public var utf8: [UInt8]
  public var encoding: TableEncoding
  /// How many places could not be read; U+FFFD stands there.
  public var unreadable: Int

  /// Decodes a file: UTF-16 and UTF-8 by their byte order mark, UTF-16 by its zeros, else UTF-8 where that fits, else GB18030.
  ///
  /// A broken byte does not make a file GB18030, which can make something of nearly any bytes: Chinese text of that
  /// encoding breaks UTF-8 in nearly every character, so that one in ten decides. Nil only where GB18030 is needed
  /// and the machine's C library has no table for it.
  public init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(repairing: Array(bytes.dropFirst(3)))
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), isBigEndian: bytes[0] == 0xFE)
    } else if bytes.contains(0) {
      // Text in single bytes has no zeros: UTF-16 without its mark, whose separators and figures have one each.
      let isBigEndian =
        bytes.indices.count { $0.isMultiple(of: 2) && bytes[$0] == 0 } * 2
        > bytes.count { $0 == 0 }
      self.init(utf16: bytes[...], isBigEndian: isBigEndian)
    } else {
      let utf8 = DecodedTable(repairing: bytes)
      let scalars = String(decoding: utf8.utf8, as: UTF8.self).unicodeScalars
      if utf8.unreadable == 0 || utf8.unreadable * 10 <= scalars.count(where: { $0.value > 0x7F }) {
        self = utf8
      } else {
        guard let chinese = DecodedTable(gb18030: bytes) else { return nil }
        self = chinese
      }
    }
  }

  private init(repairing bytes: [UInt8]) {
    encoding = .utf8
    if String(validating: bytes, as: UTF8.self) != nil {
      utf8 = bytes
      unreadable = 0
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      utf8 = Array(text.utf8)
      unreadable = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    }
  }

  private init(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
    var units: [UInt16] = []
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      place += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    utf8 = Array(text.utf8)
    encoding = .utf16
    unreadable = text.unicodeScalars.count { $0 == "\u{FFFD}" }
  }

  private init?(gb18030 bytes: [UInt8]) {
    guard let converter = Converter(from: "GB18030") else { return nil }
    (utf8, unreadable) = converter.utf8(bytes)
    encoding = .gb18030
  }
}

/// The C library's converter of one encoding to UTF-8.
private final class Converter {
  private let handle: iconv_t

  init?(from encoding: String) {
    // The C library's mark for a failure is the pointer -1.
    guard let handle = iconv_open("UTF-8", encoding), handle != iconv_t(bitPattern: -1) else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// The bytes as UTF-8, with U+FFFD for each byte that fits in nowhere, and how many of those there are.
  func utf8(_ bytes: [UInt8]) -> (text: [UInt8], unreadable: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var unreadable = 0
    var input = bytes.map(CChar.init(bitPattern:))
    input.withUnsafeMutableBufferPointer { buffer in
      var next = buffer.baseAddress
      var left = buffer.count
      while left > 0 {
        switch convert(&next, &left, into: &text) {
        case 0, E2BIG: break
        default:
          // A byte that fits in nowhere, or a character cut off at the end.
          text += [0xEF, 0xBF, 0xBD]
          unreadable += 1
          next = next?.advanced(by: 1)
          left -= 1
        }
      }
    }
    return (text, unreadable)
  }

  /// Converts as much as fits into a piece; 0 or the error that ended it.
  private func convert(
    _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into text: inout [UInt8]
  ) -> Int32 {
    var error: Int32 = 0
    let piece = [CChar](unsafeUninitializedCapacity: 65_536) { piece, count in
      var out = piece.baseAddress
      var room = piece.count
      if iconv(handle, &next, &left, &out, &room) == Int(bitPattern: UInt.max) { error = errno }
      count = piece.count - room
    }
    text.append(contentsOf: piece.lazy.map(UInt8.init(bitPattern:)))
    return error
  }
}
