public import JSONText

/// One mistake in a policy file, with its place.
public struct PolicyMistake: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case missingKey(String)
    case wrongType(expected: String)
    /// A word none of the known ones, with the nearest.
    case unknownWord(String, nearest: String?)
    case repeatedID(String)
    case empty
    /// Money is written "80000元": digits, at most two decimals, at most ten digits of yuan.
    case badMoney
    case badDate
    case badPercentage
    case outOfRange
    case tiersOutOfOrder
    case tooFewOptions
    case periodsOverlap
    case periodsLeaveGap
    case periodEndsBeforeItBegins
    /// The input is in no condition, amount, event, key or cap, and is not marked as a record.
    case unusedInput(String)
    /// The options or cases named are not those there are; what is missing.
    case casesMissing([String])
    /// An award that the forms can't express must be the office's own figure.
    case unexpressedNeedsOfficeAmount
  }

  public var reason: Reason
  public var location: JSONLocation
  /// Where in the file's structure, such as `items[2].amount.ceiling`.
  public var path: String

  public init(_ reason: Reason, location: JSONLocation, path: String) {
    self.reason = reason
    self.location = location
    self.path = path
  }
}

/// All mistakes of a policy file, in the order of their places.
public struct PolicyMistakes: Error, Hashable, Sendable {
  public var mistakes: [PolicyMistake]

  public init(_ mistakes: [PolicyMistake]) { self.mistakes = mistakes }
}
