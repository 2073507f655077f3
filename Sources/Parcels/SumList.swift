internal import Crypto

/// `SHA256SUMS`: a line for each file, its sum, two spaces and its path, as `sha256sum` writes and checks it.
enum SumList {
  static func text(_ parts: [ParcelHeader.Part]) -> [UInt8] {
    Array(parts.map { "\($0.sha256)  \($0.path)\n" }.joined().utf8)
  }
}

extension ParcelHeader.Part {
  init(_ path: String, _ bytes: ArraySlice<UInt8>) {
    let sum = bytes.withUnsafeBytes { bytes in
      var hash = SHA256()
      hash.update(bufferPointer: bytes)
      return hash.finalize()
    }
    self.init(path: path, size: bytes.count, sha256: sum.withUnsafeBytes(Self.hex))
  }

  private static func hex(_ sum: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: 2 * sum.count) { text in
      var place = 0
      while place < sum.count {
        text[2 * place] = digit(sum[place] >> 4)
        text[2 * place + 1] = digit(sum[place] & 15)
        place += 1
      }
      return 2 * sum.count
    }
  }

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? nibble + UInt8(ascii: "0") : nibble - 10 + UInt8(ascii: "a")
  }
}
