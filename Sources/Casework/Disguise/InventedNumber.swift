import CaseModel

/// Numbers of nobody, of the kind that a text is.
enum InventedNumber {
  /// A number like this one: as long, of the same kind, its check right where it was right and wrong where it was wrong.
  static func like(_ bare: String, _ draw: inout Draw) -> String {
    patent(bare, &draw) ?? person(bare, &draw) ?? unit(bare, &draw) ?? phone(bare, &draw)
      ?? checked(bare, &draw) ?? plain(bare, &draw)
  }

  /// A patent application of the same year and type (ZC 0006-2003), with `ZL` or `CN` in front where it was.
  private static func patent(_ bare: String, _ draw: inout Draw) -> String? {
    let prefix = ["ZL", "CN"].first(where: bare.hasPrefix) ?? ""
    let number = String(bare.dropFirst(prefix.count))
    let isRight: Bool
    switch ApplicationNumber.read(number) {
    case .number: isRight = true
    case .wrongCheck: isRight = false
    default: return nil
    }
    let hasCheck = number.count == 13 || number.count == 9
    let kept = number.count > 9 ? 5 : 3
    let serial = digits(number.count - kept - (hasCheck ? 1 : 0), &draw)
    let stem = prefix + number.prefix(kept) + serial
    guard hasCheck else { return stem }
    return ended(stem, with: "0123456789X") {
      switch ApplicationNumber.read($0) {
      case .number: isRight
      case .wrongCheck: !isRight
      default: false
      }
    }
  }

  /// A resident identity number (GB 11643-1999).
  private static func person(_ bare: String, _ draw: inout Draw) -> String? {
    guard let today = CivilDate.lastDay(of: 9999) else { return nil }
    let isRight: Bool
    switch ResidentID.read(bare, today: today) {
    case .id: isRight = true
    case .wrongCheck: isRight = false
    default: return nil
    }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let birth = String(1950 + draw.next(50)) + two(1 + draw.next(12)) + two(1 + draw.next(28))
    let stem = "441800" + birth + digits(3, &draw)
    return ended(stem, with: "0123456789X") {
      switch ResidentID.read($0, today: today) {
      case .id: isRight
      case .wrongCheck: !isRight
      default: false
      }
    }
  }

  /// A unified social credit code (GB 32100-2015) of the same kind of unit.
  private static func unit(_ bare: String, _ draw: inout Draw) -> String? {
    let isRight: Bool
    switch CreditCode.read(bare) {
    case .code: isRight = true
    case .wrongCheck: isRight = false
    default: return nil
    }
    let stem = bare.prefix(2) + "441800" + digits(8, &draw)
    for inner in "0123456789X" {
      if let whole = ended(
        stem + String(inner), with: "0123456789ABCDEFGHJKLMNPQRTUWXY",
        fits: {
          switch CreditCode.read($0) {
          case .code: isRight
          case .wrongCheck: !isRight
          default: false
          }
        })
      {
        return whole
      }
    }
    return nil
  }

  /// A mobile number; 1 and ten digits.
  private static func phone(_ bare: String, _ draw: inout Draw) -> String? {
    guard bare.count == 11, bare.first == "1", isDigits(bare) else { return nil }
    return "1" + String(3 + draw.next(7)) + digits(9, &draw)
  }

  /// A bank's number in the payment system, or a card's, where its check is right.
  private static func checked(_ bare: String, _ draw: inout Draw) -> String? {
    guard isDigits(bare) else { return nil }
    if case .number = BankNumber.read(bare) {
      return ended(digits(11, &draw), with: "0123456789") {
        if case .number = BankNumber.read($0) { true } else { false }
      }
    }
    guard case .account(let card) = CardNumber.read(bare), card.isCardLong, card.passesLuhn else {
      return nil
    }
    return ended(digits(bare.count - 1, &draw), with: "0123456789") {
      if case .account(let card) = CardNumber.read($0) { card.passesLuhn } else { false }
    }
  }

  private static func plain(_ bare: String, _ draw: inout Draw) -> String {
    String(bare.map { $0.isNumber ? digit(&draw) : letter(&draw) })
  }

  // MARK: - Parts

  /// The stem with the first of these ends that fits.
  private static func ended(_ stem: String, with ends: String, fits: (String) -> Bool) -> String? {
    ends.lazy.map { stem + String($0) }.first(where: fits)
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func digits(_ count: Int, _ draw: inout Draw) -> String {
    var text = ""
    for _ in 0..<max(0, count) { text.append(digit(&draw)) }
    return text
  }

  private static func digit(_ draw: inout Draw) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "0") + UInt8(draw.next(10))))
  }

  private static func letter(_ draw: inout Draw) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(draw.next(26))))
  }
}
