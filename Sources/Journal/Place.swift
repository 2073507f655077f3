/// How far a journal's chain has been checked: the last line that holds, and where it stands.
struct Place: Hashable, Sendable {
  var segment: SegmentName
  /// The line's number in the segment, from 1; 0 before the segment's own line has been read.
  var line: Int
  /// Where the line stands in the file, in bytes, with its newline.
  var start: Int
  var end: Int
  /// The sequence of the last record, 0 before the first.
  var sequence: Int
  var link: Link

  /// Before the first line of a writer's journal.
  static let beginning = Place(
    segment: SegmentName(epoch: 1, number: 1), line: 0, start: 0, end: 0, sequence: 0, link: .none)

  /// Before the first line of a segment that is to follow this place.
  func entering(_ segment: SegmentName) -> Place {
    Place(segment: segment, line: 0, start: 0, end: 0, sequence: sequence, link: link)
  }
}
