import CaseModel
import Testing

@Suite("Bank, card and agency numbers, districts")
struct SmallNumberTests {
  @Test("Bank numbers with the right check", arguments: ["102100099996", "103100000026", "105100000017"])
  func bank(text: String) {
    guard case .number(let number) = BankNumber.read(text) else {
      Issue.record("\(BankNumber.read(text))")
      return
    }
    #expect(number.digits == text)
  }

  @Test("Bank numbers that are questioned or refused")
  func wrongBank() {
    guard case .wrongCheck(_, expected: "6") = BankNumber.read("102100099995") else {
      Issue.record("not questioned")
      return
    }
    #expect(BankNumber.read("10210009999") == .wrongLength(11))
    #expect(BankNumber.read("10210009999A") == .unreadable)
    #expect(BankNumber.read("") == .empty)
    #expect(BankNumber.read("１０２１ ０００９ ９９９６") == BankNumber.read("102100099996"))
  }

  @Test("A card is checked by Luhn, an account only read")
  func card() {
    guard case .account(let card) = CardNumber.read("４１１１ 1111-1111 1111"),
      case .account(let wrong) = CardNumber.read("4111 1111 1111 1112"),
      case .account(let short) = CardNumber.read("44 0123")
    else {
      Issue.record("not read")
      return
    }
    #expect(card.digits == "4111111111111111")
    #expect(card.isCardLong && card.passesLuhn)
    #expect(wrong.isCardLong && !wrong.passesLuhn)
    #expect(short.digits == "440123" && !short.isCardLong)
    // A five that counts double makes ten, of which one is taken.
    guard case .account(let fives) = CardNumber.read("5555555555554444") else {
      Issue.record("not read")
      return
    }
    #expect(fives.passesLuhn)
    #expect(CardNumber.read(" ") == .empty)
    #expect(CardNumber.read("4111o") == .unreadable)
  }

  @Test("Districts by today's code and by former ones")
  func districts() {
    let own = ["441800", "441803", "441881", "441882", "GXQ"].compactMap { District(country: $0) }
    #expect(own.count == 5)
    #expect(own.named(by: "441881")?.name == "英德市")
    #expect(own.named(by: "GXQ")?.name == "清远高新区")
    #expect(own.named(by: "441827") == nil)
    #expect(own.meant(by: "441827")?.code == "441803")
    #expect(own.meant(by: "441811")?.code == "441803")
    #expect(own.meant(by: "441822")?.code == "441881")
    #expect(own.meant(by: "441824")?.code == "441882")
    #expect(own.meant(by: "440100") == nil)
    #expect(own.filter(\.isCity).map(\.code) == ["441800"])
  }

  @Test("The country's districts by their names, those out of use too")
  func country() {
    let country = Country.table
    #expect((2_800...3_300).contains(country.count))
    #expect(country.fullName("440106") == "广州市天河区")
    #expect(country.fullName("440100") == "广州市")
    #expect(country.fullName("441900") == "东莞市")
    #expect(country.fullName("500110") == "重庆市綦江区")
    #expect(country.fullName("429004") == "湖北省仙桃市")
    #expect(country.fullName("110108") == "北京市海淀区")
    #expect(country.fullName("330782") == "金华市义乌市")
    #expect(country.fullName("999999") == nil)
    #expect(country.entry("440116")?.isRetired == true)
    #expect(country.entry("330782")?.isRetired == false)
    #expect(District(country: "440182") == nil)
    #expect(country.entry("440182")?.now == "440114")
  }
}
