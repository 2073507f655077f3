import Seeded

/// Changes of a text byte by byte, as a broken disk, a torn copy or a slip of the editor would make them.
enum ByteMutation {
  private static let marks =
    Array("{}[]\",:\\u0129eE+-.tfn \n元%".utf8) + [0x00, 0x7F, 0x80, 0xC0, 0xE6, 0xED, 0xF0, 0xFF]

  static func mutate(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
    for _ in 0...numbers.below(4) {
      let place = numbers.below(bytes.count)
      switch numbers.below(8) {
      case 0: bytes.insert(numbers.one(of: marks, or: 0), at: place)
      case 1 where !bytes.isEmpty: bytes.remove(at: place)
      case 2 where !bytes.isEmpty: bytes[place] = UInt8(numbers.below(256))
      case 3 where !bytes.isEmpty: bytes[place] = numbers.one(of: marks, or: 0)
      case 4 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(numbers.below(8))
      case 5: bytes.removeLast(min(numbers.below(20), bytes.count))
      case 6:
        let end = min(place + numbers.below(40), bytes.count)
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: numbers.below(bytes.count))
      default:
        let end = min(place + numbers.below(40), bytes.count)
        bytes.removeSubrange(place..<end)
      }
    }
  }
}
