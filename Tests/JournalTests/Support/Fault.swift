/// A call that goes wrong.
struct Fault: Sendable, CustomStringConvertible {
  enum Kind: String, Sendable, CaseIterable {
    /// The call fails with EIO.
    case inputOutput
    /// The disk takes half of what is written and then nothing more (ENOSPC).
    case fullDisk
    /// The call fails with EINTR.
    case interrupted
    /// A write takes half the bytes.
    case shortWrite
    /// A sync fails, and the system forgets what it should have written.
    case failedSync
  }

  var kind: Kind
  /// The call that fails, counted from 0; where it cannot fail like this, the next that can.
  var call: Int
  var isForGood: Bool

  var description: String { "\(kind) at call \(call)\(isForGood ? ", for good" : "")" }
}

/// The kinds of call a fault may hit.
enum CallKind: Sendable {
  case reading, naming, removing, write, truncate, sync, lock
}
