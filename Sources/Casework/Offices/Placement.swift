/// Where the filings of one office stand among those of all offices: behind those of the offices before it, in their order,
/// without those that are left out.
struct Placement {
  /// The number of the first of them.
  let first: Int
  /// The office's own numbers of those that are left out, rising.
  private(set) var leftOut: [Int] = []

  init(first: Int) { self.first = first }

  mutating func leaveOut(_ own: Int) { leftOut.append(own) }

  /// The number among all; nil of one that is left out.
  func number(of own: Int) -> Int? {
    let before = countOfLeftOut(before: own)
    return before < leftOut.count && leftOut[before] == own ? nil : first + own - before
  }

  /// How many stood among all when the office had so many.
  func count(of own: Int) -> Int { first + own - countOfLeftOut(before: own) }

  private func countOfLeftOut(before own: Int) -> Int {
    leftOut.firstIndex { $0 >= own } ?? leftOut.count
  }
}
