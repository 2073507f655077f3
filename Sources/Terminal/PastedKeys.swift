/// Keys inside of a paste: terminals that send keys by their codes (`CSI 27;5;106~`, `CSI 13u`) and multiplexers in
/// front of them write line ends and tabs of pasted text so.
enum PastedKeys {
  /// The bytes of a paste with such line ends and tabs as themselves, and without every other sequence.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x1B) else { return bytes }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == 0x1B, place < bytes.count, bytes[place] == UInt8(ascii: "[") else {
        plain.append(byte)
        continue
      }
      let parameters = bytes[(place + 1)...].prefix { (0x20...0x3F).contains($0) }
      guard parameters.endIndex < bytes.count, (0x40...0x7E).contains(bytes[parameters.endIndex]) else {
        continue
      }
      if let key = key(parameters, final: bytes[parameters.endIndex]) { plain.append(key) }
      place = parameters.endIndex + 1
    }
    return plain
  }

  /// Line feed, carriage return or tab, where a sequence is one of those keys or a letter with Ctrl that makes it.
  private static func key(_ parameters: ArraySlice<UInt8>, final: UInt8) -> UInt8? {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let code: Int? =
      switch final {
      case UInt8(ascii: "~") where numbers.count == 3 && numbers[0] == 27: numbers[2]
      case UInt8(ascii: "u"): numbers.first
      default: nil
      }
    switch code {
    case 10, 106: return 0x0A
    case 13, 109: return 0x0D
    case 9, 105: return 0x09
    default: return nil
    }
  }
}
