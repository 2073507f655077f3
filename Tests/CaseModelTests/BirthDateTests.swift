import CaseModel
import Testing

/// The birth date inside an identity number (GB 11643-1999), with check digits worked out by the weights by hand.
struct BirthDateTests {
  private let today: CivilDate

  init() throws { today = try #require(CivilDate("2024-02-29")) }

  @Test(arguments: [
    // Leap days of 2000 (a century that is a leap year) and of today itself; the last day of a century's year.
    ("44180220000229001X", "2000-02-29"), ("441802202402290026", "2024-02-29"),
    ("441802190002280018", "1900-02-28"),
    ("441802189912310011", "1899-12-31"),
  ])
  func `Leap days and the turns of centuries`(text: String, born: String) {
    guard case .id(let id) = ResidentID.read(text, today: today) else {
      Issue.record("\(ResidentID.read(text, today: today))")
      return
    }
    #expect(id.birthDate.description == born)
  }

  @Test(arguments: [
    ("441802202302290019", 2023, 2, 29), ("441802190002290012", 1900, 2, 29),
    ("441802199004310010", 1990, 4, 31),
    ("441802199000010010", 1990, 0, 1), ("441802199001000010", 1990, 1, 0), ("441802000001010010", 0, 1, 1),
  ])
  func `A day that is in no calendar is named`(text: String, year: Int, month: Int, day: Int) {
    #expect(ResidentID.read(text, today: today) == .noSuchDay(year: year, month: month, day: day))
  }

  @Test func `A number of a day that has not come is told with the day`() throws {
    let before = try #require(CivilDate("2024-02-28"))
    #expect(ResidentID.read("441802202402290026", today: before) == .bornInFuture(today))
  }

  /// What is told first is what the clerk sees first: a wrong sign, then the length, then the day, then the check.
  @Test(arguments: [
    ("44180219900230001A", ResidentID.Reading.badCharacter(at: 18)),
    ("X41802199003070013", .badCharacter(at: 1)),
    ("4418021990030700", .wrongLength(16)), ("4418021990030700131", .wrongLength(19)),
    ("123456", .wrongLength(6)),
    ("441802900307001", .oldNumber), ("44180290030700X", .badCharacter(at: 15)),
  ])
  func `One mistake is told at a time`(text: String, reading: ResidentID.Reading) {
    #expect(ResidentID.read(text, today: today) == reading)
  }

  @Test(arguments: [
    ("441802199003070013", false), ("441802199003070000", true), ("44180219900307000X", false),
  ])
  func `What ends in three zeros may have lost its end in a spreadsheet`(text: String, isCut: Bool) {
    switch ResidentID.read(text, today: today) {
    case .id(let id), .wrongCheck(let id, _): #expect(id.isCut == isCut)
    default: Issue.record("\(ResidentID.read(text, today: today))")
    }
  }
}
