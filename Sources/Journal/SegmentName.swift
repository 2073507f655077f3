/// The name of one file of a writer's journal: the epoch and the number in it, both counted from 1.
struct SegmentName: Hashable, Sendable, Comparable {
  static let ending = ".jsonl"
  static let greatest = 999_999

  var epoch: Int
  var number: Int

  var fileName: String { Self.padded(epoch) + "-" + Self.padded(number) + Self.ending }

  /// The segment behind this one in the same epoch.
  var next: SegmentName { SegmentName(epoch: epoch, number: number + 1) }
  /// The first segment of the epoch behind this one's.
  var nextEpoch: SegmentName { SegmentName(epoch: epoch + 1, number: 1) }

  static func < (a: SegmentName, b: SegmentName) -> Bool {
    (a.epoch, a.number) < (b.epoch, b.number)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value > 0 ? value : nil
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

extension SegmentName {
  /// Reads a file name such as `000001-000012.jsonl`.
  init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count == 13 + Self.ending.utf8.count, bytes[13...].elementsEqual(Self.ending.utf8),
      bytes[6] == UInt8(ascii: "-"),
      let epoch = Self.number(bytes[0..<6]), let number = Self.number(bytes[7..<13])
    else { return nil }
    self.init(epoch: epoch, number: number)
  }
}
