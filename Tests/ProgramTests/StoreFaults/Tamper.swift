import Foundation

/// A way of changing a file of a store.
struct Tamper: Sendable {
  enum Result: Equatable {
    case bytes([UInt8])
    case removed, folder, link
  }

  /// What the file held before the last saves, and what the same file of another office holds.
  struct Others: Sendable {
    var older: [UInt8]
    var foreign: [UInt8]
  }

  var name: String
  /// Whether it can take whole records away at the journal's end without leaving a trace there.
  var mayCut = false
  var apply: @Sendable ([UInt8], Others) -> Result

  private static func edit(_ name: String, _ old: String, _ new: String) -> Self {
    Self(name: name) { bytes, _ in
      .bytes(Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8))
    }
  }

  private static func lines(_ name: String, _ edit: @escaping @Sendable (inout [ArraySlice<UInt8>]) -> Void)
    -> Self
  {
    Self(name: name) { bytes, _ in
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      if lines.count > 3 { edit(&lines) }
      return .bytes(Array(lines.joined(separator: [0x0A])))
    }
  }

  static let all: [Self] = [
    Self(name: "a bit in the middle") { bytes, _ in
      var bytes = bytes
      if !bytes.isEmpty { bytes[bytes.count / 2] ^= 1 }
      return .bytes(bytes)
    },
    Self(name: "the first bit") { bytes, _ in
      var bytes = bytes
      if !bytes.isEmpty { bytes[0] ^= 1 }
      return .bytes(bytes)
    },
    Self(name: "the last byte gone", mayCut: true) { bytes, _ in .bytes(bytes.dropLast()) },
    Self(name: "half gone", mayCut: true) { bytes, _ in .bytes(Array(bytes.prefix(bytes.count / 2))) },
    Self(name: "emptied", mayCut: true) { _, _ in .bytes([]) },
    Self(name: "removed", mayCut: true) { _, _ in .removed },
    Self(name: "a folder in its place") { _, _ in .folder },
    Self(name: "a link in its place") { _, _ in .link },
    Self(name: "marked") { bytes, _ in .bytes([0xEF, 0xBB, 0xBF] + bytes) },
    Self(name: "other line ends") { bytes, _ in .bytes(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    },
    lines("a line doubled") { $0.insert($0[1], at: 1) },
    lines("lines swapped") { $0.swapAt(1, 2) },
    lines("a line gone") { $0.remove(at: 1) },
    lines("a line put in") { $0.insert(ArraySlice("{}".utf8), at: 2) },
    Self(name: "a line behind", mayCut: true) { bytes, _ in .bytes(bytes + Array("{}\n".utf8)) },
    Self(name: "zeros behind", mayCut: true) { bytes, _ in .bytes(bytes + [UInt8](repeating: 0, count: 512))
    },
    Self(name: "an older copy", mayCut: true) { _, others in .bytes(others.older) },
    Self(name: "another office's", mayCut: true) { _, others in .bytes(others.foreign) },
    edit("another sum", "1000元", "9000元"),
    edit("another filing", "F1", "F9"),
    edit("another name", "英德", "英徳"),
    edit("another person", "李经办", "周主管"),
  ]
}
