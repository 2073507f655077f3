import CaseModel
import SubsidyRules

/// What a value in a policy file is, as far as the file alone tells: its type and, of a number, its bounds.
struct ValueKind: Hashable {
  enum ValueType: Hashable {
    case money, number, percentage, flag, date, text, patent

    var expected: PolicyMistake.Expected {
      switch self {
      case .money: .money
      case .number: .number
      case .percentage: .percentage
      case .flag: .flag
      case .date: .date
      case .text: .choice
      case .patent: .applicationNumber
      }
    }

    /// Whether less and more mean something.
    var isOrdered: Bool { self == .number || self == .money || self == .date }
  }

  var type: ValueType
  /// Of a number what it can be, of a sum how many fen.
  var bounds: ClosedRange<Int> = 0...0
  /// Whether any input or fact of a filing is in it.
  var restsOnFiling = true
  /// The first input in it, which names it to the applicant.
  var input: Int?

  /// How many operations and names lie on one another in it.
  var depth = 1

  /// Whoever works a value out goes down all of its depth at once: it has an end.
  static let depthLimit = 100

  /// Sums beyond this are refused, so that no chain of additions can grow past what a number holds.
  static let limit = 1_000_000_000_000
  /// The same of sums, in fen.
  static let moneyLimit = 1_000_000_000_000_000_000
}

extension InputRule {
  var valueType: ValueKind.ValueType {
    switch kind {
    case .date: .date
    case .money: .money
    case .flag: .flag
    case .text, .choice: .text
    case .year, .count: .number
    case .applicationNumber: .patent
    }
  }

  /// What a number that is read can be.
  var bounds: ClosedRange<Int> {
    switch kind {
    case .count(let range): range
    case .year: 1...9999
    case .money: 0...Int(Money.largest.fen)
    case .date, .flag, .text, .choice, .applicationNumber: 0...0
    }
  }
}
