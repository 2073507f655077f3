import Glibc

/// Time by the system's steady clock, in seconds.
enum Stopwatch {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return now() - start
  }

  /// The times of work done again and again, shortest first.
  static func times(_ count: Int, _ work: (Int) throws -> Void) rethrows -> [Double] {
    var times: [Double] = []
    for number in 0..<count { times.append(try seconds { try work(number) }) }
    return times.sorted()
  }
}

extension [Double] {
  /// Of sorted values the one below which that part of them lies; 0 of none.
  func quantile(_ part: Double) -> Double {
    isEmpty ? 0 : self[Swift.min(count - 1, Int(Double(count) * part))]
  }
}
