import CaseModel
import SubsidyRules

/// An input as somebody types it on the command line, as an interchange file would state it.
enum TypedInput {
  static func read(_ text: String, _ rule: InputRule?) -> RawInput {
    switch rule?.kind {
    case .count, .year:
      if case .success(let count) = Count.typed(text) { return .count(count) }
    case .flag:
      if case .success(let flag) = YesNo.typed(text) { return .flag(flag) }
    case .money:
      if case .success(let money) = Money.typed(text) { return .text(money.description) }
    default: break
    }
    return text.isEmpty ? .null : .text(text)
  }
}
