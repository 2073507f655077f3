import Dispatch
import Synchronization

/// Works on numbers from 0 in pieces, on as many cores as there are, and gives the results in their order.
func inParallel<Value: Sendable>(
  _ count: Int, _ work: @escaping @Sendable (Range<Int>) -> [Value]
) -> [Value] {
  // Smaller pieces than this cost more than they save.
  let pieces = Swift.min(8, count / 2000)
  guard pieces > 1 else { return work(0..<count) }
  let results = Mutex<[Int: [Value]]>([:])
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    let values = work(count * piece / pieces..<count * (piece + 1) / pieces)
    results.withLock { $0[piece] = values }
  }
  var all: [Value] = []
  all.reserveCapacity(count)
  results.withLock { results in for piece in 0..<pieces { all += results[piece] ?? [] } }
  return all
}
