import CaseModel
import Testing

@Suite("Identity numbers")
struct ResidentIDTests {
  private let today: CivilDate

  init() throws { today = try #require(CivilDate("2019-06-30")) }

  @Test(
    "Right numbers are read",
    arguments: [
      "11010519491231002X", "440524188001010014", "441802199003070013", "44188120010101012X",
      "441827200002290025",
    ])
  func right(text: String) {
    guard case .id(let id) = ResidentID.read(text, today: today) else {
      Issue.record("\(ResidentID.read(text, today: today))")
      return
    }
    #expect(id.text == text)
    let digits = text.dropFirst(6).prefix(8)
    #expect(id.birthDate.description.filter { $0 != "-" } == String(digits))
  }

  @Test("Wrong numbers say what is wrong")
  func wrong() {
    guard case .wrongCheck(let id, expected: "3") = ResidentID.read("441802199003070018", today: today) else {
      Issue.record("not questioned")
      return
    }
    #expect(id.text == "441802199003070018")
    #expect(
      ResidentID.read("441802199013070013", today: today) == .noSuchDay(year: 1990, month: 13, day: 7))
    #expect(
      ResidentID.read("441802190002290012", today: today) == .noSuchDay(year: 1900, month: 2, day: 29))
    #expect(ResidentID.read("44180219900307001", today: today) == .wrongLength(17))
    #expect(ResidentID.read("441802900307001", today: today) == .oldNumber)
    #expect(ResidentID.read("4418O2199003070013", today: today) == .badCharacter(at: 5))
    #expect(ResidentID.read("44180219900307001Y", today: today) == .badCharacter(at: 18))
    #expect(ResidentID.read(" ", today: today) == .empty)
  }

  @Test("Nobody is born after today")
  func future() throws {
    let born = try #require(CivilDate("2001-01-01"))
    let before = try #require(born.adding(days: -1))
    #expect(ResidentID.read("44188120010101012X", today: before) == .bornInFuture(born))
    guard case .id = ResidentID.read("44188120010101012X", today: born) else {
      Issue.record("refused on the very day")
      return
    }
  }

  @Test("Full width, a small x and spaces make no difference")
  func dresses() {
    let plain = ResidentID.read("44188120010101012X", today: today)
    #expect(ResidentID.read("４４１８８１ 20010101 012ｘ", today: today) == plain)
  }

  @Test("On lists only the ends show")
  func masking() {
    guard case .id(let id) = ResidentID.read("441802199003070013", today: today) else {
      Issue.record("not read")
      return
    }
    #expect(ResidentID.masked(id.text) == "4418**********0013")
    #expect(ResidentID.masked("12345678") == "********")
    #expect(ResidentID.masked("123456789") == "1234*6789")
    #expect(ResidentID.masked("") == "")
  }

  @Test("Any one wrong digit is noticed")
  func everySlip() {
    let right = Array("441802199003070013")
    for place in right.indices {
      for digit in "0123456789X" where digit != right[place] {
        var wrong = right
        wrong[place] = digit
        if case .id = ResidentID.read(String(wrong), today: today) {
          Issue.record("place \(place) went through")
        }
      }
    }
  }
}
