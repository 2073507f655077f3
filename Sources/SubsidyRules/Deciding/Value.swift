public import CaseModel

/// A value that a decision works with.
public enum Value: Hashable, Sendable {
  case money(Money)
  case percentage(Percentage)
  case number(Int)
  case flag(Bool)
  case date(CivilDate)
  case patent(ApplicationNumber)
  case text(String)
}

extension Value {
  /// The word by which a policy's cases tell this value apart; nil where it has no cases.
  var caseWord: String? {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .money, .percentage, .date, .patent: nil
    }
  }
}

/// An input as read: there, absent, or not readable.
public enum ReadInput: Hashable, Sendable {
  case missing
  case invalid
  case value(Value)

  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension InputRule.Kind {
  /// Reads what a filing states for such an input. `isOverridden` says that the clerk accepts a wrong check digit.
  func read(_ raw: RawInput?, isOverridden: Bool) -> ReadInput {
    guard let raw else { return .missing }
    switch raw {
    case .null: return .missing
    case .text(let text):
      guard !text.isEmpty else { return .missing }
      return read(text, isOverridden: isOverridden)
    case .count(let number):
      switch self {
      case .count(let range): return range.contains(number) ? .value(.number(number)) : .invalid
      // A year must have a 31 December.
      case .year: return CivilDate.lastDay(of: number) == nil ? .invalid : .value(.number(number))
      default: return .invalid
      }
    case .flag(let flag): return if case .flag = self { .value(.flag(flag)) } else { .invalid }
    case .other: return .invalid
    }
  }

  private func read(_ text: String, isOverridden: Bool) -> ReadInput {
    switch self {
    case .text: return TextFolding.isBlank(text) ? .invalid : .value(.text(text))
    case .choice(let options):
      return options.contains { $0.id == text } ? .value(.text(text)) : .invalid
    case .date, .money, .applicationNumber, .flag, .count, .year:
      var text = text
      return text.withUTF8 { read(utf8: UnsafeRawBufferPointer($0), isOverridden: isOverridden) }
    }
  }

  /// Reads a text that is not empty from its bytes: most are days, sums and numbers, of which no text is made.
  func read(utf8: UnsafeRawBufferPointer, isOverridden: Bool) -> ReadInput {
    switch self {
    case .date: return CivilDate(utf8: utf8).map { .value(.date($0)) } ?? .invalid
    case .money: return Money(utf8: utf8).map { .value(.money($0)) } ?? .invalid
    case .applicationNumber:
      switch ApplicationNumber.read(utf8: utf8) {
      case .number(let number): return .value(.patent(number))
      case .wrongCheck(let number): return isOverridden ? .value(.patent(number)) : .invalid
      default: return .invalid
      }
    case .text, .choice: return read(String(decoding: utf8, as: UTF8.self), isOverridden: isOverridden)
    case .flag, .count, .year: return .invalid
    }
  }
}
