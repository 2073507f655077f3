import SubsidyRules

/// Which filings caps and once-only keys connect: filings of different components can be settled apart.
///
/// Two passes over the claims: `join` all of them, then ask for the component of each. A component's number means
/// nothing by itself and is the same for the same claims in the same order.
public struct Components: Sendable {
  private var numbers: [String: Int] = [:]
  private var parents: [Int] = []

  public init() {}

  /// Takes in what a filing shares with others.
  public mutating func join(_ line: ClaimLine) {
    var first: Int?
    for token in Self.tokens(of: line) {
      let number = root(self.number(of: token))
      if let one = first, one != number {
        parents[max(one, number)] = min(one, number)
        first = min(one, number)
      } else {
        first = number
      }
    }
  }

  /// The component of a filing that was taken in; of one that shares nothing with anybody -1.
  public func component(of line: ClaimLine) -> Int {
    guard let token = Self.tokens(of: line).first, var number = numbers[token] else { return -1 }
    while parents[number] != number { number = parents[number] }
    return number
  }

  /// What a filing shares: its key, the key that it needs, and each group that it draws on.
  private static func tokens(of line: ClaimLine) -> [String] {
    [line.key, line.needs].compactMap { $0.map { "k" + $0 } }
      + line.groups.map {
        "c\($0.policy)\u{1F}\($0.group.cap)\u{1F}\($0.group.holder)\u{1F}\($0.group.year ?? 0)"
      }
  }

  private mutating func number(of token: String) -> Int {
    if let known = numbers[token] { return known }
    numbers[token] = parents.count
    parents.append(parents.count)
    return parents.count - 1
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
