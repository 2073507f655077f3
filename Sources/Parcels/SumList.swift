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
    let digits = Array("0123456789abcdef".utf8)
    let hex = sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    self.init(path: path, size: bytes.count, sha256: String(decoding: hex, as: UTF8.self))
  }
}
