import CaseModel
import Testing

@Suite("Application numbers")
struct ApplicationNumberTests {
  private func reading(_ text: String) -> ApplicationNumber? {
    if case .number(let number) = ApplicationNumber.read(text) { number } else { nil }
  }

  @Test(
    "Right numbers, with year and type",
    arguments: [
      ("201710601862.3", "201710601862.3", 2017, PatentType.invention),
      ("ZL95115608.X", "95115608.X", 1995, .invention), ("90101673.X", "90101673.X", 1990, .invention),
      ("97101765.4", "97101765.4", 1997, .invention),
      ("ZL 2008 2 0009767.0", "200820009767.0", 2008, .utility),
      ("2010101463727", "201010146372.7", 2010, .invention),
      ("201810123456.5", "201810123456.5", 2018, .invention),
      ("201920000018.X", "201920000018.X", 2019, .utility),
      ("202030765432.8", "202030765432.8", 2020, .design),
      ("201880001234.4", "201880001234.4", 2018, .invention), ("03123456.9", "03123456.9", 2003, .invention),
    ])
  func right(text: String, plain: String, year: Int, type: PatentType) throws {
    let number = try #require(reading(text))
    #expect(number.description == plain)
    #expect(number.year == year && number.type == type)
  }

  @Test(
    "One number in every dress",
    arguments: [
      "201920000018.X", "201920000018.x", "201920000018X", "201920000018x", "201920000018",
      "ZL201920000018.X",
      "zl201920000018.x", "CN201920000018.X", "CN 201920000018", "ZL 2019 2 0000018.X", "2019-2-0000018-X",
      "２０１９２０００００１８．Ｘ", "201920000018。X", "201920000018·X", "201920000018．ｘ", "ＺＬ201920000018.X",
      "　201920000018.X ", "2019–2–0000018.X",
    ])
  func dress(text: String) {
    #expect(reading(text)?.description == "201920000018.X", "\(ApplicationNumber.read(text))")
  }

  @Test("The old form without a dot, and bare")
  func oldForm() {
    for text in ["95115608.X", "95115608X", "95115608", "ZL 95 1 15608.X"] {
      #expect(reading(text)?.description == "95115608.X", "\(text)")
      #expect(reading(text)?.bareText == "95115608")
    }
    #expect(reading("03123456.9")?.bareText == "03123456")
  }

  @Test("A wrong check is a question, with the right digit at hand")
  func wrongCheck() {
    for (text, expected) in [("201710601862.8", UInt8(3)), ("2017106018628", 3)] {
      guard case .wrongCheck(let number) = ApplicationNumber.read(text) else {
        Issue.record("\(text) was not questioned")
        continue
      }
      #expect(number.expectedCheck == expected && number.check == 8)
    }
    guard case .wrongCheck = ApplicationNumber.read("201710601682.3") else {
      Issue.record("swapped digits went through")
      return
    }
  }

  @Test("Every failing form is told apart")
  func failures() {
    #expect(ApplicationNumber.read("201740601862.X") == .unknownType)
    #expect(ApplicationNumber.read("95415608.1") == .unknownType)
    #expect(ApplicationNumber.read("200110123456.X") == .impossibleYear)
    #expect(ApplicationNumber.read("04123456.9") == .impossibleYear)
    #expect(ApplicationNumber.read("84123456.9") == .impossibleYear)
    for text in ["CN101973860A", "CN 101973860 B", "CN201973860U", "CN301973860S", "ｃｎ101973860ａ"] {
      #expect(ApplicationNumber.read(text) == .publicationNumber, "\(text)")
    }
    for text in ["无", "申请中", " 暂无 "] { #expect(ApplicationNumber.read(text) == .notYet, "\(text)") }
    #expect(ApplicationNumber.read("20171060186.2") == .wrongLength(12))
    #expect(ApplicationNumber.read("20171060186233") == .wrongLength(14))
    #expect(ApplicationNumber.read("") == .wrongLength(0))
    for text in ["2017106O1862.3", "专利", ".", "201710601862.Y", "2017.0601862.3", "ZL"] {
      if case .number = ApplicationNumber.read(text) { Issue.record("\(text) was read") }
    }
  }

  @Test("Every wrong check digit is noticed, and only the right one passes")
  func checkDigits() {
    for serial in stride(from: UInt64(0), to: 9_999_999, by: 99_991) {
      for type in [UInt64(1), 2, 3, 8, 9] {
        let digits = 2019 * 100_000_000 + type * 10_000_000 + serial
        let right = (UInt8(0)...10).filter { check in
          let text = "\(digits)." + (check == 10 ? "X" : String(check))
          if case .number = ApplicationNumber.read(text) { return true } else { return false }
        }
        #expect(right.count == 1)
      }
    }
  }

  @Test("Numbers that can't be are not made")
  func making() {
    #expect(ApplicationNumber(digits: 201_910_000_001, count: 12, check: 11) == nil)
    #expect(ApplicationNumber(digits: 1_000_000_000_000, count: 12) == nil)
    #expect(ApplicationNumber(digits: 201_910_000_001, count: 8) == nil)
    #expect(ApplicationNumber(digits: 95_115_608, count: 9) == nil)
    #expect(ApplicationNumber(digits: .max, count: 12) == nil)
  }
}
