/// The lines of a journal: how one is made and taken apart.
///
/// # Format, version 1
///
/// A segment is a text file of lines that end in one newline each. The first line is the segment's own, the
/// others are one saved transaction each:
///
///     {"link":"<64 hex>","segment":{"format":1,"store":"…","writer":"…","epoch":1,"number":1,"first":1,"after":"<64 hex>","salt":"…"}}
///     {"link":"<64 hex>","sequence":1,"payload":{…}}
///     {"link":"<64 hex>","sequence":2,"payload":{…}}
///
/// - `link` is the SHA-256, in lower-case hex, over the link of the line before (its 64 hex digits as text) and
///   the line's own bytes from the quote before `sequence` or `segment` up to the last bracket, without the
///   newline. What is summed are the bytes as they stand, so no canonical form of JSON is needed:
///
///         printf '%s%s' "$previous" "$rest" | sha256sum
///
/// - The line before a segment's first line is the last line of the segment before, whose link `after` repeats;
///   before the very first stand 64 zeros. So the chain runs through all segments and epochs of a writer, and
///   its beginning covers the store's random id, the writer, the epoch, the format version and a salt.
/// - `sequence` counts a writer's records from 1 without a gap, through segments and epochs; `first` is the one
///   the segment begins with. A record is named by writer, epoch and sequence.
/// - The members stand in this order without white space, so that a line is checked by fixed positions without
///   parsing the payload. The payload is one JSON object without a line break, kept byte by byte.
/// - Segments are named `<epoch>-<number>.jsonl`, six digits each. Numbers count from 1 in each epoch. A restore
///   from a backup begins a new epoch, whose salt sets it apart from any other continuation of the same history.
///
/// With jq: `jq -c 'select(.sequence) | .payload' journal/*/*.jsonl`.
struct JournalLine {
  static let formatVersion = 1

  /// Where the digits of the link stand, counted from the line's start.
  static let linkDigits = 9..<73
  /// Where the bytes that the link covers begin.
  static let coveredStart = 75

  private static let opening: StaticString = "{\"link\":\""
  private static let sequenceKey: StaticString = "\",\"sequence\":"
  private static let segmentKey: StaticString = "\",\"segment\":{"
  private static let payloadKey: StaticString = ",\"payload\":{"

  /// Bytes from the line's start.
  var payload: Range<Int>
  var sequence: Int

  /// Takes a record's line apart, without its newline; nil where it is not one.
  init?(_ line: UnsafeRawBufferPointer) {
    guard line.has(Self.opening, at: 0), line.has(Self.sequenceKey, at: Self.linkDigits.upperBound) else {
      return nil
    }
    var place = Self.linkDigits.upperBound + Self.sequenceKey.utf8CodeUnitCount
    var sequence = 0
    let digits = place
    // Eighteen digits fit an Int whatever they are.
    while place < line.count, place - digits < 18, let digit = decimal(line[place]) {
      sequence = sequence * 10 + digit
      place += 1
    }
    guard place > digits, line[digits] != UInt8(ascii: "0"), line.has(Self.payloadKey, at: place) else {
      return nil
    }
    let payload = place + Self.payloadKey.utf8CodeUnitCount - 1
    guard line.count >= payload + 3, line[line.count - 1] == UInt8(ascii: "}"),
      line[line.count - 2] == UInt8(ascii: "}")
    else { return nil }
    self.sequence = sequence
    self.payload = payload..<line.count - 1
  }

  /// Whether the line's link is the one that its bytes and the link before give.
  static func linkHolds(_ line: UnsafeRawBufferPointer, after previous: UnsafeRawBufferPointer) -> Link? {
    let rest = UnsafeRawBufferPointer(rebasing: line[coveredStart...])
    let link = Link.over(previous: previous, rest: rest)
    return link == Link(digits: UnsafeRawBufferPointer(rebasing: line[linkDigits])) ? link : nil
  }

  /// The link that a line claims to have, if it begins like one.
  static func claimedLink(_ line: UnsafeRawBufferPointer) -> Link? {
    guard line.count > coveredStart, line.has(opening, at: 0) else { return nil }
    return Link(digits: UnsafeRawBufferPointer(rebasing: line[linkDigits]))
  }

  /// Whether the line begins as the first line of a segment does.
  static func isSegmentLine(_ line: UnsafeRawBufferPointer) -> Bool {
    line.has(opening, at: 0) && line.has(segmentKey, at: linkDigits.upperBound)
  }

  /// Whether the beginning of another record or segment stands anywhere in the bytes behind `start`.
  static func holdsAnother(_ bytes: UnsafeRawBufferPointer, after start: Int) -> Bool {
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "{"), bytes.has(opening, at: place) {
        let behind = place + linkDigits.upperBound
        if bytes.has(sequenceKey, at: behind) || bytes.has(segmentKey, at: behind) { return true }
      }
      place += 1
    }
    return false
  }

  // MARK: - Making lines

  /// A record's line with its newline, and its link.
  static func record(sequence: Int, payload: [UInt8], after previous: Link) -> (line: [UInt8], link: Link) {
    sealed(after: previous, room: payload.count + 48) { line in
      line.append(contentsOf: "\"sequence\":\(sequence),\"payload\":".utf8)
      line += payload
      line.append(UInt8(ascii: "}"))
    }
  }

  /// A line of the bytes that `write` appends, with the link that covers them before and a newline behind.
  static func sealed(
    after previous: Link, room: Int, _ write: (inout [UInt8]) -> Void
  ) -> (line: [UInt8], link: Link) {
    var line: [UInt8] = []
    line.reserveCapacity(coveredStart + room + 1)
    opening.withUTF8Buffer { line.append(contentsOf: $0) }
    line += repeatElement(0, count: Link.digits)
    line.append(UInt8(ascii: "\""))
    line.append(UInt8(ascii: ","))
    write(&line)
    // The digits before are summed where the line's own will stand.
    previous.write(into: &line, at: linkDigits.lowerBound)
    let link = line.withUnsafeBytes { line in
      Link.over(
        previous: UnsafeRawBufferPointer(rebasing: line[linkDigits]),
        rest: UnsafeRawBufferPointer(rebasing: line[coveredStart...]))
    }
    link.write(into: &line, at: linkDigits.lowerBound)
    line.append(0x0A)
    return (line, link)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether this text stands at a place.
  fileprivate func has(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, count - place >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[place + index] != text.utf8Start[index] {
      return false
    }
    return true
  }
}

private func decimal(_ byte: UInt8) -> Int? {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
}
