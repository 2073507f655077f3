public import JSONText

/// One mistake in a policy file, with its place.
public struct PolicyMistake: Error, Hashable, Sendable {
  /// So many known words at most are listed beside one that is not known.
  public static let mostKnown = 40

  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    /// A punctuation mark of Chinese text stands where JSON has its own.
    case wideMark(String)
    /// The file begins with a byte order mark, which JSON does not allow.
    case byteOrderMark

    // MARK: Shapes

    /// A key none of the known ones, with the nearest and with all that there are.
    case unknownKey(String, nearest: String?, known: [String])
    case repeatedKey(String)
    case missingKey(String)
    /// A key that only inputs of one kind have: the key and the kind.
    case keyOfOtherKind(String, kind: String)
    case wrongType(expected: Expected)
    /// Of these keys exactly one must be there.
    case oneOf([String])
    case empty
    case controlCharacter

    // MARK: Names

    /// A word none of the known ones, with the nearest and with all that there are; none of them where they are very many.
    case unknownWord(String, nearest: String?, known: [String])
    case unknownArticle(String)
    /// An id is made of at most 64 ASCII letters, digits, `-` and `_`, a letter or digit first.
    case badID(String)
    /// The name means something else already: `kind`, `event`, `applicant`, `family`.
    case reservedID(String)
    /// What an item or a cap continues is written `policy/name`.
    case badContinuation(String)
    /// A policy comes in the place of another, and continues another's.
    case namesItself
    case repeatedID(String)
    case repeatedLabel(String)
    /// The word stands twice in a list.
    case repeatedWord(String)

    // MARK: Figures

    /// Money is written "80000元": digits, at most two decimals, at most ten digits of yuan.
    case badMoney
    case badPercentage
    case percentageTooLarge
    /// Nothing is paid by a figure of zero; a condition says who gets nothing.
    case zeroFigure
    /// It begins as a figure does and is none: no sum, no rate, no day.
    case badFigure
    case badDate
    /// No code of a district: what stands there, and the codes of the districts that bear this name.
    case badDistrict(String, codes: [String])
    /// A code that the country's table does not have and the file gives no name: a remark, since districts are made anew.
    case unlistedDistrict(String)
    case outOfRange(ClosedRange<Int>)
    /// A range is two numbers, the smaller first.
    case badRange
    /// The sum could grow beyond what the program reckons with.
    case tooLarge
    /// More operations and named values rest on one another than are worked out at once.
    case tooDeep(most: Int)
    /// A number of times that could lie below zero.
    case mayBeNegative
    case tiersOutOfOrder
    /// The quantity can't grow to this threshold.
    case tierOutOfReach
    /// A higher threshold that pays no more than the one before.
    case tiersDoNotRise
    /// The ceiling is lower than a sum under it, which could never be paid.
    case ceilingTooLow
    /// The options or cases named are not those there are; what is missing.
    case casesMissing([String])
    /// Filings that share a cap must share its limit.
    case limitVariesWithinHolder
    /// The limits of one cap are in money, or in pieces (件), and not in both.
    case moneyAndPieces
    /// An order other than by receipt says until when others may come (`closes`), one by receipt does not.
    case orderNeedsClosing
    case closingNeedsOrder
    /// Filings of one item are served in one order, whatever caps they draw on.
    case twoOrders
    /// What an item needs stands above it in the file.
    case neededBelow(String)
    /// The parts of the needed item's once-only key, of which this item has none of the name and kind.
    case neededKeyDiffers([String])
    /// A key that differs by a reading tells of no award for certain.
    case neededKeyByReading
    /// An item whose caps have an order of their own neither needs an award nor is needed.
    case neededInOrder
    /// A term is written "90天", "6个月" or "1年".
    case badTerm
    /// A day of a year is written "05-01", and every year has it.
    case badDayOfYear

    // MARK: Time

    case endsBeforeItBegins
    case periodsOutOfOrder
    case periodsOverlap
    case periodsLeaveGap
    /// A period that is to carry the warning reaches to the signing or beyond.
    case retroactiveAfterSigning
    case signedAfterEnd
    /// The item's own bounds lie outside the policy's periods.
    case outsidePeriods

    // MARK: Meaning

    case tooFewOptions
    /// The input is in no condition, amount, event, key or cap, and is not marked as a record.
    case unusedInput(String)
    case unusedValue(String)
    case unusedReading(String)
    /// The input may be absent, and something rests on it all the same.
    case mayBeMissing(String)
    case atMostItself
    /// Values of these types can't be compared, or not in this way.
    case notComparable
    case comparesWithItself
    /// Whatever is stated, the comparison comes out the same: a remark, since the file can be gone by.
    case alwaysHolds
    case neverHolds
    /// No filing meets the condition that meets those before it: a remark.
    case contradictory
    /// The entry form has less room than the columns that a label takes: a remark.
    case labelCut(String, columns: Int, room: Int)
    case repeatedCondition
    /// Two parts of a cap's holder that say the same.
    case repeatedPart
    /// It would be the same for every filing.
    case restsOnNoInput
    /// A last day is a year's own: of an input of kind `year`, or of the year of something.
    case notAYear
    /// The reason `condition` names an input, and there is none in the condition.
    case conditionWithoutInput
    /// An award that the forms can't express is `{"paid": "approvedAmount"}`, the office's own figure.
    case unexpressedNeedsOfficeAmount
    /// The office's own figure needs its `basis`, a text that the office enters.
    case officeAmountNeedsBasis
    /// The office's own figure has a ceiling, or says why it has none by `unexpressed`.
    case officeAmountNeedsCeiling
  }

  /// What should stand at a place.
  public enum Expected: Hashable, Sendable {
    case object, array, text, flag, wholeNumber
    /// Something that a value can be made of: a name, a figure, an operation.
    case value
    /// `[value, comparison, value]`
    case comparison
    case twoValues
    case oneOperation
    /// Something that can be one of a few known words.
    case choice
    case money, number, percentage, date, applicationNumber
    /// `[value, value, …]`, two or more.
    case values
    /// Two conditions or more.
    case conditions
    /// `[sum, rate]` or `[sum, part, whole]`
    case shareParts
    /// `[number, threshold, size]`
    case stepParts
    /// `["05-01", year]`
    case dayParts
    case termParts
    /// `{"earliest": date}` or `{"highest": number}`
    case order
  }

  public var reason: Reason
  public var location: JSONLocation
  /// Where in the file's structure, such as `items[agency-grant].amount.ceiling`; members without an id are
  /// counted from 1.
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
