extension CreditCode {
  /// What a text turns out to be where a credit code belongs.
  public enum Reading: Hashable, Sendable {
    case code(CreditCode)
    /// Everything but the checks is right; a clerk may override them with a reason.
    case wrongCheck(CreditCode, [CheckMistake])
    /// Characters that no code has (I O S V Z and others).
    case badCharacters([BadCharacter])
    /// The old business registration number (工商注册号) of fifteen digits.
    case oldRegistrationNumber
    /// The old organisation code (组织机构代码, GB 11714) of nine characters.
    case organisationCode
    /// The identity number of a person.
    case residentID
    case empty
    /// Not eighteen characters; the count found.
    case wrongLength(Int)
  }

  /// A check character that is not the one the other characters ask for.
  public struct CheckMistake: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
      /// Place 17, the check of the organisation code inside.
      case inner
      /// Place 18, the check of the whole.
      case outer
    }

    public var part: Part
    public var expected: Character
    public var found: Character

    public init(part: Part, expected: Character, found: Character) {
      self.part = part
      self.expected = expected
      self.found = found
    }
  }

  /// A character that can't stand in a code.
  public struct BadCharacter: Hashable, Sendable {
    /// From 1.
    public var place: Int
    public var found: Character
    /// What it was most likely meant to be.
    public var likely: Character?

    public init(place: Int, found: Character, likely: Character? = nil) {
      self.place = place
      self.found = found
      self.likely = likely
    }
  }

  /// Reads a code in full or half width, with or without spaces and hyphens, in small letters too.
  public static func read(_ text: String) -> Reading {
    let scalars = TypedText.folded(text).filter { $0 != "-" }
    guard !scalars.isEmpty else { return .empty }
    if let old = oldNumber(scalars) { return old }
    guard scalars.count == 18 else { return .wrongLength(scalars.count) }
    let values = scalars.map(value)
    let bad = scalars.indices.filter { values[$0] == nil }
    guard bad.isEmpty else {
      return .badCharacters(
        bad.map {
          BadCharacter(
            place: $0 + 1, found: Character(scalars[$0]), likely: lookalikes[scalars[$0]].map(Character.init))
        })
    }
    let code = CreditCode(text: String(String.UnicodeScalarView(scalars)))
    let mistakes = checkMistakes(scalars, values.compactMap { $0 })
    if mistakes.isEmpty { return .code(code) }
    // Eighteen digits that pass the other standard are a person's number in the wrong field.
    if let today = CivilDate.lastDay(of: 9999), case .id = ResidentID.read(code.text, today: today) {
      return .residentID
    }
    return .wrongCheck(code, mistakes)
  }

  private static func oldNumber(_ scalars: [Unicode.Scalar]) -> Reading? {
    if scalars.count == 15, scalars.allSatisfy({ TypedText.digit($0) != nil }) {
      return .oldRegistrationNumber
    }
    if scalars.count == 9, scalars.prefix(8).allSatisfy({ letterValue($0) != nil }),
      organisationCheck(scalars.prefix(8)) == scalars[8]
    {
      return .organisationCode
    }
    return nil
  }

  // MARK: - Checks

  private static func checkMistakes(_ scalars: [Unicode.Scalar], _ values: [Int]) -> [CheckMistake] {
    let inner = organisationCheck(scalars[8..<16])
    let outer = outerCheck(values)
    if inner == scalars[16] {
      guard outer != scalars[17] else { return [] }
      return [CheckMistake(part: .outer, expected: Character(outer), found: Character(scalars[17]))]
    }
    let innerMistake = CheckMistake(part: .inner, expected: Character(inner), found: Character(scalars[16]))
    // One slip at place 17 must not be told as two: the outer check counts as right if it goes with the inner
    // one as typed or as it should be.
    var mended = values
    mended[16] = value(inner) ?? values[16]
    let mendedOuter = outerCheck(mended)
    guard outer != scalars[17], mendedOuter != scalars[17] else { return [innerMistake] }
    return [
      innerMistake,
      CheckMistake(part: .outer, expected: Character(mendedOuter), found: Character(scalars[17])),
    ]
  }

  /// Weights 3^i modulo 31 over the first seventeen characters.
  private static func outerCheck(_ values: [Int]) -> Unicode.Scalar {
    var weight = 1
    var sum = 0
    for value in values.prefix(17) {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// GB 11714: weights 3 7 9 10 5 8 4 2, 11 less the sum modulo 11, where 10 is X and 11 is 0.
  private static func organisationCheck(_ scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(scalars, weights).reduce(0) { $0 + (letterValue($1.0) ?? 0) * $1.1 }
    let value = (11 - sum % 11) % 11
    return value == 10 ? "X" : Unicode.Scalar(UInt8(value) + UInt8(ascii: "0"))
  }

  // MARK: - Characters

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

  private static func value(_ scalar: Unicode.Scalar) -> Int? { alphabet.firstIndex(of: scalar) }

  /// The value of a character by GB 11714, which leaves no letter out.
  private static func letterValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 48
    case "A"..."Z": Int(scalar.value) - 55
    default: nil
    }
  }

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "I": "1", "O": "0", "S": "5", "V": "U", "Z": "2", "|": "1", "〇": "0",
  ]
}
