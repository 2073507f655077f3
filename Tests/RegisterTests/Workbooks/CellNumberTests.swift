import Testing

@testable import Workbooks

/// Numbers of a workbook as Excel shows them (ECMA-376, part 1, 18.8.30 for formats, 18.17.4 for days).
@Suite("Numbers in cells")
struct CellNumberTests {
  private func shown(_ raw: String, _ style: NumberStyle = .plain, from1904: Bool = false) -> String {
    CellNumber(isFrom1904: from1904).text(raw, style)
  }

  /// What programs write for one number: Java and Python put a zero behind the point or a power of ten, doubles have
  /// seventeen digits; Excel keeps fifteen of them.
  @Test(
    "One number in every program's spelling",
    arguments: [
      ("3000", "3000"), ("3000.0", "3000"), ("3000.50", "3000.5"), ("-3000.0", "-3000"), ("0.0", "0"),
      ("-0.5", "-0.5"), ("0", "0"), ("100", "100"), ("3E3", "3000"), ("1.0E-3", "0.001"),
      ("0.30000000000000004", "0.3"), ("999.99999999999989", "1000"), ("2019.0", "2019"),
      ("2.01820100021E11", "201820100021"), ("2.018201000214E11", "201820100021.4"),
      ("201820100021.40002", "201820100021.4"), ("123456789012345", "123456789012345"),
      // Sixteen digits are no longer what somebody typed: an account so kept has lost its end.
      ("1234567890123456", "1.23456789012346E+15"), ("6.2284856360492810E18", "6.22848563604928E+18"),
      ("1E15", "1.0E+15"), ("-1E15", "-1.0E+15"), ("999999999999999", "999999999999999"),
      ("NaN", "NaN"), ("1,5", "1,5"), ("甲", "甲"),
    ])
  func plain(raw: String, text: String) { #expect(shown(raw) == text) }

  @Test(
    "Shares in hundredths",
    arguments: [
      ("0.3", "30%"), ("0.125", "12.5%"), ("0.07", "7%"), ("1", "100%"), ("0", "0%"), ("-0.05", "-5%"),
      ("0.19999", "19.999%"), ("1E12", "1000000000000"), ("甲", "甲"),
    ])
  func percent(raw: String, text: String) { #expect(shown(raw, .percent) == text) }

  @Test(
    "Codes filled up with zeros in front",
    arguments: [
      ("71", 4, "0071"), ("71.0", 4, "0071"), ("12345", 4, "12345"), ("1234", 4, "1234"), ("0", 6, "000000"),
      ("7.5", 4, "7.5"), ("-7", 4, "-7"),
    ])
  func padded(raw: String, count: Int, text: String) { #expect(shown(raw, .padded(count)) == text) }

  /// 43 525 is 1 March 2019; the calendar of 1900 has a 29 February, which never was, under number 60.
  @Test(
    "Days since 1900",
    arguments: [
      ("43525", "2019-03-01"), ("43525.0", "2019-03-01"), ("1", "1900-01-01"), ("59", "1900-02-28"),
      ("61", "1900-03-01"), ("36585", "2000-02-29"), ("43830", "2019-12-31"), ("43831", "2020-01-01"),
      ("2958465", "9999-12-31"), ("2958466", "2958466"), ("0", "0"), ("-1", "-1"), ("甲", "甲"),
      ("43525.5", "2019-03-01 12:00"), ("43525.354166666664", "2019-03-01 08:30"),
      ("43525.000694444446", "2019-03-01 00:01"), ("43525.99999", "2019-03-02"),
    ])
  func days(raw: String, text: String) { #expect(shown(raw, .day) == text) }

  /// The same days have numbers 1462 lower in files of old Macintoshes.
  @Test(
    "Days since 1904",
    arguments: [
      ("0", "1904-01-01"), ("42063", "2019-03-01"), ("42063.75", "2019-03-01 18:00"), ("-1", "-1"),
    ])
  func oldDays(raw: String, text: String) { #expect(shown(raw, .day, from1904: true) == text) }

  @Test("Formats built in: the list of the standard, that of China among them")
  func builtIn() {
    let days = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
    for id in 0...58 {
      let expected: NumberStyle = days.contains(id) ? .day : id == 9 || id == 10 ? .percent : .plain
      #expect(NumberStyle(id: id) == expected, "\(id)")
    }
    #expect(NumberStyle(id: 164) == .plain && NumberStyle(id: -1) == .plain)
  }

  @Test(
    "Formats that a workbook brings",
    arguments: [
      ("yyyy-mm-dd", NumberStyle.day), (#"yyyy"年"m"月"d"日""#, .day), ("[$-804]yyyy/m/d", .day),
      ("[$-F800]dddd, mmmm dd, yyyy", .day), (#"YYYY\-MM\-DD;@"#, .day), (#"m"月"d"日""#, .day),
      ("0.00%", .percent), ("0%;[Red]-0%", .percent), ("000000", .padded(6)), ("00", .padded(2)),
      ("General", .plain), ("G/通用格式", .plain), ("@", .plain), ("0", .plain), ("#,##0.00", .plain),
      ("[Red]0.00", .plain), ("0.00;[Red]-0.00", .plain), (#"0.00"yuan/day""#, .plain), (#"0\d"#, .plain),
      ("0_d", .plain), ("* 0", .plain), ("h:mm:ss", .plain), ("", .plain), (";;;yyyy", .plain),
    ] as [(String, NumberStyle)])
  func codes(code: String, style: NumberStyle) { #expect(NumberStyle(code: code) == style) }
}
