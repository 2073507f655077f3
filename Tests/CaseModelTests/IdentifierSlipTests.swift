import CaseModel
import Testing

/// Two neighbouring characters changed over, the slip that hands make most: every check of identifiers.md but Luhn's
/// notices it, since neighbouring weights differ modulo a prime.
struct IdentifierSlipTests {
  private let today: CivilDate

  init() throws { today = try #require(CivilDate("2026-01-01")) }

  /// The text with places `place` and the next changed over; nil where both are the same.
  private func swapped(_ text: String, at place: Int) -> String? {
    var characters = Array(text)
    guard characters[place] != characters[place + 1] else { return nil }
    characters.swapAt(place, place + 1)
    return String(characters)
  }

  @Test(arguments: [
    "201710601862.3", "95115608.X", "201920000018.X", "202030765432.8", "201880001234.4", "90101673.X",
  ])
  func `Application numbers`(text: String) {
    for place in 0..<(text.count - 3) {
      guard let slip = swapped(text, at: place) else { continue }
      if case .number = ApplicationNumber.read(slip) { Issue.record("\(slip) went through") }
    }
  }

  @Test(arguments: ["91350200776049653A", "91512081MA62K0260E", "91441881MA4QYTE1X7", "12441800456789011U"])
  func `Credit codes`(text: String) {
    for place in 0..<17 {
      guard let slip = swapped(text, at: place) else { continue }
      if case .code = CreditCode.read(slip) { Issue.record("\(slip) went through") }
    }
  }

  @Test(arguments: ["11010519491231002X", "440524188001010014", "441802199003070013", "44188120010101012X"])
  func `Identity numbers`(text: String) {
    for place in 0..<17 {
      guard let slip = swapped(text, at: place) else { continue }
      if case .id = ResidentID.read(slip, today: today) { Issue.record("\(slip) went through") }
    }
  }

  @Test(arguments: ["102100099996", "103100000026", "105100000017"])
  func `Any one wrong digit of a bank number`(text: String) {
    for place in 0..<12 {
      for digit in "0123456789" {
        var wrong = Array(text)
        guard wrong[place] != digit else { continue }
        wrong[place] = digit
        if case .number = BankNumber.read(String(wrong)) { Issue.record("place \(place) went through") }
      }
    }
  }

  /// Weights 2 to 9, then 2 to 5, the sum modulo 11: 2018 8 0001234 is 2×2+1×4+8×5+8×6+1×2+2×3+3×4+4×5 = 136 = 12×11+4.
  @Test(arguments: [
    ("201880001234", "201880001234.4", true), ("202090000017", "202090000017.6", true),
    ("201830000055", "201830000055.1", false), ("98812345", "98812345.2", true),
    ("02900001", "02900001.7", true),
    ("200310000001", "200310000001.8", false), ("85100001", "85100001.0", false),
    ("03300009", "03300009.3", false),
  ])
  func `A bare number gets its check digit, and 8 or 9 says that it came through the PCT`(
    bare: String, whole: String, isInternational: Bool
  ) {
    guard case .number(let number) = ApplicationNumber.read(bare) else {
      Issue.record("\(ApplicationNumber.read(bare))")
      return
    }
    #expect(number.description == whole && number.isInternational == isInternational)
  }

  /// identifiers.md: twelve digits from 2003 on, eight from 1985 to 2003.
  @Test(arguments: [
    ("200310000001", 2003), ("85100001", 1985), ("99100001", 1999), ("00100001", 2000), ("03100001", 2003),
  ])
  func `The first and last years of both forms`(bare: String, year: Int) {
    guard case .number(let number) = ApplicationNumber.read(bare) else {
      Issue.record("\(ApplicationNumber.read(bare))")
      return
    }
    #expect(number.year == year && number.isOld == (bare.count == 8))
  }

  @Test(arguments: [
    "200210000001", "198510000001", "84100001", "04100001", "000010000001", "50100001",
  ])
  func `No year before or between`(bare: String) {
    #expect(ApplicationNumber.read(bare) == .impossibleYear)
  }

  /// A spreadsheet drops the zero of 2000 to 2003: what is left has seven digits and a check.
  @Test(arguments: [
    ("2900001.7", "02900001.7" as String?), ("29000017", "02900001.7"), ("３３００００９．３", "03300009.3"),
    // A check that is wrong with the zero too is no lost zero, nor is a number that is whole or lacks more.
    ("2900001.6", nil), ("02900001.7", nil), ("900001.7", nil), ("4900001.7", nil), ("", nil),
  ])
  func `A zero that was lost is put back where the check says so`(text: String, whole: String?) {
    #expect(ApplicationNumber.withLostZero(text)?.description == whole)
  }
}
