import CaseModel
import Casework
import Cells
import Desk
import Glibc
import Office

/// The file that a session is recorded in, readable by nobody else.
///
/// Each event is in the file before the desk takes it in, so that what brings the desk down is there.
struct Recording {
  private let descriptor: Int32
  private var recorder: SessionRecorder
  private let start = Runner.milliseconds()
  /// Where the last line begins and where the file ends, in bytes.
  private var (last, end) = (0, 0)

  init(_ path: String, disguise: Disguise) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "已有这个文件，没有覆盖" : String(cString: strerror(errno))
      throw Failure(.cannotWrite, "不能记录会话：\(reason)。文件：\(path)")
    }
    recorder = SessionRecorder(disguise)
  }

  mutating func begin(rows: Int, columns: Int, today: CivilDate) {
    add(recorder.head(rows: rows, columns: columns, today: today))
  }

  mutating func take(_ event: Event, on desk: Model) {
    if event == .tick { return }
    add(recorder.take(event, on: desk, at: Runner.milliseconds() - start))
  }

  /// What a full disk does not take is missing from the record; the work goes on.
  private mutating func add(_ addition: SessionRecorder.Addition) {
    let bytes = Array(addition.text.utf8)
    if !addition.replacesLast { last = end }
    end = last + bytes.count
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(last)) }
    _ = ftruncate(descriptor, off_t(end))
  }
}
