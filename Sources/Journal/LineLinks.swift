import CFiles
import Threads

/// The links of many lines at once, each held against the one that stands in the line before, on all cores.
///
/// A line's link covers the digits of the link before as they stand, so that no line waits for another. Whether the lines
/// follow one another, and upon what the first one follows, is for the walk to say.
struct LineLinks {
  /// Where each line begins, in bytes, and where the last one ends.
  private let starts: [Int]
  /// The link of each line that has the right one; of the first line, which nothing here stands before, none.
  private let links: [Link?]

  private static let linesAtOnce = 256

  /// Checks the whole lines of a segment.
  init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { LineLinks($0) } }

  private init(_ buffer: UnsafeRawBufferPointer) {
    let starts = Self.starts(buffer)
    let lines = starts.count - 1
    self.starts = starts
    links = [Link?](unsafeUninitializedCapacity: lines) { links, count in
      count = lines
      // Each part of it is written to by the one that checks that part.
      nonisolated(unsafe) let (links, buffer) = (links, buffer)
      concurrently((lines + Self.linesAtOnce - 1) / Self.linesAtOnce) { part in
        for number in part * Self.linesAtOnce..<min((part + 1) * Self.linesAtOnce, lines) {
          links.initializeElement(at: number, to: number > 0 ? Self.link(of: number, starts, buffer) : nil)
        }
      }
    }
  }

  private static func starts(_ buffer: UnsafeRawBufferPointer) -> [Int] {
    var (starts, start) = ([0], 0)
    while start < buffer.count {
      let length = cfiles_line_length(buffer.baseAddress?.advanced(by: start), buffer.count - start)
      // What is too short for a line stops the walk too; so a file of nothing but line ends takes no memory here.
      guard length > JournalLine.coveredStart else { break }
      start += length
      starts.append(start)
    }
    return starts
  }

  /// The number of the line that begins at an offset, counted from 0; nil where none does.
  func number(ofLineAt start: Int) -> Int? {
    var rest = links.indices
    while let middle = rest.isEmpty ? nil : rest.lowerBound + rest.count / 2 {
      if starts[middle] == start { return middle }
      rest = starts[middle] < start ? middle + 1..<rest.upperBound : rest.lowerBound..<middle
    }
    return nil
  }

  /// The link of a line; nil where it is not the right one, of the first, and behind a line that is too short for one.
  subscript(number: Int) -> Link? { number < links.count ? links[number] : nil }

  private static func link(of number: Int, _ starts: [Int], _ buffer: UnsafeRawBufferPointer) -> Link? {
    let before = starts[number - 1]..<starts[number] - 1
    let line = UnsafeRawBufferPointer(rebasing: buffer[starts[number]..<starts[number + 1] - 1])
    guard JournalLine.claimedLink(line) != nil else { return nil }
    let digits = before.lowerBound + JournalLine.linkDigits.lowerBound
    return JournalLine.linkHolds(
      line, after: UnsafeRawBufferPointer(rebasing: buffer[digits..<digits + JournalLine.linkDigits.count]))
  }
}
