import CaseModel
import Glibc
import Testing

@Suite("Any text at all")
struct AnyTextTests {
  private static let seeds = [
    "201710601862.3", "ZL 2008 2 0009767.0", "CN101973860A", "91441802MAFARM019H", "441802199003070013",
    "102100099996", "2019年3月1日", "20190301", "¥1,234.56万元", "第3年", "-5件", "是", "今天", "",
  ]

  @Test("Every reader takes or refuses it and never traps; what it takes it takes again in its own dress")
  func readers() throws {
    let today = try #require(CivilDate("2019-06-30"))
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Any text seed \(seed)")
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
    let marks = Array(
      "0123456789X.,。，、-－年月日万元件ZLCNＩＯ　 ¥负\u{200B}\u{FEFF}e\u{301}ß\u{2CB4E}\u{31350}🙂٣".unicodeScalars)

    for _ in 0..<(getenv("ZIZHU_LONG_TESTS") == nil ? 4_000 : 100_000) {
      var scalars = Array(Self.seeds[next(Self.seeds.count)].unicodeScalars)
      for _ in 0...next(5) {
        let place = next(scalars.count + 1)
        if next(3) == 0, place < scalars.count {
          scalars.remove(at: place)
        } else {
          scalars.insert(marks[next(marks.count)], at: place)
        }
      }
      let text = String(String.UnicodeScalarView(scalars))
      let note = Comment(rawValue: "seed \(seed), \(text.unicodeScalars.map { String($0.value, radix: 16) })")

      if case .number(let number) = ApplicationNumber.read(text) {
        #expect(ApplicationNumber.read(number.description) == .number(number), note)
      }
      if case .code(let code) = CreditCode.read(text) {
        #expect(CreditCode.read(code.text) == .code(code), note)
      }
      if case .id(let id) = ResidentID.read(text, today: today) {
        #expect(ResidentID.read(id.text, today: today) == .id(id), note)
      }
      if case .number(let bank) = BankNumber.read(text) {
        #expect(BankNumber.read(bank.digits) == .number(bank), note)
      }
      if case .success(let day) = CivilDate.typed(text, today: today) {
        #expect(CivilDate.typed(day.description, today: today) == .success(day), note)
      }
      if case .success(let money) = Money.typed(text) {
        #expect(Money(money.description) == money, note)
        #expect(Money.typed(money.description) == .success(money), note)
      }
      if case .success(let count) = Count.typed(text) {
        #expect(Count.typed(String(count)) == .success(count), note)
      }
      _ = YesNo.typed(text)
      _ = CardNumber.read(text)
      _ = ResidentID.masked(text)
      #expect(TextFolding.unique(TextFolding.unique(text)) == TextFolding.unique(text), note)
      #expect(TextFolding.search(TextFolding.search(text)) == TextFolding.search(text), note)
    }
  }
}
