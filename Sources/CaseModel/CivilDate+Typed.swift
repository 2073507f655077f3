extension CivilDate {
  /// Why what a clerk typed is no date.
  public enum TypingIssue: Error, Hashable, Sendable {
    case empty
    case unreadable
    /// A year and a month stand there, but no day.
    case dayMissing
    /// The year has not four digits.
    case shortYear
    /// A number by which spreadsheets count days from the end of 1899, with the day it would be.
    case serial(CivilDate)
    /// The calendar has no such day.
    case noSuchDay(year: Int, month: Int, day: Int)
  }

  /// Reads a date as clerks type it and as programs write it: 20190301, 2019.3.1, 2019-3-1, 2019/3/1, 2019年3月1日,
  /// 二〇一九年三月一日, 今天, 昨天, 前天, in full width or with Chinese punctuation too, with an hour or the day of the week
  /// behind it.
  public static func typed(_ text: String, today: CivilDate) -> Result<CivilDate, TypingIssue> {
    // As forms show it, and with each key that is typed beside it.
    if let plain = plain(text) { return plain }
    var scalars = TypedText.folded(withoutHour(text))
    dropWeekday(from: &scalars)
    // 20190301.0 is how a spreadsheet writes a number.
    if scalars.count > 2, scalars.suffix(2) == [".", "0"], !scalars.dropLast(2).contains(".") {
      scalars.removeLast(2)
    }
    if let day = serial(scalars) { return .failure(.serial(day)) }
    scalars = ChineseNumeral.inFigures(scalars)
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

  /// Eight figures, or ten signs as 2019-03-01; nil for all others.
  private static func plain(_ text: String) -> Result<CivilDate, TypingIssue>? {
    let signs = Array(text.utf8)
    let isParted = signs.count == 10 && signs[4] == UInt8(ascii: "-") && signs[7] == UInt8(ascii: "-")
    guard signs.count == 8 || isParted else { return nil }
    var number = 0
    for (place, sign) in signs.enumerated() where !(isParted && (place == 4 || place == 7)) {
      guard case 0x30...0x39 = sign else { return nil }
      number = number * 10 + Int(sign - 0x30)
    }
    return day(number / 10_000, number / 100 % 100, number % 100)
  }

  /// Without the hour that a program writes behind a day: `2019/3/1 0:00`, `2019-03-01T00:00:00+08:00`.
  private static func withoutHour(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { $0 == ":" || $0 == "：" }),
      let cut = scalars.indices.dropFirst().first(where: { place in
        let rest = scalars[place...]
        let isParted = TextFolding.isSpace(scalars[place]) || scalars[place] == "T" || scalars[place] == "t"
        return isParted && rest.contains { $0 == ":" || $0 == "：" }
          && rest.dropFirst().allSatisfy { "0123456789:：.+-Z ".unicodeScalars.contains($0) }
      })
    else { return text }
    return String(scalars[..<cut])
  }

  /// Drops 星期五, 周五 or 礼拜五 from the end, in brackets or not.
  private static func dropWeekday(from scalars: inout [Unicode.Scalar]) {
    guard var last = scalars.last else { return }
    var rest = scalars
    if last == ")" {
      rest.removeLast()
      last = rest.last ?? last
    }
    guard "一二三四五六日天七".unicodeScalars.contains(last) else { return }
    rest.removeLast()
    guard TypedText.drop(last: ["星期", "礼拜", "周"], from: &rest) else { return }
    if scalars.last == ")" {
      guard rest.last == "(" else { return }
      rest.removeLast()
    }
    scalars = rest
  }

  /// The day of a number of days since the end of 1899, with a fraction or not, from 1982 to 2064.
  private static func serial(_ scalars: [Unicode.Scalar]) -> CivilDate? {
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { TypedText.digit($0) != nil } }),
      parts[0].count == 5
    else { return nil }
    let days = value(parts[0])
    guard (30_000..<60_000).contains(days) else { return nil }
    return CivilDate(year: 1899, month: 12, day: 30)?.adding(days: days)
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
