import CaseModel
import Seeded

/// Invented numbers with right checks. What a check asks for is learned from `CaseModel` itself.
struct DemoNumbers {
  private var taken: Set<String> = []

  /// A credit code of a kind (91, 92 …) and a district.
  mutating func creditCode(_ kind: String, _ district: String, _ random: inout SeededNumbers) throws -> String
  {
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for _ in 0..<100 {
      let body = (0..<6).compactMap { _ in random.pick(letters) }
      // Civil affairs and the staffing offices give out codes that begin with digits or MJ.
      let start = kind.hasPrefix("9") ? "MA" : kind.hasPrefix("5") ? "MJ" : "45"
      var text = Array(kind + district + start + String(body) + "00")
      for _ in 0..<3 {
        guard case .wrongCheck(_, let mistakes) = CreditCode.read(String(text)) else { break }
        for mistake in mistakes { text[mistake.part == .inner ? 16 : 17] = mistake.expected }
      }
      if case .code(let code) = CreditCode.read(String(text)), taken.insert(code.text).inserted {
        return code.text
      }
    }
    throw DemoError("no credit code for \(kind) \(district)")
  }

  /// An identity number of somebody born on a day in a district.
  mutating func residentID(_ district: String, born: CivilDate, _ random: inout SeededNumbers) throws
    -> String
  {
    let birth = born.description.filter { $0 != "-" }
    for _ in 0..<100 {
      let body = district + birth + random.digits(3)
      guard case .wrongCheck(_, let check) = ResidentID.read(body + "0", today: born) else { continue }
      let text = body + String(check)
      if taken.insert(text).inserted { return text }
    }
    throw DemoError("no identity number for \(district)")
  }

  /// An application number that nobody else has. The office's serials rise through the year.
  mutating func application(_ filed: CivilDate, _ type: PatentType, _ random: inout SeededNumbers) throws
    -> String
  {
    let typeDigit = type == .invention ? 1 : type == .utility ? 2 : 3
    let daily = type == .design ? 1900 : 4000
    guard let newYear = CivilDate(year: filed.year, month: 1, day: 1) else {
      throw DemoError("no year of \(filed)")
    }
    for _ in 0..<100 {
      let serial = newYear.days(to: filed) * daily + random.number(1...daily)
      let digits = UInt64(filed.year * 100_000_000 + typeDigit * 10_000_000 + serial)
      guard let number = ApplicationNumber(digits: digits, count: 12) else { continue }
      if taken.insert(number.description).inserted { return number.description }
    }
    throw DemoError("no application number of \(filed)")
  }

  /// The number of a personal card, nineteen digits with the right last one.
  func card(_ random: inout SeededNumbers) throws -> String {
    let body = "622848" + random.digits(12)
    for last in 0...9 {
      if case .account(let card) = CardNumber.read(body + String(last)), card.passesLuhn {
        return card.digits
      }
    }
    throw DemoError("no card number")
  }
}

/// A contradiction in the demo's own script.
struct DemoError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
