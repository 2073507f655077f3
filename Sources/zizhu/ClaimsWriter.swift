import Interchange
import Synchronization
import Threads

/// Writes claim lines into their folder beside whoever reads the filings: one batch is judged and written while the next
/// is read.
final class ClaimsWriter: Sendable {
  typealias Pieces = [[ClaimSource.Part: [UInt8]]]

  private struct Progress {
    var folder: ClaimsFolder
    /// Lines written: those of sources that are done, and those of the present one.
    var done = 0
    var present = 0
    var failure: (any Error)?

    init(_ folder: ClaimsFolder) { self.folder = folder }
  }

  private let progress: Mutex<Progress>
  private let beside = Beside()

  init(_ folder: ClaimsFolder) { progress = Mutex(Progress(folder)) }

  /// Makes so many lines and writes them, while the caller goes on; throws what an earlier batch failed with.
  func put(_ count: Int, _ make: @escaping @Sendable () -> Pieces) throws {
    try check()
    beside.start { [self] in
      let pieces = make()
      progress.withLock { progress in
        guard progress.failure == nil else { return }
        do {
          for piece in pieces { try progress.folder.append(piece) }
          progress.present += count
        } catch {
          progress.failure = error
        }
      }
    }
  }

  /// All of a store or file is there. Throws what a batch failed with.
  func endSource() throws {
    beside.finish()
    try check()
    progress.withLock { progress in
      progress.folder.source += 1
      progress.done += progress.present
      progress.present = 0
    }
  }

  /// Takes away what was written of the present source, so that it can be read another way.
  func clearSource() {
    beside.finish()
    progress.withLock { progress in
      progress.folder.clearSource()
      progress.present = 0
      progress.failure = nil
    }
  }

  /// Lines of the sources that are done.
  var count: Int { progress.withLock { $0.done } }

  private func check() throws {
    if let failure = progress.withLock({ $0.failure }) { throw failure }
  }
}
