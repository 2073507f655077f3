extension CivilDate {
  /// Why what a clerk typed is no date.
  public enum TypingIssue: Error, Hashable, Sendable {
    case empty
    case unreadable
    /// A year and a month stand there, but no day.
    case dayMissing
    /// The year has not four digits.
    case shortYear
    /// The calendar has no such day.
    case noSuchDay(year: Int, month: Int, day: Int)
  }

  /// Reads a date as clerks type it: 20190301, 2019.3.1, 2019-3-1, 2019/3/1, 2019年3月1日, 今天, 昨天, 前天, in full
  /// width or with Chinese punctuation too.
  public static func typed(_ text: String, today: CivilDate) -> Result<CivilDate, TypingIssue> {
    var scalars = TypedText.folded(text)
    guard !scalars.isEmpty else { return .failure(.empty) }
    if let back = ["今天", "昨天", "前天"].firstIndex(where: { scalars.elementsEqual($0.unicodeScalars) }) {
      return today.adding(days: -back).map(Result.success) ?? .failure(.unreadable)
    }
    TypedText.drop(last: ["日", "号"], from: &scalars)
    if scalars.allSatisfy({ TypedText.digit($0) != nil }) { return solid(scalars, today: today) }

    let endsInMonth = scalars.last == "月"
    if endsInMonth { scalars.removeLast() }
    var parts: [ArraySlice<Unicode.Scalar>] = []
    for part in scalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator) {
      guard (1...4).contains(part.count), part.allSatisfy({ TypedText.digit($0) != nil }) else {
        return .failure(.unreadable)
      }
      parts.append(part)
    }
    guard parts.count == 3 && !endsInMonth else {
      let hasMonth = parts.count == 2 && parts[0].count == 4
      return .failure(hasMonth ? .dayMissing : .unreadable)
    }
    guard parts[1].count <= 2, parts[2].count <= 2 else { return .failure(.unreadable) }
    guard parts[0].count == 4 else { return .failure(.shortYear) }
    return day(value(parts[0]), value(parts[1]), value(parts[2]))
  }

  /// Digits alone: year, month and day in two, two and four places.
  private static func solid(_ digits: [Unicode.Scalar], today: CivilDate) -> Result<CivilDate, TypingIssue> {
    switch digits.count {
    case 8: day(value(digits[0..<4]), value(digits[4..<6]), value(digits[6..<8]))
    // 201903 lacks its day, 190301 its century: whichever year is nearer was meant.
    case 6 where abs(value(digits[0..<4]) - today.year) < 60 && (1...12).contains(value(digits[4..<6])):
      .failure(.dayMissing)
    case 6: .failure(.shortYear)
    default: .failure(.unreadable)
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Result<CivilDate, TypingIssue> {
    CivilDate(year: year, month: month, day: day).map(Result.success)
      ?? .failure(.noSuchDay(year: year, month: month, day: day))
  }

  private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
    digits.reduce(0) { $0 * 10 + (TypedText.digit($1) ?? 0) }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "-", "/", "·", "年", "月": true
    default: false
    }
  }
}
