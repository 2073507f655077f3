import Interchange
import Testing

/// No kind of mistake is without a broken file that shows it.
@Suite("Policy mistakes: the whole gallery")
struct EveryMistakeTests {
  private static let gallery: [BrokenText] =
    PolicyShapeGallery.json + PolicyShapeGallery.shapes + PolicyShapeGallery.papers + PolicyNameGallery.ids
    + PolicyNameGallery.others
    + PolicyNameGallery.lists
    + PolicyNameGallery.unknown + PolicyFigureGallery.figures + PolicyFigureGallery.tiers
    + PolicyFigureGallery.unitless + PolicyFigureGallery.cases + PolicyFigureGallery.time
    + PolicyMeaningGallery.missing
    + PolicyMeaningGallery.types + PolicyMeaningGallery.use + PolicyMeaningGallery.sense
    + PolicySumGallery.sums + PolicySumGallery.conditions + PolicySumGallery.caps
    + PolicySharingGallery.orders + PolicySharingGallery.limits + PolicySharingGallery.needs
    + PolicySharingGallery.confirmations

  @Test("Every reason stands in the gallery")
  func everyReason() throws {
    var shown: Set<String> = []
    for broken in Self.gallery {
      guard case .failure(let mistakes) = PolicyFile.read(try broken.mistake(in: GoodPolicy.text).bytes)
      else {
        continue
      }
      for mistake in mistakes.mistakes { shown.insert(Self.name(mistake.reason)) }
    }
    #expect(shown == Self.names)
  }

  /// The reasons but for those that are shown by themselves: a byte order mark, values too deep, and what is remarked
  /// on and no mistake. Whoever adds one adds it here and to the
  /// gallery: without it `name` does not compile.
  private static let names: Set<String> = [
    "json", "wideMark", "unknownKey", "repeatedKey", "missingKey", "keyOfOtherKind", "wrongType", "oneOf",
    "empty",
    "controlCharacter", "unknownWord", "unknownArticle", "badID", "reservedID", "badContinuation",
    "namesItself", "repeatedID", "repeatedLabel",
    "repeatedWord", "badMoney", "badPercentage", "percentageTooLarge", "zeroFigure", "badFigure", "badDate",
    "badDistrict",
    "outOfRange", "badRange", "tooLarge", "tiersOutOfOrder", "tierOutOfReach", "tiersDoNotRise",
    "ceilingTooLow",
    "casesMissing", "limitVariesWithinHolder", "endsBeforeItBegins", "periodsOutOfOrder", "periodsOverlap",
    "periodsLeaveGap", "retroactiveAfterSigning", "signedAfterEnd", "outsidePeriods", "tooFewOptions",
    "unusedInput", "unusedValue", "unusedReading", "mayBeMissing", "atMostItself", "notComparable",
    "comparesWithItself", "repeatedCondition", "repeatedPart", "restsOnNoInput", "notAYear",
    "conditionWithoutInput", "unexpressedNeedsOfficeAmount", "officeAmountNeedsBasis",
    "officeAmountNeedsCeiling", "mayBeNegative", "badDayOfYear", "badTerm", "moneyAndPieces",
    "orderNeedsClosing",
    "closingNeedsOrder", "twoOrders", "neededBelow", "neededKeyDiffers", "neededKeyByReading",
    "neededInOrder",
  ]

  private static func name(_ reason: PolicyMistake.Reason) -> String {
    switch reason {
    case .byteOrderMark, .wideMark, .tooDeep, .json, .unknownKey, .repeatedKey, .missingKey, .keyOfOtherKind,
      .wrongType,
      .oneOf,
      .empty,
      .controlCharacter, .unknownWord, .unknownArticle, .badID, .reservedID, .badContinuation, .namesItself,
      .repeatedID, .repeatedLabel,
      .repeatedWord, .badMoney, .badPercentage, .percentageTooLarge, .zeroFigure, .badFigure, .badDate,
      .badDistrict,
      .outOfRange, .badRange, .tooLarge, .tiersOutOfOrder, .tierOutOfReach, .tiersDoNotRise, .ceilingTooLow,
      .casesMissing, .limitVariesWithinHolder, .endsBeforeItBegins, .periodsOutOfOrder, .periodsOverlap,
      .periodsLeaveGap, .retroactiveAfterSigning, .signedAfterEnd, .outsidePeriods, .tooFewOptions,
      .unusedInput,
      .unusedValue, .unusedReading, .mayBeMissing, .atMostItself, .notComparable, .comparesWithItself,
      .repeatedCondition, .repeatedPart, .restsOnNoInput, .notAYear, .conditionWithoutInput,
      .unexpressedNeedsOfficeAmount, .officeAmountNeedsBasis, .officeAmountNeedsCeiling,
      .mayBeNegative, .badDayOfYear, .badTerm, .moneyAndPieces, .orderNeedsClosing, .closingNeedsOrder,
      .twoOrders,
      .neededBelow, .neededKeyDiffers, .neededKeyByReading, .neededInOrder, .alwaysHolds, .neverHolds,
      .contradictory, .labelCut, .unlistedDistrict:
      String(String(describing: reason).prefix { $0 != "(" })
    }
  }
}
