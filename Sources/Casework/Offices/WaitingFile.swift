/// A file of an office that lies in the city's store and is no part of what counts, or its journal there.
public struct WaitingFile: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The records from this one on are missing before it, up to the last one before what it holds, where it says that.
    case missing(from: Int, upTo: Int? = nil)
    /// Behind a record that both have it says something else than what is known: with what the first link of each begins.
    case fork(after: Int, known: String, other: String)
    /// It is signed or sealed with keys of before, and can't be opened here any more.
    case unopened
    /// The office's journal is damaged here: nothing of it counts.
    case damaged

    /// The last record that is missing; nil where none is, or where nobody knows.
    public var lastMissing: Int? { if case .missing(_, let last) = self { last } else { nil } }
  }

  public var writer: String
  /// What commands call the office.
  public var office: String
  public var bundle: Int?
  /// The file that the city's journal names and that holds the continuation no more; nil where that waits.
  public var lost: Lost?
  public var reason: Reason

  /// A file that was laid to those that wait, by its path in the store.
  public struct Lost: Hashable, Sendable {
    public enum Cause: Int, Hashable, Sendable {
      case missing, damaged, unopened
    }

    public var file: String
    public var cause: Cause

    public init(file: String, cause: Cause) {
      self.file = file
      self.cause = cause
    }
  }

  /// Whether it parts from what is known.
  public var isFork: Bool { if case .fork = reason { true } else { false } }

  public init(writer: String, office: String, bundle: Int?, reason: Reason) {
    self.writer = writer
    self.office = office
    self.bundle = bundle
    self.reason = reason
  }
}

extension OfficeState {
  /// The files of an office that wait for something; those of a continuation that the city has left out wait for nothing.
  public func filesThatWait(of writer: String) -> [WaitingFile] {
    let ruled = Set(joint.conflicts.filter { $0.kind == .fork && $0.ruling != nil }.map(\.id))
    return joint.waitingFiles.filter { file in
      guard file.writer == writer, case .fork(let after, _, _) = file.reason else {
        return file.writer == writer
      }
      return !ruled.contains(OfficeConflict.fork(of: writer, behind: after))
    }
  }
}
