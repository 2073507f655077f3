import CaseModel
public import Casework
import JSONText

/// A journal line's payload: one save as one JSON object.
///
///     {"by":"李经办","at":"2019-04-01T01:30:00Z","policy":"<SHA-256>","changes":[
///       {"change":"filing-received","filing":{…},"facts":{"kind":"agency-branch","district":"441881","family":"A001"}}]}
///
/// A line by `zizhu` is the program's own: `snapshot-anchored` with the `head` that a snapshot covers and the `sha256` in
/// its first line (`SnapshotAnchor`).
///
/// `day` stands where somebody had set another day than the clock's in China (`--today`); `trial` in a founding line,
/// true, where the store was made for trying things out. `undoes` stands where a save puts back what stood before another one, and names that one's sequence.
///
/// `from` stands in an `applicant-changed` whose parent is another: the day from which on it counts, or `always` where
/// it was so from the beginning and was entered wrongly. Without it, as in lines of form 2 and before, it counts for what
/// is received afterwards. `further` in `facts` names heads of more families in which a decided filing uses room.
///
/// Applicants and filings stand as in the interchange file; `ChangeLine` names the changes. A key of the save or
/// of a change that this version does not know is left alone. A change that it does not know is an error, since
/// the state would be wrong without it; so is an unknown key of an applicant or a filing, since whoever writes the
/// record again would drop it. `LineForm` tells which programs know which changes.
public enum TransactionLine {
  public static func write(_ transaction: Transaction) -> [UInt8] {
    var writer = JSONWriter(layout: .compact, reserving: 1024)
    writer.object { writer in
      writer.members([
        "by": transaction.by, "at": transaction.at, "day": transaction.day, "policy": transaction.policy,
        "undoes": transaction.undoes,
      ])
      writer.objects("changes", transaction.changes) { ChangeLine.write($1, into: &$0) }
    }
    return writer.bytes
  }

  /// Reads a payload that stands in `range` of `bytes`.
  public static func read(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(TransactionError) -> Transaction {
    var reader = TransactionReader()
    return try reader.transaction(bytes, in: range)
  }

  /// Reads many payloads, each a part of the bytes that `payload` gives with it, on as many cores as there are. They are
  /// read to be folded: the decisions that approvals keep are passed over.
  public static func read<Line: Sendable>(
    _ lines: [Line], payload: @escaping @Sendable (Line) -> ([UInt8], Range<Int>)
  ) -> [Result<Transaction, TransactionError>] {
    inParallel(lines.count) { numbers in
      var reader = TransactionReader(isForStory: true)
      return numbers.map { number in
        let (bytes, range) = payload(lines[number])
        return Result { () throws(TransactionError) in try reader.transaction(bytes, in: range) }
      }
    }
  }
}
