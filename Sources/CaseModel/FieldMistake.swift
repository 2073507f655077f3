/// Why a text can't stand in a field of a record.
public enum FieldMistake: Error, Hashable, Sendable {
  case missing
  /// None of the words of its list; all of those.
  case unknownWord(String, known: [String])
  case badDate
  case badMoney

  /// A text that must be there.
  static func needed(_ text: String?) throws(FieldMistake) -> String {
    guard let text else { throw .missing }
    return text
  }

  /// A text that must be there and say something.
  static func written(_ text: String?) throws(FieldMistake) -> String {
    guard let text, !TextFolding.isBlank(text) else { throw .missing }
    return text
  }

  /// A word of a closed list.
  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String?
  ) throws(FieldMistake) -> Word {
    let text = try needed(text)
    guard let word = Word(rawValue: text) else {
      throw .unknownWord(text, known: Word.allCases.map(\.rawValue))
    }
    return word
  }

  static func day(_ text: String?) throws(FieldMistake) -> CivilDate {
    guard let day = CivilDate(try needed(text)) else { throw .badDate }
    return day
  }

  static func money(_ text: String?) throws(FieldMistake) -> Money? {
    guard let text else { return nil }
    guard let money = Money(text) else { throw .badMoney }
    return money
  }
}
