import CaseModel
import Testing

/// Bank accounts: how long one is, what a spreadsheet leaves of one, and Luhn's check by hand.
struct AccountNumberTests {
  private func account(_ text: String) throws -> CardNumber {
    guard case .account(let number) = CardNumber.read(text) else { throw NotRead(text: text) }
    return number
  }

  private struct NotRead: Error { var text: String }

  @Test(arguments: [
    (5, false, false), (6, true, false), (15, true, false), (16, true, true), (19, true, true),
    (20, true, false),
    (32, true, false), (33, false, false),
  ])
  func `An account has 6 to 32 digits, a card 16 to 19`(count: Int, isAccount: Bool, isCard: Bool) throws {
    let text = String(repeating: "7", count: count)
    let number = try account(text)
    #expect(number.isAccountLong == isAccount && number.isCardLong == isCard)
    #expect(CardNumber.isAccount(text) == isAccount)
  }

  @Test(arguments: ["", " ", "无", "6.22848E+18", "622848 xxxx", "+622848001", "622,848,001", "６２２８４８.０"])
  func `What clerks and spreadsheets leave in its place is none`(text: String) {
    #expect(!CardNumber.isAccount(text))
  }

  @Test(arguments: [
    "6228 4801 2345 6789", "6228-4801-2345-6789", "６２２８ ４８０１ ２３４５ ６７８９", "6228\u{200B}480123456789",
  ])
  func `An account is read in the dress of a bank card`(text: String) throws {
    #expect(try account(text).digits == "6228480123456789")
  }

  /// A spreadsheet keeps fifteen digits and writes zeros for the rest; a sixteenth digit that is zero may be true.
  @Test(arguments: [
    ("622848012345678", false), ("6228480123456780", false), ("6228480123456700", false),
    ("6228480123456000", true), ("62284801234567800", true), ("6228480123456780000", true),
    ("6228480123456780001", false), ("6228480123456780100", false), ("1236001321", false),
  ])
  func `What looks as if it had lost its end is asked about`(text: String, isCut: Bool) throws {
    #expect(try account(text).isCut == isCut)
  }

  /// ISO/IEC 7812-1: from the right every second digit doubled, nine taken off above nine, the sum a multiple of ten.
  @Test(arguments: [
    // 3+1×2→2, 7, 8×2→16→7, 9, 3×2→6, 7, 2×2→4, 9, 9×2→18→9, 7: 3+2+7+7+9+6+7+4+9+9+7 = 70.
    ("79927398713", true), ("79927398710", false), ("79927398731", false),
    // Sixteen zeros are a multiple of ten too; 18 → 9 for a nine that counts double.
    ("0000000000000000", true), ("0000000000000091", true), ("0000000000000090", false),
    // A one that counts double and an eight are ten; two nines that count once are eighteen.
    ("0000000000000018", true), ("0000000000000909", false),
  ])
  func `A card's last digit is Luhn's`(digits: String, passes: Bool) throws {
    #expect(try account(digits).passesLuhn == passes)
  }

  @Test func `Any one wrong digit of a card is noticed`() throws {
    let right = Array("4111111111111111")
    for place in right.indices {
      for digit in "0123456789" where digit != right[place] {
        var wrong = right
        wrong[place] = digit
        #expect(try !account(String(wrong)).passesLuhn, "place \(place)")
      }
    }
  }
}
