public import CaseModel
public import SubsidyRules

/// What somebody types for an input, as the interchange file writes it.
public enum TypedInput {
  /// Why a text is not what the input asks for.
  public struct Mistake: Error, Hashable, Sendable { public var reason: OldLedgerMistake.Reason }

  /// Reads what clerks type in any dress; nothing gives null.
  public static func read(
    _ text: String, _ rule: InputRule, today: CivilDate
  ) throws(Mistake) -> RawInput {
    guard !TextFolding.isBlank(text) else { return .null }
    let cells = OldLedgerCells(today: today)
    switch cells.input(text, rule, unit: MoneyUnit.inHeading(rule.label) ?? .yuan, hasOverride: false) {
    case .success(let input): return input
    case .failure(let wrong): throw Mistake(reason: wrong.reason)
    }
  }

  /// The code of a district that somebody names, by code or by name (英德, 英德市, 441881), among an office's own; nil for
  /// no such place.
  public static func district(_ text: String, among own: [District]) -> String? {
    OldLedgerWords.district(text, among: own)
  }
}
