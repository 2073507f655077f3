import Casework
import Journal

/// What is to be done to take some files in.
struct GatherWork: Sendable {
  /// The version of the city's own state on which this was worked out.
  var base: Int
  var rows: [GatherPlan.Row] = []
  var refused: [GatherPlan.Refused] = []
  /// Files that lie in the store and are nobody's any more.
  var unread: [GatherPlan.Refused] = []
  /// Files that would lie in the store and be no part of what counts.
  var waiting: [WaitingFile] = []
  /// What the heads would become.
  var heads: [GatheredHead] = []
  /// Where histories part, as far as the city's journal does not say it yet.
  var partings: [PartedHistory] = []
  /// Offices that come in with a backup and were not admitted before.
  var admitted: [(EnrolledOffice, OfficeWriter)] = []
  /// What is to be appended to whose journal.
  var arrivals: [WriterGathering.Arrival] = []
  /// How far each of these journals counted when this was worked out.
  var bases: [String: OtherJournal.End?] = [:]
  var others: [OtherOffice]
  /// Policy files that the store does not have, by id and hash.
  var policies: [(id: String, hash: String, bytes: [UInt8])] = []
  /// Files to keep until what is missing comes, and files that are not needed any more.
  var toHold: [ArrivedFile] = []
  var toForget: [String] = []
}
