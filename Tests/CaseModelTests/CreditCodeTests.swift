import CaseModel
import Testing

@Suite("Credit codes")
struct CreditCodeTests {
  @Test(
    "Right codes are read",
    arguments: [
      "91350200776049653A", "91512081MA62K0260E", "91441802MAFARM019H", "91441881MA4QYTE1X7",
      "92441803MAG0NG777M", "93441882MA0NFHR24E", "52441821MJM00000XJ", "12441800456789011U",
    ])
  func right(text: String) throws {
    guard case .code(let code) = CreditCode.read(text) else {
      Issue.record("\(CreditCode.read(text))")
      return
    }
    #expect(code.text == text)
  }

  @Test("Full width, small letters, spaces and hyphens make no difference")
  func dresses() {
    let plain = CreditCode.read("91441802MAFARM019H")
    #expect(CreditCode.read("９１４４１８０２ｍａｆａｒｍ０１９ｈ") == plain)
    #expect(CreditCode.read(" 9144 1802-MAFA RM01 9H　") == plain)
    #expect(CreditCode.read("91441802MAFARM019H\u{200B}") == plain)
  }

  @Test("One slip is told as one mistake, with what was expected")
  func checks() {
    func mistakes(_ text: String) -> [CreditCode.CheckMistake] {
      if case .wrongCheck(_, let mistakes) = CreditCode.read(text) { mistakes } else { [] }
    }
    #expect(mistakes("91441802MAFARM018H") == [.init(part: .inner, expected: "9", found: "8")])
    #expect(mistakes("91441802MAFARM019K") == [.init(part: .outer, expected: "H", found: "K")])
    #expect(
      mistakes("91441802MAFARM018K") == [
        .init(part: .inner, expected: "9", found: "8"), .init(part: .outer, expected: "H", found: "K"),
      ])
    #expect(mistakes("91350203M0001QAY9B").map(\.part) == [.outer])
  }

  @Test("A code that fails its check is still a code, so that it can be overridden")
  func override() {
    guard case .wrongCheck(let code, _) = CreditCode.read("91350203M0001QAY9B") else {
      Issue.record("not questioned")
      return
    }
    #expect(code.text == "91350203M0001QAY9B")
  }

  @Test("A letter that no code has is named with its likely digit")
  func letters() {
    #expect(
      CreditCode.read("91441802MAF4RM0I9H") == .badCharacters([.init(place: 16, found: "I", likely: "1")]))
    #expect(
      CreditCode.read("9144I8O2MAFARM019#")
        == .badCharacters([
          .init(place: 5, found: "I", likely: "1"), .init(place: 7, found: "O", likely: "0"),
          .init(place: 18, found: "#", likely: nil),
        ]))
  }

  @Test("Other numbers are recognised and named")
  func others() {
    #expect(CreditCode.read("440181000012345") == .oldRegistrationNumber)
    #expect(CreditCode.read("77604965-3") == .organisationCode)
    #expect(CreditCode.read("441802199003070013") == .residentID)
    #expect(CreditCode.read("") == .empty)
    #expect(CreditCode.read("　 ") == .empty)
    #expect(CreditCode.read("91441802MAFARM019") == .wrongLength(17))
    #expect(CreditCode.read("91441802MAFARM019HH") == .wrongLength(19))
    #expect(CreditCode.read("123456789") == .wrongLength(9))
  }

  @Test("Any one wrong character is noticed")
  func everySlip() {
    let right = Array("91441802MAFARM019H")
    for place in right.indices {
      for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" where character != right[place] {
        var wrong = right
        wrong[place] = character
        if case .code = CreditCode.read(String(wrong)) { Issue.record("\(String(wrong)) went through") }
      }
    }
  }

  @Test("What a code hints at")
  func hints() {
    guard case .code(let firm) = CreditCode.read("91441802MAFARM019H"),
      case .code(let association) = CreditCode.read("52441821MJM00000XJ"),
      case .code(let school) = CreditCode.read("12441800456789011U"),
      case .code(let trader) = CreditCode.read("92441803MAG0NG777M"),
      case .code(let cooperative) = CreditCode.read("93441882MA0NFHR24E")
    else {
      Issue.record("not read")
      return
    }
    #expect(firm.kind == .enterprise)
    #expect(association.kind == .privateNonEnterprise)
    #expect(school.kind == .institution)
    #expect(trader.kind == .soleTrader)
    #expect(cooperative.kind == .cooperative)
  }
}
