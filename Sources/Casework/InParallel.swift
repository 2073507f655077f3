import Synchronization
import Threads

/// Works on numbers from 0 in pieces, on as many cores as there are, and gives the results in their order.
///
/// A piece has at least so many numbers: with less work for each, smaller ones cost more than they save.
public func inParallel<Value: Sendable>(
  _ count: Int, atLeast least: Int = 2000, _ work: @escaping @Sendable (Range<Int>) -> [Value]
) -> [Value] {
  let pieces = inPieces(count, atLeast: least, work)
  var all: [Value] = []
  all.reserveCapacity(count)
  for piece in pieces { all += piece }
  return all
}

/// Works on numbers from 0 in pieces, and gives what came of each in their order.
func inPieces<Piece: Sendable>(
  _ count: Int, atLeast least: Int = 2000, _ work: @escaping @Sendable (Range<Int>) -> Piece
) -> [Piece] {
  let pieces = Swift.min(8, count / least)
  guard pieces > 1 else { return [work(0..<count)] }
  let results = Mutex<[Int: Piece]>([:])
  concurrently(pieces) { piece in
    let result = work(count * piece / pieces..<count * (piece + 1) / pieces)
    results.withLock { $0[piece] = result }
  }
  return results.withLock { results in (0..<pieces).compactMap { results[$0] } }
}

/// Works on two things at once; nil where one of them comes to nothing.
func both<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First?, _ second: @Sendable () -> Second?
) -> (First, Second)? {
  let results = Mutex<(First?, Second?)>((nil, nil))
  concurrently(2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  guard case (let one?, let other?) = results.withLock({ $0 }) else { return nil }
  return (one, other)
}
